package holdfast.drafting.word;

import holdfast.drafting.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What stands on the lines of one paragraph, as a reader sees it. */
final class RunReader {
    static final int DEEPEST = 100;

    private static final Map<Character, Character> RAISED = Map.ofEntries(
            Map.entry('0', '⁰'),
            Map.entry('1', '¹'),
            Map.entry('2', '²'),
            Map.entry('3', '³'),
            Map.entry('4', '⁴'),
            Map.entry('5', '⁵'),
            Map.entry('6', '⁶'),
            Map.entry('7', '⁷'),
            Map.entry('8', '⁸'),
            Map.entry('9', '⁹'));

    private static final Map<Character, Character> LOWERED = Map.ofEntries(
            Map.entry('0', '₀'),
            Map.entry('1', '₁'),
            Map.entry('2', '₂'),
            Map.entry('3', '₃'),
            Map.entry('4', '₄'),
            Map.entry('5', '₅'),
            Map.entry('6', '₆'),
            Map.entry('7', '₇'),
            Map.entry('8', '₈'),
            Map.entry('9', '₉'));

    private static final Map<String, String> SIGNS = Map.of(
            "F0B7", "•", "F0A7", "▪", "F0FC", "✓", "F0FE", "☒", "F0A8", "☐", "F06F", "☐", "F02D", "–", "F0B0", "°",
            "F0B1", "±");

    private final Styles styles;
    private final Notes notes;
    private final Fields fields;
    private final Changes changes;
    private final Remarks remarks;
    private final String style;
    private final long paragraph;

    private final List<Span> spans = new ArrayList<>();
    private final List<Element> boxes = new ArrayList<>();
    private final StringBuilder hidden = new StringBuilder();
    private boolean pages;
    private int words;
    private int boldWords;
    private int depth;

    RunReader(
            Styles styles, Notes notes, Fields fields, Changes changes, Remarks remarks, String style, long paragraph) {
        this.styles = styles;
        this.notes = notes;
        this.fields = fields;
        this.changes = changes;
        this.remarks = remarks;
        this.style = style;
        this.paragraph = paragraph;
    }

    void read(Element inner) {
        for (Element e : Elements.children(inner)) {
            visit(e);
        }
        if (!hidden.toString().isBlank()) {
            remarks.leftOut(
                    paragraph,
                    "hidden text is not in the draft: `" + hidden.toString().strip() + "`");
        }
    }

    /** Not tidied yet. */
    List<Span> spans() {
        return spans;
    }

    /** Text boxes that hang on the paragraph. */
    List<Element> boxes() {
        return boxes;
    }

    /** Whether every word of it is bold. */
    boolean isBold() {
        return words > 0 && words == boldWords;
    }

    private void visit(Element e) {
        if (++depth > DEEPEST) {
            depth--;
            remarks.leftOut(paragraph, "what is nested more than " + DEEPEST + " deep is not in the draft");
            return;
        }
        switch (Elements.name(e)) {
            case "r" -> run(e);
            case "ins", "moveTo", "del", "moveFrom" -> change(e);
            case "hyperlink", "smartTag", "customXml", "dir", "bdo" ->
                Elements.children(e).forEach(this::visit);
            case "fldSimple" -> simpleField(e);
            case "sdt" ->
                Elements.child(e, "sdtContent")
                        .ifPresent(c -> Elements.children(c).forEach(this::visit));
            case "AlternateContent" ->
                alternative(e).ifPresent(a -> Elements.children(a).forEach(this::visit));
            case "oMath", "oMathPara" -> formula(e);
            default -> {}
        }
        depth--;
    }

    private void change(Element e) {
        String name = Elements.name(e);
        String what = name.startsWith("move") ? "a move" : name.equals("ins") ? "an insertion" : "a deletion";
        remarks.kept(
                paragraph,
                what + " that Word tracked is taken as " + changes.name().toLowerCase(Locale.ROOT) + author(e));
        if (changes.keeps(name)) {
            Elements.children(e).forEach(this::visit);
        }
    }

    static String author(Element change) {
        return Elements.attribute(change, "author")
                .filter(a -> !a.isBlank())
                .map(a -> " (by " + a + ")")
                .orElse("");
    }

    private void simpleField(Element e) {
        String instruction = Elements.attribute(e, "instr").orElse("").strip().toUpperCase(Locale.ROOT);
        pages = instruction.startsWith("PAGE") || instruction.startsWith("NUMPAGES");
        Elements.children(e).forEach(this::visit);
        pages = false;
    }

    static Optional<Element> alternative(Element e) {
        return Elements.child(e, "Choice").or(() -> Elements.child(e, "Fallback"));
    }

    private void formula(Element e) {
        StringBuilder letters = new StringBuilder();
        var texts = e.getElementsByTagNameNS("*", "t");
        for (int i = 0; i < texts.getLength(); i++) {
            letters.append(texts.item(i).getTextContent());
        }
        spans.add(Span.Words.plain(letters.toString()));
        remarks.kept(paragraph, "a formula is kept as its letters and signs alone");
    }

    private void run(Element run) {
        Optional<Element> properties = Elements.child(run, "rPr");
        for (Element e : Elements.children(run)) {
            inRun(e, properties);
        }
    }

    private void inRun(Element e, Optional<Element> properties) {
        switch (Elements.name(e)) {
            case "t", "delText" -> text(e.getTextContent(), properties);
            case "tab", "ptab" -> text(" ", properties);
            case "br" -> lineBreak(e, properties);
            case "cr" -> seen(new Span.Break());
            case "noBreakHyphen" -> text("\u2011", properties);
            case "sym" -> sign(e, properties);
            case "fldChar" -> fields.mark(e);
            case "instrText" -> fields.instruct(e.getTextContent());
            case "footnoteReference" -> seen(notes.mark(e, false, paragraph));
            case "endnoteReference" -> seen(notes.mark(e, true, paragraph));
            case "commentReference" -> remarks.leftOut(paragraph, "a comment is not in the draft" + notes.comment(e));
            case "drawing", "pict", "object" -> drawing(e);
            case "AlternateContent" ->
                alternative(e).ifPresent(a -> Elements.children(a).forEach(c -> inRun(c, properties)));
            case "ruby" ->
                Elements.child(e, "rubyBase")
                        .ifPresent(b -> Elements.children(b).forEach(this::visit));
            default -> {}
        }
    }

    private void seen(Span span) {
        if (!fields.hidesText() && !fields.isContents()) {
            spans.add(span);
        }
    }

    private void lineBreak(Element e, Optional<Element> properties) {
        String type = Elements.attribute(e, "type").orElse("textWrapping");
        if (type.equals("textWrapping")) {
            seen(new Span.Break());
        } else {
            text(" ", properties);
        }
    }

    private void text(String text, Optional<Element> properties) {
        if (fields.hidesText() || pages || fields.isPageNumber()) {
            return;
        }
        if (fields.isContents()) {
            remarks.leftOut(0, "the table of contents is not in the draft; Word makes it anew of the headings");
            return;
        }
        if (is("vanish", properties)) {
            hidden.append(text);
            return;
        }
        boolean bold = isOwn("b", properties);
        String shown = is("caps", properties) ? text.toUpperCase(Locale.ROOT) : text;
        if (!text.isBlank()) {
            words++;
            boldWords += bold || styles.toggle(style, "b").orElse(false) ? 1 : 0;
        }
        spans.add(new Span.Words(moved(shown, properties), bold, isOwn("i", properties)));
    }

    /** Of its own: by the run or by the style of its letters, and not because the whole paragraph is so. */
    private boolean isOwn(String property, Optional<Element> properties) {
        return own(property, properties).orElse(false);
    }

    private Optional<Boolean> own(String property, Optional<Element> properties) {
        return properties
                .flatMap(p -> Elements.toggle(p, property))
                .or(() ->
                        properties.flatMap(p -> Elements.value(p, "rStyle")).flatMap(s -> styles.toggle(s, property)));
    }

    private boolean is(String property, Optional<Element> properties) {
        return own(property, properties)
                .or(() -> styles.toggle(style, property))
                .orElse(false);
    }

    /** Digits that stand above or below the line are signs of their own; of other letters it is only said. */
    private String moved(String text, Optional<Element> properties) {
        String moved = properties
                .flatMap(p -> Elements.value(p, "vertAlign"))
                .or(() -> properties.flatMap(p -> Elements.value(p, "rStyle")).flatMap(styles::raised))
                .orElse("baseline");
        if (moved.equals("baseline") || text.isBlank()) {
            return text;
        }
        Map<Character, Character> signs = moved.equals("superscript") ? RAISED : LOWERED;
        if (text.chars().allMatch(c -> signs.containsKey((char) c))) {
            StringBuilder raised = new StringBuilder();
            text.chars().forEach(c -> raised.append(signs.get((char) c)));
            return raised.toString();
        }
        remarks.kept(paragraph, "`" + text.strip() + "`, raised or lowered in Word, stands on the line");
        return text;
    }

    private void sign(Element e, Optional<Element> properties) {
        String code = Elements.attribute(e, "char").orElse("").toUpperCase(Locale.ROOT);
        @Nullable String known = SIGNS.get(code);
        if (known == null) {
            remarks.kept(
                    paragraph,
                    "the sign " + code + " of the font "
                            + Elements.attribute(e, "font").orElse("?") + " is shown as □");
        }
        text(known == null ? "□" : known, properties);
    }

    private void drawing(Element e) {
        var inside = e.getElementsByTagNameNS("*", "txbxContent");
        if (inside.getLength() == 0) {
            remarks.leftOut(paragraph, "a picture or drawing is not in the draft" + described(e));
            return;
        }
        for (int i = 0; i < inside.getLength(); i++) {
            Element box = (Element) inside.item(i);
            if (!isFallback(box, e) && !isInBox(box, e)) {
                boxes.add(box);
            }
        }
    }

    private static String described(Element drawing) {
        var properties = drawing.getElementsByTagNameNS("*", "docPr");
        if (properties.getLength() == 0) {
            return "";
        }
        return Elements.attribute((Element) properties.item(0), "descr")
                .filter(d -> !d.isBlank())
                .map(d -> ": `" + d.strip() + "`")
                .orElse("");
    }

    private static boolean isFallback(Element box, Element drawing) {
        return hasAbove(box, drawing, "Fallback");
    }

    private static boolean isInBox(Element box, Element drawing) {
        return hasAbove(box, drawing, "txbxContent");
    }

    private static boolean hasAbove(Element from, Element to, String name) {
        for (var at = from.getParentNode(); at instanceof Element e && at != to; at = at.getParentNode()) {
            if (Elements.name(e).equals(name)) {
                return true;
            }
        }
        return false;
    }
}
