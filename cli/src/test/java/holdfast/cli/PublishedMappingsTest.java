package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The mappings of {@code docs/mappings}, each tried on a small made file of exactly the source's form, and laid over an agreement that is shipped. Files
 * of real data are read by {@code RealSourcesTest}, where they are present.
 */
class PublishedMappingsTest {
    private static final Path MADE = Path.of("src/test/resources/holdfast/cli/mappings");
    private static final Path PUBLISHED = Path.of("../docs/mappings");
    private static final Path AGREEMENTS = Path.of("../agreements");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(PUBLISHED)) {
            return pages.filter(p -> !p.endsWith("README.md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isNoLongerThanTwentyLinesAndIsInTheList(Path page) throws IOException {
        String text = Files.readString(page);
        String block = text.substring(text.indexOf("```mapping\n") + 11);
        assertThat(block.substring(0, block.indexOf("```")).lines().filter(l -> !l.isBlank()))
                .hasSizeLessThanOrEqualTo(20);
        assertThat(Files.readString(PUBLISHED.resolve("README.md"))).contains("(" + page.getFileName() + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ucdp-2018.csv     | ucdp-ged          | two-layer-framework | 4 rows read: 2 rows became 2 records, 2 left out | ucdp-900001b: attack 2017-02-01 00:00 to 2017-02-01 23:59:59.999, by unattributed, killed 3, place Avdiivka town (48.1397, 37.7425)",
                "ucdp-2018.csv     | ucdp-ged          | two-layer-framework | 1  a row of tags                                 | ucdp-900002b: attack 2017-03-06 00:00 to 2017-03-12 23:59:59.999, by unattributed, killed 1, place Donetsk oblast, town",
                "ucdp-25-1.csv     | ucdp-ged          | two-layer-framework | 1  another country                               | ucdp-900002b: attack 2024-03-06 00:00 to 2024-03-12 23:59:59.999, by unattributed, killed 1, place Donetsk oblast, town",
                "acled.csv         | acled             | two-layer-framework | 3 rows read: 2 rows became 2 records, 1 left out | known 2024-05-21 23:00, ACLED UKR900001",
                "acled.json        | acled             | two-layer-framework | 3 rows read: 2 rows became 2 records, 1 left out | attack 2024-05-01 00:00 to 2024-05-31 23:59:59.999, by unattributed, killed 2, place Donetsk, town Donetsk",
                "osce.csv          | osce-daily-counts | osce-2020-measures  | 1  the number of violations is not stated        | ceasefire_violations 2020-07-27 00:01 to 2020-07-27 19:30, by unattributed, explosions 3, number 12, region Donetsk",
                "osce.csv          | osce-daily-counts | minsk-2015          | 3  counted_violations                            | counted_violations 2020-07-27 19:30 to 2020-07-28 19:30, by unattributed, count 4, town Luhansk",
                "incidents.json    | incident-list     | two-layer-framework | 1  the place is not established                  | incident-CIV9001: attack 2022-02-24 00:00 to 2022-02-24 23:59:59.999, by unattributed, place A town east of Kharkiv (49.85, 36.659)",
                "incidents.csv     | incident-list     | two-layer-framework | 1  the place is not established                  | incident-CIV9001: attack 2022-02-24 00:00 to 2022-02-24 23:59:59.999, by unattributed, place A town east of Kharkiv (49.85, 36.659)",
                "alerts.csv        | air-raid-alerts   | osce-2020-measures  | 1  it ended as it began                          | flight 2022-02-25 18:36:22, by unattributed, craft not said; claim; known 2022-02-25 19:06:22",
                "support-weapons.csv | ukraine-support-pledged   | two-layer-framework | 2  a giver whom the agreement does not name: Australia  | pledged-3-Germany: pledge 2022-01-24 00:00 to 2022-10-03 23:59:59.999, by Germany, item gun, quantity 4; media",
                "support-weapons.csv | ukraine-support-delivered | two-layer-framework | 1  this giver delivered none of it                      | delivered-2-United States: delivery 2022-01-24 00:00 to 2022-10-03 23:59:59.999, by UnitedStates, item tank, quantity 30; media",
                "support-main.csv    | ukraine-support-bilateral | two-layer-framework | 1  neither goods nor a sum of its own                  | bilateral-2a: pledge 2022-03-01 00:00 to 2022-03-01 23:59:59.999, by Germany, item EUR, quantity 5000000; media",
                "support-main.csv    | ukraine-support-bilateral | two-layer-framework | 2  a cell cannot be read                               | bilateral-3: pledge 2022-03-01 00:00 to 2022-03-01 23:59:59.999, by Germany, item gun, quantity 7; media"
            })
    void readsAFileOfThatFormForAShippedAgreement(
            String file, String mapping, String agreement, String counted, String record) {
        Path page = PUBLISHED.resolve(mapping + ".md");
        Path text = AGREEMENTS.resolve(agreement).resolve("agreement.md");
        Typed shown = Typed.run("records", MADE.resolve(file), "--mapping", page, "--agreement", text);
        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(shown.out()).contains(counted, record);

        Typed replayed = Typed.run("replay", text, "--records", MADE.resolve(file), "--mapping", page);
        assertThat(replayed.status()).as(replayed.err()).isZero();
        assertThat(replayed.out()).contains("verdicts: ").doesNotContain("0 records");
    }

    @Test
    void countsByTheMissionBreachTheMeasuresByNobodyNamed() {
        assertThat(Typed.run(
                                "replay",
                                AGREEMENTS.resolve("osce-2020-measures/agreement.md"),
                                "--records",
                                MADE.resolve("osce.csv"),
                                "--mapping",
                                PUBLISHED.resolve("osce-daily-counts.md"),
                                "--clause",
                                "3")
                        .out())
                .contains("nobody named", "breached, alleged");
    }

    /** Another part of the source: nothing that was said of single rows of the first file touches its rows. */
    @Test
    void anotherFileOfTheCountsHasItsOwnPeriods() throws IOException {
        Path later = Files.writeString(
                temp.resolve("later.csv"),
                "report,issued,period_from_evening,period_to_evening,region,ceasefire_violations,of_which_explosions\n"
                        + "45/2021,2021-02-25,2021-02-23,2021-02-24,Donetsk,31,4\n"
                        + "46/2021,2021-02-26,2021-02-24,2021-02-25,Luhansk,0,0\n");
        Typed shown = Typed.run(
                "records",
                later,
                "--mapping",
                PUBLISHED.resolve("osce-daily-counts.md"),
                "--agreement",
                AGREEMENTS.resolve("osce-2020-measures/agreement.md"));
        assertThat(shown.out())
                .as(shown.err())
                .contains(
                        "ceasefire_violations 2021-02-23 19:30 to 2021-02-24 19:30, by unattributed, explosions 4, number 31",
                        "ceasefire_violations 2021-02-24 19:30 to 2021-02-25 19:30, by unattributed, explosions 0, number 0");
    }

    @Test
    void alertsInSecondsNeedTwoWordsMore() throws IOException {
        String page = Files.readString(PUBLISHED.resolve("air-raid-alerts.md"));
        Path mapping = Files.writeString(
                temp.resolve("alerts.md"),
                page.replace("from started_at to finished_at\n", "from started_at to finished_at in seconds\n"));
        Typed shown = Typed.run(
                "records",
                MADE.resolve("alerts-epochs.csv"),
                "--mapping",
                mapping,
                "--agreement",
                AGREEMENTS.resolve("osce-2020-measures/agreement.md"));
        assertThat(shown.out())
                .as(shown.err())
                .contains("2 rows became 2 records", "flight 2022-02-25 18:36:22", "known 2022-02-25 19:06:22");
    }
}
