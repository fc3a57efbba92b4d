package holdfast.reference;

import holdfast.engine.Time;
import java.util.Comparator;

/**
 * An occurrence and the binding that a pattern gives.
 *
 * @param sure the occurrence is, and whatever else is asked of the match is true
 */
record Match(Occurrence occurrence, Binding binding, boolean sure) {

    static final Comparator<Match> BY_BEGINNING = Comparator.comparing(Match::occurrence, Occurrence.BY_BEGINNING);
    static final Comparator<Match> BY_END = Comparator.comparing(Match::occurrence, Occurrence.BY_END);

    /** Sure ones first, then in the order of (hi, lo, id). */
    static final Comparator<Match> SURE_FIRST =
            Comparator.comparing((Match m) -> !m.sure()).thenComparing(BY_END);

    Time time() {
        return occurrence.time();
    }

    long lo() {
        return occurrence.lo();
    }

    long hi() {
        return occurrence.hi();
    }

    Match butUnsure() {
        return new Match(occurrence, binding, false);
    }
}
