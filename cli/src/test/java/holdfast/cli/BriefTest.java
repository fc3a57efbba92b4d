package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two pages for whoever enters the meeting. */
class BriefTest {
    private static final Path HOME = Path.of("..");
    /** Six lines to an inch on A4, with half an inch above and below: 64 on each. */
    private static final int TWO_PAGES = 2 * 64;

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        Main main = new Main(new ShippedAgreements(Optional.of(HOME)), new Main.Looks(false, false));
        return main.execute(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }

    static Stream<String> shipped() throws IOException {
        try (Stream<Path> folders = Files.list(HOME.resolve("agreements"))) {
            return folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void isNoLongerThanTwoPages(String name) {
        String party = switch (name) {
            case "sinai-1975" -> "Egypt";
            case "pretoria-2022" -> "TPLF";
            default -> "Ukraine";
        };
        assertThat(run("brief", name, "--for", party)).as(err.toString()).isZero();
        assertThat(out.toString().lines().count()).isLessThanOrEqualTo(TWO_PAGES);
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
        assertThat(out.toString()).contains("What it owes", "What to ask for", "Who of them is needed");
    }

    @Test
    void tellsUkraineThatBudapestPromisesTalkAndThatRussiaCanStopTheCouncil() {
        run("brief", "budapest-1994", "--for", "Ukraine");
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "except the one who broke it, must answer with consultation, with no deadline",
                        "each of Russia, the United States, the United Kingdom, France and China alone can keep Council from deciding",
                        "0.1 Ukraine must give up its nuclear weapons");
    }

    @Test
    void tellsAMemberWhatItCanStopItself() {
        run("brief", "budapest-1994", "--for", "Russia");
        assertThat(out.toString().replaceAll("\\s+", " ")).contains("Russia can itself keep Council from deciding");
    }

    @Test
    void tellsUkraineWhoIsNeededInTwoLayersAndWithinHowManyHours() {
        run("brief", "two-layer-framework", "--for", "Ukraine");
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "for up to 72 hours before a joint response",
                        "must answer with a joint response within 72 hours",
                        "a measure falls only without all of France, Germany, Poland and the United Kingdom",
                        "France: 4.2, 4.3, Commission");
    }

    @Test
    void whatFollowsItsOwnBreachIsNothingToAskFor() {
        run("brief", "two-layer-framework", "--for", "Ukraine");
        assertThat(out.toString())
                .doesNotContain("[F01]", "[F02]")
                .contains("If Ukraine breaks 2.1 or 2.2, nothing must follow.");
    }

    @Test
    void nobodyIsPromisedWhatIsThereForOthers() {
        run("brief", "minsk-2015", "--for", "UnitedStates");
        assertThat(out.toString())
                .contains("no prohibition is there for it", "nothing by name", "It is forbidden nothing.");
    }

    @Test
    void whomAProhibitionProtectsItDoesNotBind() {
        run("brief", "kyiv-compact-2022", "--for", "Ukraine");
        String said = out.toString();
        assertThat(said.substring(said.indexOf("What it owes"), said.indexOf("What it gets")))
                .doesNotContain("1.1");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void othersGetNoMoreThanTwoPagesEither(String name) {
        for (String actor : new String[] {"Russia", "UnitedStates", "France", "Israel", "Ethiopia"}) {
            if (run("brief", name, "--for", actor) == 0) {
                assertThat(out.toString().lines().count()).isLessThanOrEqualTo(TWO_PAGES);
            }
            out.getBuffer().setLength(0);
        }
    }

    @Test
    void withoutANameThereAreAFewSentencesForEachParty() {
        run("brief", "two-layer-framework");
        assertThat(out.toString()).contains("a brief for Ukraine", "a brief for Russia");
    }

    @Test
    void aPageToPrintNeedsNothingFromElsewhere() throws IOException {
        Path page = temp.resolve("brief.html");
        assertThat(run("brief", "two-layer-framework", "--for", "Ukraine", "--html", page.toString()))
                .isZero();
        assertThat(Files.readString(page))
                .contains("What to ask for", "</html>")
                .doesNotContain("<script", "src=", "http:", "https:");
    }

    @Test
    void aNameThatNobodyHasIsRefusedWithTheOneThatWasMeant() {
        assertThat(run("brief", "minsk-2015", "--for", "Ukrane")).isEqualTo(2);
        assertThat(err.toString()).contains("nobody in this agreement is called `Ukrane`", "did you mean `Ukraine`?");
    }

    @Test
    void isWhatThePageOnItShows() throws IOException {
        run("brief", "two-layer-framework", "--for", "Ukraine");
        assertThat(Files.readString(HOME.resolve("docs/brief.md")))
                .contains("```\n" + out.toString().strip() + "\n```");
    }

    @Test
    void putsTheTwoLayersTogether() throws IOException {
        Path given = Files.writeString(temp.resolve("given.csv"), """
                id,occurred,source,event,basis,by,item,quantity,due
                p1,2026-03-01 12:00,Ministry,pledge,seen,Germany,launcher,4,2026-06-30
                p2,2026-03-02 12:00,Ministry,pledge,seen,Poland,launcher,2,2026-05-01
                d1,2026-04-01 12:00,Ministry,delivery,seen,Germany,launcher,1,
                """);
        run("brief", "two-layer-framework", "--for", "Ukraine", "--records", given.toString(), "--on", "2026-05-31");
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "Until others must act, the first layer (Ukrainian armed forces) holds alone: for up to 72 hours"
                                + " before a joint response; for a time that nothing bounds before assistance; for good"
                                + " where nothing must follow.",
                        "launcher: 1 arrived, 0 under way, 5 promised");
    }

    @Test
    void wantsRecordsWhereADayIsAskedAbout() {
        assertThat(run("brief", "two-layer-framework", "--for", "Ukraine", "--on", "2026-05-31"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--records FILE");
    }
}
