package holdfast.engine.reference;

import holdfast.engine.Time;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A breach, for what follows from it (section 13).
 *
 * @param variables the binding of its instance, the bearer's variable included
 * @param start empty if it has been so from the beginning of time
 * @param end the instant at which it ended; empty if it has not
 * @param confirmedAt present if its standing is confirmed
 */
record Breach(
        String clause,
        String bearer,
        Binding variables,
        Optional<Time> start,
        Optional<Long> end,
        boolean sure,
        SortedSet<String> support,
        Optional<Long> report,
        Optional<Time> confirmedAt) {

    Breach unsure() {
        return new Breach(clause, bearer, variables, start, end, false, support, report, Optional.empty());
    }

    Breach confirmed(Time at) {
        return new Breach(clause, bearer, variables, start, end, true, support, report, Optional.of(at));
    }
}
