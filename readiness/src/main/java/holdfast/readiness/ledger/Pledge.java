package holdfast.readiness.ledger;

import holdfast.readiness.entry.Entry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A promise, and what came of it.
 *
 * @param delivered how much of it has come
 * @param keptOn the day on which all of it had come
 * @param daysLate by how many days it was, or is, later than its giver said; 0 for none
 */
public record Pledge(Entry entry, BigDecimal delivered, Optional<LocalDate> keptOn, Standing standing, long daysLate) {
    public enum Standing {
        KEPT("kept"),
        LATE("late"),
        NOT_DUE_YET("not due yet"),
        WAITS("waits for its condition"),
        WITHOUT_DATE("without a date");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public BigDecimal open() {
        return entry.quantity().subtract(delivered);
    }
}
