package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.intake.mapping.MappingText;
import holdfast.language.diagnostic.Problem;
import holdfast.language.diagnostic.ProblemLine;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as strangers bring them: what is not needed does no harm, and what is not understood is said. */
class NothingWrongIsTakenTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final String ATTACK =
            "source is \"Desk\"\ntime is day\nevery row becomes attack(by Russia, killed dead)\n";

    private static List<String> times(Loaded loaded) {
        assertThat(loaded.report().problems().stream().filter(Problem::isError)).isEmpty();
        return loaded.records().stream()
                .map(r -> ((Record.Observation) r).occurred())
                .map(NothingWrongIsTakenTest::words)
                .toList();
    }

    private static String words(Time time) {
        return local(time.lo()) + (time.lo() == time.hi() ? "" : " to " + local(time.hi()));
    }

    private static String local(long milli) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(milli), KYIV).toString();
    }

    private static List<String> problems(String mapping, String csv) {
        return Reading.problems(Reading.mapped(mapping, csv));
    }

    // Workbooks

    private static byte[] withASum(String day) {
        return new Books.Excel()
                .sheet(
                        "Log",
                        Books.row(1, Books.text("A1", "day"), Books.text("B1", "dead"), Books.text("C1", "share"))
                                + Books.row(
                                        2,
                                        Books.text("A2", day),
                                        Books.number("B2", "3"),
                                        "<c r=\"C2\" t=\"e\"><f>B2/0</f><v>#DIV/0!</v></c>")
                                + Books.row(3, Books.text("A3", "Total"), "<c r=\"B3\"><f>SUM(B2:B2)</f></c>"))
                .bytes();
    }

    @Test
    void aFormulaWithoutAResultHarmsOnlyWhoNeedsIt() {
        String mapping = "day Total left out: \"the sum\"\n" + ATTACK;
        assertThat(Reading.problems(Reading.mapped(mapping, "a.xlsx", withASum("2031-05-04"))))
                .isEmpty();
        assertThat(Reading.problems(Reading.mapped(
                        mapping.replace("killed dead", "killed share"), "a.xlsx", withASum("2031-05-04"))))
                .containsExactly(
                        "a.xlsx, sheet \"Log\", cell C2, column `share`: the formula here has failed: `#DIV/0!`; expected a value; mend it in the"
                                + " sheet [HR108]");
        assertThat(Reading.problems(Reading.mapped(ATTACK, "a.xlsx", withASum("2031-05-04")))
                        .getFirst())
                .startsWith("a.xlsx, sheet \"Log\", cell A3, column `day`: `Total` is no time");
        assertThat(Reading.problems(Reading.mapped(
                        "row 3 reads day as \"2031-05-05\"\n" + ATTACK, "a.xlsx", withASum("2031-05-04"))))
                .singleElement()
                .asString()
                .startsWith("a.xlsx, sheet \"Log\", cell B3, column `dead`: the formula here has no result");
        assertThat(Reading.problems(Reading.mapped(
                        "row 3 reads day as \"2031-05-05\"\nrow 3 reads dead as \"3\"\n" + ATTACK,
                        "a.xlsx",
                        withASum("2031-05-04"))))
                .isEmpty();
    }

    @Test
    void whatIsSaidOfAnotherFormIsSaidToBeInVain() {
        assertThat(problems("sheet \"Log\"\n" + ATTACK, "day,dead\n2031-05-04,1\n"))
                .containsExactly("mapping.md, line 2: `sheet` is of no use here: `source.csv` is a table [HR161]");
        assertThat(Reading.problems(Reading.mapped(
                        "encoding cp1252\nday Total left out: \"the sum\"\n" + ATTACK,
                        "a.xlsx",
                        withASum("2031-05-04"))))
                .containsExactly("mapping.md, line 2: `encoding` is of no use here: `a.xlsx` is a workbook [HR161]");
        assertThat(Reading.problems(Reading.mapped(
                        "header is row 2\n" + ATTACK,
                        "a.json",
                        "[{\"day\":\"2031-05-04\",\"dead\":1}]".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .containsExactly("mapping.md, line 2: `header` is of no use here: `a.json` is JSON [HR161]");
    }

    // Conditions

    @Test
    void aComparisonOfWhatIsNoNumberIsSaid() {
        String mapping = "every row left out when not dead at least 1: \"nobody\"\n" + ATTACK;
        assertThat(problems(mapping, "day,dead\n2031-05-04,2\n2031-05-05,1 200\n2031-05-06,few\n2031-05-07,\n"))
                .containsExactly(
                        "source.csv, line 3, column `dead`: `1 200` is no number, so the comparison on line 2 of the mapping is"
                                + " false for it, and for 1 more such rows; say in a rule of its own what becomes of such rows, or"
                                + " in the mapping how numbers are written [HR160]");
        assertThat(problems("thousands blank\n" + mapping, "day;dead\n2031-05-04;2\n2031-05-05;1 200\n"))
                .isEmpty();
        assertThat(problems(
                        "every row left out when dead less than hurt: \"x\"\n" + ATTACK,
                        "day,dead,hurt\n2031-05-04,2,many\n"))
                .singleElement()
                .asString()
                .contains("column `hurt`: `many` is no number");
    }

    @Test
    void aComparisonOfWhatIsNoTimeIsSaid() {
        assertThat(problems(
                        "every row left out when not over after day: \"x\"\n" + ATTACK,
                        "day,over,dead\n2031-05-04,2031-05-06,1\n2031-05-04,soon,1\n2031-05-04,,1\n"))
                .containsExactly(
                        "source.csv, line 3, column `over`: `soon` is no time, so the comparison on line 2 of the mapping is false"
                                + " for it; say in a rule of its own what becomes of such rows, or in the mapping how times are"
                                + " written [HR160]");
    }

    @Test
    void rowsMayBeNamedByWhatStandsInThem() {
        String mapping = "rows where place is \"Ford\" begins at 2031-05-01 08:00\nrow 3 ends at 2031-05-09\n"
                + "rows where place begins with \"F\" have killed 7\n"
                + ATTACK.replace("killed dead", "killed dead, place place");
        Loaded loaded = Reading.mapped(
                mapping, "day,dead,place\n2031-05-04,1,Hill\n2031-05-04,1,Ford\n2031-05-05,2,Ford\n2031-05-05,,Fell\n");
        assertThat(times(loaded))
                .containsExactly(
                        "2031-05-04T00:00 to 2031-05-04T23:59:59.999",
                        "2031-05-01T08:00 to 2031-05-09T23:59:59.999",
                        "2031-05-01T08:00 to 2031-05-05T23:59:59.999",
                        "2031-05-05T00:00 to 2031-05-05T23:59:59.999");
        assertThat(loaded.records().stream()
                        .map(r ->
                                String.valueOf(((Record.Observation) r).values().get("killed")))
                        .map(v -> v.replaceAll("[^0-9]", "")))
                .containsExactly("1", "7", "7", "7");
        assertThat(loaded.report().unused()).isEmpty();
        assertThat(Reading.mapped("rows where dead is 9 begin at 2031-05-01\n" + ATTACK, "day,dead\n2031-05-04,1\n")
                        .report()
                        .unused())
                .singleElement()
                .extracting(u -> u.text())
                .isEqualTo("1 of 2 rules (line 2)");
        assertThat(MappingText.parse("m.md", "```mapping\nrows where dead is 9 are one incident\n" + ATTACK + "```\n")
                        .problems())
                .extracting(ProblemLine::of)
                .singleElement()
                .asString()
                .contains("name the rows by their numbers");
    }

    // Times

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "day month year | 04.05.2031 10:15:00.250        | 2031-05-04T10:15:00.250",
                "day month year | 04.05.2031 10:15:00+01:00      | 2031-05-04T12:15",
                "month day year | 5/4/2031 10:15Z                | 2031-05-04T13:15",
                "day month year | 4 May 2031T10:15:30 Asia/Tokyo | 2031-05-04T04:15:30",
                "year day month | 2031/04/05 10:15 PM            | 2031-05-04T22:15"
            })
    void behindADateInItsOrderStandsATimeOfDayAsEverywhere(String order, String written, String read) {
        assertThat(times(Reading.mapped("dates are " + order + "\n" + ATTACK, "day,dead\n" + written + ",\n")))
                .containsExactly(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "04.05.2031 24:00   | a day ends at 23:59                        | write `2031-05-05 00:00`",
                "04.05.2031 13:15 pm| there is no such hour of half a day        |",
                "05/24/2031         | in the order `day month year` there is no such day | `dates are month day year` would read it",
                "4 mayo 2031        | `mayo` is no month in English              | write the date in digits",
                "31.04.2031         | in the order `day month year` there is no such day |"
            })
    void aDateThatIsNoneIsNotAnsweredWithWhatIsSaidAlready(String written, String why, String mend) {
        assertThat(problems("dates are day month year\n" + ATTACK, "day,dead\n" + written + ",\n"))
                .singleElement()
                .asString()
                .contains("`" + written + "` is no time: " + why)
                .contains(mend == null ? "" : mend)
                .doesNotContain("a mapping says which number");
    }

    @ParameterizedTest
    @CsvSource({
        "2031-05-04,9:05 PM,2031-05-04T21:05",
        "2031-05-04,12:05 am,2031-05-04T00:05",
        "2031-05-04,21h05,2031-05-04T21:05",
        "2031-05-04,21.05 Uhr,2031-05-04T21:05",
        "2031-05-04 00:00:00,21:05,2031-05-04T21:05",
        "2031-05-04 00:00,,2031-05-04T00:00 to 2031-05-04T23:59:59.999"
    })
    void aTimeOfDayInAColumnOfItsOwn(String day, String clock, String read) {
        String csv = "day,clock,dead\n" + day + "," + (clock == null ? "" : clock) + ",\n";
        assertThat(times(Reading.mapped(ATTACK.replace("is day", "is day at clock"), csv)))
                .containsExactly(read);
    }

    @Test
    void aPatternMayReadDateAndTimeOfDayTogether() {
        String mapping = ATTACK.replace("is day", "is day at clock as \"yyyyMMdd HHmm\"");
        assertThat(times(Reading.mapped(mapping, "day,clock,dead\n20310504,0905,\n20310505,,\n")))
                .containsExactly("2031-05-04T09:05", "2031-05-05T00:00 to 2031-05-05T23:59:59.999");
        assertThat(problems(mapping, "day,clock,dead\n20310504,2460,\n"))
                .singleElement()
                .asString()
                .contains("`20310504 2460` is no time that is written `as \"yyyyMMdd HHmm\"`");
        assertThat(problems(ATTACK.replace("is day", "is day at clock"), "day,clock,dead\n2031-05-04,0905,\n"))
                .singleElement()
                .asString()
                .contains("`0905` is no time of day", "`as \"yyyy-MM-dd HHmm\"`");
    }

    @Test
    void whatIsFinerThanAMillisecondIsCutOffAndThatIsSaid() {
        Loaded loaded = Reading.mapped(
                ATTACK,
                "day,dead\n2031-05-04T10:00:00.123987+03:00,\n2031-05-04 10:00:00.5,\n2031-05-04 10:00:00.000001,\n");
        assertThat(times(loaded))
                .containsExactly("2031-05-04T10:00:00.123", "2031-05-04T10:00:00.500", "2031-05-04T10:00");
        assertThat(Reading.problems(loaded))
                .containsExactly(
                        "source.csv, line 2, column `day`: `2031-05-04T10:00:00.123987+03:00` is finer than a thousandth"
                                + " of a second: the rest was cut off, likewise in 1 more [HR162]");
        assertThat(problems(
                        ATTACK.replace("is day", "is day as \"yyyyMMdd HHmmss.SSSSSS\""),
                        "day,dead\n20310504 100000.123987,\n"))
                .singleElement()
                .asString()
                .contains("HR162");
        assertThat(Reading.problems(
                        Reading.csv("id,source,occurred,event\na,Desk,2031-05-04T10:00:00.123987+03:00,signature\n")))
                .singleElement()
                .asString()
                .contains("exact to a thousandth");
    }

    // Mappings and JSON

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seperator tab            | separator semicolon",
                "time are day             | time is COLUMN",
                "header row 3             | header is row 3",
                "dates day month year     | dates are day month year",
                "coordinate of place lat  | coordinates of COLUMN are LATITUDE, LONGITUDE",
                "recorded issued          | recorded is COLUMN"
            })
    void aStatementThatIsNearlyOneIsAnsweredWithItsForm(String written, String form) {
        assertThat(MappingText.parse("m.md", "```mapping\n" + written + "\n" + ATTACK + "```\n")
                        .problems())
                .extracting(ProblemLine::of)
                .singleElement()
                .asString()
                .startsWith("m.md, line 2: ")
                .contains("expected a rule, or `" + form + "`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ok\":true,\"result\":{\"limit\":9,\"records\":[ROWS]}}",
                "{\"took\":1,\"hits\":{\"total\":{\"value\":2},\"hits\":[ROWS]}}",
                "{\"@odata.context\":\"x\",\"value\":[ROWS]}",
                "{\"articles\":[ROWS]}",
                "{\"features\":[FEATURES]}"
            })
    void theListMayLieInTheAnswerOfAService(String answer) {
        String one = "{\"day\":\"2031-05-04\",\"dead\":1}";
        String two = "{\"day\":\"2031-05-05\",\"dead\":2}";
        String json = answer.replace("ROWS", one + "," + two)
                .replace(
                        "FEATURES",
                        "{\"attributes\":" + one + ",\"geometry\":{\"x\":1.5,\"y\":2}},{\"attributes\":" + two + "}");
        assertThat(times(Reading.mapped(ATTACK, "a.json", json.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .containsExactly(
                        "2031-05-04T00:00 to 2031-05-04T23:59:59.999", "2031-05-05T00:00 to 2031-05-05T23:59:59.999");
    }
}
