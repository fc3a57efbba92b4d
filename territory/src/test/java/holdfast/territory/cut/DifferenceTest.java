package holdfast.territory.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.territory.Drawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What was gained less what was lost is the difference of the areas; what was gained is in the later ground only, what was lost in the earlier one only. */
class DifferenceTest {
    private static final int CASES = 400;

    @Test
    void theSameGround() {
        Geometry ground =
                Drawn.wkt("MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0), (0.5 0.5, 0.5 1, 1 1, 1 0.5, 0.5 0.5)))");
        assertThat(Difference.between(ground, ground.reverse()).gained()).isEmpty();
        assertThat(Difference.between(ground, ground.reverse()).lost()).isEmpty();
    }

    @Test
    void aStepForwardAndAStepBack() {
        Geometry before = Drawn.wkt("MULTIPOLYGON (((36 47, 37 47, 37 47.5, 37 48, 36 48, 36 47)))");
        Geometry after =
                Drawn.wkt("MULTIPOLYGON (((36 47, 37 47, 36.9 47.2, 37 47.5, 37.2 47.7, 37 48, 36 48, 36 47)))");
        Difference difference = Difference.between(before, after);
        assertThat(difference.gained()).hasSize(1);
        assertThat(difference.lost()).hasSize(1);
        addsUp(before, after, difference, 1e-4);
    }

    @Test
    void aHoleThatClosesAndOneThatOpens() {
        Geometry before = Drawn.wkt("POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))");
        Geometry after =
                Drawn.wkt("POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0), (0.2 0.2, 0.2 0.4, 0.4 0.4, 0.4 0.2, 0.2 0.2))");
        Difference difference = Difference.between(before, after);
        assertThat(Ellipsoid.km2(Grounds.of(difference.gained())))
                .isEqualTo(Ellipsoid.km2(Drawn.wkt("POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))")), within(0.01));
        addsUp(before, after, difference, 0.01);
    }

    @Test
    void fromNothingAndToNothing() {
        Geometry ground = Drawn.wkt("POLYGON ((10 50, 11 50, 11 51, 10 50))");
        assertThat(Ellipsoid.km2(
                        Grounds.of(Difference.between(Grounds.none(), ground).gained())))
                .isEqualTo(Ellipsoid.km2(ground), within(1e-6));
        assertThat(Difference.between(ground, Grounds.none()).lost()).hasSize(1);
    }

    @Test
    void randomGround() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            double size = Math.pow(10, -2 + 3 * random.nextDouble());
            double latitude = -70 + 140 * random.nextDouble();
            double longitude = -175 + 355 * random.nextDouble();
            MultiPolygon before = Drawn.ground(random, longitude, latitude, size);
            MultiPolygon after = random.nextInt(3) == 0
                    ? Drawn.ground(random, longitude, latitude, size)
                    : Drawn.moved(random, before, size);
            Difference difference = Difference.between(before, after);
            double scale = Math.max(Ellipsoid.km2(before), Ellipsoid.km2(after));
            addsUp(before, after, difference, Math.max(1e-6, scale * 1e-6));
            separate(alongGeodesics(before), alongGeodesics(after), difference, Math.max(1e-5, scale * 1e-6));
        }
    }

    private static void addsUp(Geometry before, Geometry after, Difference difference, double tolerance) {
        double net = Ellipsoid.km2(Grounds.of(difference.gained())) - Ellipsoid.km2(Grounds.of(difference.lost()));
        assertThat(net).isEqualTo(Ellipsoid.km2(after) - Ellipsoid.km2(before), within(tolerance));
    }

    private static void separate(Geometry before, Geometry after, Difference difference, double tolerance) {
        MultiPolygon gained = Grounds.of(difference.gained());
        MultiPolygon lost = Grounds.of(difference.lost());
        assertThat(km2(Grounds.union(difference.gained()), before, OverlayNG.INTERSECTION))
                .isLessThan(tolerance);
        assertThat(km2(Grounds.union(difference.lost()), after, OverlayNG.INTERSECTION))
                .isLessThan(tolerance);
        assertThat(Ellipsoid.km2(gained)).isEqualTo(km2(after, before, OverlayNG.DIFFERENCE), within(tolerance));
        assertThat(Ellipsoid.km2(lost)).isEqualTo(km2(before, after, OverlayNG.DIFFERENCE), within(tolerance));
    }

    /** By a library, from the whole of both. */
    private static double km2(Geometry a, Geometry b, int operation) {
        return Ellipsoid.km2(OverlayNGRobust.overlay(a, b, operation));
    }

    private static MultiPolygon alongGeodesics(MultiPolygon ground) {
        List<Polygon> polygons = new ArrayList<>();
        for (Polygon polygon : Grounds.polygons(ground)) {
            LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
            for (int i = 0; i < holes.length; i++) {
                holes[i] = alongGeodesics(polygon.getInteriorRingN(i));
            }
            polygons.add(new GeometryFactory().createPolygon(alongGeodesics(polygon.getExteriorRing()), holes));
        }
        return Grounds.of(polygons);
    }

    private static LinearRing alongGeodesics(LinearRing ring) {
        List<Coordinate> positions = new ArrayList<>();
        for (int i = 1; i < ring.getNumPoints(); i++) {
            Ellipsoid.along(ring.getCoordinateN(i - 1), ring.getCoordinateN(i), 500, 4000, positions::add);
        }
        return new GeometryFactory().createLinearRing(positions.toArray(Coordinate[]::new));
    }
}
