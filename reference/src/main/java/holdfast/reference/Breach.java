package holdfast.reference;

import holdfast.engine.Time;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A breach, for what follows from it (section 13).
 *
 * @param variables the binding of its instance, the bearer's variable included
 * @param start empty if it has been so from the beginning of time
 * @param end the instant at which it ended, the last of them {@link Long#MAX_VALUE} if it may go on; empty if it goes on
 * @param own it is surely none of the others that are told
 * @param episode of a prohibition
 * @param confirmedAt when it was confirmed, or may have been
 * @param confirmed whether it surely is
 */
record Breach(
        String clause,
        String bearer,
        Binding variables,
        Optional<Time> start,
        Optional<Time> end,
        boolean sure,
        boolean own,
        SortedSet<String> support,
        Optional<Long> report,
        Optional<Time> confirmedAt,
        boolean confirmed,
        Optional<Episodes.Episode> episode) {

    Breach unsure() {
        return new Breach(
                clause, bearer, variables, start, end, false, false, support, report, Optional.empty(), false, episode);
    }

    Breach confirmed(Time at) {
        return new Breach(
                clause,
                bearer,
                variables,
                start,
                end,
                true,
                own || !sure,
                support,
                report,
                Optional.of(at),
                true,
                episode);
    }

    /** Where it is open whether it was. */
    Breach perhapsConfirmed(Optional<Time> at) {
        return new Breach(clause, bearer, variables, start, end, sure, own, support, report, at, false, episode);
    }

    /** As one that may be another that is told, too; or as this very episode. */
    Breach of(boolean its, Optional<Episodes.Episode> episode) {
        return new Breach(
                clause, bearer, variables, start, end, sure, its, support, report, confirmedAt, confirmed, episode);
    }
}
