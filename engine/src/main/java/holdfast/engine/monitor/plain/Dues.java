package holdfast.engine.monitor.plain;

import java.util.Arrays;

/** Rows and when they are due, the earliest first; of those due at one instant, the lower row. */
final class Dues {
    private long[] instants = new long[16];
    private int[] rows = new int[16];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** {@link Long#MAX_VALUE} if there is none. */
    long first() {
        return size == 0 ? Long.MAX_VALUE : instants[0];
    }

    void clear() {
        size = 0;
    }

    void add(long instant, int row) {
        if (size == rows.length) {
            instants = Arrays.copyOf(instants, 2 * size);
            rows = Arrays.copyOf(rows, 2 * size);
        }
        int i = size++;
        while (i > 0 && isBefore(instant, row, (i - 1) / 2)) {
            move((i - 1) / 2, i);
            i = (i - 1) / 2;
        }
        instants[i] = instant;
        rows[i] = row;
    }

    /** Takes the first away. */
    int take() {
        int first = rows[0];
        long instant = instants[--size];
        int row = rows[size];
        int i = 0;
        while (2 * i + 1 < size) {
            int child = 2 * i + 1;
            if (child + 1 < size && isBefore(instants[child + 1], rows[child + 1], child)) {
                child++;
            }
            if (!isBefore(instants[child], rows[child], instant, row)) {
                break;
            }
            move(child, i);
            i = child;
        }
        instants[i] = instant;
        rows[i] = row;
        return first;
    }

    private void move(int from, int to) {
        instants[to] = instants[from];
        rows[to] = rows[from];
    }

    private boolean isBefore(long instant, int row, int other) {
        return isBefore(instant, row, instants[other], rows[other]);
    }

    private static boolean isBefore(long a, int rowA, long b, int rowB) {
        return a < b || (a == b && rowA < rowB);
    }
}
