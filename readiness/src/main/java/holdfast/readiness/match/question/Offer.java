package holdfast.readiness.match.question;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * What somebody would give.
 *
 * @param trainingDays how long a crew must train before it can use it
 * @param worksWith what it works with; a need that requires more is not served by it
 * @param condition on what it hangs: empty for a firm offer; {@code offer ID} where it stands if that offer stands; else in the giver's words
 * @param minimumLot the least that is sent to one need; zero if any quantity is
 */
public record Offer(
        String id,
        String giver,
        String item,
        BigDecimal quantity,
        LocalDate availableFrom,
        int leadTimeDays,
        int trainingDays,
        Set<String> worksWith,
        String condition,
        BigDecimal minimumLot) {
    private static final String ON_AN_OFFER = "offer ";

    public Offer {
        worksWith = Set.copyOf(worksWith);
    }

    /** The day on which it is there, before anybody trains on it. */
    public LocalDate arrives() {
        return availableFrom.plusDays(leadTimeDays);
    }

    public boolean hangsOnAnOffer() {
        return condition.startsWith(ON_AN_OFFER);
    }

    /** The offer on which it hangs. */
    public String hangsOn() {
        return condition.substring(ON_AN_OFFER.length()).strip();
    }

    public Offer withQuantity(BigDecimal other) {
        return new Offer(
                id, giver, item, other, availableFrom, leadTimeDays, trainingDays, worksWith, condition, minimumLot);
    }
}
