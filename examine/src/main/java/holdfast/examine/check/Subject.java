package holdfast.examine.check;

import holdfast.examine.table.GuaranteeTable;
import holdfast.examine.text.Understood;
import holdfast.examine.text.Watch;
import holdfast.language.model.Agreement;
import holdfast.language.reading.Walk;
import java.util.List;

/**
 * What the checks look at.
 *
 * @param agreement as it was written, with all its readings
 * @param table what must and what could follow
 * @param stories tells histories
 * @param understood what sort of thing each name stands for
 * @param watch who watches
 * @param losses how fast what was to be protected was lost in replayed cases
 */
public record Subject(
        Agreement agreement,
        GuaranteeTable table,
        Stories stories,
        List<Loss> losses,
        Understood understood,
        Watch watch) {
    public Subject {
        losses = List.copyOf(losses);
    }

    /** What clauses name, followed. */
    Walk walk() {
        return new Walk(agreement);
    }

    /** What part each clause plays. */
    ClauseKinds kinds() {
        return new ClauseKinds(agreement, understood);
    }

    /**
     * @param caseName such as {@code Debaltseve 2015}
     * @param millis from the first act to what could not be undone
     */
    public record Loss(String caseName, long millis) {}
}
