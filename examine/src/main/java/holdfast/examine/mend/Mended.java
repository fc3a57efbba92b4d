package holdfast.examine.mend;

import holdfast.examine.Examination;
import holdfast.language.manuscript.Manuscript;
import java.util.List;

/**
 * A draft with several mends in it.
 *
 * @param examination of the draft
 * @param mends in the order in which they were made, each tried in the draft that has those before it
 */
public record Mended(Manuscript draft, Examination examination, List<Mend> mends) {
    public Mended {
        mends = List.copyOf(mends);
    }
}
