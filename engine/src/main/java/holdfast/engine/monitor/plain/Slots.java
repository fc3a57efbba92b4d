package holdfast.engine.monitor.plain;

import java.util.Arrays;

/** What is kept of each key: a few whole numbers side by side, so that one look costs one line of the cache. Put together first, filled afterwards. */
final class Slots {
    private static final int SHIFT = 10;
    private static final int MASK = (1 << SHIFT) - 1;

    private int stride;
    private int[] blank = {};
    private int[][] pieces = new int[16][];
    private int count;

    /** Keeps one more number of each key; it begins as {@code blank}. Returns where it stands. */
    int reserve(int blankValue) {
        blank = Arrays.copyOf(blank, stride + 1);
        blank[stride] = blankValue;
        return stride++;
    }

    int count() {
        return count;
    }

    /** A new key's. */
    int open() {
        int slot = count++;
        int piece = slot >>> SHIFT;
        if (piece >= pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * pieces.length);
        }
        if (pieces[piece] == null) {
            pieces[piece] = new int[stride << SHIFT];
        }
        System.arraycopy(blank, 0, pieces[piece], (slot & MASK) * stride, stride);
        return slot;
    }

    /** The numbers among which a key's stand, from {@link #at} on. */
    int[] of(int slot) {
        return pieces[slot >>> SHIFT];
    }

    int at(int slot) {
        return (slot & MASK) * stride;
    }

    int get(int slot, int at) {
        return pieces[slot >>> SHIFT][(slot & MASK) * stride + at];
    }

    void set(int slot, int at, int value) {
        pieces[slot >>> SHIFT][(slot & MASK) * stride + at] = value;
    }

    void clear() {
        pieces = new int[16][];
        count = 0;
    }
}
