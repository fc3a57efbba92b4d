package holdfast.readiness.open;

import holdfast.language.model.Value;
import holdfast.readiness.entry.Condition;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.items.Item;
import holdfast.readiness.items.ItemList;
import holdfast.readiness.ledger.Ledger;
import holdfast.readiness.ledger.NeedRow;
import holdfast.readiness.ledger.OpenOffers;
import holdfast.readiness.match.question.Need;
import holdfast.readiness.match.question.Offer;
import holdfast.readiness.match.question.StandIn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a ledger leaves open: needs that nothing on record covers, and offers of which nothing was promised yet. What is there, under way or promised covers the most urgent
 * needs first, those of the same priority by their day; what a giver promises of an item after it offered it is taken from its offers, the earliest first.
 *
 * @param items empty where no list was given, and any name is an item
 * @param leftOut what cannot be matched, each in a sentence
 */
public record OpenQuestion(
        List<Need> needs, List<Offer> offers, List<StandIn> standIns, Set<String> items, List<String> leftOut) {
    /** Where some needs have a priority, those without one come last. */
    private static final int LAST = 9;

    public OpenQuestion {
        needs = List.copyOf(needs);
        offers = List.copyOf(offers);
        standIns = List.copyOf(standIns);
        leftOut = List.copyOf(leftOut);
    }

    public static OpenQuestion of(Ledger ledger, ItemList list) {
        List<String> leftOut = new ArrayList<>();
        Set<String> items = new TreeSet<>();
        list.items().stream().map(Item::name).forEach(items::add);
        return new OpenQuestion(needs(ledger, leftOut), offers(ledger), standIns(list, leftOut), items, leftOut);
    }

    private static List<Need> needs(Ledger ledger, List<String> leftOut) {
        List<Need> needs = new ArrayList<>();
        for (NeedRow row : ledger.needs()) {
            Entry entry = row.need();
            if (row.open().signum() > 0 && entry.due().isEmpty()) {
                leftOut.add("need `" + id(entry) + "` names no day by which it is needed, and is not matched");
            } else if (row.open().signum() > 0) {
                needs.add(new Need(
                        id(entry),
                        entry.item().name(),
                        row.open(),
                        entry.due().get(),
                        priority(entry),
                        days(entry, "training_days"),
                        words(entry, "requires")));
            }
        }
        return needs;
    }

    private static List<Offer> offers(Ledger ledger) {
        List<Offer> offers = new ArrayList<>();
        OpenOffers.of(ledger.entries()).forEach((entry, open) -> {
            if (open.signum() > 0) {
                offers.add(new Offer(
                        id(entry),
                        entry.giver().orElse("nobody named"),
                        entry.item().name(),
                        open,
                        from(entry),
                        days(entry, "lead_time_days"),
                        days(entry, "training_days"),
                        words(entry, "works_with"),
                        entry.waits() ? entry.condition().map(Condition::words).orElse("") : "",
                        number(entry, "minimum_lot")));
            }
        });
        return offers;
    }

    /** Only whole numbers of things stand in for one another here. */
    private static List<StandIn> standIns(ItemList list, List<String> leftOut) {
        List<StandIn> standIns = new ArrayList<>();
        for (holdfast.readiness.items.StandIn one : list.standIns()) {
            try {
                standIns.add(new StandIn(
                        one.item(),
                        one.insteadOf(),
                        one.quantity().intValueExact(),
                        one.of().intValueExact(),
                        false));
            } catch (ArithmeticException e) {
                leftOut.add("`" + one.quantity() + " " + one.item() + "` for `" + one.of() + " " + one.insteadOf()
                        + "`: only whole numbers are matched");
            }
        }
        return standIns;
    }

    private static String id(Entry entry) {
        return entry.records().getFirst();
    }

    /** An offer that names no day is there from the day on which it was made; none before its condition was met. */
    private static LocalDate from(Entry entry) {
        LocalDate day = entry.due().orElse(entry.day());
        return entry.condition()
                .flatMap(Condition::metOn)
                .filter(met -> met.isAfter(day))
                .orElse(day);
    }

    private static int priority(Entry entry) {
        return entry.priority().map(BigDecimal::intValue).orElse(LAST);
    }

    private static BigDecimal number(Entry entry, String attribute) {
        return entry.values().get(attribute) instanceof Value.Number(BigDecimal number) ? number : BigDecimal.ZERO;
    }

    private static int days(Entry entry, String attribute) {
        return number(entry, attribute).intValue();
    }

    private static String text(Entry entry, String attribute) {
        return entry.values().get(attribute) instanceof Value.Text(String text) ? text : "";
    }

    private static Set<String> words(Entry entry, String attribute) {
        String text = text(entry, attribute).strip();
        return text.isEmpty() ? Set.of() : Set.of(text.split("\\s+"));
    }
}
