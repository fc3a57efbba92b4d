package holdfast.engine.monitor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The occurrences that match a pattern with one key, by first instant, and who reads them. */
final class Bucket {
    private static final Occurrence[] NONE = {};

    /** Null until somebody reads: most buckets are never read. */
    private @Nullable Dependents readers;

    private Occurrence[] occurrences = NONE;
    private int size;

    /** No occurrence here was ever longer than this. */
    private long longest;

    private boolean plain = true;

    Dependents readers() {
        Dependents known = readers;
        if (known == null) {
            known = new Dependents();
            readers = known;
        }
        return known;
    }

    private void touch(Occurrence occurrence) {
        if (readers != null) {
            readers.touch(occurrence.lo, occurrence.hi);
        }
    }

    int size() {
        return size;
    }

    Occurrence get(int i) {
        return occurrences[i];
    }

    /** Whether all occurrences that ever were here are sure and precise. */
    boolean plain() {
        return plain;
    }

    void add(Occurrence occurrence) {
        if (size == occurrences.length) {
            occurrences = Arrays.copyOf(occurrences, size + (size >> 1) + 1);
        }
        int place = size;
        boolean last = size == 0
                || occurrences[size - 1].lo < occurrence.lo
                || Occurrence.IN_ORDER.compare(occurrences[size - 1], occurrence) <= 0;
        if (!last) {
            place = placeFor(occurrence);
            System.arraycopy(occurrences, place, occurrences, place + 1, size - place);
        }
        occurrences[place] = occurrence;
        size++;
        if (!occurrence.precise()) {
            longest = Math.max(longest, occurrence.hi - occurrence.lo);
            plain = false;
        }
        plain &= occurrence.sure;
        touch(occurrence);
    }

    void remove(Occurrence occurrence) {
        int place = firstFrom(occurrence.lo);
        while (!occurrences[place].same(occurrence)) {
            place++;
        }
        System.arraycopy(occurrences, place + 1, occurrences, place, size - place - 1);
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
    int firstFrom(long instant) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (occurrences[middle].lo < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Every occurrence with {@code hi >= instant} has at least this index. */
    int firstEndingFrom(long instant) {
        boolean before = instant < Long.MIN_VALUE + longest;
        return before ? 0 : firstFrom(instant - longest);
    }
}
