package holdfast.territory;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.territory.cut.Grounds;
import holdfast.territory.series.MapFile;
import holdfast.territory.series.MapProgress;
import holdfast.territory.series.MapSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * What is carried from day to day along a series changes no figure: each day against the map before it, and the last day against the first, come out as from these two maps alone. {@code
 * -Dcases=200} for a longer run, {@code -Dreal=true} for every pair of days of the real maps.
 */
class AlongTheSeriesTest {
    private static final int CASES = Integer.getInteger("cases", 4);
    private static final double RELATIVE = 1e-8;

    /** A tenth of a square metre: what is left of two sums of great areas. */
    private static final double KM2 = 1e-7;

    @TempDir
    Path folder;

    private record Figures(double km2, double gained, double lost) {}

    @Test
    void eachPairOfDaysByItselfHasTheSameFigures() throws IOException {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Path maps = Files.createDirectory(folder.resolve("s" + seed));
            if (seed % 2 == 1) {
                Drawn.file(maps, "series.json", "{\"remainder\": \"whoever is left\"}");
            }
            int longitude = 30 + random.nextInt(60);
            int latitude = random.nextInt(120) - 60;
            MultiPolygon north = Drawn.ground(random, longitude, latitude, 0.5);
            MultiPolygon south = Grounds.without(Drawn.moved(random, north, 0.8), north);
            LocalDate date = LocalDate.of(2011, 3, 15);
            for (int day = 0; day < 7; day++) {
                while (south.isEmpty()) {
                    south = Grounds.without(Drawn.ground(random, longitude + 0.4, latitude, 0.4), north);
                }
                Drawn.file(
                        maps,
                        "m-" + date + ".geojson",
                        Drawn.map(
                                Drawn.feature("{\"side\":\"Sabratha\"}", Drawn.geoJson(north)),
                                Drawn.feature("{\"side\":\"Zuwara\"}", Drawn.geoJson(south))));
                date = date.plusDays(1 + random.nextInt(2));
                north = Drawn.moved(random, north, 0.5);
                south = Grounds.without(Drawn.moved(random, south.isEmpty() ? north : south, 0.5), north);
            }
            compare("seed " + seed, MapSeries.open(maps), 1);
        }
    }

    @Test
    void theRealMaps() throws IOException {
        Assumptions.assumeTrue(Boolean.getBoolean("real"), "run with -Dreal=true");
        compare("deepstate", MapSeries.open(SharedData.folder("deepstate")), Integer.getInteger("every", 1));
    }

    private static void compare(String what, MapSeries series, int every) {
        Map<LocalDate, Map<String, Figures>> along = read(series);
        List<MapFile> maps = series.maps();
        for (int i = 1; i < maps.size(); i += every) {
            LocalDate day = maps.get(i).date();
            Map<LocalDate, Map<String, Figures>> alone =
                    read(series.within(Optional.of(maps.get(i - 1).date()), Optional.of(day)));
            Map<String, Figures> its = along.getOrDefault(day, Map.of());
            same(what + ", " + day, its, alone.getOrDefault(day, Map.of()));
            assertThat(its.keySet())
                    .containsAll(alone.getOrDefault(day, Map.of()).keySet());
        }
        LocalDate last = maps.getLast().date();
        Map<String, Figures> total = totals(series);
        Map<String, Figures> ends = read(new MapSeries(
                        series.name(), series.rules(), List.of(maps.getFirst(), maps.getLast())))
                .getOrDefault(last, Map.of());
        same(what + ", all of it", total, ends);
    }

    private static void same(String what, Map<String, Figures> one, Map<String, Figures> other) {
        one.forEach((side, figures) -> {
            Figures others = other.getOrDefault(side, new Figures(0, 0, 0));
            same(what + ", area of " + side, figures.km2(), others.km2());
            same(what + ", gained by " + side, figures.gained(), others.gained());
            same(what + ", lost by " + side, figures.lost(), others.lost());
        });
    }

    private static void same(String what, double one, double other) {
        assertThat(Math.abs(one - other))
                .as(what + ": " + one + " along the series, " + other + " alone")
                .isLessThanOrEqualTo(RELATIVE * Math.max(one, other) + KM2);
    }

    private static Map<LocalDate, Map<String, Figures>> read(MapSeries series) {
        Map<LocalDate, Map<String, Figures>> days = new TreeMap<>();
        Territory.read(
                series,
                List.of(),
                List.of(),
                1,
                day -> day.accounts()
                        .forEach(a -> days.computeIfAbsent(day.date(), d -> new TreeMap<>())
                                .put(
                                        a.holding().toString(),
                                        new Figures(a.km2().orElse(0), a.gainedKm2(), a.lostKm2()))),
                MapProgress.NONE);
        return days;
    }

    private static Map<String, Figures> totals(MapSeries series) {
        Map<String, Figures> totals = new TreeMap<>();
        Territory.read(series, List.of(), List.of(), 1, day -> {}, MapProgress.NONE)
                .totals()
                .forEach(t -> totals.put(t.holding().toString(), new Figures(t.lastKm2(), t.gainedKm2(), t.lostKm2())));
        return totals;
    }
}
