package holdfast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
