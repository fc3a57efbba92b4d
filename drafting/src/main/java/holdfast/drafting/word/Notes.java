package holdfast.drafting.word;

import holdfast.drafting.text.PlainText.Note;
import holdfast.drafting.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Footnotes, notes at the end and comments. The first two are numbered in the order of their marks, as Word does. */
final class Notes {
    private static final int COMMENT_SHOWN = 60;

    private final Map<String, Element> footnotes;
    private final Map<String, Element> endnotes;
    private final Map<String, Element> comments;
    private final Remarks remarks;
    private final List<String> labels = new ArrayList<>();
    private final Map<String, Element> called = new HashMap<>();
    private final Set<Element> used = new HashSet<>();
    private int feet;
    private int ends;

    Notes(WordPackage parts, Remarks remarks) {
        footnotes = byId(parts.other("footnotes"), "footnote");
        endnotes = byId(parts.other("endnotes"), "endnote");
        comments = byId(parts.other("comments"), "comment");
        this.remarks = remarks;
    }

    private static Map<String, Element> byId(Optional<Element> root, String name) {
        Map<String, Element> byId = new HashMap<>();
        for (Element e : root.map(r -> Elements.children(r, name)).orElse(List.of())) {
            // The line between text and notes is kept as a note too, of a type of its own.
            boolean isNote = Elements.attribute(e, "type").map("normal"::equals).orElse(true);
            if (isNote) {
                byId.put(Elements.attribute(e, "id").orElse(""), e);
            }
        }
        return byId;
    }

    Span mark(Element reference, boolean atEnd, long paragraph) {
        String id = Elements.attribute(reference, "id").orElse("");
        @Nullable Element note = (atEnd ? endnotes : footnotes).get(id);
        if (note == null) {
            remarks.leftOut(paragraph, "a mark of a note that is not in the file is not in the draft");
            return Span.Words.plain("");
        }
        String label = atEnd ? Note.AT_END + ++ends : String.valueOf(++feet);
        labels.add(label);
        called.put(label, note);
        used.add(note);
        return new Span.NoteMark(label);
    }

    /** The beginning of a comment's words, to be put behind what is said of it. */
    String comment(Element reference) {
        @Nullable
        Element comment = comments.get(Elements.attribute(reference, "id").orElse(""));
        if (comment == null) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        var texts = comment.getElementsByTagNameNS("*", "t");
        for (int i = 0; i < texts.getLength(); i++) {
            words.append(texts.item(i).getTextContent());
        }
        String said = words.toString().strip();
        String shown = said.length() <= COMMENT_SHOWN ? said : said.substring(0, COMMENT_SHOWN) + "…";
        return RunReader.author(comment) + (shown.isEmpty() ? "" : ": `" + shown + "`");
    }

    /** @param words reads what stands in a note */
    List<Note> all(Function<Element, List<Span>> words) {
        List<Note> all = new ArrayList<>();
        // A note may have a mark of another in it.
        for (int i = 0; i < labels.size(); i++) {
            all.add(new Note(labels.get(i), words.apply(called.get(labels.get(i)))));
        }
        long unused = footnotes.values().stream().filter(n -> !used.contains(n)).count()
                + endnotes.values().stream().filter(n -> !used.contains(n)).count();
        for (long i = 0; i < unused; i++) {
            remarks.leftOut(0, "a note without a mark in the text is not in the draft");
        }
        return all;
    }
}
