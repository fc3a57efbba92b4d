package holdfast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import holdfast.territory.series.MapProgress;
import holdfast.territory.series.MapSeries;
import holdfast.territory.series.SeriesRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/** The law of what counts: more ground beyond a line is never less of a breach, and what is below resolution is cut off a piece. */
class CountingTest {
    private static final int CASES = Integer.getInteger("cases", 300);
    private static final Counting COUNTING = new Counting(SeriesRules.DEFAULT);

    @TempDir
    Path folder;

    @Test
    void moreGroundNeverCountsLess() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            double latitude = -65 + 130 * random.nextDouble();
            List<Geometry> parts = new ArrayList<>();
            double before = 0;
            for (int step = 0; step < 6; step++) {
                parts.add(part(random, latitude));
                MultiPolygon ground = Grounds.union(parts);
                double counted = counted(ground);
                assertThat(counted)
                        .as("seed " + seed + ", step " + step)
                        .isGreaterThanOrEqualTo(before - 1e-4 * Ellipsoid.perimeterKm(ground))
                        .isLessThanOrEqualTo(Ellipsoid.km2(ground) + 1e-9);
                before = counted;
            }
        }
    }

    /** Blobs, strips that are too thin and strips that are not, near each other, also over a parallel between two bands. */
    private static Geometry part(Random random, double latitude) {
        double x = 30 + 0.05 * random.nextDouble();
        double y = latitude + 0.05 * random.nextDouble();
        double metres = 30 + 400 * random.nextDouble();
        int points = 2 + random.nextInt(3);
        Coordinate[] path = new Coordinate[points];
        for (int i = 0; i < points; i++) {
            path[i] = new Coordinate(x, y);
            x += 0.03 * (random.nextDouble() - 0.3);
            y += 0.03 * (random.nextDouble() - 0.5);
        }
        Geometry line = Grounds.FACTORY.createLineString(path);
        return random.nextInt(3) == 0
                ? Grounds.FACTORY.createPoint(path[0]).buffer(0.004 * random.nextDouble() + 0.0005, 3)
                : line.buffer(metres / 111_000);
    }

    private static double counted(MultiPolygon ground) {
        return Counting.km2(COUNTING.of(Grounds.polygons(ground)));
    }

    @Test
    void whatIsBelowResolutionIsCutOffThePiece() {
        Geometry bulge = Drawn.wkt("POLYGON ((37 48, 37.03 48, 37.03 48.02, 37 48.02, 37 48))");
        Geometry strip = Drawn.wkt("POLYGON ((36.9 48, 37.1 48, 37.1 47.9995, 36.9 47.9995, 36.9 48))");
        double alone = counted(Grounds.union(List.of(bulge)));
        double with = counted(Grounds.union(List.of(bulge, strip)));
        assertThat(alone).isEqualTo(Ellipsoid.km2(bulge), within(1e-9));
        assertThat(with).isBetween(alone, alone + 0.2);
        assertThat(counted(Grounds.union(List.of(strip)))).isZero();
    }

    @Test
    void aCorridorIsNoSliver() {
        Geometry road = Drawn.wkt("POLYGON ((38 47.5, 39 47.5, 39 47.5027, 38 47.5027, 38 47.5))");
        assertThat(counted(Grounds.union(List.of(road)))).isEqualTo(Ellipsoid.km2(road), within(1e-6));
    }

    @Test
    void aPieceAcrossBandsIsOnePiece() {
        Geometry tall = Drawn.wkt("POLYGON ((38 47.2, 38.01 47.2, 38.01 49.1, 38 49.1, 38 47.2))");
        List<Patch> counted = COUNTING.of(Grounds.polygons(tall));
        assertThat(counted).hasSize(1);
        assertThat(counted.getFirst().km2()).isEqualTo(Ellipsoid.km2(tall), within(1e-6));
    }

    /** A series and the same with more ground on every map after the first: never breached later. */
    @Test
    void moreGroundIsNeverBreachedLater() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Path less = Files.createDirectory(folder.resolve("less" + seed));
            Path more = Files.createDirectory(folder.resolve("more" + seed));
            Geometry start = Drawn.wkt("POLYGON ((29 46, 31 46, 31 50, 29 50, 29 46))");
            Geometry ground = start;
            Geometry wider = start;
            int hidden = random.nextInt(3);
            for (int i = 0; i < 8; i++) {
                LocalDate day = LocalDate.of(2024, 8, 1).plusDays(i);
                Drawn.file(less, "m-" + day + ".geojson", Drawn.map(Drawn.feature("{}", Drawn.geoJson(ground))));
                Drawn.file(
                        more,
                        "m-" + day + ".geojson",
                        Drawn.map(Drawn.feature("{}", Drawn.geoJson(i == 0 ? start : wider))));
                Geometry bulge = Grounds.FACTORY
                        .createPoint(new Coordinate(31, 47 + 2 * random.nextDouble()))
                        .buffer(0.002 + 0.012 * random.nextDouble(), 4);
                if (random.nextInt(4) == 0) {
                    ground = Grounds.without(ground, bulge.buffer(0.003));
                }
                ground = Grounds.union(List.of(ground, bulge));
                wider = hidden == 0 ? ground : Grounds.union(List.of(ground, ground.buffer(0.0002 * (1 + hidden))));
            }
            Optional<Beyond> one = breach(less);
            Optional<Beyond> other = breach(more);
            one.ifPresent(b -> assertThat(other.orElseThrow().date()).isBeforeOrEqualTo(b.date()));
        }
    }

    private static Optional<Beyond> breach(Path folder) throws IOException {
        MapSeries series = MapSeries.open(folder);
        Line line = Line.on(LocalDate.of(2024, 8, 1), series, Optional.empty());
        return Territory.read(series, List.of(), List.of(line), 1, day -> {}, MapProgress.NONE)
                .line()
                .orElseThrow()
                .breach();
    }

    @Test
    void whatHasNotLastedIsSaid() throws IOException {
        String before = Drawn.polygon(Drawn.ring(30, 47, 31, 48));
        String after = Drawn.polygon(Drawn.ring(30, 47, 31.001, 48.02));
        Drawn.file(folder, "m-2025-03-01.geojson", Drawn.map(Drawn.feature("{}", before)));
        Drawn.file(folder, "m-2025-03-02.geojson", Drawn.map(Drawn.feature("{}", before)));
        Drawn.file(folder, "m-2025-03-04.geojson", Drawn.map(Drawn.feature("{}", after)));
        Drawn.file(folder, "m-2025-03-05.geojson", Drawn.map(Drawn.feature("{}", after)));
        MapSeries series = MapSeries.open(folder);
        Line line = Line.on(LocalDate.of(2025, 3, 1), series, Optional.empty());
        LineSummary summary = Territory.read(series, List.of(), List.of(line), 1, day -> {}, MapProgress.NONE)
                .line()
                .orElseThrow();
        assertThat(summary.breach()).isEmpty();
        assertThat(summary.ifItStays().orElseThrow().date()).isEqualTo(LocalDate.of(2025, 3, 4));
        assertThat(summary.notYetLastingSince()).contains(LocalDate.of(2025, 3, 4));
        assertThat(summary.notYetLastingKm2()).isBetween(160.0, 170.0);
    }
}
