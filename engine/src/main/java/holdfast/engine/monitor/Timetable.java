package holdfast.engine.monitor;

import java.util.Arrays;

/** Which cells wait for which instants: a binary heap by instant. */
final class Timetable {
    private long[] instants = new long[64];
    private Cell[] cells = new Cell[64];
    private int size;

    void add(long instant, Cell cell) {
        if (size == cells.length) {
            instants = Arrays.copyOf(instants, 2 * size);
            cells = Arrays.copyOf(cells, 2 * size);
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (instants[parent] <= instant) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, instant, cell);
    }

    /** Wakes every cell that waits for an instant up to {@code now}. */
    void wakeUntil(long now) {
        while (size > 0 && instants[0] <= now) {
            long instant = instants[0];
            Cell cell = cells[0];
            removeFirst();
            cell.woken(instant);
        }
    }

    private void removeFirst() {
        size--;
        long instant = instants[size];
        Cell cell = cells[size];
        int hole = 0;
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            if (child + 1 < size && instants[child + 1] < instants[child]) {
                child++;
            }
            if (instant <= instants[child]) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, instant, cell);
    }

    private void move(int from, int to) {
        put(to, instants[from], cells[from]);
    }

    private void put(int place, long instant, Cell cell) {
        instants[place] = instant;
        cells[place] = cell;
    }
}
