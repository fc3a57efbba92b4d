package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import holdfast.cli.report.Golden;
import holdfast.cli.report.ReplaySchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The report of one day, on a truce of which three days are told: what happened, what is worse, who is late, and what became known of the day before. */
class DailyReportTest {
    private static final Path MADE = Path.of("src/test/resources/holdfast/cli/report/daily");
    private static final String MEASURES = "osce-smm-daily-violations-2020-07-to-2021-06";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    private static String rivers(Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("report", MADE.resolve("rivers.md"), "--records", MADE.resolve("rivers.csv")));
        words.addAll(List.of(more));
        Typed said = Typed.run(words.toArray());
        assertThat(said.status()).as(said.err()).isZero();
        return said.out();
    }

    private static String flat(String said) {
        return said.replaceAll("\\s+", " ");
    }

    private static JsonNode json(Object... more) {
        List<Object> words = new ArrayList<>(List.of(more));
        words.add("--json");
        return new ObjectMapper().readTree(rivers(words.toArray()));
    }

    private static String shipped(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = new Main(new ShippedAgreements(Optional.of(Path.of(".."))), new Main.Looks(false, false))
                .execute(new PrintWriter(out), new PrintWriter(err), words);
        assertThat(status).as(err.toString()).isZero();
        return out.toString();
    }

    @Test
    void readsAsItIsWrittenDown() throws IOException {
        Golden.same("daily/rivers.txt", rivers("--on", "2026-05-03", "--all"));
        Golden.same(
                "daily/rivers.json",
                rivers("--on", "2026-05-03", "--json").replaceAll("\"version\": \"[^\"]*\"", "\"version\": \"\""));
    }

    @Test
    void firstSaysWhatIsWorse() {
        assertThat(flat(rivers("--on", "2026-05-03")))
                .contains("What is worse than the day before new breach 2.1 Lowland: breached")
                .contains("missed 3.1 Coastland")
                .contains("more fire (calibre “120 mm”): rounds, West: 9, the day before 2")
                .contains("access denied once, the day before not on record");
    }

    @Test
    void doesNotAddUpWhatRivalSourcesTell() {
        assertThat(flat(rivers("--on", "2026-05-02")))
                .contains("40 by Ministry of Upland; 6 to 13 by Watchers: not added up");
    }

    /** Watchers tell of fire at ten, and of two more on that day without an hour: these may be the same as one another, and as the first. */
    @Test
    void givesTheLeastAndTheMostWhereReportsMayTellOfTheSame() {
        JsonNode watchers =
                json("--on", "2026-05-02").get("counts").get(0).get("day").get(1);
        assertThat(watchers.get("source").asString()).isEqualTo("Watchers");
        assertThat(watchers.get("least").asInt()).isEqualTo(6);
        assertThat(watchers.get("most").asInt()).isEqualTo(13);
    }

    @Test
    void doesNotTakeAReportWithoutANumberForNone() {
        assertThat(flat(rivers("--on", "2026-05-03")))
                .contains("2026: 1 record without a number")
                .contains("all areas 9 without East");
    }

    @Test
    void namesEachRecordThatIsNotCountedWithItsReason() {
        assertThat(flat(rivers("--on", "2026-05-03")))
                .contains("m1 fire (sector East, rounds 30, calibre 120 mm): its time is longer than a day, 1 to 3 May")
                .contains("x1 fire (by Upland, sector West, rounds 1, calibre 82 mm): taken back by Watchers (w2)")
                .contains("k2 by Ministry of Upland would correct f4, a record of Watchers: only its own author");
    }

    @Test
    void listsWhatBecameKnownOfTheDayBeforeAndWhatThatChanges() {
        assertThat(flat(rivers("--on", "2026-05-03")))
                .contains("2 May 2026 corrected k1 by Watchers: f1: fire")
                .contains("2 May 2026 told late l1 by Watchers: fire (by Lowland, sector West, rounds 2")
                .contains("2 May 2026 taken back w1 by Watchers: f3")
                .contains("2 May 2026 counted anew fire (calibre “120 mm”): rounds, West: 2; was none on record");
    }

    @Test
    void saysOnWhichRungABreachStandsAndWhoIsLate() {
        assertThat(flat(rivers("--on", "2026-05-03")))
                .contains("Breach of 1.1 by Lowland, 2 May 2026, 00:00 to 18:00, alleged: stands on rung 1 of 2, clause"
                        + " 3.1; late: Coastland 3.1 late Coastland must protest within 24 hours")
                .contains("3.2 not begun: Coastland must send troops within 72 hours of its start");
    }

    @Test
    void saysWhatIsBlockedByWhatAndForWhomItWaits() {
        assertThat(flat(rivers("--on", "2026-05-03")))
                .contains(
                        "Lowland must withdraw guns within 3 days (not counting the first day) of “truce begins”; it is"
                                + " not so that Upland has withdrawn guns; it waits for Upland");
    }

    /** On 17 February 2015 each of the two waited for the other, under one reading of the text. */
    @Test
    void saysForWhomEachOfTwoWaitsThatWaitForEachOther() {
        assertThat(flat(shipped("report", "minsk-2015", "--on", "2015-02-17", "--all")))
                .contains("the turn to begin holds for the Donetsk districts; it waits for Ukraine")
                .contains("the turn to begin holds for Ukraine; it waits for DPR and LPR");
    }

    /** The text of 2015 does not say what sort of thing its events are: "access denied" sounds like it, and what it puts under one name with that is one too. */
    @Test
    void knowsADenialOfAccessByTheKindOfItsEvent() {
        String said = flat(shipped("report", "minsk-2015", "--on", "2015-02-18"));
        assertThat(said)
                .contains("access denied 18 Feb 2015 minsk2-2015:45 a denial of access")
                .contains("access denied 18 Feb 2015 minsk2-2015:46 a request for access without a reply")
                .contains("access denied twice, the day before not on record");
        assertThat(flat(shipped("report", "minsk-2015", "--on", "2015-02-17")))
                .as("an armed entry sounds like access, and is forbidden")
                .contains("an armed entry Debaltseve 1 to 2 none on record");
    }

    @Test
    void saysThatALadderHasNoRungForABreachByNobodyNamed() {
        assertThat(flat(shipped("report", "two-layer-framework", "--on", "2015-02-18", "--all")))
                .contains(
                        "by nobody named, 17 Feb 2015, 00:00 to 12:00, alleged, however the end of a breach is read: no"
                                + " rung has surely begun not begun: 4.1, 4.2 and 4.3")
                .contains("stands on rung 2 of 3, clause 4.2; late: Ukraine");
    }

    /** The mission's report of 21 August 2020 told of the day up to the evening of the 20th: 153 violations in Donetsk region, 1 the day before. */
    @Test
    void readsTheCountsOfAMissionThatCountsFromEveningToEvening() throws IOException {
        Path table = shared("osce/" + MEASURES + ".csv");
        String said = flat(shipped(
                "report",
                "osce-2020-measures",
                "--records",
                table.toString(),
                "--on",
                "2020-08-20",
                "--as-of",
                "2020-08-21"));
        assertThat(said)
                .contains("Donetsk 153 1 more", "Luhansk 0 1 less", "all areas 153 2 more")
                .contains("Told for the day by OSCE SMM daily report 199/2020.");
    }

    private static Path shared(String path) {
        for (String folder : List.of("../shared/data", "../../shared/data")) {
            if (Files.isRegularFile(Path.of(folder, path))) {
                return Path.of(folder, path);
            }
        }
        throw new TestAbortedException("there is no ../shared/data/" + path);
    }

    @Test
    void canBeAskedBeforeTheDayIsOver() {
        assertThat(flat(rivers("--on", "2026-05-03", "--as-of", "2026-05-03 20:30")))
                .contains("as known at 3 May 2026 20:30")
                .contains("what changed since 2 May 2026 20:30")
                .doesNotContain("x1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--on 2026-05-33                       | 2026-05-33",
                "--on '2026-05-03 10:00'               | is an hour, and a report is of a day",
                "--on 2026-05-03 --as-of 2026-05-01    | lies before the day of the report",
                "--on 2026-05-03 --area sectr          | did you mean `sector`",
                "--on 2026-05-03 --area rounds         | no event of this agreement has an attribute `rounds` that tells a place",
                "--all                                 | --on",
            },
            quoteCharacter = '"')
    void saysWhatIsWrongWithAQuestion(String options, String said) {
        List<Object> words =
                new ArrayList<>(List.of("report", MADE.resolve("rivers.md"), "--records", MADE.resolve("rivers.csv")));
        for (String word : options.split(" (?=(?:[^']*'[^']*')*[^']*$)", -1)) {
            words.add(word.replace("'", ""));
        }
        Typed run = Typed.run(words.toArray());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(said).contains("help: ");
    }

    @Test
    void anAreaCanBeChosen() {
        assertThat(flat(rivers("--on", "2026-05-02", "--area", "calibre")))
                .contains("fire (sector “East”): rounds 120 mm | 2 May 2026: 40 by Ministry of Upland");
    }

    @Test
    void keepsToItsSchema() throws IOException {
        assertThat(ReplaySchema.errors("daily.schema.json", rivers("--on", "2026-05-03", "--json")))
                .isEmpty();
        assertThat(ReplaySchema.errors(
                        "daily.schema.json", shipped("report", "minsk-2015", "--on", "2015-02-20", "--json")))
                .isEmpty();
    }

    @Test
    void writesAPageInEveryFormAndTheSameBytesTwice() throws IOException {
        for (String form : List.of("html", "pdf", "docx", "markdown")) {
            Path one = temp.resolve("one." + form);
            Path two = temp.resolve("two." + form);
            rivers("--on", "2026-05-03", "--" + form, one);
            rivers("--on", "2026-05-03", "--" + form, two);
            assertThat(one).hasSameBinaryContentAs(two).isNotEmptyFile();
        }
        assertThat(Files.readString(temp.resolve("one.html")))
                .contains("<h2>What is worse than the day before</h2>")
                .doesNotContain(MADE.toString());
    }

    /** Ground that changed hands between two maps stands beside the day, and is not taken from records. */
    @Test
    void tellsGroundOfTheMapOfTheDayBesideTheOneBefore() throws IOException {
        Path maps = Files.createDirectories(temp.resolve("maps"));
        square(maps.resolve("2026-05-01.geojson"), 1.0);
        square(maps.resolve("2026-05-03.geojson"), 1.01);
        Files.writeString(
                maps.resolve("series.json"),
                "{\"source\": \"Survey\", \"ground\": [{\"side\": \"Upland\", \"class\": \"held\"}], \"remainder\":"
                        + " \"Lowland\", \"resolution_m\": 10}");
        assertThat(flat(rivers("--on", "2026-05-03", "--records", maps)))
                .contains("Ground, in square kilometres", "), beside the map of 1 May 2026.", "ground Upland gained");
        assertThat(flat(rivers("--on", "2026-05-02", "--records", maps)))
                .contains("Survey has no map of this day: its last is of 1 May 2026.");
    }

    private static void square(Path file, double east) throws IOException {
        String ring = "[[0,0],[" + east + ",0],[" + east + ",1],[0,1],[0,0]]";
        Files.writeString(
                file,
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":["
                        + ring + "]}}]}");
    }
}
