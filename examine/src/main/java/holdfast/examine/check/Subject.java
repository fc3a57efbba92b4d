package holdfast.examine.check;

import holdfast.examine.table.GuaranteeTable;
import holdfast.language.model.Agreement;
import java.util.List;

/**
 * What the checks look at.
 *
 * @param agreement as it was written, with all its readings
 * @param table what must and what could follow
 * @param stories tells histories
 * @param losses how fast what was to be protected was lost in replayed cases
 */
public record Subject(Agreement agreement, GuaranteeTable table, Stories stories, List<Loss> losses) {
    public Subject {
        losses = List.copyOf(losses);
    }

    /**
     * @param caseName such as {@code Debaltseve 2015}
     * @param millis from the first act to what could not be undone
     */
    public record Loss(String caseName, long millis) {}
}
