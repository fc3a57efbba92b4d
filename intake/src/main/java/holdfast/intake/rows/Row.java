package holdfast.intake.rows;

import holdfast.intake.value.SignsOfCells;
import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The cells of one row, in one buffer that is used again for the next: in the row's own, or in that of whoever reads and lends it. */
public final class Row {
    /** Of one row, in characters. */
    public static final int LONGEST = 1 << 20;

    private static final int MOST_CELLS = 10_000;

    private char[] own = new char[1024];
    /** Its own buffer, or a lent one, in which nothing is written. */
    private char[] text = own;

    private int used;
    private int[] from = new int[32];
    private int[] to = new int[32];
    private int cells;
    private long line;
    /** The cells in which something was left out because nobody sees it. */
    private final BitSet unseen = new BitSet();
    /** The sign in the first of these cells. */
    private int firstUnseen;
    /** Cells that hold nothing that can be read, such as formulas that failed. */
    private final TreeMap<Integer, UnreadableCell> unreadable = new TreeMap<>();

    private final BitSet inDoubt = new BitSet();
    private final BitSet percent = new BitSet();

    private String part = "";
    /** Whether a blank may stand in it, or an apostrophe. */
    private boolean blanks;

    private boolean apostrophes;
    /** Whether no cell has a blank at its ends, and all can be read. */
    private boolean trimmed;

    public void begin(long atLine) {
        trimmed = false;
        part = "";
        if (!unreadable.isEmpty()) {
            unreadable.clear();
        }
        inDoubt.clear();
        percent.clear();
        text = own;
        blanks = true;
        apostrophes = true;
        line = atLine;
        used = 0;
        cells = 0;
        unseen.clear();
    }

    /**
     * A row whose cells stand in a buffer that is lent until the next one begins.
     *
     * @param froms where each cell begins
     * @param tos before which place each ends
     */
    public void lent(long atLine, char[] buffer, int[] froms, int[] tos, int count) {
        begin(atLine);
        room(count);
        System.arraycopy(froms, 0, from, 0, count);
        System.arraycopy(tos, 0, to, 0, count);
        text = buffer;
        cells = count;
    }

    /** Whoever lends it has seen whether there is a blank in it, an apostrophe, or a sign beyond ASCII. */
    public void holds(boolean blank, boolean apostrophe, boolean beyond) {
        blanks = blank;
        apostrophes = apostrophe;
        for (int cell = 0; beyond && cell < cells; cell++) {
            if (!SignsOfCells.isPlain(text, from[cell], to[cell])) {
                clean(cell, new String(text, from[cell], to[cell] - from[cell]));
            }
        }
    }

    /** A row with that many empty cells, to be filled with {@link #set}. */
    public void begin(long atLine, int emptyCells) {
        begin(atLine);
        room(emptyCells);
        Arrays.fill(from, 0, emptyCells, 0);
        Arrays.fill(to, 0, emptyCells, 0);
        cells = emptyCells;
    }

    /** Adds a cell; false if the row is longer than any honest one. */
    public boolean add(char[] source, int offset, int length) {
        if (cells >= MOST_CELLS || !room(cells + 1)) {
            return false;
        }
        cells++;
        return put(cells - 1, source, offset, length);
    }

    public boolean set(int cell, String value) {
        if (cell >= MOST_CELLS) {
            return false;
        }
        if (!unreadable.isEmpty()) {
            unreadable.remove(cell);
        }
        inDoubt.clear(cell);
        percent.clear(cell);
        room(cell + 1);
        while (cells <= cell) {
            from[cells] = 0;
            to[cells++] = 0;
        }
        char[] chars = value.toCharArray();
        return put(cell, chars, 0, chars.length);
    }

    private boolean put(int cell, char[] source, int offset, int length) {
        return SignsOfCells.isPlain(source, offset, offset + length)
                ? store(cell, source, offset, length)
                : clean(cell, new String(source, offset, length));
    }

    private boolean clean(int cell, String written) {
        char[] clean = SignsOfCells.cleaned(written).toCharArray();
        if (clean.length < written.length()) {
            noteUnseen(cell, SignsOfCells.firstUnseen(written));
        }
        return store(cell, clean, 0, clean.length);
    }

    private void noteUnseen(int cell, int sign) {
        if (sign >= 0) {
            // In whatever order the cells are put down, the first from the left is told.
            firstUnseen = unseen.isEmpty() || cell < unseen.nextSetBit(0) ? sign : firstUnseen;
            unseen.set(cell);
        }
    }

    private boolean store(int cell, char[] source, int offset, int length) {
        if (text != own) {
            takeOver();
        }
        if (used + length > LONGEST) {
            return false;
        }
        if (used + length > own.length) {
            own = Arrays.copyOf(own, Math.max(used + length, own.length * 2));
            text = own;
        }
        blanks = true;
        apostrophes = true;
        trimmed = false;
        System.arraycopy(source, offset, own, used, length);
        from[cell] = used;
        used += length;
        to[cell] = used;
        return true;
    }

    /** From the lent buffer into its own. */
    private void takeOver() {
        char[] lent = text;
        text = own;
        used = 0;
        for (int cell = 0; cell < cells; cell++) {
            store(cell, lent, from[cell], to[cell] - from[cell]);
        }
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
    public long line() {
        return line;
    }

    /** Which of several rows it is that stand on one line of the file; empty where a line is one row. */
    public String part() {
        return part;
    }

    public void part(String name) {
        part = name;
    }

    /** Takes over a cell of another row as it is, also one that cannot be read. */
    public void take(int cell, Row other, int from) {
        UnreadableCell broken = other.unreadable.get(from);
        if (broken != null) {
            set(cell, "");
            unreadable(cell, broken.found(), broken.mend());
        } else if (from < other.cells) {
            room(cell + 1);
            while (cells <= cell) {
                this.from[cells] = 0;
                to[cells++] = 0;
            }
            store(cell, other.text, other.from[from], other.to[from] - other.from[from]);
            inDoubt.set(cell, other.inDoubt.get(from));
            percent.set(cell, other.percent.get(from));
        }
    }

    /** Whether the cell holds a text, not a number, that could be a number with decimals or a thousand and more. */
    public boolean isInDoubt(int cell) {
        return inDoubt.get(cell);
    }

    public void markInDoubt(int cell) {
        inDoubt.set(cell);
    }

    /** Whether the cell holds a number that is shown as a percentage. */
    public boolean isPercent(int cell) {
        return percent.get(cell);
    }

    public void markPercent(int cell) {
        percent.set(cell);
    }

    public int cells() {
        return cells;
    }

    /** Leaves the blanks at both ends of all cells out, once for all who ask. */
    public void trim() {
        if (trimmed || !unreadable.isEmpty()) {
            return;
        }
        for (int cell = 0; blanks && cell < cells; cell++) {
            from[cell] = trimmedFrom(cell);
            to[cell] = trimmedTo(cell, from[cell]);
        }
        trimmed = true;
    }

    /** Whether the cell is absent ({@code cell < 0}), empty or blank. */
    public boolean isBlank(int cell) {
        return cell < 0 || cell >= cells || trimmedFrom(cell) == to[cell];
    }

    /** Without blanks at both ends. */
    public String trimmed(int cell, TextPool pool) {
        if (cell < 0 || cell >= cells) {
            return "";
        }
        int start = trimmedFrom(cell);
        return pool.text(text, start, trimmedTo(cell, start) - start);
    }

    /** Without blanks at both ends, for texts that hardly come twice. */
    public String fresh(int cell) {
        if (cell < 0 || cell >= cells) {
            return "";
        }
        int start = trimmedFrom(cell);
        return new String(text, start, trimmedTo(cell, start) - start);
    }

    /** Whether there may be a blank somewhere in it. */
    boolean mayHaveBlanks() {
        return blanks;
    }

    /** Whether something stands there, with a blank at one of its ends. */
    public boolean hasBlankEnds(int cell) {
        int start = trimmedFrom(cell);
        return start < to[cell] && (start > from[cell] || text[to[cell] - 1] <= ' ');
    }

    /** Whether signs were left out that cannot be seen. */
    public boolean hasUnseen() {
        return !unseen.isEmpty();
    }

    /** Of which cells, from the left. */
    public IntStream unseenCells() {
        return unseen.stream();
    }

    public int firstUnseen() {
        return firstUnseen;
    }

    /** Takes away the apostrophes that make a table safe to open in a spreadsheet. */
    public void unguard() {
        for (int i = 0; apostrophes && i < cells; i++) {
            unguard(i);
        }
    }

    private void unguard(int cell) {
        for (int i = from[cell]; i < to[cell]; i++) {
            if (text[i] == '\'') {
                String written = new String(text, from[cell], to[cell] - from[cell]);
                String meant = SafeCell.unguarded(written);
                if (!meant.equals(written)) {
                    set(cell, meant);
                }
                return;
            }
        }
    }

    /** Whoever asks for the cell is told that it cannot be read; a row in which nobody does is good. */
    public void unreadable(int cell, String found, String mend) {
        trimmed = false;
        unreadable.put(cell, new UnreadableCell(cell, found, mend));
    }

    public boolean isUnreadable(int cell) {
        return unreadable.containsKey(cell);
    }

    /** Whether all of it stands as it was written in the buffer that was lent: no cell has a sign that is to be put otherwise. */
    public boolean isAsWritten() {
        return text != own;
    }

    public char[] chars() {
        return text;
    }

    /** @throws UnreadableCell if what stands there cannot be read */
    public int trimmedFrom(int cell) {
        if (trimmed) {
            return from[cell];
        }
        if (!unreadable.isEmpty() && unreadable.containsKey(cell)) {
            throw unreadable.get(cell);
        }
        int start = from[cell];
        while (start < to[cell] && text[start] <= ' ') {
            start++;
        }
        return start;
    }

    public int trimmedTo(int cell, int start) {
        int stop = to[cell];
        while (!trimmed && stop > start && text[stop - 1] <= ' ') {
            stop--;
        }
        return stop;
    }
}
