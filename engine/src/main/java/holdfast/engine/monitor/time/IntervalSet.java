package holdfast.engine.monitor.time;

import java.util.Arrays;

/** A set of instants: sorted, disjoint, non-adjacent closed intervals. {@link Long#MIN_VALUE} and {@link Long#MAX_VALUE} stand for no beginning and no end. */
public final class IntervalSet {
    public static final IntervalSet EMPTY = new IntervalSet(new long[0]);
    public static final IntervalSet ALL = new IntervalSet(new long[] {Long.MIN_VALUE, Long.MAX_VALUE});

    /** First and last instants in turn. */
    private final long[] bounds;

    private IntervalSet(long[] bounds) {
        this.bounds = bounds;
    }

    public static IntervalSet of(long first, long last) {
        return first > last ? EMPTY : new IntervalSet(new long[] {first, last});
    }

    public static IntervalSet from(long first) {
        return of(first, Long.MAX_VALUE);
    }

    public int size() {
        return bounds.length / 2;
    }

    public long first(int i) {
        return bounds[2 * i];
    }

    public long last(int i) {
        return bounds[2 * i + 1];
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    public boolean contains(long instant) {
        int size = size();
        if (size == 0 || instant > last(size - 1)) {
            return false;
        }
        if (instant >= first(size - 1)) {
            return true;
        }
        return first(indexFrom(instant)) <= instant;
    }

    boolean containsAll(long lo, long hi) {
        int i = indexFrom(lo);
        return i < size() && first(i) <= lo && hi <= last(i);
    }

    public boolean meets(long lo, long hi) {
        int i = indexFrom(lo);
        return i < size() && first(i) <= hi;
    }

    /** The first interval that ends at or after {@code instant}; {@link #size()} if none does. */
    private int indexFrom(long instant) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (last(middle) < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The least instant after {@code instant} at which membership changes; {@link Long#MAX_VALUE} if it stays. */
    long nextChange(long instant) {
        int i = indexFrom(instant);
        if (i == size()) {
            return Long.MAX_VALUE;
        }
        if (first(i) > instant) {
            return first(i);
        }
        return last(i) == Long.MAX_VALUE ? Long.MAX_VALUE : last(i) + 1;
    }

    public IntervalSet complement() {
        Builder builder = new Builder();
        long next = Long.MIN_VALUE;
        for (int i = 0; i < size(); i++) {
            if (first(i) > next) {
                builder.add(next, first(i) - 1);
            }
            if (last(i) == Long.MAX_VALUE) {
                return builder.build();
            }
            next = last(i) + 1;
        }
        builder.add(next, Long.MAX_VALUE);
        return builder.build();
    }

    public IntervalSet union(IntervalSet other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        Builder builder = new Builder();
        int i = 0;
        int j = 0;
        while (i < size() || j < other.size()) {
            boolean mine = j == other.size() || (i < size() && first(i) <= other.first(j));
            if (mine) {
                builder.add(first(i), last(i));
                i++;
            } else {
                builder.add(other.first(j), other.last(j));
                j++;
            }
        }
        return builder.build();
    }

    IntervalSet intersection(IntervalSet other) {
        Builder builder = new Builder();
        int i = 0;
        int j = 0;
        while (i < size() && j < other.size()) {
            long lo = Math.max(first(i), other.first(j));
            long hi = Math.min(last(i), other.last(j));
            if (lo <= hi) {
                builder.add(lo, hi);
            }
            if (last(i) < other.last(j)) {
                i++;
            } else {
                j++;
            }
        }
        return builder.build();
    }

    public IntervalSet minus(IntervalSet other) {
        return intersection(other.complement());
    }

    public IntervalSet clip(long lo, long hi) {
        return intersection(of(lo, hi));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalSet set && Arrays.equals(bounds, set.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    /** The least and greatest instants at which this and {@code other} may differ; null if they are equal. */
    public long @org.jspecify.annotations.Nullable [] difference(IntervalSet other) {
        int n = Math.min(bounds.length, other.bounds.length);
        int same = 0;
        while (same < n && bounds[same] == other.bounds[same]) {
            same++;
        }
        if (same == bounds.length && same == other.bounds.length) {
            return null;
        }
        long lo = Math.min(boundOr(bounds, same), boundOr(other.bounds, same));
        int tail = 0;
        while (tail < n - same && bounds[bounds.length - 1 - tail] == other.bounds[other.bounds.length - 1 - tail]) {
            tail++;
        }
        long hi = Math.max(lastDiffering(bounds, tail), lastDiffering(other.bounds, tail));
        return new long[] {lo, Math.max(lo, hi)};
    }

    private static long boundOr(long[] bounds, int i) {
        return i < bounds.length ? bounds[i] : Long.MAX_VALUE;
    }

    private static long lastDiffering(long[] bounds, int tail) {
        int i = bounds.length - 1 - tail;
        return i >= 0 ? bounds[i] : Long.MIN_VALUE;
    }

    /** Collects intervals in order of their first instants, and joins those that touch. */
    public static final class Builder {
        private long[] bounds = new long[8];
        private int length;

        public void add(long first, long last) {
            if (first > last) {
                return;
            }
            boolean joins = length > 0 && (bounds[length - 1] == Long.MAX_VALUE || first <= bounds[length - 1] + 1);
            if (joins) {
                bounds[length - 1] = Math.max(bounds[length - 1], last);
                return;
            }
            if (length == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * length);
            }
            bounds[length++] = first;
            bounds[length++] = last;
        }

        public IntervalSet build() {
            return length == 0 ? EMPTY : new IntervalSet(Arrays.copyOf(bounds, length));
        }
    }
}
