package holdfast.intake.form;

import holdfast.intake.rows.LineTaker;
import holdfast.intake.rows.Row;
import holdfast.intake.text.Utf8Reader;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as long as they are plain: lines that end in one of the two usual ways, and quotes that stand where they should. Their cells are lent from the
 * buffer into which the text was read. What is otherwise is for a parser that knows what may go wrong: {@link #rest} is the text from there on.
 */
final class PlainRows {
    /** In characters. A longer row is not plain, nor is one with more cells than that. */
    private static final int LONGEST = 1 << 15;

    private static final int MOST_CELLS = 4000;
    private static final String SEPARATORS = ",;\t|";

    private static final byte ORDINARY = 0;
    private static final byte SEPARATOR = 1;
    private static final byte LINE_FEED = 2;
    private static final byte RETURN = 3;
    private static final byte QUOTE = 4;
    private static final byte APOSTROPHE = 5;
    private static final byte BLANK = 6;

    private enum Found {
        ROW,
        EMPTY_LINE,
        /** The row goes on behind what has been read. */
        UNFINISHED,
        ODD,
        NOTHING
    }

    /** So many rows one after another that were not taken: then further ones are read many at a time. */
    private static final int MOST_REFUSED = 16;

    private final Reader text;
    /** The same, where it can lend its bytes; null: it cannot. */
    private final @Nullable Utf8Reader lender;

    private @Nullable LineTaker taker;
    private int refused;
    /** What the signs of ASCII are. */
    private final byte[] sorts = new byte[0x7f];

    private final Row row = new Row();
    private final char[] buffer = new char[2 * LONGEST];
    /** Where the next row begins. */
    private int start;

    private int end;
    private boolean atEnd;
    private long line = 1;
    private boolean odd;

    private final int[] from = new int[MOST_CELLS];
    private final int[] to = new int[MOST_CELLS];
    private int cells;
    /** Where the row that was found ends, and how many lines it has. */
    private int behind;

    private int lines;
    private boolean doubled;
    private boolean blank;
    private boolean apostrophe;
    private boolean beyond;

    PlainRows(Reader text, char separator) {
        this.text = text;
        lender = text instanceof Utf8Reader utf8 ? utf8 : null;
        Arrays.fill(sorts, 0, ' ' + 1, BLANK);
        sorts['\''] = APOSTROPHE;
        sorts['"'] = QUOTE;
        sorts['\n'] = LINE_FEED;
        sorts['\r'] = RETURN;
        odd = SEPARATORS.indexOf(separator) < 0;
        if (!odd) {
            sorts[separator] = SEPARATOR;
        }
    }

    /** The next row, lent; null where there is none, or none that is plain. */
    @Nullable
    Row next() throws IOException {
        while (!odd) {
            if (lender != null && taker != null && start == end) {
                handOn(lender, taker);
            }
            switch (find()) {
                case ROW -> {
                    return handOut();
                }
                case EMPTY_LINE -> pass();
                case UNFINISHED -> readOn();
                case ODD -> odd = true;
                case NOTHING -> {
                    return null;
                }
            }
        }
        return null;
    }

    /** The header has been read: from here on rows are handed to whoever takes whole lines. Null: nobody does. */
    void handTo(@Nullable LineTaker whole) {
        taker = whole;
        refused = whole == null ? MOST_REFUSED : 0;
    }

    private void handOn(Utf8Reader from, LineTaker to) throws IOException {
        long taken = from.handOn(to, line);
        line += taken;
        refused = taken == 0 ? refused + 1 : 0;
    }

    /** Whether there is something left, which is for the parser. */
    boolean isOdd() {
        return odd;
    }

    /** The line on which the next row begins. */
    long line() {
        return line;
    }

    Reader rest() {
        return new Continued(buffer, start, end, text);
    }

    private Row handOut() {
        for (int cell = 0; doubled && cell < cells; cell++) {
            boolean quoted = from[cell] > start && buffer[from[cell] - 1] == '"';
            to[cell] = quoted ? singled(from[cell], to[cell]) : to[cell];
        }
        row.lent(line, buffer, from, to, cells);
        row.holds(blank, apostrophe, beyond);
        pass();
        return row;
    }

    private void pass() {
        line += lines;
        start = behind;
    }

    private void readOn() throws IOException {
        int left = end - start;
        if (left > LONGEST) {
            odd = true;
            return;
        }
        System.arraycopy(buffer, start, buffer, 0, left);
        start = 0;
        end = left;
        int room = buffer.length - end;
        int n = lender != null && refused < MOST_REFUSED
                ? lender.readLine(buffer, end, room)
                : text.read(buffer, end, room);
        atEnd = n < 0;
        end += Math.max(n, 0);
    }

    /** Looks for the end of the row that begins at {@link #start}, and for its cells; changes nothing in the buffer. */
    private Found find() {
        cells = 0;
        lines = 1;
        doubled = false;
        blank = false;
        apostrophe = false;
        beyond = false;
        int begin = start;
        int at = start;
        while (true) {
            at = behindOrdinary(at);
            if (at == end) {
                return lastRow(begin);
            }
            byte sort = sorts[buffer[at]];
            if (sort == SEPARATOR) {
                if (!cell(begin, at)) {
                    return Found.ODD;
                }
                begin = ++at;
            } else if (sort == LINE_FEED || sort == RETURN) {
                return ended(begin, at);
            } else if (sort == QUOTE && at == begin) {
                at = closed(at + 1);
                if (at < 0) {
                    return odd || atEnd ? Found.ODD : Found.UNFINISHED;
                }
            } else {
                blank |= sort == BLANK;
                apostrophe |= sort == APOSTROPHE;
                at++;
            }
        }
    }

    /** Passes over the signs that are nothing but themselves: most are. */
    private int behindOrdinary(int from) {
        char[] signs = buffer;
        byte[] known = sorts;
        int stop = end;
        for (int at = from; at < stop; at++) {
            char c = signs[at];
            if (c >= known.length) {
                beyond = true;
            } else if (known[c] != ORDINARY) {
                return at;
            }
        }
        return stop;
    }

    /** What has no line behind it any more. */
    private Found lastRow(int begin) {
        if (!atEnd) {
            return Found.UNFINISHED;
        }
        behind = end;
        return start == end ? Found.NOTHING : cell(begin, end) ? Found.ROW : Found.ODD;
    }

    /** @param at where the line ends */
    private Found ended(int begin, int at) {
        behind = at + 1;
        if (buffer[at] == '\r') {
            if (behind == end) {
                return atEnd ? Found.ODD : Found.UNFINISHED;
            }
            if (buffer[behind++] != '\n') {
                return Found.ODD;
            }
        }
        return at == start ? Found.EMPTY_LINE : cell(begin, at) ? Found.ROW : Found.ODD;
    }

    private boolean cell(int begin, int stop) {
        if (cells == MOST_CELLS) {
            return false;
        }
        boolean quoted = begin < stop && buffer[begin] == '"';
        from[cells] = quoted ? begin + 1 : begin;
        to[cells++] = quoted ? stop - 1 : stop;
        return true;
    }

    /** Behind the closing quote of a cell; -1 if none has been read, or if it is odd. */
    private int closed(int first) {
        int at = first;
        while (at < end && !odd) {
            char c = buffer[at++];
            if (c == '"') {
                if (at == end) {
                    return atEnd ? at : -1;
                }
                if (buffer[at] != '"') {
                    odd = !endsCell(buffer[at]);
                    return odd ? -1 : at;
                }
                doubled = true;
                at++;
            } else {
                inQuotes(c, at);
            }
        }
        return -1;
    }

    private boolean endsCell(char c) {
        return c == '\n' || c == '\r' || c < sorts.length && sorts[c] == SEPARATOR;
    }

    /** @param next what stands behind it */
    private void inQuotes(char c, int next) {
        blank |= c <= ' ';
        apostrophe |= c == '\'';
        beyond |= c >= sorts.length;
        if (c == '\n') {
            lines++;
        } else if (c == '\r' && next < end) {
            // Its line feed counts.
            odd = buffer[next] != '\n';
        }
    }

    /** Leaves one of each two quotes in a cell; returns its new end. */
    private int singled(int first, int stop) {
        int kept = first;
        for (int i = first; i < stop; i++) {
            buffer[kept++] = buffer[i];
            if (buffer[i] == '"') {
                i++;
            }
        }
        return kept;
    }
}
