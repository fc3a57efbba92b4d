package holdfast.record;

import java.util.Arrays;

/** The cells of one row, in one buffer that is used again for the next. */
final class Row {
    /** Of one row, in characters. */
    static final int LONGEST = 1 << 20;

    private static final int MOST_CELLS = 10_000;

    private char[] text = new char[1024];
    private int used;
    private int[] from = new int[32];
    private int[] to = new int[32];
    private int cells;
    private long line;

    void begin(long atLine) {
        line = atLine;
        used = 0;
        cells = 0;
    }

    /** A row with that many empty cells, to be filled with {@link #set}. */
    void begin(long atLine, int emptyCells) {
        begin(atLine);
        room(emptyCells);
        Arrays.fill(from, 0, emptyCells, 0);
        Arrays.fill(to, 0, emptyCells, 0);
        cells = emptyCells;
    }

    /** Adds a cell; false if the row is longer than any honest one. */
    boolean add(char[] source, int offset, int length) {
        if (cells >= MOST_CELLS || !room(cells + 1)) {
            return false;
        }
        cells++;
        return put(cells - 1, source, offset, length);
    }

    boolean set(int cell, String value) {
        if (cell >= MOST_CELLS) {
            return false;
        }
        room(cell + 1);
        while (cells <= cell) {
            from[cells] = 0;
            to[cells++] = 0;
        }
        char[] chars = value.toCharArray();
        return put(cell, chars, 0, chars.length);
    }

    private boolean put(int cell, char[] source, int offset, int length) {
        if (used + length > LONGEST) {
            return false;
        }
        if (used + length > text.length) {
            text = Arrays.copyOf(text, Math.max(used + length, text.length * 2));
        }
        System.arraycopy(source, offset, text, used, length);
        from[cell] = used;
        used += length;
        to[cell] = used;
        return true;
    }

    private boolean room(int needed) {
        if (needed > from.length) {
            int size = Math.max(needed, from.length * 2);
            from = Arrays.copyOf(from, size);
            to = Arrays.copyOf(to, size);
        }
        return true;
    }

    /** One-based line in the file on which the row begins. */
    long line() {
        return line;
    }

    int cells() {
        return cells;
    }

    /** Whether the cell is absent ({@code cell < 0}), empty or blank. */
    boolean isBlank(int cell) {
        return cell < 0 || cell >= cells || trimmedFrom(cell) == to[cell];
    }

    boolean isEmpty(int cell) {
        return cell < 0 || cell >= cells || from[cell] == to[cell];
    }

    /** As it stands. */
    String raw(int cell, TextPool pool) {
        return isEmpty(cell) ? "" : pool.text(text, from[cell], to[cell] - from[cell]);
    }

    /** Without blanks at both ends. */
    String trimmed(int cell, TextPool pool) {
        if (cell < 0 || cell >= cells) {
            return "";
        }
        int start = trimmedFrom(cell);
        return pool.text(text, start, trimmedTo(cell, start) - start);
    }

    /** As it stands, for texts that hardly come twice. */
    String fresh(int cell) {
        return isEmpty(cell) ? "" : new String(text, from[cell], to[cell] - from[cell]);
    }

    char[] chars() {
        return text;
    }

    int trimmedFrom(int cell) {
        int start = from[cell];
        while (start < to[cell] && text[start] <= ' ') {
            start++;
        }
        return start;
    }

    int trimmedTo(int cell, int start) {
        int stop = to[cell];
        while (stop > start && text[stop - 1] <= ' ') {
            stop--;
        }
        return stop;
    }
}
