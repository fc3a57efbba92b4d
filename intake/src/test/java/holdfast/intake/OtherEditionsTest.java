package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.intake.rows.Input;
import holdfast.language.model.Agreement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another edition of a workbook that a mapping was written for: it is read where it can be, and otherwise it is said what is missing, and what may be meant. */
class OtherEditionsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path temp;

    private static final Agreement TEXT = Agreements.of(
            List.of("Australia", "Denmark", "UnitedStates", "UnitedKingdom", "Taiwan", "Albania"),
            Agreements.event("pledge", "by party", "item text", "quantity number", "due date"));

    /** A sheet of the tracker's form. */
    private static byte[] tracker(String sheet, String... headings) {
        StringBuilder header = new StringBuilder();
        StringBuilder tank = new StringBuilder(Books.text("A2", "tank"));
        for (int i = 0; i < headings.length; i++) {
            String letters = holdfast.intake.problem.SheetColumns.letters(i + 1);
            header.append(Books.text(letters + 1, headings[i]));
            tank.append(
                    headings[i].equals("Type")
                            ? Books.text(letters + 2, "Tank")
                            : Books.number(letters + 2, String.valueOf(i + 1)));
        }
        return new Books.Excel()
                .sheet("ReadMe", Books.row(1, Books.text("A1", "Scope")))
                .sheet(sheet, Books.row(1, header.toString()) + Books.row(2, tank.toString()))
                .bytes();
    }

    private static Loaded pledged(byte[] book) {
        RecordSource source = new RecordSource(
                Content.of("tracker.xlsx", book), Optional.of(SharedData.published("ukraine-support-pledged.md")));
        return Loaded.from(List.of(source), TEXT, ReadOptions.DEFAULT);
    }

    private static List<String> ids(Loaded loaded) {
        return loaded.records().stream().map(r -> r.id()).toList();
    }

    @Test
    void columnsThatAreMovedAreFoundByTheirNames() {
        Loaded moved =
                pledged(tracker("Committed weapons", "Type", "Total Number", "Australia", "Denmark", "United States"));
        assertThat(Reading.problems(moved)).isEmpty();
        assertThat(ids(moved)).containsExactly("pledged-2-Australia", "pledged-2-Denmark", "pledged-2-United States");
    }

    @Test
    void aNewGiverAmongTheOthersIsRead() {
        assertThat(ids(pledged(tracker("Committed weapons", "Type", "Australia", "Taiwan", "United States"))))
                .contains("pledged-2-Taiwan");
    }

    @ParameterizedTest
    @CsvSource({
        "Australia;United States;Taiwan, Taiwan, behind, United States",
        "Albania;Australia;United States, Albania, before, Australia"
    })
    void aNewGiverBesideThemIsToldBecauseItIsNotRead(String headings, String missed, String side, String beside) {
        Loaded loaded = pledged(tracker("Committed weapons", headings.split(";")));
        assertThat(loaded.records()).hasSize(2);
        assertThat(Reading.problems(loaded))
                .singleElement()
                .asString()
                .contains(
                        ", line ",
                        "`" + missed + "` stands right " + side + " `" + beside
                                + "` and has numbers, too: it is not read",
                        "[HR170]");
    }

    @Test
    void aSumBesideThemIsExpected() {
        assertThat(Reading.problems(
                        pledged(tracker("Committed weapons", "Total Number", "Australia", "United States", "Total"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Commited weapons             | did you mean `Commited weapons`?",
                "Weapons committed (8)        | is `Weapons committed (8)` what is meant?",
                "Table 3                      | there are: ReadMe, Table 3"
            })
    void aSheetThatIsRenamedIsMissedByName(String sheet, String mend) {
        assertThat(Reading.problems(pledged(tracker(sheet, "Type", "Australia", "United States"))))
                .singleElement()
                .asString()
                .startsWith("tracker.xlsx: the workbook has no sheet `Committed weapons`")
                .contains(mend);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Australia;United Staates     | `United States` | did you mean `United Staates`?",
                "Australia;The United States of America | `United States` | is `The United States of America` what is meant?",
                "Donor A;United States        | `Australia`     | there are: column A, Donor A, United States"
            })
    void aColumnThatIsRenamedIsMissedByName(String headings, String missing, String mend) {
        Loaded loaded = pledged(tracker("Committed weapons", headings.split(";")));
        assertThat(loaded.records()).isEmpty();
        assertThat(Reading.problems(loaded))
                .singleElement()
                .asString()
                .contains("ukraine-support-pledged.md, line ", "the file has no column " + missing, mend);
    }

    // The real one, altered

    @Test
    void theRealWorkbookWithOtherHeadings() throws IOException {
        Path altered = altered(
                "<t>Announcement Date</t>", "<t>Date of announcement</t>", "<t>countries</t>", "<t>Country</t>");
        Loaded loaded = Loaded.from(
                List.of(new RecordSource(
                        Input.of(altered), Optional.of(SharedData.published("ukraine-support-bilateral.md")))),
                TEXT,
                ReadOptions.DEFAULT);
        assertThat(loaded.records()).isEmpty();
        assertThat(Reading.problems(loaded))
                .anySatisfy(p -> assertThat(p)
                        .contains(
                                "the file has no column `Announcement Date`",
                                "is `Date of announcement` what is meant?"))
                .anySatisfy(p -> assertThat(p)
                        .contains("`countries` is neither a column nor a name", "did you mean `Country`?"));
    }

    @Test
    void theRealWorkbookWithASheetRenamed() throws IOException {
        Path altered = altered("name=\"Committed weapons\"", "name=\"Weapons (committed)\"");
        Loaded loaded = Loaded.from(
                List.of(new RecordSource(
                        Input.of(altered), Optional.of(SharedData.published("ukraine-support-pledged.md")))),
                TEXT,
                ReadOptions.DEFAULT);
        assertThat(Reading.problems(loaded))
                .singleElement()
                .asString()
                .contains("no sheet `Committed weapons`", "is `Weapons (committed)` what is meant?");
    }

    /** A copy of the workbook in which these texts are replaced. */
    private Path altered(String... texts) throws IOException {
        byte[] bytes = Files.readAllBytes(SharedData.file("kiel/ukraine-support-tracker-release-7.xlsx"));
        List<String> found = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(bytes));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = from.readAllBytes();
                if (entry.getName().matches("xl/(sharedStrings|workbook)\\.xml")) {
                    String text = new String(part, StandardCharsets.UTF_8);
                    for (int i = 0; i < texts.length; i += 2) {
                        if (text.contains(texts[i])) {
                            found.add(texts[i]);
                        }
                        text = text.replace(texts[i], texts[i + 1]);
                    }
                    part = text.getBytes(StandardCharsets.UTF_8);
                }
                to.write(part);
                to.closeEntry();
            }
        }
        assertThat(found).hasSize(texts.length / 2);
        return Files.write(temp.resolve("release-8.xlsx"), out.toByteArray());
    }
}
