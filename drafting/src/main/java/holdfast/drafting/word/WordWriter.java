package holdfast.drafting.word;

import holdfast.drafting.text.PlainText;
import holdfast.drafting.text.PlainText.Note;
import holdfast.drafting.text.Redlined;
import holdfast.drafting.text.Redlined.Change;
import holdfast.drafting.text.Redlined.Line;
import holdfast.drafting.text.Redlined.Part;
import holdfast.drafting.text.Redlined.Piece;
import holdfast.drafting.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a text as a file for Word: headings in the styles for headings, numbers as the words that they are, tables, footnotes, and what was changed as tracked
 * changes. They are by "Holdfast" and carry no day, since none is known.
 */
public final class WordWriter {
    /** Whom Word names as the author of a tracked change. */
    public static final String AUTHOR = "Holdfast";

    private static final int DEEPEST_STYLE = 5;

    /** Between the margins of an A4 page, in twentieths of a point. */
    private static final int PAGE_WIDTH = 9070;

    private final Redlined text;
    private final Map<String, Integer> noteIds = new HashMap<>();
    private int changes;

    private WordWriter(Redlined text) {
        this.text = text;
        int feet = 0;
        int ends = 0;
        for (Note note : text.notes()) {
            noteIds.put(note.label(), note.isAtEnd() ? ++ends : ++feet);
        }
    }

    public static byte[] write(PlainText text, String title) {
        return write(Redlined.unchanged(text), title);
    }

    public static byte[] write(Redlined text, String title) {
        return new WordWriter(text).file(title);
    }

    private byte[] file(String title) {
        Map<String, String> others = new TreeMap<>();
        others.put("styles", WordFile.resource("styles.xml"));
        String document = document();
        notes("footnotes", "footnote", false, others);
        notes("endnotes", "endnote", true, others);
        return WordFile.of(document, others, title);
    }

    private String document() {
        WordXml xml = new WordXml();
        xml.begin("document").begin("body");
        boolean behindTable = false;
        for (Part part : text.parts()) {
            switch (part) {
                case Line line -> line(xml, line);
                case Redlined.Table table -> {
                    // Word makes one table of two with nothing between them.
                    if (behindTable) {
                        xml.empty("p");
                    }
                    table(xml, table);
                }
            }
            behindTable = part instanceof Redlined.Table;
        }
        // Behind a table, or behind a paragraph whose end is a change, Word wants another one.
        boolean wantsMore = !text.parts().isEmpty()
                && (text.parts().getLast() instanceof Redlined.Table
                        || text.parts().getLast().change() != Change.KEPT);
        if (wantsMore) {
            xml.empty("p");
        }
        xml.begin("sectPr")
                .empty("pgSz", "w", "11906", "h", "16838")
                .empty(
                        "pgMar", "top", "1418", "right", "1418", "bottom", "1418", "left", "1418", "header", "709",
                        "footer", "709", "gutter", "0")
                .end();
        return xml.whole();
    }

    private void line(WordXml xml, Line line) {
        xml.begin("p");
        String style = style(line.level());
        if (!style.isEmpty() || line.change() != Change.KEPT) {
            xml.begin("pPr");
            if (!style.isEmpty()) {
                xml.empty("pStyle", "val", style);
            }
            if (line.change() != Change.KEPT) {
                xml.begin("rPr");
                mark(xml, line.change());
                xml.end();
            }
            xml.end();
        }
        line.pieces().forEach(p -> piece(xml, p));
        xml.end();
    }

    private static String style(int level) {
        return switch (level) {
            case 0 -> "";
            case 1 -> "Title";
            default -> "Heading" + Math.min(DEEPEST_STYLE, level - 1);
        };
    }

    private void mark(WordXml xml, Change change) {
        xml.empty(name(change), "id", String.valueOf(++changes), "author", AUTHOR);
    }

    private static String name(Change change) {
        return change == Change.PUT_IN ? "ins" : "del";
    }

    private void piece(WordXml xml, Piece piece) {
        if (piece.words().isEmpty()) {
            return;
        }
        boolean changed = piece.change() != Change.KEPT;
        if (changed) {
            xml.begin(name(piece.change()), "id", String.valueOf(++changes), "author", AUTHOR);
        }
        piece.words().forEach(s -> span(xml, s, piece.change() == Change.TAKEN_OUT));
        if (changed) {
            xml.end();
        }
    }

    private void span(WordXml xml, Span span, boolean takenOut) {
        xml.begin("r");
        switch (span) {
            case Span.Words words -> {
                if (words.bold() || words.italic()) {
                    xml.begin("rPr");
                    if (words.bold()) {
                        xml.empty("b");
                    }
                    if (words.italic()) {
                        xml.empty("i");
                    }
                    xml.end();
                }
                xml.begin(takenOut ? "delText" : "t", "xml:space", "preserve")
                        .text(words.text())
                        .end();
            }
            case Span.Break ignored -> xml.empty("br");
            case Span.NoteMark mark -> {
                boolean atEnd = mark.label().startsWith(Note.AT_END);
                String id = String.valueOf(noteIds.getOrDefault(mark.label(), 0));
                xml.begin("rPr")
                        .empty("rStyle", "val", atEnd ? "EndnoteReference" : "FootnoteReference")
                        .end();
                xml.empty(atEnd ? "endnoteReference" : "footnoteReference", "id", id);
            }
        }
        xml.end();
    }

    private void table(WordXml xml, Redlined.Table table) {
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(1);
        String width = String.valueOf(PAGE_WIDTH / Math.max(1, columns));
        xml.begin("tbl")
                .begin("tblPr")
                .empty("tblStyle", "val", "TableGrid")
                .empty("tblW", "w", String.valueOf(PAGE_WIDTH), "type", "dxa")
                .end()
                .begin("tblGrid");
        for (int i = 0; i < columns; i++) {
            xml.empty("gridCol", "w", width);
        }
        xml.end();
        for (int i = 0; i < table.rows().size(); i++) {
            xml.begin("tr").begin("trPr").empty("cantSplit");
            if (i == 0) {
                xml.empty("tblHeader");
            }
            if (table.change() != Change.KEPT) {
                mark(xml, table.change());
            }
            xml.end();
            for (List<Piece> cell : table.rows().get(i)) {
                xml.begin("tc")
                        .begin("tcPr")
                        .empty("tcW", "w", width, "type", "dxa")
                        .end();
                line(xml, new Line(table.change(), 0, cell));
                xml.end();
            }
            xml.end();
        }
        xml.end();
    }

    private void notes(String part, String element, boolean atEnd, Map<String, String> others) {
        List<Note> own = text.notes().stream().filter(n -> n.isAtEnd() == atEnd).toList();
        if (own.isEmpty()) {
            return;
        }
        WordXml xml = new WordXml();
        xml.begin(part);
        separator(xml, element, "-1", "separator");
        separator(xml, element, "0", "continuationSeparator");
        String style = atEnd ? "EndnoteText" : "FootnoteText";
        for (Note note : own) {
            xml.begin(element, "id", String.valueOf(noteIds.get(note.label())))
                    .begin("p")
                    .begin("pPr")
                    .empty("pStyle", "val", style)
                    .end()
                    .begin("r")
                    .begin("rPr")
                    .empty("rStyle", "val", atEnd ? "EndnoteReference" : "FootnoteReference")
                    .end()
                    .empty(element + "Ref")
                    .end();
            piece(xml, new Piece(Change.KEPT, withBlank(note.words())));
            xml.end().end();
        }
        others.put(part, xml.whole());
    }

    private static List<Span> withBlank(List<Span> words) {
        List<Span> spaced = new ArrayList<>();
        spaced.add(Span.Words.plain(" "));
        spaced.addAll(words);
        return spaced;
    }

    private static void separator(WordXml xml, String element, String id, String type) {
        xml.begin(element, "type", type, "id", id)
                .begin("p")
                .begin("r")
                .empty(type)
                .end()
                .end()
                .end();
    }
}
