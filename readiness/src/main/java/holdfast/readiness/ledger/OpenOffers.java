package holdfast.readiness.ledger;

import holdfast.language.model.Step.Stage;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.items.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of each offer is open: what its giver promised of the item after it made the offer is taken from it, from the earliest offer first. What another giver promises, or the same
 * one had promised before, takes nothing of it.
 */
public final class OpenOffers {
    private OpenOffers() {}

    private record Line(Optional<String> giver, Item item) {
        static Line of(Entry entry) {
            return new Line(entry.giver(), entry.item());
        }
    }

    /** What is left of a promise, for offers that come after those that took of it. */
    private static final class Promise {
        final Entry entry;
        BigDecimal left;

        Promise(Entry entry) {
            this.entry = entry;
            this.left = entry.quantity();
        }
    }

    /** By offer, in the order in which they were made; zero where all of it was promised. */
    public static Map<Entry, BigDecimal> of(List<Entry> entries) {
        Map<Line, List<Promise>> promises = new HashMap<>();
        entries.stream()
                .filter(e -> e.stage() == Stage.PLEDGED)
                .forEach(e -> promises.computeIfAbsent(Line.of(e), l -> new ArrayList<>())
                        .add(new Promise(e)));
        Map<Entry, BigDecimal> open = new LinkedHashMap<>();
        entries.stream()
                .filter(e -> e.stage() == Stage.OFFERED)
                .sorted(Comparator.comparing(Entry::day)
                        .thenComparing(e -> e.records().getFirst()))
                .forEach(offer ->
                        open.put(offer, notPromised(offer, promises.getOrDefault(Line.of(offer), List.of()))));
        return open;
    }

    private static BigDecimal notPromised(Entry offer, List<Promise> promises) {
        BigDecimal open = offer.quantity();
        for (Promise promise : promises) {
            if (!promise.entry.day().isBefore(offer.day())) {
                BigDecimal taken = open.min(promise.left);
                promise.left = promise.left.subtract(taken);
                open = open.subtract(taken);
            }
        }
        return open;
    }
}
