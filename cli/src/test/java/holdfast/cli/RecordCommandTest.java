package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.record.keep.SigningKeys;
import holdfast.record.log.note.NoteVerifier;
import holdfast.record.log.witness.FolderMemory;
import holdfast.record.log.witness.WitnessServer;
import holdfast.record.store.Opening;
import holdfast.record.store.RecordPlace;
import holdfast.record.store.Stores;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code holdfast record}, as somebody keeps a record from the command line. */
class RecordCommandTest {
    private static final Path MINSK = ShippedReplay.AGREEMENTS.resolve("minsk-2015");
    private static final String HEADER = "id,recorded,source,author,occurred,event,basis,by,town,killed\n";
    private static final String A = "a1,2025-01-02,p. 1,Mission,2025-01-01,strike,seen,Nordstaat,Talheim,2\n";
    private static final String B = "a2,2025-01-03,p. 2,Mission,2025-01-02,strike,heard,Suedstaat,Bergdorf,0\n";
    private static final String C = "a3,2025-01-04,p. 3,Mission,2025-01-03,strike,seen,Suedstaat,Talheim,1\n";

    @TempDir
    Path temp;

    private Path text;
    private Path record;

    @BeforeEach
    void files() throws IOException {
        text = Files.writeString(temp.resolve("truce.md"), """
                # Truce

                ```holdfast
                agreement "Truce" version "1"
                time zone Europe/Kyiv
                party Nordstaat, Suedstaat
                event strike(by: party, town: text, killed: number)

                1.1 each party P must not strike(by P)
                ```
                """);
        record = temp.resolve("record");
    }

    private static Typed good(Object... words) {
        Typed typed = Typed.run(words);
        assertThat(typed.status()).as(typed.err()).isZero();
        assertThat(typed.err()).doesNotContain("SLF4J", "Flyway");
        return typed;
    }

    /** Without the breaks of a page's lines. */
    private static String flowing(Typed typed) {
        return typed.out().replaceAll("\\s+", " ");
    }

    private Path file(String name, String... rows) throws IOException {
        return Files.writeString(temp.resolve(name), HEADER + String.join("", rows));
    }

    private void init() {
        good("record", "init", record, "--agreement", text, "--name", "test.example/truce");
    }

    /** Every agreement that comes with its records in files of its own. */
    @Test
    void aRecordAnswersAsItsFilesDoAtAnyMomentOfKnowledge() throws IOException {
        int compared = 0;
        try (Stream<Path> folders = Files.list(ShippedReplay.AGREEMENTS)) {
            for (Path folder : folders.filter(f -> Files.isDirectory(f.resolve("records")))
                    .sorted()
                    .toList()) {
                List<Path> tables = tables(folder.resolve("records"));
                if (!tables.isEmpty()) {
                    compare(folder, tables);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(1);
    }

    private static List<Path> tables(Path records) throws IOException {
        try (Stream<Path> files = Files.list(records)) {
            return files.filter(
                            f -> f.toString().endsWith(".csv") || f.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private void compare(Path folder, List<Path> tables) {
        Path kept = temp.resolve("of-" + folder.getFileName());
        good("record", "init", kept, "--agreement", folder);
        tables.forEach(table -> good("record", "import", kept, table));
        Object[] files = tables.stream().flatMap(t -> Stream.of("--records", t)).toArray();
        for (List<String> moment :
                List.of(List.<String>of(), List.of("--as-of", "2015-02-20"), List.of("--as-of", "2015-03-10"))) {
            JsonNode ofFiles = replayed(folder, files, moment);
            JsonNode ofRecord = replayed(folder, new Object[] {"--records", kept}, moment);
            for (String part : List.of("verdicts", "states", "dissent", "asOf", "now", "ifNothingMoreComes")) {
                assertThat(String.valueOf(ofRecord.get(part)))
                        .as(folder + " " + moment + ": " + part)
                        .isEqualTo(String.valueOf(ofFiles.get(part)));
            }
        }
    }

    private static JsonNode replayed(Path agreement, Object[] records, List<String> moment) {
        Object[] words = Stream.of(
                        Stream.<Object>of("replay", agreement, "--json"), Stream.of(records), moment.stream())
                .flatMap(w -> w)
                .toArray();
        Typed typed = Typed.run(words);
        return typed.status() == 0
                ? JsonMapper.shared().readTree(typed.out())
                : JsonMapper.shared()
                        .createObjectNode()
                        .put("verdicts", typed.err().lines().findFirst().orElse(""));
    }

    @Test
    void anAnswerNamesTheCheckpointOnWhichItRests() throws IOException {
        init();
        good("record", "add", record, file("a.csv", A));

        assertThat(flowing(good("replay", text, "--records", record)))
                .contains("log test.example/truce, 2 entries, root", "the text is its entry 0");
        assertThat(flowing(good("explain", text, "--records", record, "--clause", "1.1")))
                .contains("log test.example/truce, 2 entries, root");
        JsonNode checkpoint = JsonMapper.shared()
                .readTree(good("replay", text, "--records", record, "--json").out())
                .get("files")
                .get(0)
                .get("checkpoint");
        assertThat(checkpoint.get("size").asInt()).isEqualTo(2);
        assertThat(checkpoint.get("text").asInt()).isZero();
    }

    @Test
    void givenTwiceItChangesNothingAndSaysSo() throws IOException {
        init();
        Path file = file("a.csv", A, B);
        assertThat(good("record", "add", record, file).out()).contains("Added: 2 records.", "Checkpoint: 3 entries");
        assertThat(good("record", "add", record, file).out())
                .contains("Nothing changes; 2 records are there already, word for word.", "Checkpoint: 3 entries");
        assertThat(good("record", "add", record, file("b.csv", B, C)).out())
                .contains("Added: 1 record; 1 record is there already, word for word.");
    }

    @Test
    void aDryRunShowsWhatWouldBecomeOfEachRowAndKeepsNothing() throws IOException {
        init();
        good("record", "add", record, file("a.csv", A));
        Typed dry = good("record", "add", record, file("b.csv", A, B), "--dry-run");

        assertThat(dry.out())
                .contains(
                        "b.csv:2  a1  there already: entry 1",
                        "b.csv:3  a2  new: entry 2",
                        "Would be added: 1 record",
                        "Nothing was kept.");
        assertThat(good("record", "list", record).out()).contains("2 entries");
    }

    @Test
    void anotherRecordUnderAnIdThatIsTakenIsRefusedWithWhatDiffers() throws IOException {
        init();
        good("record", "add", record, file("a.csv", A));
        Typed refused = Typed.run("record", "add", record, file("b.csv", A.replace("Talheim,2", "Talheim,5"), B));

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains(
                        "b.csv, line 2: the id `a1` is entry 1 of the record, which says something else: `killed` is 2 there and"
                                + " 5 here",
                        "nothing was taken");
        assertThat(good("record", "list", record).out()).contains("2 entries");
    }

    @Test
    void badRowsGoToAFileThatIsMendedAndGivenAgain() throws IOException {
        init();
        Path file = file("a.csv", A, B.replace("2025-01-02,strike", "soon,strike"), C.replace("Suedstaat", "Sudstaat"));
        assertThat(Typed.run("record", "import", record, file).err())
                .contains("nothing was taken", "--rejects OUT.csv");

        Path rejects = temp.resolve("rejects.csv");
        Typed taken = good("record", "import", record, file, "--rejects", rejects);
        assertThat(taken.out()).contains("2 rows were not taken", "Added: 1 record.");
        assertThat(taken.err()).contains("line 3", "line 4", "Suedstaat");
        assertThat(Files.readString(rejects)).startsWith(HEADER.strip()).contains("soon", "Sudstaat");

        Files.writeString(
                rejects, Files.readString(rejects).replace("soon", "2025-01-02").replace("Sudstaat", "Suedstaat"));
        assertThat(good("record", "import", record, rejects).out()).contains("Added: 2 records.");
        assertThat(good("record", "list", record).out()).contains("4 entries");
    }

    @Test
    void aLaterEditionCorrectsWithdrawsAndAddsAndSaysHowMany() throws IOException {
        init();
        Path first = file("first.csv", A, B);
        Path second = file("second.csv", A.replace("Talheim,2", "Talheim,3"), C);
        good("record", "import", record, first, "--edition-of", "Incidents", "--published", "2025-02-01");
        Typed dry = good(
                "record",
                "import",
                record,
                second,
                "--edition-of",
                "Incidents",
                "--published",
                "2025-03-01",
                "--dry-run");
        assertThat(dry.out())
                .contains(
                        "1 added, 1 corrected, 1 withdrawn, 0 unchanged", "second.csv has it no more  a2@second  new");
        Typed taken =
                good("record", "import", record, second, "--edition-of", "Incidents", "--published", "2025-03-01");
        assertThat(taken.out()).contains("second.csv replaces first: 1 added, 1 corrected, 1 withdrawn, 0 unchanged");

        assertThat(good("record", "import", record, second, "--edition-of", "Incidents", "--published", "2025-03-01")
                        .out())
                .contains("The record has this edition already: `second` of `Incidents`.", "Nothing changes.");
        assertThat(good("record", "import", record, first, "--edition-of", "Incidents", "--published", "2025-02-01")
                        .out())
                .contains("The record has this edition already: `first` of `Incidents`.");
        assertThat(good("record", "show", record, "a1").out())
                .contains("edition   first of Incidents", "later: entry", "corrects a1");
        assertThat(good("replay", text, "--records", record, "--as-of", "2025-02-10", "--all")
                        .out())
                .isNotEqualTo(good("replay", text, "--records", record, "--as-of", "2025-03-10", "--all")
                        .out());
    }

    @Test
    void anEditionThatWouldTakeMostOfADataSetAwayIsAskedAbout() throws IOException {
        init();
        good(
                "record",
                "import",
                record,
                file("first.csv", A, B, C),
                "--edition-of",
                "Incidents",
                "--published",
                "2025-02-01");
        Path part = file("part.csv", A);
        Typed refused =
                Typed.run("record", "import", record, part, "--edition-of", "Incidents", "--published", "2025-03-01");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("would withdraw 2 records of 3", "--withdraw 2");
        assertThat(good("record", "list", record).out()).contains("5 entries");
        good(
                "record",
                "import",
                record,
                part,
                "--edition-of",
                "Incidents",
                "--published",
                "2025-03-01",
                "--withdraw",
                "2");
    }

    private Typed edition(Path file, String set, String published, Object... more) {
        return Typed.run(Stream.concat(
                        Stream.of("record", "import", record, file, "--edition-of", set, "--published", published),
                        Stream.of(more))
                .toArray());
    }

    private String kept() {
        return good("record", "list", record, "--jsonl").out();
    }

    @Test
    void aMistypedNameOfADataSetDoublesNothing() throws IOException {
        init();
        assertThat(edition(file("first.csv", A, B), "Incidents", "2025-02-01").status())
                .isZero();
        String before = kept();
        Typed refused = edition(file("second.csv", A, B, C), "Incident", "2025-03-01");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains(
                        "2 of these ids belong to `Incidents` already, such as `a1`; nothing was taken",
                        "did you mean that set? `--edition-of \"Incidents\"`",
                        "give its ids a beginning of their own in its mapping");
        assertThat(kept()).isEqualTo(before);
        assertThat(edition(file("other.csv", C), "Incident", "2025-03-01").out())
                .as("another source with ids of its own")
                .contains("is the first edition: 1 added");
    }

    @Test
    void aFirstEditionDoesNotDoubleWhatCameWithoutADataSet() throws IOException {
        init();
        good("record", "add", record, file("a.csv", A));
        assertThat(edition(file("first.csv", A, B), "Incidents", "2025-02-01").err())
                .contains("1 of these ids belongs to records of no data set already, such as `a1`");
    }

    @Test
    void anEditionPublishedBeforeTheOneThatCountsIsRefusedWithBothDays() throws IOException {
        init();
        edition(file("second.csv", A, B, C), "Incidents", "2025-03-01");
        String before = kept();
        Typed refused = edition(file("first.csv", A, B), "Incidents", "2025-02-01");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains("`first` was published on 2025-02-01", "became known on 2025-03-01, with `second`");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void theDayOfAnEditionThatChangedNothingCountsToo() throws IOException {
        init();
        edition(file("first.csv", A, B), "Incidents", "2025-02-01");
        assertThat(edition(file("second.csv", B, A), "Incidents", "2025-04-01").out())
                .contains("0 added, 0 corrected, 0 withdrawn, 2 unchanged");
        assertThat(edition(file("third.csv", A, B, C), "Incidents", "2025-03-01")
                        .err())
                .contains("became known on 2025-04-01, with `second`");
    }

    @Test
    void anEarlierEditionIsGoneBackToOnPurposeAndNotByMistake() throws IOException {
        init();
        Path first = file("first.csv", A, B);
        edition(first, "Incidents", "2025-02-01");
        edition(file("second.csv", A.replace("Talheim,2", "Talheim,3"), B, C), "Incidents", "2025-03-01");
        String before = kept();
        assertThat(edition(first, "Incidents", "2025-02-01").out())
                .contains("`second` is the one that counts", "`--edition NAME`", "Nothing changes.");
        assertThat(edition(first, "Incidents", "2025-04-01").out()).contains("Nothing changes.");
        assertThat(edition(first, "Incidents", "2025-02-01", "--edition", "again")
                        .out())
                .contains("Nothing changes.");
        assertThat(kept()).isEqualTo(before);

        assertThat(edition(first, "Incidents", "2025-04-01", "--edition", "again")
                        .out())
                .contains("replaces second: 0 added, 1 corrected, 1 withdrawn, 1 unchanged");
        String after = kept();
        assertThat(edition(first, "Incidents", "2025-04-01", "--edition", "again")
                        .out())
                .contains("already: `again` of `Incidents`", "Nothing changes.");
        assertThat(kept()).isEqualTo(after);
    }

    @Test
    void twoEditionsOfOneDayChangeOnlyWhatStandsAfterWhatItChanges() throws IOException {
        init();
        edition(file("b.csv", A), "Incidents", "2025-02-01");
        edition(file("d.csv", A.replace("Talheim,2", "Talheim,3")), "Incidents", "2025-03-01");
        assertThat(edition(file("c.csv", A.replace("Talheim,2", "Talheim,4")), "Incidents", "2025-03-01")
                        .err())
                .contains("1 record of this edition would stand before what they correct or withdraw");
        assertThat(edition(file("e.csv", A.replace("Talheim,2", "Talheim,4")), "Incidents", "2025-03-01")
                        .out())
                .contains("1 corrected");
    }

    @Test
    void whoMadeTheRecordSubmitsToItIfNobodyElseIsNamed() throws IOException {
        good("record", "init", record, "--agreement", text, "--from", "Joint Centre");
        good("record", "add", record, file("a.csv", A));
        good("record", "add", record, file("b.csv", B), "--from", "Mission");
        assertThat(good("record", "show", record, "a1").out()).contains("from Joint Centre");
        assertThat(good("record", "show", record, "a2").out()).contains("from Mission");
    }

    @Test
    void anAnswerIsGivenAgainFromItsReceiptWhateverWasAddedSince() throws IOException {
        init();
        good("record", "add", record, file("a.csv", A));
        String before = good("replay", text, "--records", record, "--json").out();
        good("record", "add", record, file("b.csv", B, C));
        assertThat(good("replay", text, "--records", record + "#2", "--json")
                        .out()
                        .replace("#2", ""))
                .isEqualTo(before)
                .isNotEqualTo(
                        good("replay", text, "--records", record, "--json").out());
        assertThat(Typed.run("replay", text, "--records", record + "#9").err())
                .contains("there are not so many entries, but 4");
    }

    /** UCDP's editions of 2018 and 2019, with the mapping that ships. */
    @Test
    void ucdpsEditionsGoOneAfterTheOtherOverMinsk() {
        Path data = shared("ucdp/ucdp-ged-ukraine-edition-2018.csv").getParent();
        Path mapping = Path.of("..", "docs", "mappings", "ucdp-ged.md");
        good("record", "init", record, "--agreement", MINSK);
        good("record", "import", record, MINSK.resolve("records").resolve("minsk2-2015.csv"));
        Object[] first = {
            "record",
            "import",
            record,
            data.resolve("ucdp-ged-ukraine-edition-2018.csv"),
            "--mapping",
            mapping,
            "--edition-of",
            "UCDP GED",
            "--published",
            "2019-06-30"
        };
        Object[] second = {
            "record",
            "import",
            record,
            data.resolve("ucdp-ged-ukraine-edition-2019.csv"),
            "--mapping",
            mapping,
            "--edition-of",
            "UCDP GED",
            "--published",
            "2020-06-30"
        };
        assertThat(good(first).out()).contains("is the first edition: 992 added", "Added: 992 records.");
        assertThat(good(second).out())
                .contains("174 added, 1 corrected, 0 withdrawn, 991 unchanged", "Added: 175 records.");
        String before = good("record", "list", record, "--jsonl").out();
        assertThat(good(second).out()).contains("Nothing changes.");
        assertThat(good(first).out()).contains("Nothing changes.");
        assertThat(good("record", "list", record, "--jsonl").out()).isEqualTo(before);
        assertThat(before.lines().filter(l -> l.contains("\"counted_violations\"") && l.contains("\"ucdp-")))
                .as("none is lost")
                .hasSize(992 + 175);
        assertThat(breaches("2019-06-29")).isEqualTo("at least 12 breached");
        assertThat(breaches("2019-12-31")).isEqualTo("at least 168 breached");
        assertThat(breaches("2020-12-31")).isEqualTo("at least 197 breached");
        assertThat(good("record", "audit", record).out()).startsWith("Sound");
    }

    private String breaches(String asOf) {
        String out = good("replay", MINSK, "--records", record, "--as-of", asOf, "--clause", "1.1")
                .out();
        return out.lines()
                .filter(l -> l.contains("verdicts:"))
                .map(l -> l.replaceAll(".*verdicts: (at least \\d+ breached).*", "$1"))
                .findFirst()
                .orElse("");
    }

    private static Path shared(String path) {
        for (String folder : List.of("../shared/data", "../../shared/data")) {
            if (Files.isRegularFile(Path.of(folder, path))) {
                return Path.of(folder, path);
            }
        }
        Assumptions.abort("there is no ../shared/data/" + path);
        throw new AssertionError();
    }

    @Test
    void anAmendedTextIsAnEntryThatNamesTheOneBefore() throws IOException {
        init();
        Path amended = Files.writeString(
                temp.resolve("amended.md"), Files.readString(text).replace("version \"1\"", "version \"2\""));
        assertThat(good("record", "add", record, "--agreement", amended).out())
                .contains("Entry 1 is the text in force: Truce, which amends entry 0.");
        assertThat(good("record", "add", record, "--agreement", amended).out()).contains("Nothing changes");
        good("record", "add", record, file("a.csv", A));
        assertThat(flowing(good("replay", amended, "--records", record))).contains("the text is its entry 1");
        assertThat(flowing(good("replay", text, "--records", record))).contains("the text is its entry 0");
        Path saved = temp.resolve("saved.md");
        good("record", "show", record, "0", "--save", saved);
        assertThat(saved).hasSameTextualContentAs(text);
    }

    @Test
    void anArchiveIsTakenWholeAndBroughtUpToDate() throws IOException {
        init();
        good("record", "add", record, file("a.csv", A));
        Path photo = Files.write(temp.resolve("photo.jpg"), new byte[] {1, 2, 3});
        assertThat(good("record", "attach", record, photo, "--about", "a1").out())
                .contains("photo.jpg belongs to a1");
        assertThat(good("record", "attach", record, photo, "--about", "a1").out())
                .contains("Nothing changes");
        Path early = temp.resolve("early");
        Path late = temp.resolve("late.zip");
        good("record", "export", record, early);
        good("record", "add", record, file("b.csv", B, C));
        good("record", "export", record, late);

        Path copy = temp.resolve("copy");
        assertThat(good("record", "import", copy, early).out()).contains("Taken whole", "3 entries");
        assertThat(good("record", "audit", record, copy).out()).startsWith("prefix");
        assertThat(good("record", "import", copy, late).out()).contains("Added: 2 entries.", "Checkpoint: 5 entries");
        assertThat(good("record", "import", copy, early).out()).contains("Nothing changes.");
        assertThat(good("record", "audit", record, copy).out()).startsWith("same");
        assertThat(good("replay", text, "--records", copy, "--json").out())
                .isEqualTo(good("replay", text, "--records", record, "--json")
                        .out()
                        .replace(record.toString(), copy.toString()));
        Typed refused = Typed.run("record", "add", copy, file("c.csv", C));
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("this is a copy, to which nothing can be added");
    }

    @Test
    void whatWasChangedInAnArchiveIsFoundWithItsPlace() throws IOException {
        init();
        good("record", "add", record, file("a.csv", A, B, C));
        Path photo = Files.write(temp.resolve("photo.jpg"), new byte[] {1, 2, 3});
        good("record", "attach", record, photo, "--about", "a1");
        Path archive = temp.resolve("archive");
        good("record", "export", record, archive);
        assertThat(good("record", "audit", archive).out()).startsWith("Sound");

        Path entries = archive.resolve("tile/entries/000.p/5");
        byte[] bytes = Files.readAllBytes(entries);
        Files.write(
                entries,
                new String(bytes, StandardCharsets.ISO_8859_1)
                        .replace("Bergdorf", "Bergdirf")
                        .getBytes(StandardCharsets.ISO_8859_1));
        Typed changed = Typed.run("record", "audit", archive);
        assertThat(changed.status()).isEqualTo(1);
        assertThat(changed.out()).startsWith("NOT sound").contains("entry 2");
        assertThat(Typed.run("record", "import", temp.resolve("copy"), archive).err())
                .contains("is not sound");
        // Beside a sound copy it is not the same, though both have one tree.
        Typed compared = Typed.run("record", "audit", record, archive);
        assertThat(compared.status()).isEqualTo(1);
        assertThat(compared.out()).startsWith("NOT sound").contains("entry 2", "As far as their trees go: same");
        Files.write(entries, bytes);
        assertThat(good("record", "audit", record, archive).out()).startsWith("same");

        try (Stream<Path> attachments = Files.list(archive.resolve("attachments"))) {
            for (Path file : attachments.filter(f -> f.toFile().length() == 3).toList()) {
                Files.write(file, new byte[] {3, 2, 1});
            }
        }
        assertThat(Typed.run("record", "audit", archive).out())
                .contains("`photo.jpg`, which entry 4 names, was replaced");
    }

    @Test
    void aBentZipIsNotSoundAndNothingIsTakenFromIt() throws IOException {
        init();
        good("record", "add", record, file("a.csv", A, B, C));
        Path zip = temp.resolve("archive.zip");
        good("record", "export", record, zip);
        byte[] whole = Files.readAllBytes(zip);
        for (int at = 40; at < whole.length - 100; at += 1 + whole.length / 25) {
            byte[] bent = whole.clone();
            bent[at] ^= 0x55;
            Path file = Files.write(temp.resolve("bent.zip"), bent);
            assertThat(Typed.run("record", "audit", file).said())
                    .as("byte " + at)
                    .doesNotContain("went wrong inside", "Exception");
            assertThat(Typed.run("record", "import", temp.resolve("copy" + at), file)
                            .said())
                    .as("byte " + at)
                    .doesNotContain("went wrong inside", "Exception");
        }
    }

    @Test
    void aSharedRecordIsNotSaidToLackTheFilesOfWhichItWasMade() {
        Path minsk = temp.resolve("minsk");
        good("record", "init", minsk, "--agreement", MINSK, "--name", "jmc.example/minsk");
        good("record", "add", minsk, MINSK.resolve("records/minsk2-2015.csv"));
        assertThat(good("replay", MINSK, "--records", minsk).out()).doesNotContain("the agreement's own records");
    }

    @Test
    void twoHistoriesAreShownWithTheFirstEntryThatDiffers() throws IOException {
        init();
        good("record", "add", record, file("a.csv", A));
        Path other = temp.resolve("other");
        Files.createDirectories(other);
        for (String name : List.of("record.db", "log.key")) {
            Files.copy(record.resolve(name), other.resolve(name));
        }
        good("record", "add", record, file("b.csv", B));
        good("record", "add", other, file("c.csv", C));

        Typed forked = Typed.run("record", "audit", record, other);
        assertThat(forked.status()).isEqualTo(1);
        assertThat(forked.out()).contains("forked", "entry 2 differs", "observation a2", "observation a3");
    }

    @Test
    void aProofIsCheckedWithAKeyThatOneKnows() throws IOException {
        Typed made = good("record", "init", record, "--agreement", text, "--name", "test.example/truce");
        String key = keyOf(made);
        good("record", "add", record, file("a.csv", A, B));
        Path proof = temp.resolve("a1.tlog-proof");
        good("record", "prove", record, "a1", "--out", proof);
        Path policy = Files.writeString(temp.resolve("policy"), "log " + key + "\nquorum none\n");

        assertThat(good("record", "audit", proof, "--policy", policy).out())
                .startsWith("Proved")
                .contains("entry 1 of test.example/truce", "\"id\":\"a1\"");
        Files.writeString(proof, Files.readString(proof).replace("index 1", "index 2"));
        assertThat(Typed.run("record", "audit", proof, "--policy", policy).out())
                .startsWith("NOT proved");
        assertThat(Typed.run("record", "audit", proof).err()).contains("--policy");
    }

    @Test
    void witnessesCosignAndTheirSignaturesAreKeptAndShown() throws IOException {
        Typed made = good("record", "init", record, "--agreement", text, "--name", "test.example/truce");
        String key = keyOf(made);
        SigningKeys keys = SigningKeys.ofWitness("oslo.example/witness", new SecureRandom());
        try (FolderMemory memory = FolderMemory.open(temp.resolve("seen"));
                WitnessServer server = WitnessServer.start(
                        keys.witness(List.of(NoteVerifier.parse(key)), memory, InstantSource.system()),
                        new InetSocketAddress("localhost", 0))) {
            Path policy = policy(key, keys, server);
            Typed uncosigned = Typed.run("record", "audit", record, "--policy", policy);
            assertThat(uncosigned.status()).isEqualTo(1);
            assertThat(uncosigned.out()).startsWith("Whole; not cosigned as the policy wants: ");
            assertThat(good("record", "witness", record, "--policy", policy).out())
                    .contains("Oslo has cosigned", "who must have cosigned: Oslo: they have");
            good("record", "add", record, file("a.csv", A));
            good("record", "witness", record, "--policy", policy);
            assertThat(good("record", "audit", record, "--policy", policy).out())
                    .startsWith("Sound")
                    .contains("cosigned by Oslo at ");
            good("record", "add", record, file("b.csv", B));
            theLastCheckpointIsNotCosignedYet(policy);
        }
    }

    /** Oslo must have cosigned. */
    private Path policy(String key, SigningKeys oslo, WitnessServer server) throws IOException {
        return Files.writeString(
                temp.resolve("policy"),
                "log " + key + "\nwitness Oslo " + oslo.verifiers().getFirst().vkey() + " http://localhost:"
                        + server.address().getPort() + "/\nquorum Oslo\n");
    }

    /** The public key of the log, as `record init` says it. */
    private static String keyOf(Typed made) {
        return made.out()
                .lines()
                .filter(l -> l.startsWith("  test.example"))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    @Test
    void witnessesAreToldOfByTheCheckpointThatTheyWereAskedAbout() throws IOException {
        Typed made = good("record", "init", record, "--agreement", text, "--name", "test.example/truce");
        String key = keyOf(made);
        Path later = file("a.csv", A);
        SigningKeys keys = SigningKeys.ofWitness("oslo.example/witness", new SecureRandom());
        InstantSource whileItSigns = () -> {
            good("record", "add", record, later);
            return InstantSource.system().instant();
        };
        try (FolderMemory memory = FolderMemory.open(temp.resolve("seen"));
                WitnessServer server = WitnessServer.start(
                        keys.witness(List.of(NoteVerifier.parse(key)), memory, whileItSigns),
                        new InetSocketAddress("localhost", 0))) {
            Path policy = policy(key, keys, server);
            assertThat(good("record", "witness", record, "--policy", policy).out())
                    .contains("Oslo has cosigned", "who must have cosigned: Oslo: they have");
        }
    }

    private void theLastCheckpointIsNotCosignedYet(Path policy) {
        Path archive = temp.resolve("cosigned");
        good("record", "export", record, archive);
        for (Path copy : List.of(record, archive)) {
            Typed audit = Typed.run("record", "audit", copy, "--policy", policy);
            assertThat(audit.status()).isEqualTo(1);
            assertThat(audit.out()).startsWith("Whole; cosigned up to 2 of 3 entries: ");
        }
        assertThat(Typed.run("record", "import", temp.resolve("copy"), archive, "--policy", policy)
                        .err())
                .contains("is whole, but its last checkpoint is not cosigned as the policy wants; nothing was taken");
        Path proof = temp.resolve("a1.tlog-proof");
        assertThat(flowing(good("record", "prove", record, "a1", "--policy", policy, "--out", proof)))
                .contains(
                        "the checkpoint of 2 entries, the last that the policy accepts; that of 3 entries is not cosigned");
        assertThat(good("record", "audit", proof, "--policy", policy).out()).startsWith("Proved");
        assertThat(Typed.run("record", "prove", record, "a2", "--policy", policy)
                        .err())
                .contains(
                        "no checkpoint over entry 2 is accepted under the policy: the policy wants cosignatures of Oslo");
    }

    @Test
    void whatIsNotThereIsSaidWithItsMend() {
        Typed none = Typed.run("record", "list", record);
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("there is no record in", "record init");
        init();
        assertThat(Typed.run("record", "init", record, "--agreement", text).err())
                .contains("there is a record already");
        assertThat(Typed.run("record", "show", record, "a9").err()).contains("the record has no `a9`");
        assertThat(Typed.run("record").err()).contains("what is to be done with it?");
    }

    @Test
    void keysWithoutTheirRecordBeginNoSecondHistory() throws IOException {
        init();
        Path database = record.resolve("record.db");
        byte[] whole = Files.readAllBytes(database);
        Files.delete(database);
        for (int tries = 0; tries < 2; tries++) {
            Typed refused = Typed.run("record", "init", record, "--agreement", text, "--name", "other.example/x");
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err())
                    .contains(
                            "the keys of test.example/truce are in",
                            "and its record is not in",
                            "bring back a copy",
                            "choose another folder");
        }
        assertThat(database).doesNotExist();
        Files.write(database, new byte[0]);
        assertThat(Typed.run("record", "init", record, "--agreement", text).err())
                .as("a file cut off to nothing")
                .contains("the keys of test.example/truce are in");
        Files.write(database, whole);
        good("record", "add", record, file("a.csv", A));
    }

    @Test
    void aBeginningThatWasCutOffGoesOnUnderItsOwnNameOnly() throws IOException {
        Path keys = temp.resolve("other.key");
        SigningKeys.generate("test.example/truce", new SecureRandom()).write(keys);
        try (var store = Stores.open(new RecordPlace.Folder(record), Opening.MAKE)) {
            assertThat(store.size()).isZero();
        }
        Files.copy(keys, record.resolve("log.key"));
        assertThat(Typed.run("record", "init", record, "--agreement", text, "--name", "other.example/x")
                        .err())
                .contains("are those of test.example/truce, and not of other.example/x");
        assertThat(good("record", "init", record, "--agreement", text).out())
                .contains("Its log is called test.example/truce.");
    }

    @Test
    void aFileThatIsDamagedOrCutOffIsToldAtOnce() throws IOException {
        init();
        good("record", "add", record, file("a.csv", A, B, C));
        Path database = record.resolve("record.db");
        byte[] whole = Files.readAllBytes(database);
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 0, 100, (byte) 7);
        for (byte[] bytes : List.of(damaged, Arrays.copyOf(whole, whole.length / 2))) {
            Files.write(database, bytes);
            long before = System.nanoTime();
            Typed told = Typed.run("record", "list", record);
            assertThat(told.status()).isEqualTo(1);
            assertThat(told.err()).contains("is damaged or cut off", "bring back a copy");
            assertThat(Typed.run("record", "add", record, file("b.csv", A)).err())
                    .contains("is damaged or cut off");
            assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
        }
    }

    /** Whoever may do anything, as root may, has no folder that is only to be read. */
    @Test
    void aRecordInAFolderThatMayOnlyBeReadIsRead() throws IOException {
        init();
        good("record", "add", record, file("a.csv", A));
        Path file = file("b.csv", B);
        assertThat(record.toFile().setWritable(false)).isTrue();
        try {
            Assumptions.assumeFalse(Files.isWritable(record), "this user may write everywhere");
            assertThat(good("record", "list", record).out()).contains("2 entries");
            assertThat(good("record", "audit", record).out()).startsWith("Sound");
            good("replay", text, "--records", record);
            assertThat(Typed.run("record", "add", record, file).err()).contains("may only be read here");
        } finally {
            assertThat(record.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void aPasswordIsNeverShown() {
        String url = "postgresql://mission:secret@localhost:1/none";
        for (Object[] words : new Object[][] {
            {"record", "list", url},
            {"record", "audit", url},
            {"record", "add", url, text, "--key", text},
            {"record", "init", url, "--agreement", text, "--key", temp.resolve("k")},
            {"replay", text, "--records", url}
        }) {
            Typed gone = Typed.run(words);
            assertThat(gone.status()).isEqualTo(1);
            assertThat(gone.said())
                    .contains("postgresql://mission@localhost:1/none")
                    .doesNotContain("secret");
        }
    }
}
