package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps and zone files that are damaged in every way end in a refusal with a mend, or are read; never in a fault of Holdfast. {@code -Dcases=20000} for a long run. */
class DamagedMapsTest {
    private static final int CASES = Integer.getInteger("cases", 200);
    private static final String[] PIECES = {
        "null",
        "1e999",
        "-1e308",
        "NaN",
        "[]",
        "{}",
        "\"\"",
        "[[]]",
        "[0,0]",
        "[181,91]",
        "\"2024-13-45\"",
        "true",
        "\"side\":\"north\"",
        "\"class\":\"contested\"",
        "\"date\":\"2024-08-09\"",
        "\"type\":\"Point\"",
        ",",
        "[",
        "}",
        "\u0000",
        "\uFEFF",
        "\u202E",
        "1e-300",
        "0.1e1",
        "99999999999999999999",
        "\"coordinates\":[[[0,0],[1,1],[0,0]]]"
    };
    private static final String MAP =
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                    + "{\"side\":\"North\",\"class\":\"held\",\"date\":\"2024-08-01\"},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":"
                    + "[[[[36,47],[37,47],[37,48],[36,48],[36,47]],[[36.2,47.2],[36.2,47.4],[36.4,47.4],[36.4,47.2],[36.2,47.2]]],"
                    + "[[[38,47],[38.5,47],[38.5,47.5],[38,47]]]]}},{\"type\":\"Feature\",\"properties\":{\"side\":\"South\"},"
                    + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[36,48],[38,48],[38,49],[36,49],[36,48]]]}}]}";

    @TempDir
    Path folder;

    @Test
    void neverAFaultOfHoldfast() throws IOException {
        Path maps = Files.createDirectory(folder.resolve("maps"));
        String other = MAP.replace("[37,48]", "[37.1,48]").replace("2024-08-01", "2024-08-02");
        Files.writeString(maps.resolve("map-2024-08-02.geojson"), other);
        Path damaged = maps.resolve("map-2024-08-01.geojson");
        Path agreement = Files.writeString(folder.resolve("line.md"), """
                # Line

                ```holdfast
                agreement "Line" version "1"
                time zone Europe/Kyiv
                party North, South
                zone line is where North stood on 2024-08-01 per "maps/map-2024-08-01.geojson"
                zone front is the edge of line
                zone strip is 10 km wide along front, in total
                event enter(by: party, place: place)
                1.1  North must not gain 1 km2 or more beyond line
                1.2  South must not enter(by South, place X) where X in strip
                ```
                """);
        for (int seed = 0; seed < CASES; seed++) {
            Files.write(damaged, damage(new Random(seed)));
            is01(seed, "check", agreement.toString());
            is01(seed, "territory", maps.toString(), "--csv");
            if (seed % 10 == 0) {
                is01(seed, "territory", maps.toString(), "--line", "2024-08-01", "--side", "North", "--json");
                is01(seed, "replay", agreement.toString(), "--records", maps.toString());
            }
        }
    }

    private static void is01(int seed, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Main main = new Main(new ShippedAgreements(Optional.empty()), new Main.Looks(false, false));
        int status = main.execute(new PrintWriter(out), new PrintWriter(err, true), arguments);
        assertThat(status).as("seed " + seed + ", " + arguments[0] + ": " + err).isIn(0, 1, 2);
        assertThat(err.toString()).doesNotContain("\tat ", "Exception");
        assertThat(status == 2 && !err.toString().contains("line"))
                .as("seed " + seed + ": " + err)
                .isFalse();
    }

    private static byte[] damage(Random random) {
        StringBuilder text = new StringBuilder(MAP);
        for (int times = 1 + random.nextInt(3); times > 0 && !text.isEmpty(); times--) {
            int at = random.nextInt(text.length());
            int length = Math.min(text.length() - at, random.nextInt(12));
            switch (random.nextInt(6)) {
                case 0 -> text.setLength(Math.max(1, at));
                case 1 -> text.delete(at, at + length);
                case 2 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> text.replace(at, at + length, PIECES[random.nextInt(PIECES.length)]);
                case 4 -> digit(text, at, random);
                default -> value(text, random);
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Another digit, so that the file stays one and the borders go elsewhere. */
    private static void digit(StringBuilder text, int from, Random random) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                text.setCharAt(i, (char) ('0' + random.nextInt(10)));
                return;
            }
        }
    }

    /** A whole value is replaced. */
    private static void value(StringBuilder text, Random random) {
        int colon = text.indexOf(":", random.nextInt(text.length()));
        int end = colon < 0 ? -1 : text.indexOf(",", colon);
        if (end > colon) {
            text.replace(colon + 1, end, PIECES[random.nextInt(PIECES.length)]);
        }
    }
}
