package holdfast.cli.output;

import holdfast.report.page.Colours;
import holdfast.report.page.Unseen;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * What others wrote is text, and stays text on a terminal: control sequences and marks of direction in a title, a name or a note are shown as {@code \u001b} and not
 * obeyed. That is also how JSON writes them, so that no report loses one. Colours come through, which Holdfast marks in its own way.
 */
public final class VisibleWriter extends FilterWriter {
    /** Stands for a return to the start of the line that Holdfast itself writes. */
    static final char OVER_AGAIN = '\uFDD1';

    private static final char ESCAPE = '\u001b';

    private final boolean colours;

    public VisibleWriter(Writer out, boolean colours) {
        super(out);
        this.colours = colours;
    }

    @Override
    public void write(int c) throws IOException {
        write(new char[] {(char) c}, 0, 1);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.toCharArray(), from, length);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        int written = from;
        int end = from + length;
        for (int i = from; i < end; i++) {
            char c = text[i];
            String instead = instead(text, i, end);
            if (instead != null) {
                out.write(text, written, i - written);
                out.write(instead);
                written = i + 1;
            }
        }
        out.write(text, written, end - written);
    }

    /** What is written in place of a sign; null: the sign itself. */
    private @Nullable String instead(char[] text, int at, int end) {
        char c = text[at];
        if (c == Colours.ESCAPE && colours) {
            return String.valueOf(ESCAPE);
        }
        if (c == OVER_AGAIN) {
            return "\r";
        }
        boolean lineEnd = c == '\r' && at + 1 < end && text[at + 1] == '\n';
        return c == Colours.ESCAPE || (Unseen.is(c) && !lineEnd) ? Unseen.shown(c) : null;
    }
}
