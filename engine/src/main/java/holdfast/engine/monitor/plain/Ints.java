package holdfast.engine.monitor.plain;

import java.util.Arrays;

/** A column of whole numbers that grows by pieces: what is there is never copied, and a piece into which nothing was put takes no room. What was never put is 0. */
final class Ints {
    private static final int SHIFT = 12;
    private static final int SIZE = 1 << SHIFT;
    private static final int MASK = SIZE - 1;

    private int[][] pieces = new int[16][];

    int get(int row) {
        int piece = row >>> SHIFT;
        int[] values = piece < pieces.length ? pieces[piece] : null;
        return values == null ? 0 : values[row & MASK];
    }

    /** Puts a number where none was put but 0. Returns whether that was so. */
    boolean put(int row, int value) {
        int piece = row >>> SHIFT;
        int[] values = piece < pieces.length ? pieces[piece] : null;
        if (values == null) {
            values = open(piece);
        }
        if (values[row & MASK] != 0) {
            return false;
        }
        values[row & MASK] = value;
        return true;
    }

    void set(int row, int value) {
        int piece = row >>> SHIFT;
        int[] values = piece < pieces.length ? pieces[piece] : null;
        if (values == null) {
            if (value == 0) {
                return;
            }
            values = open(piece);
        }
        values[row & MASK] = value;
    }

    private int[] open(int piece) {
        if (piece >= pieces.length) {
            pieces = Arrays.copyOf(pieces, Math.max(piece + 1, 2 * pieces.length));
        }
        int[] values = new int[SIZE];
        pieces[piece] = values;
        return values;
    }
}
