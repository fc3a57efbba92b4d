package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import holdfast.cli.agreement.ShippedAgreements;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A series of four small maps: 38 km2 are taken on the second day and kept. */
class TerritoryCommandTest {
    private static final String AGREEMENT = """
            # A line

            ```holdfast
            agreement "A line" version "1"
            time zone Europe/Kyiv
            party North, South
            zone line_of_contact from "line.geojson"
            ```

            ## Article 2. Territory

            Nobody takes one square kilometre beyond the line of contact.

            ```holdfast
            2.1  each party P must not gain 1 km2 or more beyond line_of_contact
            ```
            """;

    @TempDir
    Path temp;

    private Path maps;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void drawMaps() throws IOException {
        maps = Files.createDirectory(temp.resolve("maps"));
        Files.writeString(
                maps.resolve("series.json"),
                "{\"source\": \"A drawing\", \"ground\": [{\"side\": \"North\"}], \"remainder\": \"South\"}");
        map("2026-03-01", 37.1);
        map("2026-03-02", 37.15);
        map("2026-03-03", 37.15);
        map("2026-03-06", 37.15);
    }

    private void map(String day, double east) throws IOException {
        Files.writeString(
                maps.resolve("map-" + day + ".geojson"),
                "{\"type\":\"Polygon\",\"coordinates\":[[[37,47],[37.1,47],[%s,47],[%s,47.1],[37.1,47.1],[37,47.1],[37,47]]]}"
                        .formatted(east, east)
                        .replace("[37.1,47],[37.1,47]", "[37.1,47]")
                        .replace("[37.1,47.1],[37.1,47.1]", "[37.1,47.1]"));
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        Main main = new Main(new ShippedAgreements(Optional.empty()), new Main.Looks(false, false));
        return main.execute(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }

    @Test
    void aTableWithARowForEachDayAndSide() {
        assertThat(run("territory", maps.toString(), "--csv")).isZero();
        assertThat(out.toString().lines().findFirst().orElseThrow())
                .startsWith("date,side,area_km2,gained_km2,lost_km2,net_km2,");
        assertThat(out.toString().lines().filter(l -> l.startsWith("2026-03-02")))
                .hasSize(2)
                .anyMatch(l -> l.matches("2026-03-02,North,126\\.[0-9]+,42\\.[0-9]+,0\\.0000,42.*changed.*A drawing.*"))
                .anyMatch(l -> l.matches("2026-03-02,South,,0\\.0000,42\\.[0-9]+,-42.*"));
    }

    @Test
    void aTableIsSafeInASpreadsheet() throws IOException {
        Files.writeString(
                maps.resolve("series.json"),
                "{\"source\": \"=HYPERLINK(\\\"http://x\\\");=1+2\", \"ground\": [{\"side\": \"@North\"}], \"remainder\": \"-South\"}");
        assertThat(run("territory", maps.toString(), "--csv")).isZero();
        assertThat(out.toString())
                .contains(",'@North,", ",'-South,", "\"'=HYPERLINK(\"\"http://x\"\");'=1+2\"")
                .containsPattern(",-42\\.[0-9]+,");
    }

    @Test
    void jsonIsAsItsSchemaSays() throws IOException {
        assertThat(run("territory", maps.toString(), "--json", "--line", "2026-03-01", "--side", "North"))
                .isZero();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("../docs/territory.schema.json")))
                        .validate(out.toString(), InputFormat.JSON))
                .isEmpty();
        assertThat(out.toString()).contains("\"missing\": [").contains("\"2026-03-04\"");
    }

    @Test
    void textSaysWhenTheLineWasBreachedAndWhere() {
        assertThat(run("territory", maps.toString(), "--line", "2026-03-01")).isZero();
        assertThat(out.toString())
                .contains("No map for 2026-03-04 to 2026-03-05")
                .contains("First breached on 2026-03-02: 42.")
                .contains("known with the map of")
                .contains("47.05 N 37.1");
    }

    @Test
    void aSideThatTheMapsDoNotHaveIsSaid() {
        assertThat(run("territory", maps.toString(), "--line", "2026-03-01", "--side", "Nort"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no ground held by `Nort`", "it shows that of `North`");
        assertThat(run("territory", maps.toString(), "--side", "North")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no `--line`");
    }

    @Test
    void aPageThatNeedsNothingElse() throws IOException {
        Path page = temp.resolve("page.html");
        assertThat(run("territory", maps.toString(), "--html", page.toString())).isZero();
        assertThat(Files.readString(page))
                .contains("<svg", "class=\"map\"", "class=\"chart\"")
                .doesNotContain("<script", "src=", "href=");
    }

    @Test
    void aZoneFromAMapAndAReplayOverIt() throws IOException {
        assertThat(run("territory", maps.toString(), "--to", "2026-03-01", "--geojson"))
                .isZero();
        Files.writeString(temp.resolve("line.geojson"), out.toString());
        Path agreement = Files.writeString(temp.resolve("line.md"), AGREEMENT);
        assertThat(run("replay", agreement.toString(), "--all", "--records", maps.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .containsPattern("North +breached.*2 Mar 2026")
                .containsPattern("South +fulfilled");
        assertThat(run("explain", agreement.toString(), "--records", maps.toString(), "--clause", "2.1", "--tree"))
                .isZero();
        assertThat(out.toString())
                .contains("42.236955, place 47.05 N 37.1")
                .contains("A drawing, map of")
                .contains("held without a break");
    }

    @Test
    void theDocumentFixesTheLineByAMap() throws IOException {
        Files.copy(maps.resolve("map-2026-03-01.geojson"), temp.resolve("map-2026-03-01.geojson"));
        Path agreement = Files.writeString(
                temp.resolve("line.md"),
                AGREEMENT.replace(
                        "from \"line.geojson\"", "is where North stood on 2026-03-01 per \"map-2026-03-01.geojson\""));
        assertThat(run("replay", agreement.toString(), "--all", "--records", maps.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .containsPattern("North +breached.*2 Mar 2026")
                .containsPattern("South +fulfilled");
        assertThat(run("fmt", agreement.toString())).isZero();
    }

    @Test
    void aBadMapIsRefusedAndNothingIsShown() throws IOException {
        Files.writeString(
                maps.resolve("map-2026-03-03.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}]}");
        for (String form : new String[] {"--csv", "--json", "--geojson"}) {
            assertThat(run("territory", maps.toString(), form)).isEqualTo(1);
            assertThat(out.toString()).isEmpty();
            assertThat(err.toString())
                    .contains("`map-2026-03-03.geojson`, feature 1: it has no geometry")
                    .doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void whatIsNotThereIsSaidToBeSo() {
        assertThat(run("territory", temp.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no");
        assertThat(run("territory", maps.toString(), "--line", "2026-03-04")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no map of 2026-03-04", "one of 2026-03-03 and one of 2026-03-06");
        assertThat(run("territory", maps.toString(), "--from", "yesterday")).isEqualTo(2);
    }

    @Test
    void thePageIsNamedByItsFindingAndShowsTheNewestDayFirst() throws IOException {
        Path page = temp.resolve("page.html");
        assertThat(run("territory", maps.toString(), "--line", "2026-03-01", "--html", page.toString()))
                .isZero();
        String text = Files.readString(page);
        assertThat(text)
                .contains("<h1>North breached the line on 2026-03-02, 42.2 km² beyond it on 2026-03-06</h1>")
                .contains("Source: A drawing.");
        String days = text.substring(text.indexOf("Day by day"));
        assertThat(days.indexOf("2026-03-06")).isLessThan(days.indexOf("2026-03-02"));
    }

    @Test
    void aJumpIsSaid() throws IOException {
        for (int day = 7; day < 20; day++) {
            map("2026-03-%02d".formatted(day), 37.15 + 0.0005 * (day - 6));
        }
        map("2026-03-20", 37.1);
        assertThat(run("territory", maps.toString())).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("2026-03-20: North lost 47.7 km2 from one map to the next")
                .contains("a jump");
    }

    @Test
    void mapsWithoutARecordAreAskedAboutTheirLastDay() throws IOException {
        Files.delete(maps.resolve("map-2026-03-06.geojson"));
        map("2026-03-02", 37.1);
        Path zone = Files.copy(maps.resolve("map-2026-03-01.geojson"), temp.resolve("map-2026-03-01.geojson"));
        assertThat(zone).exists();
        Path agreement = Files.writeString(
                temp.resolve("line.md"),
                AGREEMENT.replace(
                        "from \"line.geojson\"", "is where North stood on 2026-03-01 per \"map-2026-03-01.geojson\""));
        assertThat(run("replay", agreement.toString(), "--clause", "2", "--records", maps.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("as of the end of 3 Mar 2026")
                .containsPattern("North and South +fulfilled");
        assertThat(err.toString())
                .contains(
                        "North holds 42.237 km2 beyond `line_of_contact` since 2026-03-03 that have not lasted 3 days");
    }
}
