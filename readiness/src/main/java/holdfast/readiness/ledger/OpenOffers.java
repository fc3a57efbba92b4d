package holdfast.readiness.ledger;

import holdfast.language.model.Step.Stage;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of each offer is open: what its giver promised of the item after it made the offer is taken from it, from the earliest offer first. What another giver promises, or the same
 * one had promised before, takes nothing of it.
 */
public final class OpenOffers {
    private OpenOffers() {}

    /** By offer, in the order in which they were made; zero where all of it was promised. */
    public static Map<Entry, BigDecimal> of(List<Entry> entries) {
        Map<Entry, BigDecimal> promised = new LinkedHashMap<>();
        entries.stream().filter(e -> e.stage() == Stage.PLEDGED).forEach(e -> promised.put(e, e.quantity()));
        Map<Entry, BigDecimal> open = new LinkedHashMap<>();
        entries.stream()
                .filter(e -> e.stage() == Stage.OFFERED)
                .sorted(Comparator.comparing(Entry::day)
                        .thenComparing(e -> e.records().getFirst()))
                .forEach(offer -> open.put(offer, notPromised(offer, promised)));
        return open;
    }

    private static BigDecimal notPromised(Entry offer, Map<Entry, BigDecimal> promised) {
        BigDecimal open = offer.quantity();
        for (Map.Entry<Entry, BigDecimal> one : promised.entrySet()) {
            Entry promise = one.getKey();
            boolean ofIt = promise.giver().equals(offer.giver())
                    && promise.item().equals(offer.item())
                    && !promise.day().isBefore(offer.day());
            if (ofIt) {
                BigDecimal taken = open.min(one.getValue());
                one.setValue(one.getValue().subtract(taken));
                open = open.subtract(taken);
            }
        }
        return open;
    }
}
