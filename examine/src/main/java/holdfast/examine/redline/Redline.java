package holdfast.examine.redline;

import holdfast.examine.redline.draft.DeclarationChange;
import holdfast.language.model.Agreement;
import java.util.List;

/**
 * Two drafts side by side.
 *
 * @param clauses in the order of the later draft; what was removed stands where it stood
 * @param declarations every declaration and rule that was changed, also those on which no clause hangs
 */
public record Redline(
        Agreement before,
        Agreement after,
        Limits limits,
        List<ClauseChange> clauses,
        List<DeclarationChange> declarations,
        GuaranteeChanges guarantees) {
    public Redline {
        clauses = List.copyOf(clauses);
        declarations = List.copyOf(declarations);
    }

    /** Whether anything was changed that this looks at. */
    public boolean isEmpty() {
        return clauses.stream().allMatch(ClauseChange::unchanged)
                && declarations.isEmpty()
                && guarantees.changes().isEmpty();
    }
}
