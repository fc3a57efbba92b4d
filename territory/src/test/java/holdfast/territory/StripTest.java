package holdfast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;

class StripTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void aMeridianOnEitherSideAndOnBoth() {
        Geometry line = Drawn.wkt("LINESTRING (37 47, 37 48)");
        double length = Ellipsoid.perimeterKm(line);
        double east = Ellipsoid.km2(Strip.along(line, 10, Strip.Side.RIGHT));
        double west = Ellipsoid.km2(Strip.along(line, 10, Strip.Side.LEFT));
        double both = Ellipsoid.km2(Strip.along(line, 10, Strip.Side.BOTH));
        assertThat(east).isCloseTo(length * 10, Percentage.withPercentage(0.05));
        assertThat(west).isEqualTo(east, within(1e-6));
        assertThat(both).isCloseTo(east + west + Math.PI * 100, Percentage.withPercentage(0.05));
    }

    @Test
    void leftIsLeftOfTheDirection() {
        Geometry north = Drawn.wkt("LINESTRING (37 47, 37 48)");
        assertThat(Strip.along(north, 10, Strip.Side.LEFT).getEnvelopeInternal().getMaxX())
                .isEqualTo(37, within(1e-9));
        assertThat(Strip.along(north.reverse(), 10, Strip.Side.LEFT)
                        .getEnvelopeInternal()
                        .getMinX())
                .isEqualTo(37, within(1e-9));
    }

    /** Along a crooked line: a place is in the strip if, and only if, it is near enough to the line. */
    @Test
    void whatIsNearIsInAndWhatIsFarIsNot() {
        LineString line = (LineString) Drawn.wkt("LINESTRING (36 47, 36.3 47.2, 36.1 47.4, 36.8 47.5, 36.9 47.1)");
        double km = 8;
        MultiPolygon strip = Strip.along(line, km, Strip.Side.BOTH);
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            Coordinate at = new Coordinate(35.8 + 1.4 * random.nextDouble(), 46.8 + 0.9 * random.nextDouble());
            double distance = kilometres(at, line);
            if (Math.abs(distance - km) > km / 1000) {
                assertThat(strip.intersects(FACTORY.createPoint(at)))
                        .as("%s at %s km", at, distance)
                        .isEqualTo(distance < km);
            }
        }
    }

    private static double kilometres(Coordinate at, LineString line) {
        double least = Double.MAX_VALUE;
        for (int i = 1; i < line.getNumPoints(); i++) {
            List<Coordinate> parts = new ArrayList<>();
            Ellipsoid.along(line.getCoordinateN(i - 1), line.getCoordinateN(i), 50, 100000, parts::add);
            for (Coordinate part : parts) {
                if (Math.abs(part.y - at.y) < 0.2 && Math.abs(part.x - at.x) < 0.3) {
                    least = Math.min(least, Geodesic.WGS84.Inverse(at.y, at.x, part.y, part.x).s12 / 1000);
                }
            }
        }
        return least;
    }

    @Test
    void acrossTheAntimeridian() {
        Geometry line = Drawn.wkt("LINESTRING (179 65, 181 65)");
        MultiPolygon strip = Strip.along(line, 5, Strip.Side.BOTH);
        assertThat(strip.getNumGeometries()).isEqualTo(1);
        assertThat(Ellipsoid.km2(strip))
                .isCloseTo(Ellipsoid.perimeterKm(line) * 10 + Math.PI * 25, Percentage.withPercentage(0.1));
    }

    /** A line with bends narrower than the strip, as fronts have: each side lies on its side, and the two are the strip. */
    @Test
    void aStripOnOneSideLiesOnThatSide() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<Coordinate> crooked = new ArrayList<>(List.of(new Coordinate(30, 48)));
            for (double x = 30.02; x < 31; x += 0.005 + 0.03 * random.nextDouble()) {
                crooked.add(new Coordinate(x, 48 + 0.1 * (random.nextDouble() - 0.5)));
            }
            crooked.add(new Coordinate(31, 48));
            LineString line = FACTORY.createLineString(crooked.toArray(Coordinate[]::new));
            List<Coordinate> south = new ArrayList<>(crooked);
            south.addAll(List.of(new Coordinate(31, 46), new Coordinate(30, 46), new Coordinate(30, 48)));
            Geometry ground = FACTORY.createPolygon(south.toArray(Coordinate[]::new));
            MultiPolygon left = Strip.along(line, 15, Strip.Side.LEFT);
            MultiPolygon right = Strip.along(line, 15, Strip.Side.RIGHT);
            Geometry middle = Drawn.wkt("POLYGON ((30.4 46, 30.6 46, 30.6 50, 30.4 50, 30.4 46))");
            double all = Ellipsoid.km2(Grounds.common(middle, Strip.along(line, 15, Strip.Side.BOTH)));
            double onLeft = Ellipsoid.km2(Grounds.common(middle, left));
            double onRight = Ellipsoid.km2(Grounds.common(middle, right));
            // The line is drawn with geodesics, the ground with straight edges: they differ by centimetres.
            assertThat(Ellipsoid.km2(Grounds.common(left, ground)))
                    .as("seed " + seed)
                    .isLessThan(0.05);
            assertThat(Ellipsoid.km2(Grounds.common(right, left))).isLessThan(1e-6);
            assertThat(onLeft + onRight).isEqualTo(all, within(1e-3 * all));
        }
    }

    @Test
    void aHookAndARing() {
        // The line turns back 4 km beside itself: what lies in the hook is left of both arms.
        Geometry hook = Drawn.wkt("LINESTRING (30 48, 30.5 48, 30.5 48.04, 30.1 48.04)");
        MultiPolygon left = Strip.along(hook, 10, Strip.Side.LEFT);
        MultiPolygon right = Strip.along(hook, 10, Strip.Side.RIGHT);
        assertThat(left.covers(FACTORY.createPoint(new Coordinate(30.3, 48.02))))
                .isTrue();
        assertThat(right.covers(FACTORY.createPoint(new Coordinate(30.3, 48.06))))
                .isTrue();
        assertThat(right.covers(FACTORY.createPoint(new Coordinate(30.3, 47.97))))
                .isTrue();
        assertThat(Ellipsoid.km2(Grounds.common(left, right))).isLessThan(1e-6);
        Geometry ring = Drawn.wkt("LINESTRING (30 48, 30.1 48, 30.1 48.1, 30 48.1, 30 48)");
        assertThat(Ellipsoid.km2(Strip.along(ring, 20, Strip.Side.LEFT)))
                .isCloseTo(
                        Ellipsoid.km2(Drawn.wkt("POLYGON ((30 48, 30.1 48, 30.1 48.1, 30 48.1, 30 48))")),
                        within(1e-3));
        assertThatThrownBy(
                        () -> Strip.along(Drawn.wkt("LINESTRING (30 48, 31 48, 31 49, 30.5 47)"), 5, Strip.Side.LEFT))
                .hasMessageContaining("crosses itself");
    }
}
