package holdfast.readiness.ledger;

import holdfast.engine.KnownFact;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Step;
import holdfast.language.model.Step.Role;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.readiness.items.Item;
import holdfast.readiness.items.ItemList;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes entries of facts. What cannot be one is set aside, with the reason. */
final class EntryReader {
    private final Agreement agreement;
    private final ItemList items;
    private final LocalDate today;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final List<SetAside> setAside = new ArrayList<>();
    private final List<Remark> differing = new ArrayList<>();

    EntryReader(Agreement agreement, List<Step> steps, ItemList items, LocalDate today) {
        this.agreement = agreement;
        this.items = items;
        this.today = today;
        steps.forEach(s -> this.steps.put(s.event(), s));
    }

    List<SetAside> setAside() {
        return setAside;
    }

    /** Where giver and receiver say different figures of the same. */
    List<Remark> differing() {
        return differing;
    }

    List<Entry> read(List<KnownFact> facts) {
        List<Entry> entries = new ArrayList<>();
        Map<List<Object>, Integer> incidents = new LinkedHashMap<>();
        Set<String> receivers = receivers(facts);
        for (KnownFact fact : facts) {
            Step step = steps.get(fact.event());
            Optional<Entry> entry = step == null ? Optional.empty() : entry(fact, step, receivers);
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
        List<String> records = new ArrayList<>(counted.records());
        records.addAll(other.records());
        if (first.quantity().compareTo(second.quantity()) != 0) {
            differing.add(new Remark(
                    records,
                    counted.author() + " says " + counted.quantity().toPlainString() + " and " + other.author() + " "
                            + other.quantity().toPlainString() + " of "
                            + counted.item().name()
                            + " in the same " + counted.event() + ": "
                            + counted.quantity().toPlainString() + " are counted"));
        }
        boolean confirmed = first.confirmed() || second.confirmed();
        return new Entry(
                records,
                counted.event(),
                counted.stage(),
                counted.item(),
                counted.quantity(),
                counted.giver(),
                counted.receiver().or(other::receiver),
                counted.day(),
                counted.due().or(other::due),
                counted.priority().or(other::priority),
                counted.parcel().or(other::parcel),
                counted.money().or(other::money),
                counted.author(),
                confirmed,
                counted.values());
    }

    private Optional<Entry> entry(KnownFact fact, Step step, Set<String> receivers) {
        Optional<String> written = text(fact, step, Role.ITEM);
        Optional<BigDecimal> quantity = number(fact, step, Role.QUANTITY);
        if (written.isEmpty() || quantity.isEmpty()) {
            String what = written.isEmpty() ? "item" : "quantity";
            return aside(fact, "it says no " + what, "give the " + what + " in the record");
        }
        Optional<BigDecimal> amount = number(fact, step, Role.AMOUNT);
        if (amount.filter(a -> a.signum() <= 0).isPresent()) {
            return aside(
                    fact, "its amount is " + amount.get().toPlainString(), "an amount of money is above 0; correct it");
        }
        if (amount.isPresent()
                && step.attribute(Role.CURRENCY).isPresent()
                && text(fact, step, Role.CURRENCY).isEmpty()) {
            return aside(fact, "it says an amount and no currency", "give the currency in the record");
        }
        if (quantity.get().signum() <= 0) {
            return aside(
                    fact,
                    "its quantity is " + quantity.get().toPlainString(),
                    "a quantity is above 0; what went the other way is a record of its own, lost or returned");
        }
        Optional<String> unit = text(fact, step, Role.UNIT);
        Optional<Item> item = items.item(written.get(), unit);
        if (item.isEmpty()) {
            return aside(fact, "no item is called “" + written.get() + "”", items.help(written.get()));
        }
        Optional<BigDecimal> own = items.inOwnUnit(item.get(), quantity.get(), unit);
        if (own.isEmpty()) {
            return aside(
                    fact,
                    "“" + unit.orElse("") + "” cannot be made into "
                            + item.get().unit() + ", in which " + item.get().name() + " is counted",
                    items.unitHelp(item.get(), unit.orElse("")));
        }
        LocalDate day = day(fact);
        if (!fact.sure()) {
            return aside(fact, "a body finds it disputed", "");
        }
        if (day.isAfter(today)) {
            return aside(fact, "it may have happened later than " + today, "");
        }
        return Optional.of(made(fact, step, item.get(), own.get(), day, receivers));
    }

    private Entry made(
            KnownFact fact, Step step, Item item, BigDecimal quantity, LocalDate day, Set<String> receivers) {
        Optional<Money> money = number(fact, step, Role.AMOUNT)
                .map(a -> new Money(a, text(fact, step, Role.CURRENCY).orElse("")));
        Entry entry = new Entry(
                fact.records(),
                fact.event(),
                step.stage(),
                item,
                quantity,
                actor(fact, step, Role.GIVER),
                actor(fact, step, Role.RECEIVER),
                day,
                value(fact, step, Role.DAY).map(v -> ((Value.Day) v).date()),
                number(fact, step, Role.PRIORITY),
                text(fact, step, Role.CASE),
                money,
                fact.author(),
                fact.confirmed(),
                fact.values());
        return fact.confirmed() || !isReceiver(entry, receivers) ? entry : confirmed(entry);
    }

    private static Entry confirmed(Entry e) {
        return new Entry(
                e.records(),
                e.event(),
                e.stage(),
                e.item(),
                e.quantity(),
                e.giver(),
                e.receiver(),
                e.day(),
                e.due(),
                e.priority(),
                e.parcel(),
                e.money(),
                e.author(),
                true,
                e.values());
    }

    private LocalDate day(KnownFact fact) {
        return Instant.ofEpochMilli(fact.time().hi()).atZone(agreement.zone()).toLocalDate();
    }

    private Optional<Entry> aside(KnownFact fact, String why, String mend) {
        setAside.add(new SetAside(fact.records(), fact.event(), why, mend));
        return Optional.empty();
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
                    .flatMap(step -> actor(fact, step, Role.RECEIVER))
                    .ifPresent(receivers::add);
        }
        return receivers;
    }

    private static Optional<Value> value(KnownFact fact, Step step, Role role) {
        return step.attribute(role)
                .flatMap(a -> Optional.ofNullable(fact.values().get(a)));
    }

    private static Optional<String> text(KnownFact fact, Step step, Role role) {
        return value(fact, step, role)
                .map(v -> ((Value.Text) v).text().strip().replaceAll("\\s+", " "))
                .filter(t -> !t.isEmpty());
    }

    private static Optional<BigDecimal> number(KnownFact fact, Step step, Role role) {
        return value(fact, step, role).map(v -> ((Value.Number) v).number());
    }

    private static Optional<String> actor(KnownFact fact, Step step, Role role) {
        return value(fact, step, role).map(v -> ((Value.Actor) v).name());
    }
}
