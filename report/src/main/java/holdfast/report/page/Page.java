package holdfast.report.page;

import java.util.ArrayList;
import java.util.List;

/** Lines of text of at most 100 columns. Words are never broken; a word longer than a line stands on its own. */
public final class Page {
    public static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    /** One line as it is. */
    public Page line(String line) {
        text.append(line.stripTrailing()).append('\n');
        return this;
    }

    /** An empty line, unless there is one already. */
    public Page gap() {
        if (!text.isEmpty() && !text.toString().endsWith("\n\n")) {
            text.append('\n');
        }
        return this;
    }

    /** {@code lead}, then {@code words} wrapped beside it; further lines are indented by {@code lead}'s length. */
    public Page wrapped(String lead, String words) {
        return wrapped(lead, lead.length(), words);
    }

    /** As above, where {@code lead} holds colour codes and so is wider than it looks. */
    public Page wrapped(String lead, int indent, String words) {
        String start = lead;
        for (String line : wrap(words, WIDTH - indent)) {
            line(start + line);
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
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
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
