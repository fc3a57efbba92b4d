package holdfast.readiness.match;

import holdfast.readiness.match.question.Need;
import holdfast.readiness.match.question.Offer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What becomes of a need.
 *
 * @param inTime how much it has on its day, in its own units
 * @param late how much comes after it
 * @param reasons why it does not have all; empty if it has
 */
public record Outcome(Need need, List<Sent> sent, BigDecimal inTime, BigDecimal late, List<Reason> reasons) {
    /**
     * A line of the plan, as the need sees it.
     *
     * @param counted in units of the need
     * @param inUse the day on which the crew can use it
     */
    public record Sent(Offer offer, BigDecimal quantity, BigDecimal counted, LocalDate inUse, long daysLate) {}

    public BigDecimal missing() {
        return need.quantity().subtract(inTime).max(BigDecimal.ZERO);
    }

    public BigDecimal never() {
        return need.quantity().subtract(inTime).subtract(late).max(BigDecimal.ZERO);
    }

    public boolean isMet() {
        return missing().signum() == 0;
    }
}
