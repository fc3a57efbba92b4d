package holdfast.readiness.match.question;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be matched. Everything is kept in an order of its own, so that the order in which it was handed in decides nothing.
 *
 * @param items all items that there are; empty where any name is one
 * @param before an earlier plan that should change as little as can be; empty if there is none
 */
public record MatchQuestion(
        List<Need> needs, List<Offer> offers, List<StandIn> standIns, Set<String> items, List<Delivery> before) {
    /** @throws MatchFaults with everything that is wrong */
    public MatchQuestion {
        List<MatchFault> faults = InputCheck.faults(needs, offers, standIns, items, before);
        if (!faults.isEmpty()) {
            throw new MatchFaults(faults);
        }
        needs = needs.stream()
                .sorted(Comparator.comparingInt(Need::priority)
                        .thenComparing(Need::byDay)
                        .thenComparing(Need::id))
                .toList();
        offers = offers.stream()
                .sorted(Comparator.comparing(Offer::arrives).thenComparing(Offer::id))
                .toList();
        standIns = standIns.stream()
                .sorted(Comparator.comparing(StandIn::needed).thenComparing(StandIn::offered))
                .toList();
        items = java.util.Collections.unmodifiableSet(new TreeSet<>(items));
        before = before.stream()
                .sorted(Comparator.comparing(Delivery::need).thenComparing(Delivery::offer))
                .toList();
    }

    public MatchQuestion withBefore(List<Delivery> plan) {
        return new MatchQuestion(needs, offers, standIns, items, plan);
    }

    public MatchQuestion withOffers(List<Offer> others) {
        return new MatchQuestion(needs, others, standIns, items, before);
    }
}
