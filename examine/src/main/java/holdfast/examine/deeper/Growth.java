package holdfast.examine.deeper;

import holdfast.examine.Examination;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Growing;
import java.util.List;

/**
 * How far the bounds grew.
 *
 * @param free the bounds that may grow
 * @param from the bounds of the first examination
 * @param steps those that were taken, in order
 * @param end why it went no further
 * @param work what it cost in all, the first examination left out, in units of the bound of work
 * @param examination within the bounds that were reached: what an examiner says that is given these at once
 */
public record Growth(List<Growing> free, Bounds from, List<Step> steps, End end, long work, Examination examination) {
    public Growth {
        free = List.copyOf(free);
        steps = List.copyOf(steps);
    }

    public enum End {
        /** In a whole round, each bound that leaves something out growing by one, nothing changed. */
        SETTLED,
        /** No bound that may grow leaves anything out: with larger ones everything is played as it was. */
        NOTHING_LEFT_OUT,
        /** The work allowed was not enough for the next step. */
        WORK_USED_UP,
        /** The text was not played to its end within the first bounds, or all that can grow was fixed. */
        NOTHING_GREW
    }

    /**
     * One bound grew by one.
     *
     * @param rows of the guarantee table that say something else then, or that were not there; in a few words each
     * @param begun findings that were not there, or not so; in a few words each
     * @param ended findings that are not there any more, or not so
     */
    public record Step(Growing bound, int to, List<String> rows, List<String> begun, List<String> ended) {
        public Step {
            rows = List.copyOf(rows);
            begun = List.copyOf(begun);
            ended = List.copyOf(ended);
        }

        public boolean isChange() {
            return !rows.isEmpty() || !begun.isEmpty() || !ended.isEmpty();
        }
    }

    /** The last step by which anything changed; none where none did. */
    public List<Step> lastChange() {
        return steps.reversed().stream().filter(Step::isChange).limit(1).toList();
    }
}
