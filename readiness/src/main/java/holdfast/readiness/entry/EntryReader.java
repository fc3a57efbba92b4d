package holdfast.readiness.entry;

import holdfast.engine.KnownFact;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Step;
import holdfast.language.model.Step.Role;
import holdfast.language.model.Step.Stage;
import holdfast.language.reading.Duties;
import holdfast.readiness.items.Item;
import holdfast.readiness.items.ItemList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes entries of facts. What cannot be one is set aside, with the reason. */
public final class EntryReader {
    private final Agreement agreement;
    private final ItemList items;
    private final Faults faults;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final List<SetAside> setAside = new ArrayList<>();
    private final List<Remark> differing = new ArrayList<>();
    private final List<Met> met = new ArrayList<>();
    private final List<Rate> rates = new ArrayList<>();
    private final Map<String, List<String>> otherwise = new TreeMap<>();

    public EntryReader(Agreement agreement, List<Step> steps, ItemList items, LocalDate today) {
        this.agreement = agreement;
        this.items = items;
        this.faults = new Faults(items, today);
        steps.forEach(s -> this.steps.put(s.event(), s));
    }

    public List<SetAside> setAside() {
        return setAside;
    }

    /** Where giver and receiver say different figures of the same. */
    public List<Remark> differing() {
        return differing;
    }

    /** Which conditions are met. */
    public List<Met> met() {
        return met;
    }

    /** What is said as so much a month: it is no entry, and in no sum. */
    public List<Rate> rates() {
        return rates;
    }

    /** By event, the records whose item or quantity is counted by another name or in another unit than it is written. */
    public Map<String, List<String>> otherwise() {
        return otherwise;
    }

    public List<Entry> read(List<KnownFact> facts) {
        List<Entry> entries = new ArrayList<>();
        Map<List<Object>, Integer> incidents = new LinkedHashMap<>();
        Set<String> receivers = receivers(facts);
        for (KnownFact fact : facts) {
            Step step = steps.get(fact.event());
            Optional<Entry> entry = step == null ? Optional.empty() : entry(new Told(fact, step), receivers);
            if (entry.isEmpty()) {
                continue;
            }
            Entry one = entry.get();
            Integer before = fact.incident()
                    .map(i -> incidents.putIfAbsent(List.of(one.event(), i, one.item(), one.giver()), entries.size()))
                    .orElse(null);
            if (before == null) {
                entries.add(one);
            } else {
                entries.set(before, told(entries.get(before), one, receivers));
            }
        }
        return entries;
    }

    /** Two tell of the same: it counts once, with the figure of whoever receives it. */
    private Entry told(Entry first, Entry second, Set<String> receivers) {
        boolean bySecond = isReceiver(second, receivers) && !isReceiver(first, receivers);
        Entry counted = bySecond ? second : first;
        Entry other = bySecond ? first : second;
        Entry both = counted.alsoToldBy(other);
        if (first.quantity().compareTo(second.quantity()) != 0) {
            differing.add(new Remark(
                    both.records(),
                    counted.author() + " says " + counted.quantity().toPlainString() + " and " + other.author() + " "
                            + other.quantity().toPlainString() + " of "
                            + counted.item().name()
                            + " in the same " + counted.event() + ": "
                            + counted.quantity().toPlainString() + " are counted"));
        }
        return both;
    }

    /** What is no condition and no rate is an entry. */
    private Optional<Entry> entry(Told told, Set<String> receivers) {
        LocalDate day = told.day(agreement.zone());
        Optional<SetAside> fault = faults.of(told, day);
        if (fault.isPresent()) {
            setAside.add(fault.get());
            return Optional.empty();
        }
        if (told.step().stage() == Stage.MET) {
            met.add(new Met(told.fact().records(), told.text(Role.CONDITION).orElse(""), day));
            return Optional.empty();
        }
        Item item = items.item(told.text(Role.ITEM).orElse(""), told.text(Role.UNIT))
                .orElseThrow();
        BigDecimal quantity = items.inOwnUnit(item, told.number(Role.QUANTITY).orElseThrow(), told.text(Role.UNIT))
                .orElseThrow();
        otherwise(told, item, quantity);
        Optional<Rate.Period> period = told.text(Role.PERIOD).flatMap(Rate.Period::of);
        if (period.isPresent()) {
            rates.add(rate(told, item, quantity, period.get(), day));
            return Optional.empty();
        }
        return Optional.of(entry(told, item, quantity, day, receivers));
    }

    private static Rate rate(Told told, Item item, BigDecimal quantity, Rate.Period period, LocalDate day) {
        return new Rate(
                told.fact().records(),
                told.step().stage(),
                item,
                quantity,
                period,
                told.actor(Role.GIVER),
                told.actor(Role.RECEIVER),
                day,
                told.date(Role.DAY));
    }

    private Entry entry(Told told, Item item, BigDecimal whole, LocalDate day, Set<String> receivers) {
        KnownFact fact = told.fact();
        Optional<Share> share = told.number(Role.SHARE).map(percent -> new Share(percent, whole));
        Entry entry = new Entry(
                fact.records(),
                fact.event(),
                told.step().stage(),
                item,
                share.map(s -> whole.multiply(s.percent()).movePointLeft(2)).orElse(whole),
                told.actor(Role.GIVER),
                told.actor(Role.RECEIVER),
                day,
                told.date(Role.DAY),
                told.number(Role.PRIORITY),
                told.text(Role.CASE),
                told.number(Role.AMOUNT)
                        .map(a -> items.money(a, told.text(Role.CURRENCY).orElse(""))),
                told.text(Role.CONDITION).map(c -> new Condition(c, Optional.empty())),
                share,
                fact.author(),
                fact.confirmed(),
                fact.values());
        return fact.confirmed() || !isReceiver(entry, receivers) ? entry : entry.confirmedToo();
    }

    /** A clause adds up what stands in the record; where that is another name or unit, its figures are others. */
    private void otherwise(Told told, Item item, BigDecimal quantity) {
        String written = told.text(Role.ITEM).orElse("");
        boolean same = quantity.compareTo(told.number(Role.QUANTITY).orElse(quantity)) == 0
                && (!items.isGiven() || written.equals(item.name()));
        if (!same) {
            otherwise
                    .computeIfAbsent(told.fact().event(), e -> new ArrayList<>())
                    .addAll(told.fact().records());
        }
    }

    /** Whether its author receives it: by its own attribute, or where it has none, as one of those who receive at all. */
    private static boolean isReceiver(Entry entry, Set<String> receivers) {
        boolean gives = entry.giver().filter(entry.author()::equals).isPresent();
        return entry.receiver().map(r -> r.equals(entry.author())).orElse(!gives && receivers.contains(entry.author()));
    }

    /** Who receives at all: whom the records name so, and in whose favour the clauses are that speak of a step. */
    private Set<String> receivers(List<KnownFact> facts) {
        Set<String> receivers = new HashSet<>();
        for (Norm norm : agreement.norms()) {
            boolean ofStep =
                    Duties.act(norm).filter(p -> steps.containsKey(p.event())).isPresent();
            if (ofStep) {
                norm.inFavourOf()
                        .forEach(n -> receivers.addAll(agreement.members(n).orElse(List.of(n))));
            }
        }
        for (KnownFact fact : facts) {
            Optional.ofNullable(steps.get(fact.event()))
                    .flatMap(step -> new Told(fact, step).actor(Role.RECEIVER))
                    .ifPresent(receivers::add);
        }
        return receivers;
    }
}
