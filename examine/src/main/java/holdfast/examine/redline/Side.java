package holdfast.examine.redline;

import holdfast.examine.redline.draft.Uses;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
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
}
