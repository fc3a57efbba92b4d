package holdfast.engine.monitor.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which cells wait for which instants.
 *
 * <p>Deadlines of one length are asked for in the order in which they come: they stand in queues, where each costs the same however many wait. An instant that
 * fits at the end of no queue goes to a binary heap.
 */
public final class Timetable {
    private static final int QUEUES = 4;

    private final Queue[] queues = new Queue[QUEUES];
    private final Heap heap = new Heap();

    /** No cell waits for anything before this. */
    private long next = Long.MAX_VALUE;

    Timetable() {
        for (int i = 0; i < QUEUES; i++) {
            queues[i] = new Queue();
        }
    }

    /** Nobody waits any more. */
    void begin() {
        next = Long.MAX_VALUE;
        for (Queue queue : queues) {
            queue.clear();
        }
        heap.clear();
    }

    void add(long instant, Cell cell) {
        next = Math.min(next, instant);
        Queue best = null;
        for (Queue queue : queues) {
            boolean fits = queue.size == 0 || queue.last <= instant;
            if (fits && (best == null || best.size == 0 || (queue.size > 0 && queue.last > best.last))) {
                best = queue;
            }
        }
        if (best != null) {
            best.add(instant, cell);
        } else {
            heap.add(instant, cell);
        }
    }

    /** The earliest instant for which a cell waits; {@link Long#MAX_VALUE} if none does. */
    public long next() {
        return next;
    }

    /** Wakes every cell that waits for an instant up to {@code now}. */
    void wakeUntil(long now) {
        if (now < next) {
            return;
        }
        next = Long.MAX_VALUE;
        for (Queue queue : queues) {
            queue.wakeUntil(now);
            next = Math.min(next, queue.first());
        }
        heap.wakeUntil(now);
        next = Math.min(next, heap.first());
    }

    /** Instants that never fall, in a ring. */
    private static final class Queue {
        private long[] instants = new long[16];
        private @Nullable Cell[] cells = new Cell[16];
        private int head;
        private int size;
        private long last;

        long first() {
            return size == 0 ? Long.MAX_VALUE : instants[head];
        }

        void clear() {
            if (size > 0) {
                Arrays.fill(cells, null);
                size = 0;
            }
            head = 0;
        }

        void add(long instant, Cell cell) {
            if (size == cells.length) {
                grow();
            }
            int place = (head + size) & (cells.length - 1);
            instants[place] = instant;
            cells[place] = cell;
            last = instant;
            size++;
        }

        void wakeUntil(long now) {
            while (size > 0 && instants[head] <= now) {
                Cell cell = cells[head];
                cells[head] = null;
                long instant = instants[head];
                head = (head + 1) & (cells.length - 1);
                size--;
                if (cell != null) {
                    cell.woken(instant);
                }
            }
        }

        private void grow() {
            long[] moreInstants = new long[2 * size];
            @Nullable Cell[] moreCells = new Cell[2 * size];
            int untilEnd = size - head;
            System.arraycopy(instants, head, moreInstants, 0, untilEnd);
            System.arraycopy(instants, 0, moreInstants, untilEnd, head);
            System.arraycopy(cells, head, moreCells, 0, untilEnd);
            System.arraycopy(cells, 0, moreCells, untilEnd, head);
            instants = moreInstants;
            cells = moreCells;
            head = 0;
        }
    }

    /** By instant. */
    private static final class Heap {
        private long[] instants = new long[64];
        private @Nullable Cell[] cells = new Cell[64];
        private int size;

        long first() {
            return size == 0 ? Long.MAX_VALUE : instants[0];
        }

        void clear() {
            Arrays.fill(cells, 0, size, null);
            size = 0;
        }

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

        void wakeUntil(long now) {
            while (size > 0 && instants[0] <= now) {
                long instant = instants[0];
                Cell cell = cells[0];
                removeFirst();
                if (cell != null) {
                    cell.woken(instant);
                }
            }
        }

        private void removeFirst() {
            size--;
            long instant = instants[size];
            Cell cell = cells[size];
            cells[size] = null;
            if (size == 0) {
                return;
            }
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

        private void put(int place, long instant, @Nullable Cell cell) {
            instants[place] = instant;
            cells[place] = cell;
        }
    }
}
