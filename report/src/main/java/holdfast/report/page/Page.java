package holdfast.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/** Lines of text of at most 100 columns, or as wide as the terminal is. Words are never broken; a word longer than a line stands on its own. */
public final class Page {
    /** Of a text that goes into a file or to another command: it must not hang on who looks. */
    public static final int WIDTH = 100;

    private static final int NARROWEST = 60;
    private static final int WIDEST = 140;

    private static IntSupplier columns = () -> WIDTH;

    /** As wide as the columns were when first asked for; 0 before that. */
    private static int width;

    private final StringBuilder text = new StringBuilder();
    private final UnaryOperator<String> words;

    /** A page whose words are left as they are. */
    public Page() {
        this(UnaryOperator.identity());
    }

    /** @param words makes of what is written what a person reads, such as names out of identifiers */
    public Page(UnaryOperator<String> words) {
        this.words = words;
    }

    public Page line(String line) {
        return asIs(words.apply(line));
    }

    /** One line as it is, such as a command to be typed. */
    public Page asIs(String line) {
        text.append(line.stripTrailing()).append('\n');
        return this;
    }

    /**
     * Makes all pages of this process as wide as the terminal that shows them, from 60 to 140 columns: on a narrower one lines break by themselves, and longer lines than that
     * nobody reads. To ask a terminal costs a process of its own, so it is asked when a width is first needed.
     */
    public static void fit(IntSupplier terminal) {
        columns = () -> Math.clamp(terminal.getAsInt(), NARROWEST, WIDEST);
    }

    public static int width() {
        if (width == 0) {
            width = columns.getAsInt();
        }
        return width;
    }

    /** An empty line, unless there is one already. */
    public Page gap() {
        if (!text.isEmpty() && !text.toString().endsWith("\n\n")) {
            text.append('\n');
        }
        return this;
    }

    /** {@code lead}, then {@code said} wrapped beside it; further lines are indented by {@code lead}'s length. */
    public Page wrapped(String lead, String said) {
        String named = words.apply(lead);
        return wrapped(named, named.length(), said);
    }

    /** As above, where {@code lead} holds colour codes and so is narrower than it is long; or where further lines are set in more than the first, which then has more room. */
    public Page wrapped(String lead, int indent, String said) {
        String start = lead;
        for (String line : wrap(words.apply(said), width() - Math.min(indent, lead.length()), width() - indent)) {
            asIs(start + line);
            start = " ".repeat(indent);
        }
        return this;
    }

    /** Text that may hold lines of its own. */
    public Page text(String block) {
        block.lines().forEach(this::line);
        return this;
    }

    public static List<String> wrap(String words, int width) {
        return wrap(words, width, width);
    }

    private static List<String> wrap(String words, int first, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > (lines.isEmpty() ? first : width)) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
