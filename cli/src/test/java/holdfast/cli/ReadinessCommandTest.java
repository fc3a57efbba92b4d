package holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.cli.agreement.ShippedAgreements;
import holdfast.cli.report.Golden;
import holdfast.cli.report.ReplaySchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What three islands give a fourth, and what is said of it; and what is said where it cannot be read. */
class ReadinessCommandTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "holdfast", "cli", "readiness");
    private static final Path TEXT = FOLDER.resolve("lantern-coast.md");
    private static final Path RECORDS = FOLDER.resolve("lantern-coast.jsonl");
    private static final Path GEAR = FOLDER.resolve("gear.md");
    private static final Path HOME = Path.of("..");
    private static final List<String> GIVERS = List.of("Brackwater", "Ostrey", "Fennmark", "Tarnholm");

    /** So many lines and columns has the smallest screen. */
    private static final int LINES = 24;

    private static final int COLUMNS = 80;

    /** Two of its records are wrong. */
    private static final int NOT_ALL_COUNTED = 1;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    private static Typed asked(Object... more) {
        List<Object> words = new ArrayList<>(List.of("readiness", TEXT, "--records", RECORDS, "--items", GEAR));
        words.addAll(Arrays.asList(more));
        return Typed.run(words.toArray());
    }

    private static List<String> firstScreen(String text) {
        List<String> lines = text.lines().toList();
        int second = lines.indexOf("What the text demands");
        return lines.subList(0, second < 0 ? Math.min(LINES, lines.size()) : second);
    }

    @Test
    void allThatIsOnRecord() throws IOException {
        Typed said = asked();
        assertThat(said.status()).as(said.err()).isEqualTo(NOT_ALL_COUNTED);
        Golden.same("readiness-lantern-coast.txt", said.out());
        assertThat(firstScreen(said.out())).hasSizeLessThanOrEqualTo(LINES).allMatch(l -> l.length() <= COLUMNS);
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        assertThat(asked().out()).isEqualTo(asked().out());
    }

    @Test
    void aDayAheadTellsWhatIsToBeExpectedAndOneBackWhatWasKnown() {
        assertThat(asked("--on", "2027-07-01").out())
                .contains("what is to be expected on 1 Jul 2027", "expected")
                .containsPattern("pitch, firkin +5,000 +0 +0 +4,000 +1,000 +4,000");
        String back = asked("--on", "2027-02-10", "--as-of", "2027-02-06").out();
        assertThat(back).contains("on 6 Feb 2027").contains("5 days late");
    }

    @Test
    void whatWasCorrectedLaterWasNotKnownBefore() {
        assertThat(asked("--as-of", "2027-03-05").out()).contains("20 of 30 signal lantern");
        assertThat(asked("--as-of", "2027-03-10").out()).contains("15 of 25 signal lantern");
        assertThat(asked("--as-of", "2027-03-03").out()).contains("Ostrey  5 fog horn");
        assertThat(asked().out()).doesNotContain("5 fog horn");
    }

    @Test
    void withoutAGiverAndForOne() {
        assertThat(asked("--without", "Brackwater").out())
                .contains("If Brackwater stops, this falls away: all 15 signal", "If Tarnholm stops");
        String own = asked("--for", "Tarnholm").out();
        assertThat(own)
                .contains("only what Tarnholm gives or", "Tarnholm  pitch")
                .doesNotContain("Ostrey  12");
        assertThat(asked("--for", "Tarnhom").err()).contains("did you mean `Tarnholm`?");
    }

    @Test
    void inPublicThereAreSumsAndAgesAlone() throws IOException {
        List<String> said = new ArrayList<>();
        said.add(asked("--public").out());
        said.add(asked("--public", "--json").out());
        said.add(asked("--public", "--csv").out());
        Path page = temp.resolve("public.html");
        asked("--public", "--html", page);
        said.add(Files.readString(page));
        for (String one : said) {
            assertThat(one).contains("signal lantern").doesNotContain("Gull-7", "v1", "l1b");
            GIVERS.forEach(giver -> assertThat(one).doesNotContain(giver));
        }
        assertThat(said.getFirst()).contains("15 signal lantern, for up to 9 days");
        assertThat(asked("--public", "--csv", "promises").status()).isEqualTo(2);
    }

    @Test
    void asJson() throws IOException {
        for (Typed said : List.of(
                asked("--json"),
                asked("--json", "--public"),
                asked("--json", "--on", "2027-07-01", "--without", "Ostrey", "--for", "Ostrey"))) {
            assertThat(said.status()).as(said.err()).isEqualTo(NOT_ALL_COUNTED);
            assertThat(ReplaySchema.errors("readiness.schema.json", said.out())).isEmpty();
        }
        assertThat(ReplaySchema.errors("readiness.schema.json", "{}")).isNotEmpty();
    }

    @Test
    void asTablesAndAsAWorkbook() throws IOException {
        assertThat(asked("--csv").out())
                .startsWith(
                        "item,unit,wanted,wanted by,priority,at hand,under way,only promised,waiting,missing,nobody offers,")
                .contains("signal lantern,pieces,60,2027-05-01,1,13,19,5,0,23,23,60,0,37,20,12,24,15,2,0\r\n");
        assertThat(asked("--csv", "promise").err()).contains("did you mean `promises`?");
        Path file = temp.resolve("ledger.xlsx");
        // The list of items knows that they are the same; a clause that is read as it is written does not.
        assertThat(asked("--xlsx", file).err().lines())
                .singleElement()
                .asString()
                .contains("[HR180]");
        byte[] bytes = Files.readAllBytes(file);
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("items");
            assertThat(workbook.getSheet("items").getRow(1).getCell(2).getNumericCellValue())
                    .isEqualTo(60);
            assertThat(workbook.getSheet("items")
                            .getRow(1)
                            .getCell(3)
                            .getLocalDateTimeCellValue()
                            .toLocalDate())
                    .isEqualTo("2027-05-01");
            assertThat(workbook.getSheet("promises").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("Ostrey");
        }
        assertThat(asked("--xlsx", file).status())
                .as("its own file is written over")
                .isEqualTo(NOT_ALL_COUNTED);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        Files.writeString(file, "somebody's notes");
        assertThat(asked("--xlsx", file).status()).isEqualTo(2);
        assertThat(Files.readString(file)).isEqualTo("somebody's notes");
    }

    @Test
    void asAPage() throws IOException {
        Path page = temp.resolve("page.html");
        assertThat(asked("--html", page).status()).isEqualTo(NOT_ALL_COUNTED);
        String html = Files.readString(page);
        assertThat(html)
                .contains(
                        "<svg", "Coverage over time", "Who gives what of what is wanted", "From a promise into service")
                .doesNotContain("<script", FOLDER.toString());
        asked("--html", page);
        assertThat(Files.readString(page)).isEqualTo(html);
    }

    @Test
    void theFrameworkInTwoLayersHasNothingOnRecord() throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Main main = new Main(new ShippedAgreements(Optional.of(HOME)), new Main.Looks(false, false));
        int status = main.execute(new PrintWriter(out), new PrintWriter(err), "readiness", "two-layer-framework");
        assertThat(status).as(err.toString()).isZero();
        Golden.same("readiness-two-layers.txt", out.toString());
    }

    @Test
    void aTextThatNamesNoStepsSaysWhatToAdd() throws IOException {
        Path text = temp.resolve("plain.md");
        Files.writeString(text, Files.readString(TEXT).replaceAll("(?s)readiness: .*?\\n\\n", ""));
        Typed said = Typed.run("readiness", text, "--records", RECORDS);
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err())
                .contains("does not say which of its events are which step", "readiness: pledge is pledged");
    }

    @Test
    void withoutARecordTheDayHasToBeSaid() throws IOException {
        Path none = temp.resolve("none.jsonl");
        Files.writeString(none, "");
        Path csv = temp.resolve("none.csv");
        Files.writeString(csv, "id,source,occurred,event,basis\n");
        assertThat(Typed.run("readiness", TEXT, "--records", csv).err()).contains("say which: `--on 2026-03-01`");
        Typed said = Typed.run("readiness", TEXT, "--records", csv, "--on", "2027-01-01");
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).contains("Nothing on record");
    }

    @Test
    void aListThatCannotBeReadIsSaidWithItsLine() throws IOException {
        Path list = temp.resolve("list.md");
        Files.writeString(list, "```items\nitem \"ram ship\"\nitem \"Ram Ship\"\n```\n");
        Typed said = Typed.run("readiness", TEXT, "--records", RECORDS, "--items", list);
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("HI104", "list.md:3", "`Ram Ship` is an item already, in line 2");
        assertThat(Typed.run("readiness", TEXT, "--items", temp.resolve("no.md"))
                        .status())
                .isEqualTo(2);
    }

    @Test
    void damagedRecordsAndListsAreNeverAFaultOfHoldfast() throws IOException {
        String records = Files.readString(RECORDS);
        String list = Files.readString(GEAR);
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Path damaged = temp.resolve("d.jsonl");
            Files.writeString(damaged, damaged(records, random));
            Path items = temp.resolve("d.md");
            Files.writeString(items, random.nextBoolean() ? list : damaged(list, random));
            Typed.ends(seed, "readiness", TEXT, "--records", damaged, "--items", items);
        }
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.setCharAt(at, (char) ('0' + random.nextInt(10)));
                default -> damaged.insert(at, (char) (32 + random.nextInt(90)));
            }
        }
        return damaged.toString();
    }

    /** Thirty items, eleven givers, long names: what is seen first still fits the smallest screen. */
    @Test
    void muchOnRecordStillFitsOneScreen() throws IOException {
        StringBuilder many = new StringBuilder();
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            String gear = "gear with a rather long name, model " + i % 30;
            String giver = GIVERS.get(random.nextInt(4));
            String event = i % 4 == 0 ? "asking" : "vow";
            many.append("{\"kind\":\"observation\",\"id\":\"r" + i
                    + "\",\"recorded\":\"2027-01-02T10:00:00Z\",\"source\":\""
                    + giver + "\",\"occurred\":\"2027-01-02T09:00:00Z\",\"event\":\"" + event
                    + "\",\"values\":{\"by\":\""
                    + (i % 4 == 0 ? "Quillon" : giver) + "\",\"gear\":\"" + gear + "\",\"pieces\":"
                    + (1 + random.nextInt(90_000))
                    + ",\"due\":\"2027-01-" + (10 + random.nextInt(20)) + "\"},\"basis\":\"told\"}\n");
        }
        Path file = temp.resolve("many.jsonl");
        Files.writeString(file, many);
        Typed said = Typed.run("readiness", TEXT, "--records", file, "--on", "2027-03-01", "--as-of", "2027-03-01");
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(firstScreen(said.out())).hasSizeLessThanOrEqualTo(LINES).allMatch(l -> l.length() <= COLUMNS);
    }
}
