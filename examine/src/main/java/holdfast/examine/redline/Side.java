package holdfast.examine.redline;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import java.util.List;
import java.util.Optional;

/**
 * One draft, seen from one clause.
 *
 * @param whole the draft as written
 * @param reading answers to the questions on which the clause hangs
 * @param part the draft with every question answered, so that nothing is open, with the clauses on which this one hangs
 */
record Side(Agreement whole, Reading reading, Agreement part, String clause, Uses uses) {

    Optional<Norm> norm() {
        return part.norms().stream().filter(n -> n.id().equals(clause)).findFirst();
    }

    /**
     * The verdicts on the clause in the draft as it was written: what a replay shows.
     *
     * @param at in milliseconds since 1970-01-01T00:00Z
     */
    List<Verdict> replayed(List<Record> records, long at) {
        return Differences.replayed(whole, reading, clause, records, at);
    }
}
