package holdfast.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.drafting.draft.WordDraft;
import holdfast.drafting.word.Changes;
import holdfast.language.diagnostic.ProblemLine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing of a text is dropped without a word: what is not in the draft, or is there in another way, is named with its place. */
class WhatIsNotKeptIsSaidTest {
    private static final String CHANGED = p("Article 1. Fire", true)
            + "<w:p><w:r><w:t xml:space=\"preserve\">The Parties shall </w:t></w:r>"
            + "<w:del w:id=\"1\" w:author=\"Anna\"><w:r><w:delText>may</w:delText></w:r></w:del>"
            + "<w:ins w:id=\"2\" w:author=\"Anna\"><w:r><w:t>not</w:t></w:r></w:ins>"
            + "<w:r><w:t xml:space=\"preserve\"> fire.</w:t></w:r></w:p>";

    private static String p(String words, boolean bold) {
        return "<w:p><w:r>" + (bold ? "<w:rPr><w:b/></w:rPr>" : "") + "<w:t>" + words + "</w:t></w:r></w:p>";
    }

    private static WordDraft draft(String body, Map<String, String> others, Changes changes) throws Exception {
        return WordDraft.of("t.docx", TypedInWord.body(body, others), changes);
    }

    private static WordDraft draft(String body) throws Exception {
        return draft(body, Map.of(), Changes.ACCEPTED);
    }

    private static List<String> said(WordDraft draft) {
        return draft.remarks().stream().map(ProblemLine::of).toList();
    }

    @Test
    void trackedChangesAreAcceptedAndToldOf() throws Exception {
        WordDraft accepted = draft(CHANGED);
        assertThat(accepted.markdown()).contains("The Parties shall not fire.").doesNotContain("may");
        assertThat(said(accepted))
                .containsExactly(
                        "t.docx, paragraph 2 (Article 1. Fire): a deletion that Word tracked is taken as accepted (by Anna) [HW110]",
                        "t.docx, paragraph 2 (Article 1. Fire): an insertion that Word tracked is taken as accepted (by Anna) [HW110]");
    }

    @Test
    void trackedChangesAreRejectedWhereThatIsAsked() throws Exception {
        assertThat(draft(CHANGED, Map.of(), Changes.REJECTED).markdown()).contains("The Parties shall may fire.");
    }

    @Test
    void aParagraphWhoseEndIsTakenOutGoesOnInTheNext() throws Exception {
        String body = p("Before.", false)
                + "<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"A\"/></w:rPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t xml:space=\"preserve\"> and two.</w:t></w:r></w:p>";
        assertThat(draft(body).markdown()).contains("\nOne and two.\n");
        assertThat(draft(body, Map.of(), Changes.REJECTED).markdown()).contains("\nOne\n\nand two.\n");
    }

    @Test
    void aCommentIsLeftOutWithItsFirstWords() throws Exception {
        String body = p("Article 1", true)
                + "<w:p><w:r><w:t>Fire ends.</w:t></w:r><w:r><w:commentReference w:id=\"7\"/></w:r></w:p>";
        String comment = "<w:comment w:id=\"7\" w:author=\"Bo\"><w:p><w:r><w:t>When?</w:t></w:r></w:p></w:comment>";
        assertThat(said(draft(body, Map.of("comments", comment), Changes.ACCEPTED)))
                .containsExactly(
                        "t.docx, paragraph 2 (Article 1): a comment is not in the draft (by Bo): `When?` [HW111]");
    }

    @Test
    void aTextBoxStandsBehindItsParagraph() throws Exception {
        String body = "<w:p><w:r><w:t>Before.</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
                + p("In the box.", false) + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
                + p("Behind.", false);
        WordDraft draft = draft(body);
        assertThat(draft.markdown()).contains("Before.\n\nIn the box.\n\nBehind.");
        assertThat(said(draft))
                .containsExactly(
                        "t.docx, paragraph 1: a text box stands behind the paragraph that it hangs on [HW110]");
    }

    @Test
    void headAndFootOfThePagesAreNamedWithTheirWords() throws Exception {
        Map<String, String> others = Map.of(
                "header",
                p("DRAFT 3", false),
                "footer",
                "<w:p><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>4</w:t></w:r></w:fldSimple></w:p>");
        assertThat(said(draft(p("Text.", false), others, Changes.ACCEPTED)))
                .containsExactly("t.docx: the head of the pages is not in the draft: `DRAFT 3` [HW111]");
    }

    @Test
    void hiddenTextIsNamedWithItsWords() throws Exception {
        String body = "<w:p><w:r><w:t>Seen.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Unseen.</w:t></w:r></w:p>";
        WordDraft draft = draft(body);
        assertThat(draft.markdown()).doesNotContain("Unseen");
        assertThat(said(draft))
                .containsExactly("t.docx, paragraph 1: hidden text is not in the draft: `Unseen.` [HW111]");
    }

    @Test
    void aPictureIsNamedWithItsDescription() throws Exception {
        String body =
                "<w:p><w:r><w:t>Map:</w:t></w:r><w:r><w:drawing><w:inline><w:docPr descr=\"the line\"/></w:inline></w:drawing></w:r></w:p>";
        assertThat(said(draft(body)))
                .containsExactly("t.docx, paragraph 1: a picture or drawing is not in the draft: `the line` [HW111]");
    }

    @Test
    void instructionsOfFieldsAreNoText() throws Exception {
        String body =
                "<w:p><w:r><w:t xml:space=\"preserve\">See Article </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                        + "<w:r><w:instrText> REF _Ref1 \\r </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                        + "<w:r><w:t>4</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>";
        WordDraft draft = draft(body);
        assertThat(draft.markdown()).contains("See Article 4.");
        assertThat(draft.remarks()).isEmpty();
    }

    @Test
    void aTableIsATableAndMergedCellsAreToldOf() throws Exception {
        String cell = "<w:tc>%s<w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>";
        String wide = String.format(cell, "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>", "Guns | tanks");
        String body = p("Article 1", true) + "<w:tbl><w:tr>" + wide + "</w:tr><w:tr>" + String.format(cell, "", "a")
                + String.format(cell, "", "b") + "</w:tr></w:tbl>";
        WordDraft draft = draft(body);
        assertThat(draft.markdown()).contains("| Guns \\| tanks |  |\n| --- | --- |\n| a | b |");
        assertThat(said(draft))
                .containsExactly(
                        "t.docx, paragraph 2 (Article 1): a cell over several columns stands in the first of them [HW110]");
    }

    @Test
    void raisedDigitsAreSignsOfTheirOwn() throws Exception {
        String body =
                "<w:p><w:r><w:t>5 km</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r></w:p>";
        assertThat(draft(body).markdown()).contains("5 km²");
    }
}
