package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.report.Golden;
import holdfast.cli.report.ReplaySchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/readiness: what each of three users asks is answered in the first screen, and bad tables are told with line and column. */
class SaltmarshTest {
    private static final Path FOLDER = Path.of("..", "docs", "readiness");
    private static final Path TEXT = FOLDER.resolve("saltmarsh.md");
    private static final Path RECORDS = FOLDER.resolve("saltmarsh.csv");
    private static final Path ITEMS = FOLDER.resolve("items.md");
    private static final int LINES = 24;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    private static Typed asked(Path records, Object... more) {
        List<Object> words = new ArrayList<>(List.of("readiness", TEXT, "--records", records, "--items", ITEMS));
        words.addAll(Arrays.asList(more));
        return Typed.run(words.toArray());
    }

    private static String firstScreen(Object... more) {
        return String.join("\n", asked(RECORDS, more).out().lines().limit(LINES).toList());
    }

    @Test
    void allThatTheExampleTells() throws IOException {
        Typed said = asked(RECORDS);
        assertThat(said.status()).as(said.err()).isZero();
        Golden.same("readiness-saltmarsh.txt", said.out());
        assertThat(ReplaySchema.errors(
                        "readiness.schema.json", asked(RECORDS, "--json").out()))
                .isEmpty();
    }

    @Test
    void aGiverSeesWhatItPromisedAndWhatIsLate() {
        assertThat(firstScreen("--for", "Aldermark"))
                .containsPattern("offered +promised +arrived +late +to come")
                .containsPattern("radar +0 +3 +2 +1 +1")
                .contains("Aldermark: 1 of 3 radar, 11 days late, since 1 Feb 2031")
                .doesNotContain("Brynland");
    }

    @Test
    void theOneThatIsGivenToSeesWhatItLacksOnADay() {
        assertThat(firstScreen("--for", "Saltmarsh", "--on", "2031-03-01"))
                .contains("Lacking on 1 Mar 2031: 4 of 6 radar; 2 of 2 bridge; 500 of 900 tonne of")
                .contains("Aldermark: 1 of 3 radar, 11 days late");
    }

    @Test
    void whoeverCoordinatesSeesWhichOffersToAskFor() {
        Typed said = Typed.run("match", TEXT, "--records", RECORDS, "--items", ITEMS);
        assertThat(String.join("\n", said.out().lines().limit(LINES).toList()))
                .contains("What would help most", "One more offer: 30 tank");
    }

    @Test
    void whatHangsOnAConditionIsOwedByTheClauseOnlyOnceItIsMet() {
        String replay = Typed.run("replay", TEXT, "--records", RECORDS, "--as-of", "2031-06-30", "--all")
                .out();
        assertThat(replay)
                .contains("2 blocked")
                .containsPattern("1\\.2[^\n]*Brynland")
                .containsPattern("1\\.3");
    }

    @Test
    void whatIsWrongInATableIsToldWithLineAndColumn() throws IOException {
        String good = Files.readString(RECORDS);
        String bad = good.replace("Aldermark,,radar,3,", "Aldermark,,radar,-3,")
                        .replace("Brynland,,diesel,400,", "Brynland,,diesl,400,")
                        .replace("30000000,ALD", "30000000,XPF")
                        .replace("C-1,consent of Dunmoor", "C-1,case D-1")
                + good.lines()
                        .filter(l -> l.startsWith("d1,"))
                        .findFirst()
                        .orElseThrow()
                        .replace("d1,", "d9,")
                + "\n";
        Path records = temp.resolve("bad.csv");
        Files.writeString(records, bad);
        Typed said = asked(records);
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out().replaceAll("\\s+", " "))
                .contains("p1, bad.csv line 7, `quantity`: its quantity is -3")
                .contains("p2, bad.csv line 8, `item`: no item is called “diesl” did you mean `diesel`?")
                .contains("no one can come first: case C-1 of Corvia waits for case D-1, case D-1 of Dunmoor waits for"
                        + " case C-1; one of them must stand by itself (c1, bad.csv line 9, `condition`; c2, bad.csv line"
                        + " 10, `condition`)")
                .contains("told 2 times, of the same day: 2 radar received");
        Files.writeString(records, good.replace("30000000,ALD", "30000000,XPF"));
        assertThat(asked(records).out().replaceAll("\\s+", " "))
                .contains("p1, bad.csv line 7, `currency`: “XPF” has no rate to EUR", "`1 XPF is");
    }
}
