package holdfast.engine;

import holdfast.language.model.Agreement;
import java.util.List;

/**
 * Watches an agreement: takes records in any order of arrival, late, corrected or withdrawn, and says at each moment what the text says about
 * them. Its state is a function of the set of records taken so far and of {@code now}, nothing else.
 */
public final class Monitor {

    public Monitor(Agreement agreement) {
        throw new UnsupportedOperationException("being built");
    }

    /** Takes a record. A second record with an id already taken is refused with an {@link IllegalArgumentException}. */
    public void accept(Record record) {
        throw new UnsupportedOperationException("being built");
    }

    /** Moves to {@code now}, milliseconds since 1970-01-01T00:00Z; it may also move back. Deadlines fire by time alone. */
    public void advanceTo(long now) {
        throw new UnsupportedOperationException("being built");
    }

    /** The verdicts at the moment last moved to, on all records taken, in the order of the clauses, then bearer, key and since. */
    public List<Verdict> verdicts() {
        throw new UnsupportedOperationException("being built");
    }
}
