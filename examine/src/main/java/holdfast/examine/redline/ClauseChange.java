package holdfast.examine.redline;

import holdfast.examine.redline.draft.DeclarationChange;
import holdfast.language.model.Norm;
import java.util.List;

/**
 * One clause in both drafts.
 *
 * @param before its statements in the earlier draft, one for each reading; empty: it was added
 * @param after those in the later draft; empty: it was removed
 * @param reworded whether the prose of its article was changed
 * @param touching changed declarations on which it hangs
 * @param beneficiaries in whose favour it is, by the later draft, or by the earlier where it was removed
 */
public record ClauseChange(
        List<Norm> before,
        List<Norm> after,
        Formal formal,
        boolean reworded,
        List<DeclarationChange> touching,
        Meaning meaning,
        List<String> beneficiaries) {

    public enum Formal {
        /** Word for word, but for the numbers of clauses. */
        SAME,
        REWRITTEN,
        ADDED,
        REMOVED
    }

    public ClauseChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
        touching = List.copyOf(touching);
        beneficiaries = List.copyOf(beneficiaries);
    }

    /** Its number in the later draft, or in the earlier where it was removed. */
    public String id() {
        return (after.isEmpty() ? before : after).getFirst().id();
    }

    public boolean renumbered() {
        return !before.isEmpty()
                && !after.isEmpty()
                && !before.getFirst().id().equals(after.getFirst().id());
    }

    /** Nothing at all was changed: neither its text, nor its number, nor anything it uses. */
    public boolean unchanged() {
        return formal == Formal.SAME
                && !reworded
                && !renumbered()
                && touching.isEmpty()
                && meaning instanceof Meaning.Same;
    }
}
