package holdfast.report.daily;

import holdfast.engine.Record;
import java.time.LocalDate;

/**
 * A record that became known since the report before and tells of an earlier day.
 *
 * @param about the day of which it tells; of a time that moved, the earlier one
 * @param said what it says, in words
 * @param effect false where it has none, because its author may not change what it is about
 */
public record Correction(Record record, Kind kind, LocalDate about, String said, boolean effect) {

    public enum Kind {
        TOLD("told late"),
        CORRECTED("corrected"),
        WITHDRAWN("taken back"),
        ATTRIBUTED("attributed"),
        FOUND("found upon");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
