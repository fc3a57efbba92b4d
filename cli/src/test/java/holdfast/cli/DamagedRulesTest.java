package holdfast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules of a series, sectors and lines that are damaged in every way are refused with a mend, or taken; {@code territory} and {@code replay} over maps never end in a fault of Holdfast.
 * {@code -Dcases=20000} for a long run, {@code -Dfirst=S} for other seeds.
 */
class DamagedRulesTest {
    private static final int CASES = Integer.getInteger("cases", 40);
    private static final int FIRST = Integer.getInteger("first", 0);

    private static final String RULES = """
            {"source": "Hilltop", "method": "by eye", "maps": ".",
             "ground": [{"property": "etat", "values": ["pris", 1], "side_from": "camp", "class": "held"},
              {"property": "etat", "like": ["*libre*"], "class": "left out"}, {"side": "Nord", "class_from": "genre"}],
             "names": {"Nord": ["n*", "le nord"], "contested": ["gris*"]}, "remainder": "Sud",
             "resolution_m": 50, "minimum_km2": 0.2, "least_roundness": 0.01, "persistence_days": 2, "farthest_km": 300,
             "extent": [8, 3, 11, 6], "basis": "media", "shown_days_earlier": 0,
             "date_from": {"property": "jour", "form": "{dd}.{MM}.{yyyy}*"}, "null_geometries": "left out", "outside": "left out"}
            """;

    private static final String SECTORS = """
            {"type": "FeatureCollection", "features": [
             {"type": "Feature", "properties": {"name": "est"}, "geometry": {"type": "Polygon", "coordinates": [[[9, 4], [9.2, 4], [9.2, 4.2], [9, 4]]]}},
             {"type": "Feature", "properties": {"name": "bande", "width_km": 4, "on": "left"}, "geometry": {"type": "LineString", "coordinates": [[9, 4], [9.1, 4.1], [9.3, 4.1]]}}]}
            """;

    private static final String LINE = """
            {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"side": "Nord", "class": "held", "date": "2017-10-01"},
             "geometry": {"type": "Polygon", "coordinates": [[[9, 4], [9.3, 4], [9.3, 4.3], [9, 4.3], [9, 4]]]}}]}
            """;

    private static final List<String> PIECES = List.of(
            "null",
            "[]",
            "{}",
            "\"\"",
            "-1",
            "1e999",
            "0.5",
            "true",
            "\"*\"",
            "\"{dd}\"",
            "[[1]]",
            "..",
            "/",
            ",",
            "\u0000",
            "\uFEFF",
            "\u202E",
            "\"left\"",
            "\"Nord\"",
            "9e15");

    @TempDir
    Path folder;

    @Test
    void neverAFaultOfHoldfast() throws IOException {
        Path maps = Files.createDirectory(folder.resolve("maps"));
        for (int day = 1; day <= 3; day++) {
            Files.writeString(maps.resolve("m-2017-10-0" + day + ".geojson"), """
                    {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"etat": "pris", "camp": "Nord", "jour": "0%d.10.2017"},
                     "geometry": {"type": "Polygon", "coordinates": [[[9, 4], [9.3%d, 4], [9.3%d, 4.3], [9, 4.3], [9, 4]]]}}]}
                    """.formatted(day, day, day));
        }
        Path agreement = Files.writeString(folder.resolve("accord.md"), """
                # Accord

                ```holdfast
                agreement "Accord" version "1"
                time zone Africa/Douala
                party Nord, Sud
                zone line is where Nord stood on 2017-10-01 per "line.geojson"
                1.1  each party P must not gain 1 km2 or more beyond line
                ```
                """);
        Path rules = folder.resolve("r.series.json");
        Path sectors = folder.resolve("sectors.geojson");
        Path line = folder.resolve("line.geojson");
        for (int seed = FIRST; seed < FIRST + CASES; seed++) {
            Random random = new Random(seed);
            Files.writeString(rules, damaged(RULES, random));
            Files.writeString(sectors, damaged(SECTORS, random));
            Files.writeString(line, damaged(LINE, random));
            Typed.ends(seed, "territory", maps, "--rules", rules, "--csv");
            Typed.ends(seed, "territory", maps, "--sectors", sectors, "--line", line, "--side", "Nord", "--json");
            Typed.ends(seed, "territory", rules);
            Typed.ends(seed, "replay", agreement, "--records", maps, "--rules", rules);
        }
    }

    private static String damaged(String whole, Random random) {
        StringBuilder text = new StringBuilder(whole);
        for (int times = random.nextInt(3); times > 0 && !text.isEmpty(); times--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(10));
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            switch (random.nextInt(6)) {
                case 0 -> text.setLength(Math.max(1, at));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, piece);
                case 3 -> text.replace(at, end, piece);
                case 4 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                default -> {
                    int colon = text.indexOf(":", at);
                    int comma = colon < 0 ? -1 : text.indexOf(",", colon);
                    if (comma > colon) {
                        text.replace(colon + 1, comma, piece);
                    }
                }
            }
        }
        return text.toString();
    }
}
