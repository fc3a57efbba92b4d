package holdfast.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One page, of a lease between neighbours, in every form. */
class FormTest {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"/><meta name="generator" content="holdfast"/><title>The orchard lease</title>
            <style media="print">@page { size: A4 portrait; } body { font-family: 'Liberation Sans', sans-serif; }</style></head>
            <body><main><header><h1>The orchard lease</h1><p class="sub">Оренда саду, 2 km²</p></header>
            <section class="answer"><h2>Breached now</h2>
            <table class="cards"><thead><tr><th scope="col">clause</th><th scope="col">who</th></tr></thead>
            <tbody><tr><th scope="row" class="clause">3.1</th><td>the tenant, <em>alleged</em></td></tr></tbody></table></section>
            <h2>Verdicts</h2>
            <table class="cards"><thead><tr><th scope="col">clause</th><th scope="col">who</th><th scope="col"></th></tr></thead>
            <tbody><tr class="group"><th colspan="3" scope="rowgroup">Article 3. Fences</th></tr>
            <tr class="text"><th class="clause">3.1</th><td colspan="2">The tenant must mend_the_fence | by May.</td></tr>
            <tr><td></td><td>the tenant</td><td><details class="note"><summary>why</summary><p>It was due.</p>
            <p class="records">On record: a gap (walk-7).</p></details></td></tr></tbody></table>
            <figure><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" role="img" aria-label="The fence over time">
            <rect width="120" height="40" fill="#eee"/><text x="4" y="20" font-family="'Liberation Sans', sans-serif">паркан</text></svg></figure>
            <ul><li>one</li><li><b>two</b></li></ul><p class="sheet">by <del>May</del> <ins>June</ins></p>
            <details><summary>Day by day</summary><p>Nothing.</p></details></main></body></html>
            """;

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource
    void theSamePageGivesTheSameBytes(Form form) throws IOException {
        assertThat(form.of(PAGE)).isEqualTo(form.of(PAGE));
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatHoldfastWroteIsKnownAndNoOther(Form form) throws IOException {
        Path written = Files.write(temp.resolve("written"), form.of(PAGE));
        for (Form other : Form.values()) {
            assertThat(other.wrote(written)).as(other + " of " + form).isEqualTo(other == form);
        }
        assertThat(form.wrote(Files.writeString(temp.resolve("own"), "my own notes")))
                .isFalse();
        assertThat(form.wrote(Files.createFile(temp.resolve("empty")))).isTrue();
    }

    @Test
    void whatIsNoPageIsRefused() {
        assertThatThrownBy(() -> Form.PDF.of("<html><p></html>")).hasMessageContaining("not well-formed");
    }

    @Test
    void onPaperTheAnswerComesFirstAndReasonsAreNotes() throws IOException {
        try (PDDocument paper = Loader.loadPDF(Form.PDF.of(PAGE))) {
            assertThat(paper.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(paper);
            assertThat(text)
                    .containsSubsequence(
                            "The orchard lease",
                            "Оренда саду, 2 km²",
                            "Breached now",
                            "3.1 the tenant, alleged",
                            "Day by day",
                            "Notes",
                            "It was due. On record: a gap (walk-7).");
            assertThat(text).doesNotContain("why");
        }
    }

    @Test
    void onPaperNoLetterIsOneOfTheMachine() throws IOException {
        List<String> others = new ArrayList<>();
        PDFTextStripper letters = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                positions.stream()
                        .filter(p -> !p.getUnicode().isBlank() && !p.getFont().isEmbedded())
                        .forEach(p ->
                                others.add(p.getUnicode() + " in " + p.getFont().getName()));
            }
        };
        try (PDDocument paper = Loader.loadPDF(Form.PDF.of(PAGE))) {
            letters.getText(paper);
            assertThat(others).isEmpty();
            assertThat(paper.getDocumentInformation().getCreationDate()).isNull();
        }
    }

    @Test
    void forWordThereAreHeadingsTablesPicturesAndFootnotes() throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(Form.WORD.of(PAGE)))) {
            assertThat(word.getParagraphs().stream()
                            .filter(p -> String.valueOf(p.getStyle()).startsWith("Heading"))
                            .map(p -> p.getStyle() + " " + p.getText()))
                    .containsExactly(
                            "Heading1 The orchard lease",
                            "Heading2 Breached now",
                            "Heading2 Verdicts",
                            "Heading2 Day by day");
            assertThat(word.getTables()).hasSize(2);
            assertThat(word.getTables().getFirst().getText()).contains("clause\twho", "3.1\tthe tenant, alleged");
            assertThat(word.getTables().getLast().getRow(1).getTableCells()).hasSize(1);
            assertThat(word.getAllPictures()).hasSize(1);
            assertThat(word.getFootnotes().stream()
                            .flatMap(f -> f.getParagraphs().stream())
                            .map(XWPFParagraph::getText)
                            .filter(t -> !t.isBlank()))
                    .singleElement()
                    .asString()
                    .contains("On record: a gap (walk-7).")
                    .doesNotContain("It was due");
        }
    }

    @Test
    void asMarkdown() throws IOException {
        List<String> lines = new String(Form.MARKDOWN.of(PAGE), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines)
                .containsSubsequence(
                        "# The orchard lease",
                        "Оренда саду, 2 km²",
                        "## Breached now",
                        "| clause | who |",
                        "| **3.1** | the tenant, *alleged* |",
                        "**Article 3. Fences**",
                        "| **3.1** | The tenant must mend\\_the\\_fence \\| by May. |  |",
                        "|  | the tenant | [^1] |",
                        "*Picture: The fence over time*",
                        "- one",
                        "- **two**",
                        "> by ~~May~~ **June**",
                        "[^1]: It was due. On record: a gap (walk-7).");
    }

    /** What is counted has its number and no bullet beside it; what belongs to it has neither. */
    @Test
    void whatHasANumberHasNoBullet() throws IOException {
        String page = PAGE.replace(
                "</body>",
                "<ul><li style=\"list-style-type: none\">1. name who pays</li>"
                        + "<li style=\"list-style-type: none\">the words: 3.1 The tenant pays.</li><li>a bullet</li></ul>"
                        + "<ol><li>first</li><li>second</li></ol></body>");
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(Form.WORD.of(page)))) {
            assertThat(word.getParagraphs().stream()
                            .filter(p -> p.getText().matches("(1\\. name|the words|a bullet|1\\. first|2\\. second).*"))
                            .map(p -> (p.getNumID() == null ? "" : "* ") + p.getText()))
                    .containsExactly(
                            "1. name who pays",
                            "the words: 3.1 The tenant pays.",
                            "* a bullet",
                            "1. first",
                            "2. second");
        }
        assertThat(new String(Form.MARKDOWN.of(page), StandardCharsets.UTF_8).lines())
                .containsSubsequence(
                        "1. name who pays",
                        "   the words: 3.1 The tenant pays.",
                        "- a bullet",
                        "1. first",
                        "2. second");
    }
}
