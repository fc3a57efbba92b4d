package holdfast.reference;

import holdfast.engine.Time;
import holdfast.language.model.Value;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An occurrence of a declared or defined event (section 4).
 *
 * @param id of a fact its own; of another occurrence the least id in its support
 * @param values without those that are missing
 */
public record Occurrence(
        String event, String id, Time time, Map<String, Value> values, boolean sure, SortedSet<String> support) {

    static Occurrence derived(
            String event, Time time, Map<String, Value> values, boolean sure, SortedSet<String> support) {
        return new Occurrence(event, support.first(), time, values, sure, support);
    }

    private static final Comparator<Occurrence> BY_ID =
            Comparator.comparing(Occurrence::id).thenComparing(Occurrence::support, Occurrence::compareTexts);

    /** In the order of (lo, hi, id); where all are equal, of the ids in their supports. */
    static final Comparator<Occurrence> BY_BEGINNING =
            Comparator.comparing(Occurrence::time).thenComparing(BY_ID);

    /** In the order of (hi, lo, id). */
    static final Comparator<Occurrence> BY_END = Comparator.comparingLong(Occurrence::hi)
            .thenComparingLong(Occurrence::lo)
            .thenComparing(BY_ID);

    /** By hi, then id. */
    static final Comparator<Occurrence> BY_LAST_INSTANT =
            Comparator.comparingLong(Occurrence::hi).thenComparing(BY_ID);

    long lo() {
        return time.lo();
    }

    long hi() {
        return time.hi();
    }

    static int compareTexts(SortedSet<String> one, SortedSet<String> other) {
        var left = one.iterator();
        var right = other.iterator();
        while (left.hasNext() && right.hasNext()) {
            int first = left.next().compareTo(right.next());
            if (first != 0) {
                return first;
            }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }

    static SortedSet<String> union(Iterable<? extends Iterable<String>> supports) {
        SortedSet<String> all = new TreeSet<>();
        supports.forEach(s -> s.forEach(all::add));
        return all;
    }
}
