package holdfast.intake.own;

import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import org.jspecify.annotations.Nullable;

/** Takes observations that are sure and precise without an object for each, in place of drafts. */
public interface StraightSink {
    /**
     * Those that have all this in common.
     *
     * @param beginning what stands in their ids before a number
     * @return null: they are to be read as others are
     */
    @Nullable
    Series series(String event, String source, @Nullable String author, Basis basis, String beginning);

    interface Series {
        /** What stands for a value of the event's attribute at that place ({@link holdfast.engine.Rows}). */
        int code(int attribute, Value value);

        /**
         * Takes one observation; the times are milliseconds since 1970-01-01T00:00Z.
         *
         * @return false: nothing was done, and it is to be read as others are
         */
        boolean take(int number, long line, long recorded, long occurred, int[] codes);
    }
}
