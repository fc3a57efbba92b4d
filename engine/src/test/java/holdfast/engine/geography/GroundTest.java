package holdfast.engine.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import holdfast.engine.geography.form.MapForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GroundTest {
    private static final Offset<Double> A_METRE = within(0.001);
    private static final Offset<Double> TWO_MILLIMETRES = within(2e-6);
    private static final String SQUARE_WITH_HOLE = """
            {"type":"Polygon","coordinates":[
              [[30,50],[32,50],[32,52],[30,52],[30,50]],
              [[30.5,50.5],[30.5,51.5],[31.5,51.5],[31.5,50.5],[30.5,50.5]]]}""";

    // Distances between points

    /** The example of GeographicLib's manual: Wellington to Salamanca, nearly antipodal. */
    @Test
    void wellingtonToSalamanca() {
        assertThat(point(40.96, -5.50).kilometresFrom(-41.32, 174.81)).isCloseTo(19959.67926735, A_METRE);
    }

    /** A degree of the meridian at the equator. */
    @Test
    void aDegreeNorthOfTheEquator() {
        Shape equator = ground("{'type':'LineString','coordinates':[[-30,0],[30,0]]}");
        assertThat(equator.kilometresFrom(1, 7.123)).isCloseTo(110.574276, A_METRE);
    }

    @Test
    void kyivToWarsaw() {
        double direct = Geodesic.WGS84.Inverse(50.4501, 30.5234, 52.2297, 21.0122).s12 / 1000;
        assertThat(point(52.2297, 21.0122).kilometresFrom(50.4501, 30.5234)).isEqualTo(direct);
        assertThat(direct).isBetween(685.0, 695.0);
    }

    @Test
    void acrossTheAntimeridian() {
        Shape west = ground("{'type':'LineString','coordinates':[[-180,50],[-179,50]]}");
        double direct = Geodesic.WGS84.Inverse(50, 179, 50, -180).s12 / 1000;
        assertThat(west.kilometresFrom(50, 179)).isCloseTo(direct, A_METRE);
        assertThat(west.kilometresFrom(50, -181)).isCloseTo(direct, A_METRE);
        assertThat(west.covers(50, 180)).isTrue();
    }

    // Inside, on the edge, outside

    @Test
    void aPolygonWithAHole() {
        Shape square = ground(SQUARE_WITH_HOLE);
        assertThat(square.covers(50.25, 31)).isTrue();
        assertThat(square.covers(51, 31)).as("in the hole").isFalse();
        assertThat(square.covers(49.9, 31)).isFalse();
        assertThat(square.covers(50, 30)).as("a corner").isTrue();
        assertThat(square.covers(50, 31)).as("on the border").isTrue();
        assertThat(square.covers(50.5, 31)).as("on the border of the hole").isTrue();
        assertThat(square.kilometresFrom(50.25, 31)).isZero();
        assertThat(square.kilometresFrom(50, 31)).isZero();
        assertThat(square.kilometresFrom(51, 31)).isCloseTo(nearest(51, 31, 31.5, 50.5, 31.5, 51.5), A_METRE);
    }

    /** A slanted edge goes through few numbers that a double can hold; rounding must not decide. */
    @Test
    void everyPositionOfASlantedEdgeIsCovered() {
        Shape triangle = ground("{'type':'Polygon','coordinates':[[[30.1,50.3],[31.7,50.9],[30.4,51.7],[30.1,50.3]]]}");
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            double t = random.nextDouble();
            assertThat(triangle.covers(50.3 + t * (50.9 - 50.3), 30.1 + t * (31.7 - 30.1)))
                    .isTrue();
        }
        assertThat(triangle.covers(50.6 - 1e-7, 30.9 + 1e-7))
                .as("a centimetre outside")
                .isFalse();
    }

    @Test
    void aLineIsCoveredToWithinAMetre() {
        Shape line = ground("{'type':'LineString','coordinates':[[30,50],[30,51]]}");
        double metre = 1 / 71_700.0;
        assertThat(line.covers(50.5, 30 + 0.8 * metre)).isTrue();
        assertThat(line.covers(50.5, 30 + 1.5 * metre)).isFalse();
        assertThat(line.kilometresFrom(50.5, 30 + 0.8 * metre)).isBetween(0.0005, 0.001);
    }

    @Test
    void overlappingAreasAreTheirUnion() {
        Shape two = ground("""
                {"type":"MultiPolygon","coordinates":[
                  [[[30,50],[32,50],[32,52],[30,52],[30,50]]],
                  [[[31,51],[33,51],[33,53],[31,53],[31,51]]]]}""");
        assertThat(two.covers(51.5, 31.5)).isTrue();
        assertThat(two.kilometresFrom(51.5, 31.5)).isZero();
        assertThat(two.covers(52.5, 30.5)).isFalse();
    }

    @Test
    void areasAndLinesTogether() {
        Shape both = ground(
                "{'type':'GeometryCollection','geometries':[" + SQUARE_WITH_HOLE
                        + ",{'type':'LineString','coordinates':[[30.6,51],[31.4,51]]},{'type':'Point','coordinates':[35,51]}]}");
        assertThat(both.covers(51, 31)).isTrue();
        assertThat(both.kilometresFrom(51.01, 31)).isCloseTo(nearest(51.01, 31, 30.6, 51, 31.4, 51), A_METRE);
        assertThat(both.kilometresFrom(51, 35.1))
                .isCloseTo(Geodesic.WGS84.Inverse(51, 35.1, 51, 35).s12 / 1000, A_METRE);
    }

    @Test
    void refusesWhatIsNowhere() {
        Shape line = ground("{'type':'LineString','coordinates':[[30,50],[30,51]]}");
        assertThatIllegalArgumentException().isThrownBy(() -> line.covers(90.5, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> line.kilometresFrom(Double.NaN, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> line.kilometresFrom(50, Double.NaN));
    }

    // Properties

    /** Straight in longitude and latitude: on a parallel the geodesic would run 2 km further north in the middle. */
    @Test
    void aLongParallelIsNoGeodesic() {
        Shape parallel = ground("{'type':'LineString','coordinates':[[28,48],[32,48]]}");
        assertThat(parallel.kilometresFrom(48, 30)).isZero();
        assertThat(parallel.kilometresFrom(51, 30)).isCloseTo(nearest(51, 30, 28, 48, 32, 48), A_METRE);
    }

    @Test
    void distanceToAnEdgeIsTheLeastOfManySamples() {
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            double lon = 20 + 20 * random.nextDouble();
            double lat = -75 + 150 * random.nextDouble();
            double reach = Math.pow(10, -3 + 3.6 * random.nextDouble());
            double lon1 = lon + reach * random.nextGaussian();
            double lat1 = Math.clamp(lat + reach * random.nextGaussian(), -80, 80);
            double lon2 = lon + reach * random.nextGaussian();
            double lat2 = Math.clamp(lat + reach * random.nextGaussian(), -80, 80);
            Shape line = ground(
                    "{'type':'LineString','coordinates':[[" + lon1 + "," + lat1 + "],[" + lon2 + "," + lat2 + "]]}");
            double expected = nearest(lat, lon, lon1, lat1, lon2, lat2);
            if (expected < 2000) {
                assertThat(line.kilometresFrom(lat, lon))
                        .as("case %d: %s %s to %s %s, %s %s", i, lat, lon, lat1, lon1, lat2, lon2)
                        .isCloseTo(expected, TWO_MILLIMETRES);
            }
        }
    }

    /** The tree and its bounds pass nothing over: the same as each edge by itself, near and far, on coarse and fine lines. */
    @Test
    void distanceToALongLineIsTheLeastOverItsEdges() {
        Random random = new Random(2);
        for (int round = 0; round < 20; round++) {
            double scale = Math.pow(10, -4 + 3 * random.nextDouble());
            List<double[]> positions = wanderings(random, 300, scale);
            Shape line = ground("{'type':'LineString','coordinates':" + words(positions) + "}");
            double far = Math.pow(10, -3 + 4.5 * random.nextDouble());
            double lat = Math.clamp(48 + far * random.nextGaussian(), -90, 90);
            double lon = 37 + far * random.nextGaussian();
            double least = Double.MAX_VALUE;
            for (int i = 1; i < positions.size(); i++) {
                Shape edge =
                        ground("{'type':'LineString','coordinates':" + words(positions.subList(i - 1, i + 1)) + "}");
                least = Math.min(least, edge.kilometresFrom(lat, lon));
            }
            assertThat(line.kilometresFrom(lat, lon)).isCloseTo(least, within(1e-6));
        }
    }

    @Test
    void containmentAgreesWithTheWindingNumber() {
        Random random = new Random(3);
        int inside = 0;
        for (int round = 0; round < 30; round++) {
            List<double[]> outer = star(random, 1.0);
            List<double[]> hole = outer.stream()
                    .map(p -> new double[] {37 + 0.4 * (p[0] - 37), 48 + 0.4 * (p[1] - 48)})
                    .toList();
            Shape area = ground("{'type':'Polygon','coordinates':[" + words(outer) + "," + words(hole) + "]}");
            for (int i = 0; i < 100; i++) {
                double lon = 37 + 2 * (random.nextDouble() - 0.5);
                double lat = 48 + 2 * (random.nextDouble() - 0.5);
                boolean expected = winding(outer, lon, lat) != 0 && winding(hole, lon, lat) == 0;
                inside += expected ? 1 : 0;
                assertThat(area.covers(lat, lon)).isEqualTo(expected);
                assertThat(area.kilometresFrom(lat, lon) == 0).isEqualTo(expected);
            }
        }
        assertThat(inside).isBetween(300, 2700);
    }

    private static double nearest(double lat, double lon, double lon1, double lat1, double lon2, double lat2) {
        double coarse = 1.0 / 2000;
        double best = bestOf(lat, lon, lon1, lat1, lon2, lat2, 0, 1, coarse);
        double fine = bestOf(lat, lon, lon1, lat1, lon2, lat2, best - coarse, best + coarse, coarse / 1000);
        return sample(lat, lon, lon1, lat1, lon2, lat2, fine);
    }

    private static double bestOf(
            double lat,
            double lon,
            double lon1,
            double lat1,
            double lon2,
            double lat2,
            double from,
            double to,
            double step) {
        double best = from;
        double least = Double.MAX_VALUE;
        for (double t = Math.max(0, from); t <= Math.min(1, to) + step / 2; t += step) {
            double distance = sample(lat, lon, lon1, lat1, lon2, lat2, Math.min(1, t));
            if (distance < least) {
                least = distance;
                best = Math.min(1, t);
            }
        }
        return best;
    }

    private static double sample(double lat, double lon, double lon1, double lat1, double lon2, double lat2, double t) {
        GeodesicData line = Geodesic.WGS84.Inverse(lat, lon, lat1 + t * (lat2 - lat1), lon1 + t * (lon2 - lon1));
        return line.s12 / 1000;
    }

    private static List<double[]> wanderings(Random random, int count, double scale) {
        List<double[]> positions = new ArrayList<>();
        double[] at = {37, 48};
        for (int i = 0; i < count; i++) {
            positions.add(at);
            at = new double[] {at[0] + scale * random.nextGaussian(), at[1] + scale * random.nextGaussian()};
        }
        return positions;
    }

    /** A closed ring around 37 E 48 N that sees every corner from there, so that it never crosses itself. */
    private static List<double[]> star(Random random, double radius) {
        List<double[]> ring = new ArrayList<>();
        int corners = 5 + random.nextInt(20);
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double reach = radius * (0.3 + 0.7 * random.nextDouble());
            ring.add(new double[] {37 + reach * Math.cos(angle), 48 + reach * Math.sin(angle)});
        }
        ring.add(ring.getFirst());
        return ring;
    }

    private static int winding(List<double[]> ring, double lon, double lat) {
        double turned = 0;
        for (int i = 1; i < ring.size(); i++) {
            double ax = ring.get(i - 1)[0] - lon;
            double ay = ring.get(i - 1)[1] - lat;
            double bx = ring.get(i)[0] - lon;
            double by = ring.get(i)[1] - lat;
            turned += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
        }
        return (int) Math.round(turned / (2 * Math.PI));
    }

    private static String words(List<double[]> positions) {
        return positions.stream().map(p -> "[" + p[0] + "," + p[1] + "]").collect(Collectors.joining(",", "[", "]"));
    }

    private static Shape point(double latitude, double longitude) {
        return ground("{'type':'Point','coordinates':[" + longitude + "," + latitude + "]}");
    }

    private static Shape ground(String geoJson) {
        return new Ground(
                MapForms.readGeoJson("test.geojson", geoJson.replace('\'', '"')).all());
    }
}
