package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.geography.DrawnAs;
import holdfast.engine.geography.DrawnAs.Feature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps as people have them, from the command line: one file of each form, with rules of at most 20 lines. */
class EveryFormOfMapTest {
    /** Sides and classes in the source's own properties and languages. */
    private static final String RULES = """
            {"source": "Hilltop Watch",
             "ground": [
              {"property": "стан", "like": ["*оскаржено*", "*contested*"], "side_from": "хто", "class": "contested"},
              {"property": "стан", "values": ["звільнено"], "class": "left out"},
              {"side_from": "хто"}],
             "names": {"Northland": ["Північ*", "north*"], "Southland": ["Південь*", "south*"]},
             "persistence_days": 1}
            """;

    @TempDir
    Path temp;

    private String out = "";
    private String err = "";

    private int run(String... arguments) {
        Typed typed = Typed.run((Object[]) arguments);
        out = typed.out();
        err = typed.err();
        return typed.status();
    }

    private static String box(double west, double south, double east, double north) {
        return "((%s %s, %s %s, %s %s, %s %s, %s %s))"
                .formatted(west, south, east, south, east, north, west, north, west, south);
    }

    /** North moves east by a tenth of a degree on the second day, at South's cost. */
    private static List<Feature> day(int day) {
        double front = day == 1 ? 37 : 37.1;
        String date = "2024-08-0" + day;
        return List.of(
                Feature.of(
                        "POLYGON " + box(36, 47, front, 47.1),
                        "хто",
                        "Північ /// north",
                        "стан",
                        "окуповано",
                        "коли",
                        date),
                Feature.of("POLYGON " + box(front, 47, 38, 47.1), "хто", "South army", "стан", "held", "коли", date),
                Feature.of(
                        "POLYGON " + box(39, 47, 39.1, 47.1),
                        "хто",
                        "Південь",
                        "стан",
                        "Оскаржено / contested",
                        "коли",
                        date),
                Feature.of("POLYGON " + box(40, 47, 40.5, 47.1), "хто", "Північ", "стан", "звільнено", "коли", date));
    }

    private static final Map<String, Function<List<Feature>, byte[]>> FORMS = new TreeMap<>(Map.of(
            "geojson", DrawnAs::geoJson,
            "topojson", f -> DrawnAs.topoJson(f, "front"),
            "kml", DrawnAs::kml,
            "kmz", f -> DrawnAs.zip(Map.of("doc.kml", DrawnAs.kml(f))),
            "zip", f -> DrawnAs.zippedShapefile(f, "front"),
            "gpkg", f -> DrawnAs.geoPackage(Map.of("front", f)),
            "csv", f -> DrawnAs.csv(f, ';')));

    private String figures() {
        List<String> rows = new ArrayList<>();
        out.lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            rows.add(String.join(",", cells[0], cells[1], cells[2], cells[3], cells[4], cells[15]));
        });
        return String.join("\n", rows);
    }

    @Test
    void aSeriesOfEachFormHasTheSameFigures() throws IOException {
        assertThat(RULES.lines().count()).isLessThanOrEqualTo(20);
        String first = "";
        for (var form : FORMS.entrySet()) {
            Path folder = Files.createDirectory(temp.resolve(form.getKey()));
            Files.writeString(folder.resolve("series.json"), RULES);
            for (int day = 1; day <= 2; day++) {
                Files.write(
                        folder.resolve("map-2024-08-0" + day + "." + form.getKey()),
                        form.getValue().apply(day(day)));
            }
            assertThat(run("territory", folder.toString(), "--csv"))
                    .as(form.getKey() + err)
                    .isZero();
            first = first.isEmpty() ? figures() : first;
            assertThat(figures()).as(form.getKey()).isEqualTo(first);
        }
        assertThat(first.lines())
                .hasSize(6)
                .anyMatch(l -> l.startsWith("2024-08-02,Northland,") && l.contains(",86.") && l.endsWith(",held"))
                .anyMatch(l -> l.startsWith("2024-08-02,Southland,") && l.endsWith(",contested"));
    }

    @Test
    void whoTookFromWhomStandsInEveryReport() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("whom"));
        Files.writeString(folder.resolve("series.json"), RULES);
        for (int day = 1; day <= 2; day++) {
            Files.write(folder.resolve("map-2024-08-0" + day + ".kml"), DrawnAs.kml(day(day)));
        }
        assertThat(run("territory", folder.toString())).isZero();
        assertThat(out).contains("Who took from whom", "84.298  Northland from Southland");
        assertThat(run("territory", folder.toString(), "--csv")).isZero();
        assertThat(out).contains(",gained_from,lost_to\r\n", ",Southland 84.2979", ",Northland 84.2979");
        assertThat(run("territory", folder.toString(), "--json")).isZero();
        assertThat(out).contains("\"gained_from\": [", "\"lost_to\": [", "\"side\": \"Southland\"");
        Path page = temp.resolve("page.html");
        assertThat(run("territory", folder.toString(), "--html", page.toString()))
                .isZero();
        assertThat(Files.readString(page)).contains("Who took from whom");
    }

    @Test
    void theNameOfASideIsNoFormula() throws IOException {
        Path map = Files.write(
                temp.resolve("map-2024-08-01.geojson"),
                DrawnAs.geoJson(List.of(Feature.of("POLYGON " + box(36, 47, 37, 48), "side", "=1+1"))));
        assertThat(run("territory", map.toString(), "--csv")).isZero();
        assertThat(out).contains("2024-08-01,'=1+1,8376.");
    }

    /** {@code -Dcases=20000} for a long run. */
    @Test
    void damagedMapsOfEveryFormAreNeverAFaultOfHoldfast() throws IOException {
        int cases = Integer.getInteger("cases", 25);
        Path folder = Files.createDirectory(temp.resolve("damaged"));
        Path agreement = Files.writeString(temp.resolve("a.md"), "");
        for (int seed = 0; seed < cases; seed++) {
            for (var form : FORMS.entrySet()) {
                Random random = new Random(seed);
                byte[] bytes = form.getValue().apply(day(1));
                for (int times = random.nextInt(3); times >= 0; times--) {
                    int at = random.nextInt(bytes.length);
                    if (random.nextInt(4) == 0) {
                        bytes = Arrays.copyOf(bytes, Math.max(1, at));
                    } else {
                        bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : '0' + random.nextInt(10));
                    }
                }
                Path map = Files.write(folder.resolve("map-2024-08-01." + form.getKey()), bytes);
                int status = run("territory", folder.toString(), "--csv");
                assertThat(status)
                        .as("seed " + seed + ", " + form.getKey() + ": " + err)
                        .isIn(0, 1);
                Files.writeString(agreement, """
                        # Z

                        ```holdfast
                        agreement "Z" version "1"
                        time zone Europe/Kyiv
                        party North, South
                        zone z from "damaged/%s"
                        event attack(by: party, place: place)
                        1.1  South must not attack(by South, place X) where X in z
                        ```
                        """.formatted(map.getFileName()));
                status = run("check", agreement.toString());
                assertThat(status)
                        .as("seed " + seed + ", " + form.getKey() + ": " + err)
                        .isIn(0, 1);
                Files.delete(map);
            }
        }
    }

    @Test
    void aShapefileInItsPartsIsOneMap() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("parts"));
        Files.writeString(folder.resolve("series.json"), RULES);
        for (int day = 1; day <= 2; day++) {
            for (var part :
                    DrawnAs.shapefile(day(day), DrawnAs.WEB_MERCATOR, "UTF-8").entrySet()) {
                String ending = day == 1 ? part.getKey() : part.getKey().toUpperCase(Locale.ROOT);
                Files.write(folder.resolve("map-2024-08-0" + day + "." + ending), part.getValue());
            }
        }
        assertThat(run("territory", folder.toString(), "--csv")).as(err).isZero();
        assertThat(figures()).contains("2024-08-02,Northland,").hasLineCount(6);
        Files.delete(folder.resolve("map-2024-08-01.prj"));
        assertThat(run("territory", folder.toString())).isEqualTo(1);
        assertThat(err).contains("`map-2024-08-01.shp`", ".prj is missing");
    }

    @Test
    void severalDaysInOneFileOfEachForm() throws IOException {
        List<Feature> both = new ArrayList<>(day(1));
        both.addAll(day(2));
        String rules =
                RULES.replace("{\"source\"", "{\"date_from\": {\"property\": \"коли\"}, \"maps\": \"ALL\", \"source\"");
        String first = "";
        for (var form : FORMS.entrySet()) {
            String name = "all." + form.getKey();
            Files.write(temp.resolve(name), form.getValue().apply(both));
            Path series = Files.writeString(temp.resolve("x.series.json"), rules.replace("ALL", name));
            assertThat(run("territory", series.toString(), "--csv"))
                    .as(form.getKey() + err)
                    .isZero();
            first = first.isEmpty() ? figures() : first;
            assertThat(figures()).as(form.getKey()).isEqualTo(first);
        }
        assertThat(first.lines()).hasSize(6);
        assertThat(first).contains("2024-08-01,Northland", "2024-08-02,Northland");
        Files.write(temp.resolve("all.geojson.gz"), gzip(DrawnAs.geoJson(both)));
        Path series = Files.writeString(temp.resolve("x.series.json"), rules.replace("ALL", "all.geojson.gz"));
        assertThat(run("territory", series.toString(), "--csv")).as(err).isZero();
        assertThat(figures()).isEqualTo(first);
        // The rules can come from elsewhere, too.
        assertThat(run("territory", temp.resolve("all.kml").toString(), "--rules", series.toString(), "--csv"))
                .isZero();
        assertThat(figures()).isEqualTo(first);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void severalDaysWithoutARuleAreRefusedWithIt() throws IOException {
        List<Feature> days = List.of(
                Feature.of("POLYGON " + box(36, 47, 37, 48), "date", "2024-08-01"),
                Feature.of("POLYGON " + box(36, 47, 37.1, 48), "date", "2024-08-02"));
        Path all = Files.write(temp.resolve("all.geojson"), DrawnAs.geoJson(days));
        assertThat(run("territory", all.toString())).isEqualTo(1);
        assertThat(err).contains("features of 2 days", "`\"date_from\": {\"property\": \"date\"}`");
        Path rules = Files.writeString(
                temp.resolve("r.series.json"), "{\"date_from\": {\"property\": \"date\"}, \"maps\": \"all.geojson\"}");
        assertThat(run("territory", rules.toString(), "--csv")).isZero();
        assertThat(out).contains("2024-08-01,mapped,8376.4987", "2024-08-02,mapped,9214.");
    }

    @Test
    void theDayInTheFormOfTheSource() throws IOException {
        assertThat(days(
                        "{\"name\": \"UkraineControlMapAO{dd}{MMM}{yyyy}*\"}",
                        "UkraineControlMapAO02JUN2024",
                        "UkraineControlMapAO3June2024"))
                .isEqualTo("refused: its name has no day in the form");
        assertThat(days(
                        "{\"name\": \"*AO{d}{MMM}{yyyy}*\"}",
                        "UkraineControlMapAO02JUN2024",
                        "UkraineCOntrolMapAO3June2024_v2"))
                .isEqualTo("2024-06-02 2024-06-03");
        assertThat(days("{\"name\": \"front {dd}.{MM}.{yyyy}\"}", "Front 31.12.2024", "front 01.01.2025"))
                .isEqualTo("2024-12-31 2025-01-01");
        assertThat(days("{\"name\": \"*{dd}{MM}{yyyy}*\"}", "m_01082024", "m_20240802"))
                .startsWith("refused");
        assertThat(days("{\"name\": \"{yyyy}/{MM}\"}", "a")).startsWith("refused: `date_from`: in `{yyyy}/{MM}`");
        assertThat(days("{\"name\": \"{yy}{MM}{dd}\"}", "a")).startsWith("refused: `date_from`: in `{yy}");
        assertThat(days("\"nom\"", "a")).startsWith("refused: `date_from` is");
        assertThat(days("{\"property\": \"d\", \"form\": \"{dd}.{MM}.{yyyy}*\"}", "01.08.2024 00:00|x"))
                .isEqualTo("2024-08-01");
        assertThat(days("{\"property\": \"d\", \"form\": \"epoch ms\"}", "1722470400000|x"))
                .isEqualTo("2024-08-01");
        assertThat(days("{\"property\": \"d\", \"form\": \"epoch s\"}", "1722470400|x"))
                .isEqualTo("2024-08-01");
        assertThat(days("{\"property\": \"d\"}", "1 August|x"))
                .startsWith("refused: its `d` is `1 August`, which is no day");
        assertThat(days("{\"property\": \"e\"}", "2024-08-01|x"))
                .startsWith("refused: none of its features has the property `e`");
    }

    /** @param names of files; with a bar, the property {@code d} of the feature before it */
    private String days(String dateFrom, String... names) throws IOException {
        Path folder = Files.createTempDirectory(temp, "days");
        Files.writeString(folder.resolve("series.json"), "{\"date_from\": " + dateFrom + "}");
        for (String name : names) {
            int bar = name.indexOf('|');
            Feature feature = bar < 0
                    ? Feature.of("POLYGON " + box(36, 47, 37, 48))
                    : Feature.of("POLYGON " + box(36, 47, 37, 48), "d", name.substring(0, bar));
            Files.write(folder.resolve(name.substring(bar + 1) + ".geojson"), DrawnAs.geoJson(List.of(feature)));
        }
        if (run("territory", folder.toString(), "--csv") != 0) {
            return "refused: "
                    + err.lines()
                            .skip(1)
                            .findFirst()
                            .orElse("")
                            .replaceFirst("^`[^`]*`(, [^:]*)?: ", "")
                            .replaceFirst("(its name has no day in the form).*", "$1");
        }
        return String.join(" ", out.lines().skip(1).map(l -> l.substring(0, 10)).toList());
    }

    @Test
    void aZoneOfEachForm() throws IOException {
        List<Feature> zone = List.of(
                Feature.of("POLYGON " + box(36, 47, 37, 48), "name", "corridor"),
                Feature.of("POLYGON " + box(20, 40, 21, 41), "name", "other"));
        Files.writeString(
                temp.resolve("r.csv"),
                "id,source,recorded,event,occurred,by,place,place.lat,place.lon\n"
                        + "a,North,2024-08-01T00:00:00Z,attack,2024-08-01T00:00:00Z,South,x,47.5,36.5\n");
        for (var form : FORMS.entrySet()) {
            Files.write(temp.resolve("z." + form.getKey()), form.getValue().apply(zone));
            String text = """
                    # A corridor

                    ```holdfast
                    agreement "A corridor" version "1"
                    time zone Europe/Kyiv
                    party North, South
                    zone corridor from "z.%s" feature "corridor"
                    event attack(by: party, place: place)
                    1.1  South must not attack(by South, place X) where X in corridor
                    ```
                    """.formatted(form.getKey());
            Path agreement = Files.writeString(temp.resolve("a.md"), text);
            assertThat(run("check", agreement.toString()))
                    .as(form.getKey() + out + err)
                    .isZero();
            assertThat(run(
                            "replay",
                            agreement.toString(),
                            "--records",
                            temp.resolve("r.csv").toString()))
                    .isZero();
            assertThat(out).as(form.getKey()).contains("1 breached");
            Files.writeString(agreement, text.replace("feature \"corridor\"", "feature \"corridors\""));
            assertThat(run("check", agreement.toString())).isEqualTo(1);
            assertThat(out + err).contains("a.md:7", "HF220", "did you mean `corridor`?");
        }
        Files.write(
                temp.resolve("z.shp"),
                DrawnAs.shapefile(zone, DrawnAs.WGS84, "UTF-8").get("shp"));
        Path agreement = temp.resolve("a.md");
        Files.writeString(agreement, Files.readString(agreement).replaceFirst("z\\.\\w+", "z.shp"));
        assertThat(run("check", agreement.toString())).isEqualTo(1);
        assertThat(out + err).contains("HF220", "zip");
    }

    @Test
    void whatIsOfNoFormThatIsReadIsNeverPassedOver() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("other"));
        Files.write(folder.resolve("map-2024-08-01.fgb"), new byte[] {'f', 'g', 'b', 3});
        assertThat(run("territory", folder.toString())).isEqualTo(1);
        assertThat(err).contains("there is `map-2024-08-01.fgb`", "ogr2ogr");
        Files.write(folder.resolve("map-2024-08-02.geojson"), DrawnAs.geoJson(day(1)));
        assertThat(run("territory", folder.toString())).isEqualTo(1);
        assertThat(err).contains("map-2024-08-01.fgb", "named as the map of a day");
        Files.move(folder.resolve("map-2024-08-01.fgb"), folder.resolve("roads.fgb"));
        Files.writeString(folder.resolve("notes.csv"), "a,b\n1,2\n", StandardCharsets.UTF_8);
        assertThat(run("territory", folder.toString())).isZero();
        // A table counts by what stands in it, not by what its column is called.
        Files.writeString(
                folder.resolve("2024-08-03.csv"),
                "Nr;Umriss\n1;\"MULTIPOLYGON (((36 47, 37 47, 37 48, 36 47)))\"\n",
                StandardCharsets.UTF_8);
        assertThat(run("territory", folder.toString(), "--csv")).isZero();
        assertThat(out).contains("2024-08-03,mapped,");
        Files.delete(folder.resolve("2024-08-03.csv"));
        assertThat(run("territory", folder.resolve("roads.fgb").toString())).isEqualTo(1);
        assertThat(err).contains("FlatGeobuf", "ogr2ogr");
        Files.createDirectory(temp.resolve("x-2024-08-01.gdb"));
        Path rules = Files.writeString(temp.resolve("g.series.json"), "{\"maps\": \"x-2024-08-01.gdb\"}");
        assertThat(run("territory", rules.toString())).isEqualTo(1);
        assertThat(err).contains("this is a file geodatabase", "ogr2ogr");
        if (Files.exists(Path.of("/dev/zero"))) {
            assertThat(run("territory", "/dev/zero")).isEqualTo(1);
            assertThat(err).contains("128 MiB at most");
            assertThat(run("territory", folder.toString(), "--sectors", "/dev/zero"))
                    .isEqualTo(1);
            assertThat(err).contains("128 MiB at most");
        }
    }
}
