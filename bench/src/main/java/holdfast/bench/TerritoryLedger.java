package holdfast.bench;

import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.engine.geography.form.MapForms;
import holdfast.territory.Line;
import holdfast.territory.Territory;
import holdfast.territory.series.MapFile;
import holdfast.territory.series.MapProgress;
import holdfast.territory.series.MapSeries;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The day-by-day ledger of a series of maps: Holdfast from files to figures; plain JTS from the same files, differences and areas in the plane, in square degrees; PostGIS from a table of geometries that
 * is loaded already, so that reading counts for the first two and not for it. For these two, processor time of the whole process, with compiler and collector; the server of PostGIS is another process, and its
 * query is taken by the clock, which is never less than its processor time.
 *
 * <p>With a line, both also find what lies beyond it on each day; Holdfast judges besides what of that counts and lasts.
 */
final class TerritoryLedger {
    private static final String SQL = """
            select sum(st_area(ground::geography)), sum(st_area(st_difference(ground, before)::geography)) / 1e6,
                   sum(st_area(st_difference(before, ground)::geography)) / 1e6
            from (select ground, lag(ground) over (order by day) as before from maps) as pairs;
            """;

    private record Times(String name, double[] seconds) {
        double median() {
            double[] sorted = seconds.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }

    private TerritoryLedger() {}

    static void run(Options options) throws Exception {
        MapSeries series = MapSeries.open(options.path("maps"));
        Optional<LocalDate> fixed = options.find("line").map(LocalDate::parse);
        int rounds = options.number("rounds", 3);
        List<Times> all = new ArrayList<>();
        all.add(new Times("Holdfast", new double[rounds]));
        all.add(new Times("JTS, planar", new double[rounds]));
        boolean postgis = options.find("psql").isPresent();
        if (postgis) {
            load(series, options.text("psql"));
            all.add(new Times("PostGIS", new double[rounds]));
        }
        for (int round = 0; round < rounds; round++) {
            for (Times times : all) {
                Stopwatch watch = new Stopwatch();
                String found = switch (times.name()) {
                    case "Holdfast" -> holdfast(series, fixed);
                    case "PostGIS" -> psql(options.text("psql"), SQL);
                    default -> jts(series, fixed);
                };
                Stopwatch.Reading took = watch.read();
                times.seconds()[round] = (times.name().equals("PostGIS") ? took.wall() : took.process()) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "round %d  %-12s %7.2f s  %s%n",
                        round + 1,
                        times.name(),
                        times.seconds()[round],
                        found.strip());
            }
        }
        double own = all.getFirst().median();
        System.out.printf(
                Locale.ROOT,
                "%n%d maps, medians of %d rounds, seconds of processor time (PostGIS: by the clock)%n",
                series.maps().size(),
                rounds);
        for (Times times : all) {
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %7.2f s  %5.1f times Holdfast%n",
                    times.name(),
                    times.median(),
                    times.median() / own);
        }
    }

    private static String holdfast(MapSeries series, Optional<LocalDate> fixed) throws IOException {
        List<Line> lines = fixed.isEmpty() ? List.of() : List.of(Line.on(fixed.get(), series, Optional.empty()));
        Territory t = Territory.read(series, List.of(), lines, 1, day -> {}, MapProgress.NONE);
        return t.totals().stream()
                .map(s -> String.format(Locale.ROOT, "gained %.3f lost %.3f km2", s.gainedByDay(), s.lostByDay()))
                .toList()
                .toString();
    }

    private static String jts(MapSeries series, Optional<LocalDate> fixed) throws IOException {
        Geometry before = null;
        Geometry line = null;
        double beyond = 0;
        double gained = 0;
        double lost = 0;
        double area = 0;
        for (MapFile file : series.maps()) {
            Geometry ground = ground(file);
            area += ground.getArea();
            if (before != null) {
                gained += OverlayNGRobust.overlay(ground, before, OverlayNG.DIFFERENCE)
                        .getArea();
                lost += OverlayNGRobust.overlay(before, ground, OverlayNG.DIFFERENCE)
                        .getArea();
            }
            if (fixed.isPresent() && file.date().equals(fixed.get())) {
                line = ground;
            }
            if (line != null) {
                beyond = OverlayNGRobust.overlay(ground, line, OverlayNG.DIFFERENCE)
                        .getArea();
            }
            before = ground;
        }
        return String.format(
                Locale.ROOT,
                "gained %.6f lost %.6f square degrees (areas %.3f, beyond the line at the end %.6f)",
                gained,
                lost,
                area,
                beyond);
    }

    private static Geometry ground(MapFile file) throws IOException {
        List<Geometry> features = MapForms.readGeoJson(file.name(), Files.readString(file.path())).features().stream()
                .map(GeoFeature::geometry)
                .toList();
        return features.size() == 1
                ? features.getFirst()
                : OverlayNGRobust.union(
                        new GeometryFactory().createGeometryCollection(features.toArray(Geometry[]::new)));
    }

    private static void load(MapSeries series, String psql) throws Exception {
        StringBuilder sql = new StringBuilder("create extension if not exists postgis;\n"
                + "create temp table raw(day date, text text);\ncopy raw from stdin;\n");
        for (MapFile file : series.maps()) {
            sql.append(file.date())
                    .append('\t')
                    .append(Files.readString(file.path())
                            .replaceAll("[\\n\\t\\r]", " ")
                            .replace("\\", "\\\\"))
                    .append('\n');
        }
        sql.append("\\.\ndrop table if exists maps;\ncreate table maps as select day, (select"
                + " st_union(st_setsrid(st_geomfromgeojson(f -> 'geometry'), 4326)) from json_array_elements(text::json ->"
                + " 'features') as f) as ground from raw;\n");
        psql(psql, sql.toString());
    }

    private static String psql(String psql, String sql) throws Exception {
        List<String> command = new ArrayList<>(List.of(psql.split(" ")));
        command.addAll(List.of("-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(sql.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("psql failed");
        }
        return out;
    }
}
