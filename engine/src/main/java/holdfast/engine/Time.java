package holdfast.engine;

/**
 * When something happened: one unknown instant in the closed interval from {@code lo} to {@code hi}, in milliseconds since
 * 1970-01-01T00:00Z. A precise time has equal ends.
 */
public record Time(long lo, long hi) implements Comparable<Time> {
    public Time {
        if (lo > hi) {
            throw new IllegalArgumentException("a time cannot end before it begins: " + lo + " > " + hi);
        }
    }

    public static Time at(long instant) {
        return new Time(instant, instant);
    }

    public boolean precise() {
        return lo == hi;
    }

    /** By first, then by last instant. */
    @Override
    public int compareTo(Time other) {
        int first = Long.compare(lo, other.lo);
        return first != 0 ? first : Long.compare(hi, other.hi);
    }
}
