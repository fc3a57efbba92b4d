package holdfast.engine.monitor.plain;

import java.util.Arrays;

/** A column of marks of eight bits each that grows by pieces: what is there is never copied, and a piece into which nothing was put takes no room. What was never put is 0. */
final class Bytes {
    private static final int SHIFT = 14;
    private static final int SIZE = 1 << SHIFT;
    private static final int MASK = SIZE - 1;

    private byte[][] pieces = new byte[16][];

    int get(int row) {
        int piece = row >>> SHIFT;
        byte[] values = piece < pieces.length ? pieces[piece] : null;
        return values == null ? 0 : values[row & MASK];
    }

    void set(int row, int value) {
        int piece = row >>> SHIFT;
        byte[] values = piece < pieces.length ? pieces[piece] : null;
        if (values == null) {
            if (value == 0) {
                return;
            }
            values = open(piece);
        }
        values[row & MASK] = (byte) value;
    }

    private byte[] open(int piece) {
        if (piece >= pieces.length) {
            pieces = Arrays.copyOf(pieces, Math.max(piece + 1, 2 * pieces.length));
        }
        byte[] values = new byte[SIZE];
        pieces[piece] = values;
        return values;
    }
}
