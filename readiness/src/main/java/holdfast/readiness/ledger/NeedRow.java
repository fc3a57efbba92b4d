package holdfast.readiness.ledger;

import holdfast.readiness.entry.Entry;
import java.math.BigDecimal;

/**
 * One need, and how far it is met. What is there or to come goes to the most urgent first.
 *
 * @param onTheDay of it, what is there or will be by its day if promises are kept; of a need that names no day, what is there
 * @param covered what is there, under way or promised for whatever day
 */
public record NeedRow(Entry need, BigDecimal onTheDay, BigDecimal covered) {
    /** What will not be there on its day. */
    public BigDecimal lacking() {
        return need.quantity().subtract(onTheDay);
    }

    /** What nothing on record covers. */
    public BigDecimal open() {
        return need.quantity().subtract(covered);
    }
}
