package holdfast.readiness.ledger;

import holdfast.language.model.Agreement;
import holdfast.language.model.Rule;
import holdfast.language.model.Step;
import holdfast.language.model.Step.Role;
import holdfast.language.model.Step.Stage;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.entry.EntryReader;
import holdfast.readiness.items.Item;
import holdfast.readiness.items.ItemList;
import holdfast.readiness.items.Money;
import holdfast.readiness.items.StandIn;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the ledger: entries first, then promises against deliveries, then what follows for items, givers and goals. */
final class LedgerMaker {
    static final Comparator<ItemRow> BY_URGENCY = Comparator.comparing(
                    (ItemRow i) -> i.priority().orElse(BigDecimal.valueOf(Long.MAX_VALUE)))
            .thenComparing(i -> i.neededBy().orElse(LocalDate.MAX))
            .thenComparing(i -> i.item().name());

    private final Question question;
    private final Agreement agreement;
    private final ItemList list;
    private final List<Step> steps;
    private final Set<Stage> stages;
    private final Map<String, String> columns;
    private final Conditions conditions;
    private final List<Entry> entries;
    private final EntryReader reader;
    private final PledgeBook book;
    private final List<Goals.Found> clauses;
    private final Goals goals;
    private final Map<Item, BigDecimal> openOffers;
    private final Map<Item, Flow> flows = new LinkedHashMap<>();
    private final List<ItemRow> rows = new ArrayList<>();

    LedgerMaker(Question question) {
        this.question = question;
        this.agreement = question.agreement();
        this.list = question.items();
        this.steps = agreement.rules().stream()
                .flatMap(r -> r instanceof Rule.Readiness readiness ? readiness.steps().stream() : Stream.empty())
                .toList();
        this.stages = Ledger.stages(steps);
        this.columns = steps.stream()
                .filter(s -> s.attribute(Role.CONDITION).isPresent())
                .collect(Collectors.toMap(
                        Step::event, s -> s.attribute(Role.CONDITION).orElse("")));
        this.reader = new EntryReader(agreement, steps, list, question.today());
        List<Entry> told = reader.read(question.facts());
        this.conditions = new Conditions(
                told,
                reader.met(),
                PledgeBook.of(told, stages, question.today()).pledges(),
                e -> columns.getOrDefault(e.event(), ""));
        this.entries = conditions.settled();
        this.book = PledgeBook.of(entries, stages, question.today());
        this.goals = new Goals(agreement, steps, list);
        this.clauses = goals.found();
        this.openOffers = openOffers(entries);
    }

    Ledger made() {
        items().forEach(item -> flows.put(item, flow(item)));
        flows.forEach((item, flow) -> rows.add(row(item, flow)));
        List<GiverRow> givers = givers();
        Findings findings = new Findings(entries, flows, stages, list);
        Ledger whole = new Ledger(
                steps,
                question.today(),
                question.on(),
                entries,
                List.copyOf(rows),
                new Needs(question.today()).rows(entries, i -> flows.getOrDefault(i, empty())),
                givers,
                List.copyOf(book.pledges()),
                clauses.stream()
                        .map(c -> goals.counted(c, flows.getOrDefault(c.item(), empty())))
                        .toList(),
                heaviest(),
                question.without().map(this::fallsAway),
                findings.doubles(this::missing),
                findings.shared(),
                standingIn(),
                money(),
                List.copyOf(reader.rates()),
                entries.stream().filter(e -> e.canBeSeen() && !e.confirmed()).toList(),
                List.copyOf(reader.differing()),
                List.copyOf(book.beyond()),
                Stream.of(
                                conditions.faults(),
                                findings.impossible(),
                                new Plausibility(entries, reader.rates()).remarks())
                        .flatMap(List::stream)
                        .toList(),
                new AsWritten(agreement, entries, reader.otherwise()).remarks(),
                List.copyOf(reader.setAside()));
        return question.concerning()
                .map(actor -> whole.concerning(actor, fallsAway(actor)))
                .orElse(whole);
    }

    /** What would be missing of an item if only these were on record. */
    private Optional<BigDecimal> missing(Item item, List<Entry> only) {
        List<Entry> own = only.stream().filter(e -> e.item().equals(item)).toList();
        Flow flow = new Flow(own, PledgeBook.of(own, stages, question.today()).pledges(), stages);
        return rows.stream()
                .filter(r -> r.item().equals(item))
                .findFirst()
                .flatMap(ItemRow::target)
                .map(t -> t.subtract(flow.there())
                        .subtract(flow.underWay())
                        .subtract(flow.promised())
                        .max(BigDecimal.ZERO));
    }

    private Flow empty() {
        return new Flow(List.of(), List.of(), stages);
    }

    /** Those of the list first, in its order; only what records or clauses speak of. */
    private List<Item> items() {
        Set<Item> spoken = new TreeSet<>(Comparator.comparing(Item::name).thenComparing(Item::unit));
        entries.forEach(e -> spoken.add(e.item()));
        clauses.forEach(c -> spoken.add(c.item()));
        List<Item> items = new ArrayList<>(list.items());
        items.retainAll(spoken);
        spoken.removeAll(items);
        items.addAll(spoken);
        return items;
    }

    private Flow flow(Item item) {
        return new Flow(
                entries.stream().filter(e -> e.item().equals(item)).toList(),
                book.pledges().stream()
                        .filter(p -> p.entry().item().equals(item))
                        .toList(),
                stages);
    }

    private ItemRow row(Item item, Flow flow) {
        Map<Stage, BigDecimal> totals = new EnumMap<>(Stage.class);
        stages.forEach(s -> totals.put(s, flow.total(s)));
        List<Entry> needs = entries.stream()
                .filter(e -> e.stage() == Stage.NEEDED && e.item().equals(item))
                .toList();
        Optional<BigDecimal> target = target(item, flow, needs);
        BigDecimal there = flow.there();
        BigDecimal coming = flow.underWay().add(flow.promised());
        return new ItemRow(
                item,
                totals,
                target,
                neededBy(item, needs),
                needs.stream().flatMap(e -> e.priority().stream()).min(Comparator.naturalOrder()),
                there,
                flow.underWay(),
                flow.promised(),
                target.map(t -> t.subtract(there).subtract(coming).max(BigDecimal.ZERO)),
                flow.waiting(),
                openOffers.getOrDefault(item, BigDecimal.ZERO),
                question.on().isAfter(question.today())
                        ? Optional.of(there.add(flow.arrivedAndNotInService()).add(flow.expectedBy(question.on())))
                        : Optional.empty());
    }

    private static Map<Item, BigDecimal> openOffers(List<Entry> entries) {
        Map<Item, BigDecimal> open = new HashMap<>();
        OpenOffers.of(entries).forEach((offer, quantity) -> open.merge(offer.item(), quantity, BigDecimal::add));
        return open;
    }

    private Optional<BigDecimal> target(Item item, Flow flow, List<Entry> needs) {
        Optional<BigDecimal> demanded = floors(item).map(Goals.Found::quantity).max(Comparator.naturalOrder());
        return needs.isEmpty() ? demanded : Optional.of(flow.total(Stage.NEEDED));
    }

    private Optional<LocalDate> neededBy(Item item, List<Entry> needs) {
        Stream<LocalDate> days = needs.isEmpty()
                ? floors(item).flatMap(c -> goals.counted(c, empty()).by().stream())
                : needs.stream().flatMap(e -> e.due().stream());
        return days.min(Comparator.naturalOrder());
    }

    private Stream<Goals.Found> floors(Item item) {
        return clauses.stream()
                .filter(c -> c.item().equals(item) && c.kind() == Goal.Kind.AT_LEAST)
                .filter(c -> c.stage().compareTo(Stage.PLEDGED) > 0);
    }

    private List<GiverRow> givers() {
        List<GiverRow> givers = new ArrayList<>();
        for (String giver : giverNames()) {
            flows.forEach((item, flow) -> {
                Flow own = flow.where(e -> e.giver().filter(giver::equals).isPresent());
                GiverRow row = new GiverRow(
                        giver,
                        item,
                        own.total(Stage.OFFERED),
                        own.total(Stage.PLEDGED),
                        own.total(PledgeBook.arrival(stages)),
                        own.late(),
                        own.toCome());
                boolean any = Stream.of(row.offered(), row.pledged(), row.arrived(), row.toCome())
                        .anyMatch(n -> n.signum() > 0);
                if (any) {
                    givers.add(row);
                }
            });
        }
        return givers;
    }

    private Set<String> giverNames() {
        Set<String> names = new TreeSet<>();
        entries.forEach(e -> e.giver().ifPresent(names::add));
        return names;
    }

    private FallsAway fallsAway(String giver) {
        List<FallsAway.Line> lines = new ArrayList<>();
        for (ItemRow row : rows) {
            Flow flow = flows.getOrDefault(row.item(), empty());
            BigDecimal lost = flow.toComeFrom(giver);
            if (lost.signum() > 0) {
                Optional<BigDecimal> missing = row.target()
                        .map(t -> t.subtract(row.there())
                                .subtract(row.underWay())
                                .subtract(row.promised())
                                .add(lost)
                                .max(BigDecimal.ZERO));
                Optional<BigDecimal> expected = row.expected()
                        .map(e -> e.subtract(flow.where(entry ->
                                        entry.giver().filter(giver::equals).isPresent())
                                .expectedBy(question.on())));
                lines.add(new FallsAway.Line(row.item(), lost, flow.toCome(), missing, expected));
            }
        }
        return new FallsAway(giver, lines);
    }

    /** On whom most hangs: of each item the share of what should be there or, where nobody says that of any item, of what is to come. */
    private Optional<FallsAway> heaviest() {
        Map<String, BigDecimal> weights = new TreeMap<>();
        for (String giver : giverNames()) {
            BigDecimal weight =
                    fallsAway(giver).lines().stream().map(l -> share(l, rows)).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (weight.signum() > 0) {
                weights.put(giver, weight);
            }
        }
        BigDecimal most =
                weights.values().stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        return weights.entrySet().stream()
                .filter(e -> e.getValue().compareTo(most) == 0)
                .findFirst()
                .map(e -> fallsAway(e.getKey()));
    }

    private static BigDecimal share(FallsAway.Line line, List<ItemRow> rows) {
        if (rows.stream().allMatch(r -> r.target().isEmpty())) {
            return line.quantity().divide(line.of(), MathContext.DECIMAL64);
        }
        return rows.stream()
                .filter(r -> r.item().equals(line.item()))
                .flatMap(r -> r.target().stream())
                .filter(t -> t.signum() > 0)
                .map(t -> line.quantity().divide(t, MathContext.DECIMAL64))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** Nothing is counted as standing in: whether it may is for people to say. */
    private List<StandingIn> standingIn() {
        Map<String, ItemRow> byName = new HashMap<>();
        rows.forEach(r -> byName.put(r.item().name(), r));
        List<StandingIn> found = new ArrayList<>();
        for (StandIn rule : list.standIns()) {
            ItemRow missed = byName.get(rule.insteadOf());
            ItemRow other = byName.get(rule.item());
            if (missed == null
                    || other == null
                    || missed.missing().orElse(BigDecimal.ZERO).signum() == 0) {
                continue;
            }
            BigDecimal spare = other.there()
                    .add(other.underWay())
                    .add(other.promised())
                    .subtract(other.target().orElse(BigDecimal.ZERO));
            BigDecimal missing = missed.missing().orElse(BigDecimal.ZERO);
            standingIn(rule, spare, false, missing).ifPresent(found::add);
            standingIn(rule, other.openOffers(), true, missing).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<StandingIn> standingIn(
            StandIn rule, BigDecimal spare, boolean offered, BigDecimal missing) {
        BigDecimal whole = spare.divide(rule.quantity(), 0, RoundingMode.DOWN).multiply(rule.of());
        return spare.signum() > 0 && whole.signum() > 0
                ? Optional.of(new StandingIn(rule, spare, offered, whole.min(missing)))
                : Optional.empty();
    }

    private List<MoneyRow> money() {
        Map<List<String>, BigDecimal[]> sums =
                new TreeMap<>(Comparator.comparing((List<String> k) -> k.get(0)).thenComparing(k -> k.get(1)));
        for (Entry entry : entries) {
            int firm = switch (entry.stage()) {
                case OFFERED, PLEDGED -> 0;
                case FUNDED, CONTRACTED -> 1;
                case NEEDED, SHIPPED, RECEIVED, IN_SERVICE, LOST, RETURNED, MET -> -1;
            };
            if (firm >= 0 && entry.money().isPresent()) {
                firm = entry.waits() ? 0 : firm;
                Money money = entry.money().get();
                BigDecimal[] sum = sums.computeIfAbsent(List.of(entry.giver().orElse(""), money.currency()), k ->
                        new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
                sum[firm] = sum[firm].add(money.amount());
            }
        }
        List<MoneyRow> rowsOfMoney = new ArrayList<>();
        sums.forEach((key, sum) -> rowsOfMoney.add(new MoneyRow(key.get(0), key.get(1), sum[0], sum[1])));
        return rowsOfMoney;
    }
}
