package holdfast.language.document;

import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The plain words of a paragraph or heading, marks of emphasis and links left out. */
final class InlineText {
    private InlineText() {}

    static String of(Node block) {
        StringBuilder words = new StringBuilder();
        Node at = block.getFirstChild();
        while (at != null) {
            append(at, words);
            at = next(at, block);
        }
        return words.toString().strip();
    }

    private static void append(Node node, StringBuilder words) {
        switch (node) {
            case Text text -> words.append(text.getLiteral());
            case Code code -> words.append(code.getLiteral());
            case SoftLineBreak end -> words.append(isNumbered(end.getNext()) ? '\n' : ' ');
            case HardLineBreak ignored -> words.append('\n');
            default -> {}
        }
    }

    /** A line that begins with the number of a paragraph is one, though no empty line stands before it. */
    private static boolean isNumbered(@Nullable Node line) {
        Node at = line;
        while (at != null && at.getFirstChild() != null) {
            at = at.getFirstChild();
        }
        return at instanceof Text text && NUMBER.matcher(text.getLiteral()).lookingAt();
    }

    private static final Pattern NUMBER = Pattern.compile("\\(?\\d+(?:\\.\\d+)+[a-z]?[.)]*(?:\\s|$)");

    private static @Nullable Node next(Node node, Node block) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != null && at != block) {
            if (at.getNext() != null) {
                return at.getNext();
            }
            at = at.getParent();
        }
        return null;
    }
}
