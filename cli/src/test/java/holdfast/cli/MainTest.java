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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The whole command, in this process, over the small agreements in {@code home}. */
class MainTest {
    private static final Path HOME = Path.of("src/test/resources/holdfast/cli/home");

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        Main main = new Main(new ShippedAgreements(Optional.of(HOME)), new Main.Looks(false, false));
        return main.execute(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }

    private void refuses(int status, String message, String... arguments) {
        assertThat(run(arguments)).isEqualTo(status);
        assertThat(err.toString()).contains(message).doesNotContain("Exception", "\tat ");
        assertThat(out.toString()).isEmpty();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(temp.resolve(name), content);
    }

    @Test
    void nothingAskedShowsWhatThereIsToDo() throws IOException {
        assertThat(run()).isZero();
        Golden.same("welcome.txt", out.toString());
    }

    @Test
    void everyCommandIsListedByItsOwnName() {
        Main.COMMANDS.forEach((name, type) ->
                assertThat(type.getAnnotation(CommandLine.Command.class).name()).isEqualTo(name));
    }

    @Test
    void replay() throws IOException {
        assertThat(run("replay", "example", "--since", "2026-03-03")).isZero();
        Golden.same("example.txt", out.toString());
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void replayAsItWasKnownEarlier() {
        assertThat(run("replay", "example", "--as-of", "2026-03-03", "--clause", "2.1"))
                .isZero();
        assertThat(out.toString())
                .contains("as of the end of 3 Mar 2026")
                .contains("nobody named       breached, alleged     2 Mar 2026 10:00, until 3 Mar 2026 10:00")
                .doesNotContain("Article 3");
    }

    @Test
    void replayOfAFolderADocumentAndAFileOfRecords() {
        Path folder = HOME.resolve("agreements/example");
        assertThat(run("replay", folder.toString())).isZero();
        assertThat(run("replay", folder.resolve("agreement.md").toString())).isZero();
        assertThat(run(
                        "replay",
                        HOME.resolve("agreements/bare/agreement.md").toString(),
                        "--records",
                        folder.resolve("records/reports.csv").toString()))
                .isEqualTo(1);
    }

    @Test
    void json() throws IOException {
        assertThat(run("replay", "example", "--json", "--since", "2026-03-03T00:00"))
                .isZero();
        Golden.same("example.json", out.toString());
        assertThat(ReplaySchema.errors(out.toString())).isEmpty();
    }

    @Test
    void html() throws IOException {
        Path page = temp.resolve("page.html");
        assertThat(run("replay", "example", "--html", page.toString())).isZero();
        assertThat(out.toString()).isEqualTo("written: " + page + System.lineSeparator());
        assertThat(Files.readString(page)).contains("<svg", "Truce at the river", "</html>");
    }

    @Test
    void explain() throws IOException {
        assertThat(run("explain", "example", "--clause", "2.1", "--clause", "3"))
                .isZero();
        Golden.same("example-explained.txt", out.toString());
    }

    @Test
    void explainAsATree() throws IOException {
        assertThat(run("explain", "example", "--clause", "3.2", "--reading", "counting=counted", "--tree"))
                .isZero();
        Golden.same("example-tree.txt", out.toString());
    }

    @Test
    void explainChoosesByRecord() {
        assertThat(run("explain", "example", "--clause", "2.1", "--record", "f3"))
                .isZero();
        assertThat(out.toString()).contains("North breached clause 2.1").doesNotContain("South breached");
    }

    @Test
    void checkPasses() {
        assertThat(run("check", "example", "--names")).isZero();
        assertThat(out.toString().lines())
                .startsWith("example: no problems; 6 clauses; 1 scenario, it holds")
                .contains("    truce_began is called \"a truce began\"", "    fire is called \"to fire\"");
    }

    /** Whoever has checked a text ten times has read the list of its names: it comes unasked only where one reads badly. */
    @Test
    void ofMadeUpNamesOnlyThoseThatReadBadlyAreListedUnasked() {
        assertThat(run("check", "example")).isZero();
        assertThat(out.toString())
                .contains("    talks is called \"to talks\"", "`check --names` lists them")
                .doesNotContain("truce_began is called");
    }

    @Test
    void checkFindsMistakes() throws IOException {
        assertThat(run("check", "broken")).isEqualTo(1);
        Golden.same("broken.txt", out.toString());
    }

    @Test
    void checkFindsAScenarioThatFails() throws IOException {
        assertThat(run("check", "bare")).isEqualTo(1);
        Golden.same("bare.txt", out.toString());
    }

    @Test
    void withoutRecordsSomebodyMustSayWhichMomentIsMeant() {
        assertThat(run("replay", "bare")).isEqualTo(2);
        assertThat(err.toString())
                .contains("there is no record, and so no moment to ask about")
                .contains("`--now 2026-03-01`");
        refuses(2, "from which day on nothing comes", "replay", "bare", "--if-nothing-more-comes", "2027-03-05");
        assertThat(run("replay", "bare", "--now", "2026-11-23T14:00")).isZero();
        assertThat(out.toString()).contains("as of 23 Nov 2026 14:00", "no records: what the text alone says");
    }

    @Test
    void whoHasNoRecordIsToldWhatTheAgreementWaitsFor() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("waiting/records"));
        Files.writeString(
                folder.resolveSibling("agreement.md"),
                "# A\n\n## Article 1. Fire\n\n```holdfast\nparty North, South\nevent fire(by: party)\n\n"
                        + "1.1  anyone A must not fire(by A)\n```\n");
        Files.writeString(folder.resolve("counts.mapping.md"), """
                # Counts of the mission

                ```mapping
                mapping "Counts"
                zone Europe/Kyiv
                time is day
                recorded is day
                source is "M"
                basis is seen
                id is "{day}"
                every row becomes fire(by unattributed)
                ```
                """);
        assertThat(run("replay", folder.resolveSibling("agreement.md").toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("`counts.mapping.md`, among the agreement's files, reads a table that is not kept with it")
                .contains("`--records counts.csv`")
                .contains("what can be on record: `fire`")
                .doesNotContain("motion");
    }

    @Test
    void fmtChangesWhatItMustAndNothingTwice() throws IOException {
        Path document = file("draft.md", "# A draft\n\nProse   stays.\n\n```holdfast\nparty   North ,South\n```\n");
        assertThat(run("fmt", "--check", document.toString())).isEqualTo(1);
        assertThat(Files.readString(document)).contains("party   North ,South");
        assertThat(run("fmt", document.toString())).isZero();
        assertThat(Files.readString(document)).contains("Prose   stays.", "party North, South");
        assertThat(run("fmt", "--check", document.toString())).isZero();
        try (var files = Files.list(temp)) {
            assertThat(files).containsExactly(document);
        }
    }

    @Test
    void completionAndHelpAndVersion() {
        assertThat(run("completion", "bash")).isZero();
        assertThat(out.toString()).contains("complete -F", "example");
        assertThat(run("--version")).isZero();
        assertThat(run("replay", "--help")).isZero();
        assertThat(out.toString()).contains("holdfast (unpackaged)", "--as-of");
        assertThat(out.toString().substring(out.toString().indexOf("Usage:")).lines())
                .allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replay exmple | did you mean `example`?",
                "replay exam | did you mean `example`?",
                "replay nothing | neither a file nor a shipped agreement",
                "replay no/such.md | there is no file `no/such.md`",
                "replay ../agreements/minsk-2015/agreement | did you mean `../agreements/minsk-2015/agreement.md`?",
                "replay src | is a folder without `agreement.md`",
                "replay | `holdfast replay` needs a file, as in `holdfast replay agreement.md`",
                "replay example --as-of lately | --as-of: `lately` is not a moment",
                "replay example --now 2026-03-29T03:30 | the clocks skip it",
                "replay example --since 2026-13-01 | --since: `2026-13-01` is not a moment",
                "replay example --records nothing.csv | there is no file `nothing.csv`",
                "replay example --records src | `src` is a folder, not a file of records",
                "replay example --mapping nothing.md | there is no file `nothing.md`",
                "replay example --html src | --html: `src` is a folder",
                "replay example --html no/such/folder/x.html | there is no folder",
                "replay example --clause 9.9 | there is no clause `9.9`",
                "replay example --bearer Suoth | did you mean `South`?",
                "replay example --wrong | `holdfast replay` has no option `--wrong`",
                "explain example | `holdfast explain` needs `--clause`, as in `--clause 2.1`",
                "explain example --clause 2.1 --reading when=now | there is no question `when`",
                "explain example --clause 3.2 --reading counting=counte | did you mean `counted`?",
                "completion fish | 'fish'",
                "chek example | holdfast check",
                "check nothing.md | there is no file `nothing.md`"
            })
    void refusesWhatItCannotDo(String arguments, String message) {
        refuses(2, message, arguments.split(" "));
    }

    @Test
    void aBrokenAgreementIsNotReplayed() {
        refuses(1, "the text names no act or event `fier`", "replay", "broken");
    }

    @Test
    void brokenRecordsAreNotReplayed() throws IOException {
        Path records = file("r.csv", """
                id,recorded,source,occurred,event,by
                a1,2026-03-01,Mission,2026-02-30,fire,North
                a2,2026-03-01,Mission,2026-03-01,fire,North
                a2,2026-03-01,Mission,2026-03-01,fier,North
                """);
        refuses(1, "2026-02-30", "replay", "example", "--records", records.toString());
        assertThat(err.toString()).contains("r.csv, line 2", "nothing was replayed");
    }

    @Test
    void theSameIdInTwoFilesIsRefused() throws IOException {
        String row = "id,recorded,source,occurred,event,by\na1,2026-03-01,Mission,2026-03-01,fire,North\n";
        Path one = file("one.csv", row);
        Path two = file("two.csv", row);
        refuses(1, "a1", "replay", "example", "--records", one.toString(), "--records", two.toString());
    }

    @Test
    void binaryAndEmptyFilesAreRefused() throws IOException {
        Path binary = temp.resolve("binary.md");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
        assertThat(run("check", binary.toString())).isEqualTo(1);
        assertThat(run("check", file("empty.md", "").toString())).isEqualTo(1);
        refusesRecords(binary);
        refusesRecords(file("empty.csv", ""));
    }

    private void refusesRecords(Path records) {
        assertThat(run("replay", "example", "--records", records.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("the records cannot be used").doesNotContain("\tat ");
    }

    @Test
    void whatBreaksInsideIsSaidInOneLine() {
        Main main = new Main(new ShippedAgreements(Optional.of(HOME)), new Main.Looks(false, false));
        PrintWriter jammed = new PrintWriter(out) {
            @Override
            public void write(char[] text, int from, int length) {
                throw new IllegalStateException("the paper is jammed");
            }
        };
        assertThat(main.execute(jammed, new PrintWriter(err, true), "replay", "example"))
                .isEqualTo(Main.BROKEN);
        assertThat(err.toString())
                .contains("something went wrong inside Holdfast (IllegalStateException: the paper is jammed)")
                .contains("--debug")
                .doesNotContain("\tat ");
        main.execute(jammed, new PrintWriter(err, true), "replay", "example", "--debug");
        assertThat(err.toString()).contains("\tat ");
    }
}
