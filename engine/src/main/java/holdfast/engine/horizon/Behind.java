package holdfast.engine.horizon;

import holdfast.engine.Record;

/**
 * A record that was told too late: what it speaks of is final. It was not taken.
 *
 * @param record as it came
 * @param why what of it lies behind the horizon
 */
public record Behind(Record record, Why why) {
    public enum Why {
        /** What it tells happened behind the horizon. */
        HAPPENED,
        /** It changes, or is about, a record of what happened behind the horizon. */
        SPEAKS_OF_WHAT_HAPPENED,
        /** It changes, or is about, a record that is not at hand: it went to the archive, or never came. */
        SPEAKS_OF_WHAT_IS_NOT_AT_HAND
    }
}
