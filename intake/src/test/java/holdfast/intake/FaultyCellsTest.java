package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.language.diagnostic.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells as people fill them in: what they may mean is never guessed, and none of them is passed over without a word. */
class FaultyCellsTest {
    private static final String DELIVERIES =
            "mapping \"Desk\"\nzone UTC\ntime is day\nevery row becomes delivery(by giver, item item, quantity n)\n";
    private static final String HEADER = "day,giver,item,n\n";

    private static List<String> errors(Loaded loaded) {
        return loaded.report().problems().stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
    }

    private static List<String> ids(Loaded loaded) {
        return loaded.records().stream().map(Record::id).toList();
    }

    // Dates

    @ParameterizedTest
    @ValueSource(strings = {"2922-02-09", "1922-02-09", "2023-01-01", "2021-12-31", "2024", "2021-12"})
    void aDateOutsideTheDaysThatTheMappingAllowsIsRefused(String day) {
        assertThat(errors(Reading.mapped(
                        DELIVERIES + "dates from 2022-01-01 to 2022-12-31\n",
                        HEADER + "2022-05-01,Germany,tank,4\n" + day + ",Germany,tank,4\n")))
                .singleElement()
                .asString()
                .startsWith("source.csv, line 3, column `day`: `" + day + "` does not lie between the days that the"
                        + " mapping allows; expected a date from 2022-01-01 to 2022-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-01-01", "2022-12-31", "2022-12-31 23:59", "2022", "2022-07"})
    void aDateOfWhichAPartLiesBetweenThemIsTaken(String day) {
        Loaded loaded = Reading.mapped(
                DELIVERIES + "dates from 2022-01-01 to 2022-12-31\n", HEADER + day + ",Germany,tank,4\n");
        assertThat(loaded.report().problems()).isEmpty();
        assertThat(loaded.records()).hasSize(1);
    }

    @Test
    void theDaysAreThoseOfAllDatesOfTheFile() {
        assertThat(errors(Reading.mapped(
                        "mapping \"Desk\"\nzone UTC\ntime is day\nrecorded is known\ndates from 2022-01-01 to 2022-12-31\n"
                                + "every row becomes delivery(by giver, due due)\n",
                        "day,known,giver,due\n2022-05-01,2922-05-02,Germany,2022-06-30\n"
                                + "2022-05-01,2022-05-02,Germany,2222-06-30\n")))
                .satisfiesExactly(
                        first -> assertThat(first).contains("line 2, column `known`: `2922-05-02` does not lie"),
                        second -> assertThat(second).contains("line 3, column `due`: `2222-06-30` does not lie"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2922-02-09", "1922-02-09", "1972-12-31", "2072-01-01"})
    void whereNothingIsSaidADateFiftyYearsFromTheOthersIsTakenAndTold(String day) {
        Loaded loaded = Reading.mapped(
                DELIVERIES,
                HEADER + "2022-05-01,Germany,tank,4\n" + day + ",Germany,tank,3\n2022-05-02,Germany,tank,4\n");
        assertThat(loaded.records()).hasSize(3);
        assertThat(Reading.problems(loaded))
                .singleElement()
                .asString()
                .startsWith("source.csv, line 3, column `day`: `" + day + "` lies far from the other dates of this"
                        + " column, which are of about 2022;");
    }

    @Test
    void datesOfOneLifetimeAreNotFarFromOneAnother() {
        StringBuilder csv = new StringBuilder(HEADER);
        IntStream.rangeClosed(1980, 2029)
                .forEach(y ->
                        csv.append(y).append("-01-01,Germany,tank,").append(y).append('\n'));
        assertThat(Reading.mapped(DELIVERIES, csv.toString()).report().problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22             | is no time",
                "0022-05-01     | years are 1000 to 9999",
                "5/6/22         | is no time",
                "until 7/27/2022| it names one end only; expected a time such as",
                "since 2/24/2022| it names one end only",
                "not specified, 03/22 | it names no one day",
                "between 3/4/22 & 3/11/22 | it names no one day",
                "Undisclosed    | is no time",
                "44621          | is no time"
            })
    void whatIsNoDateIsRefused(String day, String said) {
        assertThat(errors(Reading.mapped(DELIVERIES, HEADER + "\"" + day + "\",Germany,tank,4\n")))
                .singleElement()
                .asString()
                .startsWith("source.csv, line 2, column `day`: `" + day + "` is no time")
                .contains(said);
    }

    // Numbers

    @ParameterizedTest
    @ValueSource(
            strings = {
                "undisclosed",
                "n/a",
                "N/A",
                "up to 30",
                "10-15",
                "1,000",
                "1.000.000",
                "~40",
                "40+",
                "dozens",
                ".",
                "-",
                "3 dozen",
                "1e3",
                "40 units",
                "½",
                "٤",
                "0x10",
                "1 000",
                "--5",
                "5-",
                "(5)",
                "5.1234567",
                "∞",
                "NaN"
            })
    void whatIsNoNumberIsRefusedWithItsCell(String number) {
        assertThat(errors(Reading.mapped(DELIVERIES, HEADER + "2022-05-01,Germany,tank,\"" + number + "\"\n")))
                .singleElement()
                .asString()
                .startsWith("source.csv, line 2, column `n`: `" + number + "` ");
    }

    // What becomes of them

    @Test
    void theMappingMaySayThatWhatCannotBeReadIsLeftOut() {
        Loaded loaded = Reading.mapped(
                DELIVERIES + "what cannot be read is left out: \"not readable\"\n",
                HEADER + "2022-05-01,Germany,tank,undisclosed\n2022-05-01,Germany,tank,4\n2022-05-01,Germany,gun,n/a\n"
                        + "never,Germany,gun,4\n2022-05-01,Germany,gun,undisclosed\n2022-05-01,Germany,gun,undisclosed\n");
        assertThat(ids(loaded)).containsExactly("source:3");
        assertThat(loaded.report().leftOut()).containsOnly(java.util.Map.entry("not readable", 5L));
        assertThat(Reading.problems(loaded))
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one)
                                .startsWith("source.csv, line 2, column `n`: `undisclosed` is no number; left out, with"
                                        + " all 3 lines that hold it: 2, 6 to 7; expected digits"),
                        two -> assertThat(two)
                                .startsWith("source.csv, line 4, column `n`: `n/a` is no number; left out;"),
                        three -> assertThat(three)
                                .startsWith("source.csv, line 5, column `day`: `never` is no time; left out;"));
    }

    @Test
    void ofARowWithSeveralRecordsOnlyTheOneThatCannotBeReadIsLeftOut() {
        Loaded loaded = Reading.mapped(
                "mapping \"Desk\"\nzone UTC\ntime is day\nwhat cannot be read is left out: \"not readable\"\n"
                        + "every row becomes delivery(by giver, item \"EUR\", quantity eur) and delivery(by giver, item item, quantity n)\n",
                "day,giver,item,n,eur\n2022-05-01,Germany,tank,undisclosed,5000\n");
        assertThat(ids(loaded)).containsExactly("source:2a");
        assertThat(loaded.report().leftOutRecords()).containsOnly(java.util.Map.entry("not readable", 1L));
        assertThat(loaded.report().mapped()).isEqualTo(1);
    }

    /** Those are faults of the mapping, or a matter for whoever wrote it: it would hide what it does not know. */
    @Test
    void whatTheMappingDoesNotKnowIsRefusedAllTheSame() {
        assertThat(errors(Reading.mapped(
                        "mapping \"Desk\"\nzone UTC\ntime is day\nwhat cannot be read is left out: \"not readable\"\n"
                                + "codes for giver:\n  DE is Germany\n  XX is Atlantis\nitem tank becomes delivery(by giver)\n",
                        "day,giver,item\n2022-05-01,FR,tank\n2022-05-01,XX,tank\n2022-05-01,DE,gun\n")))
                .satisfiesExactly(
                        code -> assertThat(code).contains("line 2, column `giver`: the mapping has no code `FR`"),
                        actor -> assertThat(actor).contains("line 3, column `giver`: `Atlantis` is no actor"),
                        rule -> assertThat(rule).contains("line 4: no rule says what becomes of this row"));
    }

    @Test
    void aPartyWhomTheAgreementDoesNotNameIsLeftOutOnlyWhereThatIsSaid() {
        String codes = "codes for giver:\n  DE is Germany\n  otherwise as it is\n";
        String csv = HEADER + "2022-05-01,DE,tank,1\n2022-05-01,Norway,tank,2\n2022-05-01,Norway,gun,3\n"
                + "2022-05-01,Malta,gun,3\n";
        assertThat(errors(Reading.mapped(DELIVERIES + codes, csv))).hasSize(3);
        Loaded loaded =
                Reading.mapped(DELIVERIES + codes + "  whom the agreement does not name left out: \"no party\"\n", csv);
        assertThat(ids(loaded)).containsExactly("source:2");
        assertThat(loaded.report().leftOut())
                .isEqualTo(java.util.Map.of("no party: Norway", 2L, "no party: Malta", 1L));
        assertThat(Reading.mapped(DELIVERIES + codes + "  whom the agreement does not name unattributed\n", csv)
                        .records())
                .hasSize(4);
    }
}
