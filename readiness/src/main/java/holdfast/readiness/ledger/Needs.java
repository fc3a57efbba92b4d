package holdfast.readiness.ledger;

import holdfast.language.model.Step.Stage;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.items.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Each need by itself: of one item several may be asked for, for several days and of several priorities. */
final class Needs {
    private static final BigDecimal LAST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** The most urgent first, those of the same priority by their day. */
    static final Comparator<Entry> BY_URGENCY = Comparator.comparing(
                    (Entry e) -> e.priority().orElse(LAST))
            .thenComparing(e -> e.due().orElse(LocalDate.MAX))
            .thenComparing(e -> e.records().getFirst());

    /** So much of an item, from a day on. */
    private static final class Supply {
        final LocalDate day;
        BigDecimal left;

        Supply(LocalDate day, BigDecimal left) {
            this.day = day;
            this.left = left;
        }
    }

    private final LocalDate today;

    Needs(LocalDate today) {
        this.today = today;
    }

    /** @param flow of an item */
    List<NeedRow> rows(List<Entry> entries, Function<Item, Flow> flow) {
        Map<Item, List<Supply>> dated = new HashMap<>();
        Map<Item, BigDecimal> all = new HashMap<>();
        List<NeedRow> rows = new ArrayList<>();
        entries.stream()
                .filter(e -> e.stage() == Stage.NEEDED)
                .sorted(BY_URGENCY)
                .forEach(need -> {
                    Flow own = flow.apply(need.item());
                    List<Supply> supplies = dated.computeIfAbsent(need.item(), i -> supplies(own));
                    BigDecimal left = all.computeIfAbsent(
                            need.item(), i -> own.there().add(own.underWay()).add(own.promised()));
                    BigDecimal covered = left.min(need.quantity());
                    all.put(need.item(), left.subtract(covered));
                    rows.add(new NeedRow(need, taken(supplies, need), covered));
                });
        return rows;
    }

    /** What is there, or has arrived, from today on; what is promised from its day on. Whoever is late is not counted on. */
    private List<Supply> supplies(Flow flow) {
        List<Supply> supplies = new ArrayList<>();
        supplies.add(new Supply(today, flow.there().add(flow.arrivedAndNotInService())));
        flow.pledges().stream()
                .filter(p -> p.standing() == Pledge.Standing.NOT_DUE_YET)
                .forEach(p -> p.entry().dayOwed().ifPresent(d -> supplies.add(new Supply(d, p.open()))));
        supplies.sort(Comparator.comparing((Supply s) -> s.day).reversed());
        return supplies;
    }

    /** From what comes last before its day, so that what is there earlier is left for those who need it earlier. */
    private BigDecimal taken(List<Supply> supplies, Entry need) {
        LocalDate by = need.due().filter(d -> d.isAfter(today)).orElse(today);
        BigDecimal taken = BigDecimal.ZERO;
        for (Supply supply : supplies) {
            if (!supply.day.isAfter(by)) {
                BigDecimal part = supply.left.min(need.quantity().subtract(taken));
                supply.left = supply.left.subtract(part);
                taken = taken.add(part);
            }
        }
        return taken;
    }
}
