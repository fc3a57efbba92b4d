package holdfast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import holdfast.territory.series.ControlMap;
import holdfast.territory.series.MapFile;
import holdfast.territory.series.MapReader;
import holdfast.territory.series.MapSeries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Strips beside an independent computation, by GEOS and PROJ, as Debian's python3-shapely and python3-pyproj bring them; where they are not installed, the test says so and is left out. HOLDFAST_PYTHON names
 * another Python that has them.
 */
class StripBesideShapelyTest {
    /** A part in ten thousand. */
    private static final Percentage CLOSE = Percentage.withPercentage(0.01);

    private static Optional<String> python = Optional.empty();

    @TempDir
    Path folder;

    private record Asked(String side, double km, Geometry line) {
        double km2() {
            Strip.Side its = Strip.Side.valueOf(side.toUpperCase(Locale.ROOT));
            return Ellipsoid.km2(Strip.along(line, km, its));
        }

        String row() {
            StringBuilder row = new StringBuilder(side + " " + km * 1000);
            for (Coordinate at : line.getCoordinates()) {
                row.append(' ').append(at.x).append(' ').append(at.y);
            }
            return row.append('\n').toString();
        }
    }

    @BeforeAll
    static void find() throws Exception {
        List<String> candidates = new ArrayList<>();
        Optional.ofNullable(System.getenv("HOLDFAST_PYTHON")).ifPresent(candidates::add);
        candidates.addAll(List.of("/usr/bin/python3", "python3"));
        for (String candidate : candidates) {
            if (python.isEmpty() && has(candidate)) {
                python = Optional.of(candidate);
            }
        }
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

    @Test
    void onRandomGround() throws Exception {
        List<Asked> asked = new ArrayList<>();
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            Geometry line = crooked(random);
            double km = 1 + 5 * random.nextDouble();
            for (String side : List.of("both", "left", "right")) {
                asked.add(new Asked(side, km, line));
            }
        }
        compare(asked);
    }

    /** Runs one way, with bends, so that its ends are no nearer to other parts of it than the strip is wide. */
    private static Geometry crooked(Random random) {
        double latitude = -60 + 120 * random.nextDouble();
        double degree = 111.3 * Math.cos(Math.toRadians(latitude));
        double x = -170 + 330 * random.nextDouble();
        double y = latitude;
        Coordinate[] positions = new Coordinate[4 + random.nextInt(4)];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = new Coordinate(x, y);
            x += (9 + 5 * random.nextDouble()) / degree;
            y += (random.nextDouble() - 0.5) * 10 / 111.3;
        }
        Geometry line = Grounds.FACTORY.createLineString(positions);
        return random.nextBoolean() ? line : line.reverse();
    }

    /** Around the greatest piece of a real day's ground. */
    @Test
    void alongARealFront() throws Exception {
        assumeTrue(python.isPresent(), "there is no Python with shapely and pyproj here: strips were not compared");
        MapSeries series = MapSeries.open(SharedData.folder("deepstate"));
        MapFile day = series.on(LocalDate.of(2025, 6, 30)).orElseThrow();
        ControlMap map = new MapReader(series.rules()).read(day);
        Polygon greatest = Grounds.polygons(map.ground(map.grounds().firstKey())).stream()
                .max(Comparator.comparingDouble(Polygon::getArea))
                .orElseThrow();
        Geometry front = greatest.getExteriorRing();
        List<Asked> asked = new ArrayList<>();
        for (String side : List.of("both", "left", "right")) {
            asked.add(new Asked(side, 15, Grounds.FACTORY.createLineString(front.getCoordinates())));
        }
        compare(asked);
    }

    private void compare(List<Asked> asked) throws Exception {
        assumeTrue(python.isPresent(), "there is no Python with shapely and pyproj here: strips were not compared");
        List<Double> others = others(asked);
        assertThat(others).hasSameSizeAs(asked);
        for (int i = 0; i < asked.size(); i++) {
            assertThat(asked.get(i).km2())
                    .as(asked.get(i).side() + " " + asked.get(i).km() + " km, " + i)
                    .isCloseTo(others.get(i), CLOSE);
        }
    }

    private List<Double> others(List<Asked> asked) throws Exception {
        Path script = folder.resolve("strips.py");
        try (var in = StripBesideShapelyTest.class.getResourceAsStream("strips.py")) {
            Files.copy(java.util.Objects.requireNonNull(in), script);
        }
        Path rows = folder.resolve("rows");
        StringBuilder text = new StringBuilder();
        asked.forEach(a -> text.append(a.row()));
        Files.writeString(rows, text);
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(python.orElseThrow(), script.toString())
                .redirectInput(rows.toFile())
                .redirectError(errors.toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return out.lines().map(m2 -> Double.parseDouble(m2) / 1e6).toList();
    }
}
