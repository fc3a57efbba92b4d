package holdfast.territory.cut;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.territory.Drawn;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Areas beside closed forms of the ellipsoid, of which no polygon has to be measured. */
class EllipsoidTest {
    private static final double A = 6378.137;
    private static final double F = 1 / 298.257223563;
    private static final double E = Math.sqrt(F * (2 - F));
    private static final double SPHERE = 6371.0088;
    private static final Percentage A_PART_IN_A_MILLION = Percentage.withPercentage(1e-4);

    /** Between the equator and a parallel, for each radian of longitude (Snyder, Map Projections: A Working Manual, 1987, equation 3-12). */
    private static double toEquator(double latitude) {
        double sine = Math.sin(Math.toRadians(latitude));
        double b = A * (1 - F);
        return b * b / 2 * (sine / (1 - E * E * sine * sine) + Math.log((1 + E * sine) / (1 - E * sine)) / (2 * E));
    }

    private static double quadrangle(double south, double north, double degrees) {
        return Math.toRadians(degrees) * (toEquator(north) - toEquator(south));
    }

    /** Parallels are no geodesics, so they are drawn with many positions. */
    private static Polygon drawn(double west, double south, double east, double north, int parts) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i <= parts; i++) {
            ring.add(new Coordinate(west + (east - west) * i / parts, south));
        }
        for (int i = parts; i >= 0; i--) {
            ring.add(new Coordinate(west + (east - west) * i / parts, north));
        }
        ring.add(ring.getFirst());
        return new GeometryFactory().createPolygon(ring.toArray(Coordinate[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "22, 44, 40, 52, 20000",
        "36.99, 47.995, 37.003, 48.004, 100",
        "-70, -56, -69, -55, 2000",
        "10, 0, 20, 10, 20000",
        "179, 60, 181, 62, 4000"
    })
    void quadranglesBetweenParallelsAndMeridians(double west, double south, double east, double north, int parts) {
        assertThat(Ellipsoid.km2(drawn(west, south, east, north, parts)))
                .isCloseTo(quadrangle(south, north, east - west), A_PART_IN_A_MILLION);
    }

    @Test
    void theSphereIsOff() {
        double country = Ellipsoid.km2(drawn(22, 44, 40, 52, 20000));
        double sphere =
                SPHERE * SPHERE * Math.toRadians(18) * (Math.sin(Math.toRadians(52)) - Math.sin(Math.toRadians(44)));
        // A sphere of the same surface as the Earth misses more than 1,500 km2 here.
        assertThat(Math.abs(country - sphere)).isGreaterThan(1500);
    }

    @Test
    void aSquareKilometreIsOne() {
        // Half a kilometre each way from 48 N 37 E, by the lengths of a degree there.
        double northward = 0.5 / 111.20;
        double eastward = 0.5 / 74.63;
        double closed = quadrangle(48 - northward, 48 + northward, 2 * eastward);
        assertThat(closed).isBetween(0.99, 1.01);
        assertThat(Ellipsoid.km2(drawn(37 - eastward, 48 - northward, 37 + eastward, 48 + northward, 50)))
                .isCloseTo(closed, A_PART_IN_A_MILLION);
    }

    @Test
    void aCapAroundThePole() {
        Polygon cap = drawn(-180, 80, 180, 90, 20000);
        assertThat(Ellipsoid.km2(cap)).isCloseTo(quadrangle(80, 90, 360), A_PART_IN_A_MILLION);
        assertThat(Ellipsoid.km2(drawn(-180, -90, 180, -80, 20000)))
                .isCloseTo(quadrangle(80, 90, 360), A_PART_IN_A_MILLION);
        double spherical = 2 * Math.PI * SPHERE * SPHERE * (1 - Math.sin(Math.toRadians(80)));
        assertThat(Math.abs(Ellipsoid.km2(cap) / spherical - 1)).isGreaterThan(1e-3);
    }

    @Test
    void theWholeEarth() {
        assertThat(Ellipsoid.km2(drawn(-180, -90, 180, 90, 8))).isCloseTo(510_065_621.724, A_PART_IN_A_MILLION);
    }

    @Test
    void aTriangleOfAnEighthOfTheEarth() {
        // Equator and meridians are geodesics: three positions are enough.
        Geometry eighth = Drawn.wkt("POLYGON ((0 0, 90 0, 90 90, 0 90, 0 0))");
        assertThat(Ellipsoid.km2(eighth)).isCloseTo(510_065_621.724 / 8, A_PART_IN_A_MILLION);
    }

    @Test
    void holesAreNoGround() {
        Geometry with = Drawn.wkt("POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))");
        Geometry whole = Drawn.wkt("POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))");
        Geometry hole = Drawn.wkt("POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))");
        assertThat(Ellipsoid.km2(with))
                .isCloseTo(Ellipsoid.km2(whole) - Ellipsoid.km2(hole), Percentage.withPercentage(1e-9));
        assertThat(Ellipsoid.perimeterKm(with))
                .isCloseTo(Ellipsoid.perimeterKm(whole) + Ellipsoid.perimeterKm(hole), Percentage.withPercentage(1e-9));
    }

    @Test
    void whichWayARingRunsDoesNotMatter() {
        Geometry polygon = Drawn.wkt("POLYGON ((36 47, 38 47, 37.5 49, 36 47))");
        assertThat(Ellipsoid.km2(polygon.reverse())).isEqualTo(Ellipsoid.km2(polygon));
    }

    @Test
    void ringsThatTouch() {
        Geometry apart = Drawn.wkt("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((1 1, 2 1, 2 2, 1 2, 1 1)))");
        assertThat(Ellipsoid.km2(apart))
                .isCloseTo(
                        Ellipsoid.km2(Drawn.wkt("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"))
                                + Ellipsoid.km2(Drawn.wkt("POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))")),
                        Percentage.withPercentage(1e-9));
    }

    @Test
    void anEdgeAndItsReverseAreTheSame() {
        List<Coordinate> there = new ArrayList<>();
        List<Coordinate> back = new ArrayList<>();
        Coordinate a = new Coordinate(36.1, 47.2);
        Coordinate b = new Coordinate(31.9, 49.9);
        Ellipsoid.along(a, b, 1000, 4000, there::add);
        Ellipsoid.along(b, a, 1000, 4000, back::add);
        assertThat(back.reversed()).isEqualTo(there);
        assertThat(there).hasSizeGreaterThan(300).startsWith(a).endsWith(b);
    }
}
