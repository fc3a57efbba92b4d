package holdfast.drafting.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.w3c.dom.Element;

/**
 * The fields that are open at a place of the text. A field is an instruction and, behind it, what the reader sees: the result of the last time that it was worked out.
 * The instruction is no text.
 */
final class Fields {
    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private boolean shown;

        private boolean isCalled(String name) {
            return instruction.toString().strip().toUpperCase(Locale.ROOT).startsWith(name);
        }
    }

    private final Deque<Field> open = new ArrayDeque<>();

    /** Whether the text ends as many fields as it begins. Of one that does not, no end can be trusted. */
    private final boolean balanced;

    Fields(Element root) {
        int begun = 0;
        int ended = 0;
        var all = root.getElementsByTagNameNS("*", "fldChar");
        for (int i = 0; i < all.getLength(); i++) {
            String type =
                    Elements.attribute((Element) all.item(i), "fldCharType").orElse("");
            begun += type.equals("begin") ? 1 : 0;
            ended += type.equals("end") ? 1 : 0;
        }
        balanced = begun == ended;
    }

    void mark(Element fieldChar) {
        switch (Elements.attribute(fieldChar, "fldCharType").orElse("")) {
            case "begin" -> open.push(new Field());
            case "separate" -> {
                if (!open.isEmpty()) {
                    open.peek().shown = true;
                }
            }
            case "end" -> {
                if (!open.isEmpty()) {
                    open.pop();
                }
            }
            default -> {}
        }
    }

    void instruct(String text) {
        if (!open.isEmpty()) {
            open.peek().instruction.append(text);
        }
    }

    /** An instruction does not run over the end of its paragraph: one that is still open there was left open by mistake. */
    void endParagraph() {
        open.removeIf(f -> !f.shown && !balanced);
    }

    boolean hidesText() {
        return open.stream().anyMatch(f -> !f.shown);
    }

    /** Whether what stands here is a table of contents, made by a machine of the headings. */
    boolean isContents() {
        return balanced && open.stream().anyMatch(f -> f.isCalled("TOC") || f.isCalled("INDEX"));
    }

    /** Whether what stands here is the number of a page. */
    boolean isPageNumber() {
        return open.stream().anyMatch(f -> f.isCalled("PAGE") || f.isCalled("NUMPAGES") || f.isCalled("SECTIONPAGES"));
    }
}
