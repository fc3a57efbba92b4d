package holdfast.engine.monitor;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of an event (semantics, section 4). A declared event's occurrences are {@link Fact}s; a defined event's rest on facts.
 */
public class Occurrence {
    /** By first instant, last instant, id. */
    static final Comparator<Occurrence> IN_ORDER = Occurrence::compareByStart;

    /** By last instant, first instant, id. */
    static final Comparator<Occurrence> BY_END = Occurrence::compareByEnd;

    private static final String[] NO_IDS = {};

    final long lo;
    final long hi;
    final boolean sure;
    final long[] values;
    final long reported;

    /** The first of the triggers that hang on it. */
    @Nullable
    Trigger triggers;

    Occurrence(long lo, long hi, boolean sure, long[] values, long reported) {
        this.lo = lo;
        this.hi = hi;
        this.sure = sure;
        this.values = values;
        this.reported = reported;
    }

    /** The facts on which it rests, by id. */
    Fact[] support() {
        return Fact.NONE;
    }

    /** The ids of the observations on which it rests, sorted as text. */
    String[] ids() {
        return NO_IDS;
    }

    /** Orders what happened at the same time: the least id in the support; empty without support. */
    String id() {
        String[] ids = ids();
        return ids.length == 0 ? "" : ids[0];
    }

    boolean precise() {
        return lo == hi;
    }

    private static int compareByStart(Occurrence a, Occurrence b) {
        if (a.lo != b.lo) {
            return Long.compare(a.lo, b.lo);
        }
        return a.hi != b.hi ? Long.compare(a.hi, b.hi) : compareIds(a, b);
    }

    private static int compareByEnd(Occurrence a, Occurrence b) {
        if (a.hi != b.hi) {
            return Long.compare(a.hi, b.hi);
        }
        return a.lo != b.lo ? Long.compare(a.lo, b.lo) : compareIds(a, b);
    }

    /** By id, and where these are equal by all ids one after another. */
    private static int compareIds(Occurrence a, Occurrence b) {
        if (a == b) {
            return 0;
        }
        int byId = a.id().compareTo(b.id());
        return byId != 0 ? byId : Arrays.compare(a.ids(), b.ids());
    }

    /** Whether the two say the same; facts are the same only if they are one. */
    boolean same(Occurrence other) {
        return this == other
                || (lo == other.lo
                        && hi == other.hi
                        && sure == other.sure
                        && Arrays.equals(values, other.values)
                        && Arrays.equals(support(), other.support())
                        && !(this instanceof Fact)
                        && !(other instanceof Fact));
    }
}
