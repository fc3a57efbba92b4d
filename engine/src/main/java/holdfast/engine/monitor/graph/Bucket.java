package holdfast.engine.monitor.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The occurrences that match a pattern with one key, by first instant, and who reads them. */
public final class Bucket {
    private static final Occurrence[] NONE = {};
    private static final long[] NO_STARTS = {};
    private static final int FEW = 4;

    /** The reader, if there is just one, as most often; null if there is none or several. */
    private @Nullable Cell reader;

    /** Null unless there are several. */
    private @Nullable Dependents readers;

    private Occurrence[] occurrences = NONE;

    /** The first instants of the occurrences, so that searching need not look at these themselves; empty while there is room for but a few. */
    private long[] starts = NO_STARTS;

    private int size;

    /** No occurrence here was ever longer than this. */
    private long longest;

    private boolean plain = true;

    public void readBy(Cell cell) {
        if (readers != null) {
            readers.add(cell);
        } else if (reader == null) {
            reader = cell;
        } else if (reader != cell) {
            Dependents several = new Dependents();
            several.add(reader);
            several.add(cell);
            readers = several;
            reader = null;
        }
    }

    /** One of the readers that cared no longer does so again. */
    public void reopenReaders() {
        if (readers != null) {
            readers.reopen();
        }
    }

    private void touch(Occurrence occurrence) {
        Cell one = reader;
        if (one != null) {
            boolean cares = !(one instanceof Dependents.Reader r) || occurrence.lo <= r.caresUntil();
            if (cares) {
                one.touch(occurrence.lo, occurrence.hi);
            }
        } else if (readers != null) {
            readers.touch(occurrence.lo, occurrence.hi);
        }
    }

    /** No occurrence here was ever longer than this. */
    public long longest() {
        return longest;
    }

    public int size() {
        return size;
    }

    public Occurrence get(int i) {
        return occurrences[i];
    }

    /** The first instant of the occurrence at this index. */
    public long start(int i) {
        return starts.length == 0 ? occurrences[i].lo : starts[i];
    }

    /** Whether all occurrences that ever were here are sure and precise. */
    public boolean plain() {
        return plain;
    }

    public void add(Occurrence occurrence) {
        if (size == occurrences.length) {
            grow();
        }
        int place = isLast(occurrence) ? size : placeFor(occurrence);
        if (place < size) {
            System.arraycopy(occurrences, place, occurrences, place + 1, size - place);
        }
        occurrences[place] = occurrence;
        if (starts.length > 0) {
            System.arraycopy(starts, place, starts, place + 1, size - place);
            starts[place] = occurrence.lo;
        }
        size++;
        if (!occurrence.precise()) {
            longest = Math.max(longest, occurrence.hi - occurrence.lo);
            plain = false;
        }
        plain &= occurrence.sure;
        touch(occurrence);
    }

    private boolean isLast(Occurrence occurrence) {
        return size == 0
                || start(size - 1) < occurrence.lo
                || Occurrence.IN_ORDER.compare(occurrences[size - 1], occurrence) <= 0;
    }

    private void grow() {
        int more = size + (size >> 1) + 1;
        occurrences = Arrays.copyOf(occurrences, more);
        if (more > FEW) {
            long[] all = Arrays.copyOf(starts, more);
            for (int i = starts.length; i < size; i++) {
                all[i] = occurrences[i].lo;
            }
            starts = all;
        }
    }

    public void remove(Occurrence occurrence) {
        int place = firstFrom(occurrence.lo);
        while (!occurrences[place].same(occurrence)) {
            place++;
        }
        System.arraycopy(occurrences, place + 1, occurrences, place, size - place - 1);
        if (starts.length > 0) {
            System.arraycopy(starts, place + 1, starts, place, size - place - 1);
        }
        occurrences[--size] = null;
        touch(occurrence);
    }

    private int placeFor(Occurrence occurrence) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Occurrence.IN_ORDER.compare(occurrences[middle], occurrence) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The index of the first occurrence with {@code lo >= instant}. */
    public int firstFrom(long instant) {
        if (size == 0 || start(size - 1) < instant) {
            return size;
        }
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start(middle) < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Every occurrence with {@code hi >= instant} has at least this index. */
    public int firstEndingFrom(long instant) {
        boolean before = instant < Long.MIN_VALUE + longest;
        return before ? 0 : firstFrom(instant - longest);
    }
}
