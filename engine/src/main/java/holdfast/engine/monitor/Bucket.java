package holdfast.engine.monitor;

import java.util.Arrays;

/** The occurrences that match a pattern with one key, by first instant, and who reads them. */
final class Bucket {
    private static final Occurrence[] NONE = {};

    final Dependents readers = new Dependents();
    private Occurrence[] occurrences = NONE;
    private int size;

    /** No occurrence here was ever longer than this. */
    private long longest;

    private boolean plain = true;

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
            occurrences = Arrays.copyOf(occurrences, Math.max(2, size + (size >> 1) + 1));
        }
        int place = size;
        if (size > 0 && Occurrence.IN_ORDER.compare(occurrences[size - 1], occurrence) > 0) {
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
        readers.touch(occurrence.lo, occurrence.hi);
    }

    void remove(Occurrence occurrence) {
        int place = firstFrom(occurrence.lo);
        while (!occurrences[place].same(occurrence)) {
            place++;
        }
        System.arraycopy(occurrences, place + 1, occurrences, place, size - place - 1);
        occurrences[--size] = null;
        readers.touch(occurrence.lo, occurrence.hi);
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
