package holdfast.examine.mend;

import holdfast.examine.Examination;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.redline.GuaranteeChanges;
import holdfast.language.manuscript.Manuscript;
import java.util.List;

/**
 * A text that was tried: with it the finding is gone or lighter, nothing new fires, and nothing that was guaranteed is lost, weaker or later.
 *
 * @param passages what is written where, in the document as it stood
 * @param effect what becomes of the finding
 * @param draft the document with the mend in it
 * @param examination of that draft, with the same bounds
 * @param table in what its guarantee table differs
 * @param alsoEnded other findings that are gone with it
 * @param alsoBegun lesser findings that it brings
 */
public record Mend(
        Finding finding,
        Proposal proposal,
        List<Manuscript.Passage> passages,
        Effect effect,
        Manuscript draft,
        Examination examination,
        GuaranteeChanges table,
        List<Finding> alsoEnded,
        List<Finding> alsoBegun) {
    public Mend {
        passages = List.copyOf(passages);
        alsoEnded = List.copyOf(alsoEnded);
        alsoBegun = List.copyOf(alsoBegun);
    }

    public enum Effect {
        /** No finding of its kind is left that is about any of its clauses. */
        ENDS,
        /** It fired, and is lesser now. */
        EASES
    }
}
