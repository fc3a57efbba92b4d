package holdfast.reference;

import holdfast.engine.Time;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of instants, as sorted closed intervals of which no two touch; the ends of time stand for minus and plus infinity. */
record Instants(List<Interval> intervals) {

    record Interval(long from, long to) {}

    static final Instants NONE = new Instants(List.of());
    static final Instants ALL = from(Long.MIN_VALUE);

    static Instants between(long from, long to) {
        return from > to ? NONE : new Instants(List.of(new Interval(from, to)));
    }

    static Instants from(long t) {
        return between(t, Long.MAX_VALUE);
    }

    Instants union(Instants other) {
        List<Interval> all = new ArrayList<>(intervals);
        all.addAll(other.intervals);
        all.sort(Comparator.comparingLong(Interval::from));
        List<Interval> joined = new ArrayList<>();
        for (Interval next : all) {
            if (joined.isEmpty() || apart(joined.getLast(), next)) {
                joined.add(next);
            } else {
                Interval last = joined.removeLast();
                joined.add(new Interval(last.from(), Math.max(last.to(), next.to())));
            }
        }
        return new Instants(List.copyOf(joined));
    }

    private static boolean apart(Interval earlier, Interval later) {
        return earlier.to() != Long.MAX_VALUE && earlier.to() + 1 < later.from();
    }

    Instants complement() {
        List<Interval> gaps = new ArrayList<>();
        long next = Long.MIN_VALUE;
        for (Interval i : intervals) {
            if (i.from() > next) {
                gaps.add(new Interval(next, i.from() - 1));
            }
            if (i.to() == Long.MAX_VALUE) {
                return new Instants(List.copyOf(gaps));
            }
            next = i.to() + 1;
        }
        gaps.add(new Interval(next, Long.MAX_VALUE));
        return new Instants(List.copyOf(gaps));
    }

    Instants intersect(Instants other) {
        return complement().union(other.complement()).complement();
    }

    Instants minus(Instants other) {
        return intersect(other.complement());
    }

    Instants upTo(long t) {
        return intersect(between(Long.MIN_VALUE, t));
    }

    boolean isEmpty() {
        return intervals.isEmpty();
    }

    boolean contains(long t) {
        return containsAll(Time.at(t));
    }

    boolean containsAll(Time time) {
        return intervals.stream().anyMatch(i -> i.from() <= time.lo() && time.hi() <= i.to());
    }

    boolean meets(Time time) {
        return intervals.stream().anyMatch(i -> i.from() <= time.hi() && time.lo() <= i.to());
    }
}
