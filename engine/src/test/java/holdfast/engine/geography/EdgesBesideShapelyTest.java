package holdfast.engine.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import holdfast.language.AgreementReader;
import holdfast.language.diagnostic.Problem;
import holdfast.language.model.Agreement;
import holdfast.language.model.Zone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.sf.geographiclib.Geodesic;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;

/**
 * Edges of grounds, and strips along them, beside an independent computation by GEOS and PROJ, as Debian's
 * python3-shapely and python3-pyproj bring them; where they are not installed, the test says so and is left
 * out. HOLDFAST_PYTHON names another Python that has them.
 */
class EdgesBesideShapelyTest {
    /** A part in ten thousand. */
    private static final Percentage CLOSE = Percentage.withPercentage(0.01);

    private static final int CASES = 3;
    private static final double SEA_KM = 2;
    private static final double STRIP_KM = 15;
    private static final int ROWS = 500;
    private static final int COLUMNS = 300;

    @TempDir
    Path folder;

    /** A ground in two parts with a border in common, and a sea along some of its edge. */
    private record Asked(List<List<Coordinate>> areas, List<Coordinate> sea) {
        String json() {
            return "{\"areas\":["
                    + String.join(",", areas.stream().map(Asked::positions).toList()) + "],\"sea\":" + positions(sea)
                    + ",\"km\":" + SEA_KM + ",\"strip\":" + STRIP_KM + "}\n";
        }

        static String positions(List<Coordinate> line) {
            return "["
                    + String.join(
                            ",",
                            line.stream()
                                    .map(at -> "[" + at.x + "," + at.y + "]")
                                    .toList())
                    + "]";
        }

        Agreement agreement() {
            String features = String.join(
                    ",",
                    areas.stream()
                            .map(a ->
                                    "{\"type\":\"Feature\",\"properties\":{\"side\":\"South\"},\"geometry\":{\"type\":"
                                            + "\"Polygon\",\"coordinates\":[" + positions(a) + "]}}")
                            .toList());
            Map<String, String> files = Map.of(
                    "m-2026-03-01.geojson",
                    "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}",
                    "sea.geojson",
                    "{\"type\":\"LineString\",\"coordinates\":" + positions(sea) + "}");
            String text = """
                    # Line

                    ```holdfast
                    agreement "Line" version "1"
                    time zone UTC
                    party North, South
                    event enter(by: party, place: place)
                    zone held is where South stood on 2026-03-01 per "m-2026-03-01.geojson"
                    zone sea from "sea.geojson"
                    zone whole is the edge of held
                    zone front is the edge of held, without what lies within 2 km of sea
                    zone strip is 15 km wide along front, on each side
                    1.1  each party P must not enter(by P, place X) where X in strip
                    ```
                    """;
            var outcome = AgreementReader.read(
                    "line.md",
                    text.getBytes(StandardCharsets.UTF_8),
                    name -> Optional.ofNullable(files.get(name)).map(f -> f.getBytes(StandardCharsets.UTF_8)));
            assertThat(outcome.diagnostics().stream().filter(Problem::isError)).isEmpty();
            return outcome.agreement().orElseThrow();
        }
    }

    @Test
    void onRandomGround() throws Exception {
        Optional<String> python = python();
        assumeTrue(python.isPresent(), "there is no Python with shapely and pyproj here: edges were not compared");
        List<Asked> asked = new ArrayList<>();
        for (int seed = 0; seed < CASES; seed++) {
            asked.add(ground(new Random(seed)));
        }
        List<double[]> others = others(python.get(), asked);
        assertThat(others).hasSameSizeAs(asked);
        for (int i = 0; i < CASES; i++) {
            Agreement agreement = asked.get(i).agreement();
            double[] expected = others.get(i);
            assertThat(metres(agreement, "whole")).as("edge, seed " + i).isCloseTo(expected[0], CLOSE);
            double front = metres(agreement, "front");
            assertThat(front).as("without the coast, seed " + i).isCloseTo(expected[1], CLOSE);
            assertThat(front).isLessThan(0.9 * expected[0]);
            Shape strip = Objects.requireNonNull(Geography.of(agreement).get("strip"));
            assertThat(squareMetres(strip, asked.get(i))).as("strip, seed " + i).isCloseTo(expected[2], CLOSE);
        }
    }

    /** A star, cut in two along a line through its middle; the sea lies along a third of it. */
    private static Asked ground(Random random) {
        double x = -170 + 340 * random.nextDouble();
        double y = -55 + 110 * random.nextDouble();
        double squeeze = Math.cos(Math.toRadians(y));
        int corners = 14 + 2 * random.nextInt(6);
        List<Coordinate> star = new ArrayList<>();
        List<Coordinate> beside = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double turn = 2 * Math.PI * (i + 0.3) / corners;
            double radius = 0.5 + 0.25 * random.nextDouble();
            double east = radius * Math.cos(turn) / squeeze;
            double north = radius * Math.sin(turn);
            star.add(new CoordinateXY(x + east, y + north));
            if (i < corners / 3) {
                beside.add(new CoordinateXY(x + 1.008 * east, y + 1.008 * north));
            }
        }
        List<Coordinate> first = new ArrayList<>(star.subList(0, corners / 2 + 1));
        first.add(star.getFirst());
        List<Coordinate> second = new ArrayList<>(star.subList(corners / 2, corners));
        second.add(star.getFirst());
        second.add(star.get(corners / 2));
        return new Asked(List.of(first, second), beside);
    }

    private static double metres(Agreement agreement, String name) {
        Zone.FromFile zone = agreement.zones().stream()
                .filter(z -> z.name().equals(name))
                .map(Zone.FromFile.class::cast)
                .findFirst()
                .orElseThrow();
        double metres = 0;
        for (Geometry lines : Geography.geometries(zone)) {
            for (int i = 0; i < lines.getNumGeometries(); i++) {
                Coordinate[] positions = lines.getGeometryN(i).getCoordinates();
                for (int j = 1; j < positions.length; j++) {
                    metres += metres(positions[j - 1], positions[j]);
                }
            }
        }
        return metres;
    }

    /** Straight in degrees. */
    private static double metres(Coordinate from, Coordinate to) {
        int parts = 50;
        double metres = 0;
        for (int i = 0; i < parts; i++) {
            double a = (double) i / parts;
            double b = (i + 1.0) / parts;
            metres += Geodesic.WGS84.Inverse(
                            from.y + a * (to.y - from.y),
                            from.x + a * (to.x - from.x),
                            from.y + b * (to.y - from.y),
                            from.x + b * (to.x - from.x))
                    .s12;
        }
        return metres;
    }

    /** By parallels: how much of each lies in the strip. */
    private static double squareMetres(Shape strip, Asked ground) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (List<Coordinate> area : ground.areas()) {
            for (Coordinate at : area) {
                west = Math.min(west, at.x - 0.5);
                east = Math.max(east, at.x + 0.5);
                south = Math.min(south, at.y - 0.2);
                north = Math.max(north, at.y + 0.2);
            }
        }
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            double latitude = south + (north - south) * (row + 0.5) / ROWS;
            double inside = 0;
            boolean before = false;
            double entered = 0;
            for (int column = 0; column <= COLUMNS; column++) {
                double longitude = west + (east - west) * column / COLUMNS;
                boolean now = strip.covers(latitude, longitude);
                if (now != before) {
                    double at = change(strip, latitude, west + (east - west) * (column - 1) / COLUMNS, longitude, now);
                    inside += now ? 0 : at - entered;
                    entered = at;
                }
                before = now;
            }
            sum += inside * squareMetresInSquareDegree(latitude) * (north - south) / ROWS;
        }
        return sum;
    }

    private static double change(Shape strip, double latitude, double west, double east, boolean inEast) {
        double low = west;
        double high = east;
        for (int i = 0; i < 20; i++) {
            double middle = (low + high) / 2;
            if (strip.covers(latitude, middle) == inEast) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static double squareMetresInSquareDegree(double latitude) {
        double a = Geodesic.WGS84.EquatorialRadius();
        double f = Geodesic.WGS84.Flattening();
        double e2 = f * (2 - f);
        double sine = Math.sin(Math.toRadians(latitude));
        double w2 = 1 - e2 * sine * sine;
        double degree = Math.toRadians(1);
        return a * a * (1 - e2) / (w2 * w2) * Math.cos(Math.toRadians(latitude)) * degree * degree;
    }

    private List<double[]> others(String python, List<Asked> asked) throws Exception {
        Path script = folder.resolve("edges.py");
        try (var in = EdgesBesideShapelyTest.class.getResourceAsStream("edges.py")) {
            Files.copy(Objects.requireNonNull(in), script);
        }
        StringBuilder text = new StringBuilder();
        asked.forEach(a -> text.append(a.json()));
        Path rows = Files.writeString(folder.resolve("rows"), text);
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(python, script.toString())
                .redirectInput(rows.toFile())
                .redirectError(errors.toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return out.lines()
                .map(line -> List.of(line.split(" ")).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static Optional<String> python() throws InterruptedException {
        List<String> candidates = new ArrayList<>();
        Optional.ofNullable(System.getenv("HOLDFAST_PYTHON")).ifPresent(candidates::add);
        candidates.addAll(List.of("/usr/bin/python3", "python3"));
        for (String candidate : candidates) {
            if (has(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean has(String candidate) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(candidate, "-c", "import shapely, pyproj")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
