package holdfast.engine.monitor.clause;

import holdfast.engine.monitor.graph.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who bears a prohibition.
 *
 * @param anyone whoever the record names
 * @param named the bearers the clause names, by number; empty for {@code anyone} and for {@code nobody named}
 * @param principals for each actor, those who answer for its acts
 */
public record Bearers(boolean anyone, List<Long> named, Map<Long, List<Long>> principals) {
    /** Stands for a bearer that is nobody named. */
    public static final long NOBODY = Long.MIN_VALUE + 2;

    /** Those of whose acts somebody here has to answer, and nobody named; to be asked where {@code anyone} does not. */
    long[] offenders() {
        Set<Long> offenders = new TreeSet<>(named);
        principals.forEach((actor, answerable) -> {
            if (named.stream().anyMatch(answerable::contains)) {
                offenders.add(actor);
            }
        });
        offenders.addAll(List.of(Symbols.UNATTRIBUTED, NOBODY));
        return offenders.stream().mapToLong(Long::longValue).toArray();
    }

    /** Semantics, section 10: whose breach an act of this offender is. */
    List<Long> of(long offender) {
        if (offender == Symbols.UNATTRIBUTED || offender == NOBODY) {
            return List.of(NOBODY);
        }
        if (anyone) {
            return List.of(offender);
        }
        List<Long> answerable = principals.get(offender);
        if (answerable == null) {
            return named.contains(offender) ? List.of(offender) : List.of();
        }
        List<Long> bearers = new ArrayList<>();
        for (Long bearer : named) {
            if (bearer == offender || answerable.contains(bearer)) {
                bearers.add(bearer);
            }
        }
        return bearers;
    }
}
