package holdfast.report.readiness;

import holdfast.engine.words.DateWords;
import holdfast.language.model.Step.Stage;
import holdfast.language.sentence.Readable;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.entry.Rate;
import holdfast.readiness.items.Item;
import holdfast.readiness.ledger.DoubleCount;
import holdfast.readiness.ledger.FallsAway;
import holdfast.readiness.ledger.Goal;
import holdfast.readiness.ledger.ItemRow;
import holdfast.readiness.ledger.Ledger;
import holdfast.readiness.ledger.MoneyRow;
import holdfast.readiness.ledger.NeedRow;
import holdfast.readiness.ledger.Pledge;
import holdfast.readiness.ledger.SharedCase;
import holdfast.readiness.ledger.StandingIn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The sentences of a ledger, which text and page share. */
final class ReadinessWords {
    private final ReadinessReport report;
    private final Ledger ledger;
    private final Readable names;
    private final DateWords dates;

    private static final int MOST_NAMED = 4;

    ReadinessWords(ReadinessReport report) {
        this.report = report;
        this.ledger = report.ledger();
        this.names = new Readable(report.agreement(), "en");
        this.dates = new DateWords(report.agreement().zone());
    }

    static String number(BigDecimal number) {
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        int dot = plain.indexOf('.');
        String whole = dot < 0 ? plain : plain.substring(0, dot);
        return whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ",") + (dot < 0 ? "" : plain.substring(dot));
    }

    /** {@code 4 launcher}, {@code 20 tonnes of diesel}. */
    static String quantity(BigDecimal number, Item item) {
        return number(number) + " " + (item.unit().equals(Item.PIECES) ? "" : item.unit() + " of ") + item.name();
    }

    String name(String actor) {
        return actor.isEmpty() ? "nobody named" : names.name(actor);
    }

    String day(LocalDate day) {
        return dates.day(day);
    }

    /** What is at hand is called by what the text tells of. */
    String there() {
        return ledger.has(Stage.IN_SERVICE) ? "in service" : "arrived";
    }

    String title() {
        return "Readiness: " + report.agreement().title();
    }

    String when() {
        String day = "on " + day(ledger.today()) + " (" + report.agreement().zone() + ")";
        return (ledger.looksAhead() ? day + ", and what is to be expected on " + day(ledger.on()) : day)
                + ", of " + count(report.records(), "record", "records")
                + report.concerning()
                        .map(c -> "; only what " + name(c) + " gives or receives")
                        .orElse("");
    }

    static String count(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }

    /** What is late of each item, without saying of whom: {@code 12 shells, for up to 37 days}. */
    List<String> lateSums() {
        Map<String, List<Pledge>> byItem = new TreeMap<>();
        for (Pledge pledge : ledger.late()) {
            byItem.computeIfAbsent(pledge.entry().item().name(), i -> new ArrayList<>())
                    .add(pledge);
        }
        return byItem.values().stream()
                .map(late -> quantity(
                                late.stream().map(Pledge::open).reduce(BigDecimal.ZERO, BigDecimal::add),
                                late.getFirst().entry().item())
                        + ", for up to "
                        + count(late.stream().mapToLong(Pledge::daysLate).max().orElse(0), "day", "days"))
                .toList();
    }

    /** {@code  Of 14 promises: 6 kept, 8 without a date.} */
    String standings() {
        if (ledger.pledges().isEmpty()) {
            return "";
        }
        Map<Pledge.Standing, Long> counts = new EnumMap<>(Pledge.Standing.class);
        ledger.pledges().forEach(p -> counts.merge(p.standing(), 1L, Long::sum));
        return " Of " + count(ledger.pledges().size(), "promise", "promises") + ": "
                + counts.entrySet().stream()
                        .map(e -> e.getValue() + " "
                                + (e.getKey() == Pledge.Standing.WAITS
                                        ? "waiting"
                                        : e.getKey().words()))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** {@code Germany: 2 of 4 launcher, 31 days late, since 30 June 2026}. */
    String late(Pledge pledge) {
        return name(pledge.entry().giver().orElse("")) + ": " + open(pledge) + ", "
                + count(pledge.daysLate(), "day", "days") + " late, since "
                + pledge.entry().due().map(this::day).orElse("");
    }

    static String open(Pledge pledge) {
        return pledge.delivered().signum() == 0
                ? quantity(pledge.open(), pledge.entry().item())
                : number(pledge.open()) + " of "
                        + quantity(pledge.entry().quantity(), pledge.entry().item());
    }

    /** {@code 12 shells (by 1 March 2026)}. */
    String notOffered(ItemRow row) {
        return quantity(row.notOffered(), row.item())
                + row.neededBy()
                        .map(d -> " (" + (severalDays(row) ? "first " : "") + "by " + day(d) + ")")
                        .orElse("");
    }

    private boolean severalDays(ItemRow row) {
        return ledger.needs().stream()
                        .map(NeedRow::need)
                        .filter(n -> n.item().equals(row.item()))
                        .map(Entry::due)
                        .distinct()
                        .count()
                > 1;
    }

    /** {@code If Germany stops, 2 of the 2 launcher to come fall away}. */
    String fallsAway(FallsAway falls) {
        boolean asked = ledger.without().filter(falls::equals).isPresent();
        String who = asked || !report.sumsOnly()
                ? "If " + name(falls.giver()) + " stops"
                : "If the one giver stops on whom most hangs";
        if (falls.lines().isEmpty()) {
            return who + ", nothing falls away: nothing is to come from it.";
        }
        return who + ", this falls away: "
                + falls.lines().stream().map(ReadinessWords::fallsAway).collect(Collectors.joining("; ")) + ".";
    }

    private static String fallsAway(FallsAway.Line line) {
        String all = line.quantity().compareTo(line.of()) == 0
                ? "all " + quantity(line.quantity(), line.item()) + " to come"
                : number(line.quantity()) + " of the " + quantity(line.of(), line.item()) + " to come";
        return all
                + line.missing()
                        .map(m -> ", " + number(m) + " would be missing")
                        .orElse("")
                + line.expected().map(e -> ", " + number(e) + " to be expected").orElse("");
    }

    String impossible() {
        int all = ledger.impossible().size();
        return "Cannot be as it is told: " + all + (all > 1 ? " things; the first: " : " thing: ")
                + ledger.impossible().getFirst().what() + ".";
    }

    /** What only one gives is no sum: whoever reads it knows whose it is. */
    Optional<String> sumsOfOne() {
        if (!report.sumsOnly()) {
            return Optional.empty();
        }
        Map<String, Set<String>> givers = new TreeMap<>();
        ledger.givers()
                .forEach(g -> givers.computeIfAbsent(g.item().name(), i -> new TreeSet<>())
                        .add(g.giver()));
        List<String> alone = givers.entrySet().stream()
                .filter(e -> e.getValue().size() == 1)
                .map(Map.Entry::getKey)
                .toList();
        return alone.isEmpty()
                ? Optional.empty()
                : Optional.of("From one giver alone, so that its figure is no sum: " + String.join("; ", alone) + ".");
    }

    /** What the first screen says in sentences, for a page. */
    List<String> answers() {
        List<String> said = new ArrayList<>();
        if (ledger.entries().isEmpty()) {
            said.add(nothing());
            return said;
        }
        List<String> late = report.sumsOnly()
                ? lateSums()
                : ledger.late().stream().map(this::late).toList();
        said.add((late.isEmpty() ? "Nothing promised is late." : "Late: " + String.join("; ", late) + ".")
                + standings());
        waiting().ifPresent(said::add);
        lacking().ifPresent(said::add);
        List<ItemRow> open = ledger.notOffered();
        said.add(
                open.isEmpty()
                        ? nothingOpen()
                        : "Nobody offers: "
                                + open.stream().map(this::notOffered).collect(Collectors.joining("; ")) + ".");
        ledger.heaviest().filter(h -> !ledger.without().equals(Optional.of(h))).ifPresent(h -> said.add(fallsAway(h)));
        ledger.without().ifPresent(w -> said.add(fallsAway(w)));
        if (report.notUsed() > 0) {
            said.add(notRead());
        }
        if (!ledger.impossible().isEmpty() && !report.sumsOnly()) {
            said.add(impossible());
        }
        sumsOfOne().ifPresent(said::add);
        if (report.setAside() > 0) {
            said.add("Not counted: " + count(report.setAside(), "record", "records")
                    + (report.sumsOnly() ? "." : "; the last table says which, and why."));
        }
        return said;
    }

    /** The rarest reason first: that of most rows is mostly that a cell says nothing. What a reason names behind its colon is listed once. */
    String notRead() {
        Map<String, Long> rows = new TreeMap<>();
        Map<String, Set<String>> named = new TreeMap<>();
        report.reasons().forEach((reason, n) -> {
            int colon = reason.indexOf(": ");
            String kind = colon < 0 ? reason : reason.substring(0, colon);
            rows.merge(kind, n, Long::sum);
            if (colon >= 0) {
                named.computeIfAbsent(kind, k -> new TreeSet<>()).add(reason.substring(colon + 2));
            }
        });
        String why = rows.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> e.getValue() + ", because “" + e.getKey() + "”"
                        + names(named.getOrDefault(e.getKey(), Set.of())))
                .collect(Collectors.joining("; "));
        return "Not read as records: " + count(report.notUsed(), "row", "rows") + (why.isEmpty() ? "" : ": " + why)
                + ".";
    }

    private String names(Set<String> names) {
        if (names.isEmpty() || report.sumsOnly()) {
            return "";
        }
        List<String> few = names.stream().limit(MOST_NAMED).toList();
        return " (" + String.join(", ", few)
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "") + ")";
    }

    String nothing() {
        return "Nothing on record: no record that counts is of "
                + ledger.steps().stream().map(s -> "`" + s.event() + "`").collect(Collectors.joining(", ")) + ".";
    }

    String nothingOpen() {
        return ledger.items().stream().anyMatch(i -> i.target().isPresent())
                ? "Nothing is missing that nobody offers."
                : "What is wanted is not on record, so that nothing can be said to be missing.";
    }

    /** {@code 4.1: Ukraine, at least 30 launcher in service by 1 March 2026}. */
    String goal(Goal goal) {
        String who = goal.bearers().isEmpty()
                ? "nobody named"
                : goal.bearers().stream().map(this::name).collect(Collectors.joining(", "));
        return who + ", " + (goal.kind() == Goal.Kind.AT_LEAST ? "at least " : "fewer than ")
                + quantity(goal.quantity(), goal.item()) + " " + goal.stage().words()
                + goal.by().map(d -> " by " + day(d)).orElse("")
                + (goal.conditional() ? ", once its condition holds" : "");
    }

    String coverage(Goal goal) {
        if (goal.kind() == Goal.Kind.FEWER_THAN) {
            BigDecimal over = goal.reached().subtract(goal.quantity());
            return over.signum() >= 0
                    ? number(goal.reached()) + ": the limit is reached"
                    : number(goal.reached()) + ", " + number(over.negate()) + " below the limit";
        }
        return number(goal.reached()) + " " + goal.stage().words() + " (" + percent(goal.reached(), goal.quantity())
                + (goal.gone().signum() > 0 ? ", " + number(goal.gone()) + " of them lost or returned since" : "")
                + "), " + number(goal.underWay()) + " under way, " + number(goal.promised()) + " promised"
                + (goal.by().isPresent() ? " by then" : "")
                + (goal.later().signum() > 0 ? ", " + number(goal.later()) + " late, for later or for no day" : "")
                + ", "
                + number(goal.missing()) + " missing";
    }

    static String percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? ""
                : part.multiply(BigDecimal.valueOf(100))
                                .divide(whole, 0, RoundingMode.DOWN)
                                .toPlainString()
                        + "%";
    }

    /** {@code kept on 15 July 2026, 15 days late}. */
    String standing(Pledge pledge) {
        String due = pledge.entry().due().map(this::day).orElse("");
        return switch (pledge.standing()) {
            case KEPT ->
                "kept on " + pledge.keptOn().map(this::day).orElse("")
                        + (pledge.daysLate() > 0 ? ", " + count(pledge.daysLate(), "day", "days") + " late" : "");
            case LATE -> open(pledge) + " late by " + count(pledge.daysLate(), "day", "days") + ", since " + due;
            case NOT_DUE_YET -> open(pledge) + " open, due " + due;
            case WAITS -> open(pledge) + " waits for " + condition(pledge) + (due.isEmpty() ? "" : ", for " + due);
            case WITHOUT_DATE ->
                open(pledge) + " open, "
                        + (due.isEmpty()
                                ? "without a date"
                                : "without a date now: " + condition(pledge) + " was met after " + due);
        };
    }

    private static String condition(Pledge pledge) {
        return pledge.entry().condition().map(c -> "“" + c.words() + "”").orElse("");
    }

    /** {@code Ostrey: 6 ram ship for “consent of Fennmark”}. */
    String waits(Pledge pledge) {
        return report.sumsOnly()
                ? open(pledge)
                : name(pledge.entry().giver().orElse("")) + ": " + open(pledge) + " for " + condition(pledge);
    }

    /** What hangs on conditions, of all; empty where nothing does. */
    Optional<String> waiting() {
        return ledger.waiting().isEmpty()
                ? Optional.empty()
                : Optional.of("Waits for a condition, and is not counted upon: "
                        + ledger.waiting().stream().map(this::waits).collect(Collectors.joining("; ")) + ".");
    }

    /** {@code Lacking on 1 March 2027: 30 of 40 signal lantern}; empty where nothing is wanted by then. */
    Optional<String> lacking() {
        List<Ledger.Lack> wanted = ledger.onTheDay();
        List<Ledger.Lack> lacking =
                wanted.stream().filter(l -> l.lacking().signum() > 0).toList();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                lacking.isEmpty()
                        ? "Nothing is lacking of what is wanted by " + day(ledger.on()) + "."
                        : "Lacking on " + day(ledger.on()) + ": "
                                + lacking.stream()
                                        .map(l -> number(l.lacking()) + " of " + quantity(l.wanted(), l.item()))
                                        .collect(Collectors.joining("; "))
                                + ".");
    }

    /** {@code Quillon: 30 signal lantern by 1 May 2027, priority 1: 12 by then, 18 lacking}. */
    String need(NeedRow row) {
        return quantity(row.need().quantity(), row.need().item())
                + row.need().due().map(d -> " by " + day(d)).orElse(", no day named")
                + row.need().priority().map(p -> ", priority " + number(p)).orElse("") + ": " + number(row.onTheDay())
                + (row.need().due().isPresent() ? " by then" : " there") + ", " + number(row.lacking()) + " lacking"
                + (row.open().compareTo(row.lacking()) < 0
                        ? ", of which " + number(row.lacking().subtract(row.open()))
                                + " come later, or nobody knows when"
                        : "");
    }

    /** {@code “K-7”, 10 ram ship pledged: Ostrey 60 %, Fennmark 30 %; 10 % nobody gives}. */
    String shared(SharedCase one) {
        return "“" + one.parcel() + "”, " + quantity(one.whole(), one.item()) + " "
                + one.stage().words() + ": "
                + one.percents().entrySet().stream()
                        .map(e -> name(e.getKey()) + " " + number(e.getValue()) + " %")
                        .collect(Collectors.joining(", "))
                + (one.open().signum() > 0 ? "; " + number(one.open()) + " % nobody gives" : "")
                + " (" + few(one.records()) + ")";
    }

    /** {@code Ostrey: 18 tonne of grain a month pledged}. */
    String rate(Rate rate) {
        String who = report.sumsOnly()
                ? ""
                : name((rate.stage() == Stage.NEEDED ? rate.receiver() : rate.giver()).orElse("")) + ": ";
        return who + quantity(rate.quantity(), rate.item()) + " a "
                + rate.period().word() + " " + rate.stage().words()
                + (report.sumsOnly() ? "" : " (" + few(rate.records()) + ")");
    }

    String standingIn(StandingIn one) {
        return number(one.spare()) + " " + one.rule().item() + (one.offered() ? " that are offered" : "")
                + " could stand in for " + number(one.covers()) + " "
                + one.rule().insteadOf() + " (" + number(one.rule().quantity()) + " for "
                + number(one.rule().of()) + "); they are not counted so";
    }

    String doubleCount(DoubleCount one) {
        return "“" + one.parcel() + "”, " + one.item().name() + " "
                + one.stage().words() + ": "
                + one.givers().entrySet().stream()
                        .map(e -> name(e.getKey()) + " " + number(e.getValue()))
                        .collect(Collectors.joining(", "))
                + one.missing()
                        .map(m -> "; if it is one, " + number(m) + " are missing")
                        .orElse("; if it is one, "
                                + number(one.givers().values().stream()
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                                        .subtract(Collections.max(one.givers().values())))
                                + " fewer are " + one.stage().words())
                + " (" + few(one.records()) + ")";
    }

    String money(MoneyRow row) {
        return (number(row.firm()) + " " + row.currency()).strip() + " firm, "
                + (number(row.intended()) + " " + row.currency()).strip() + " intended";
    }

    List<String> moneyByCurrency() {
        Map<String, MoneyRow> sums = new TreeMap<>();
        for (MoneyRow row : ledger.money()) {
            sums.merge(
                    row.currency(),
                    row,
                    (a, b) -> new MoneyRow(
                            "",
                            a.currency(),
                            a.intended().add(b.intended()),
                            a.firm().add(b.firm())));
        }
        return sums.values().stream().map(this::money).toList();
    }

    /** The first few. */
    String few(List<String> ids) {
        return few(ids, "");
    }

    /** @param attribute in which it stands, as a cell of a table is named; may be empty */
    String few(List<String> ids, String attribute) {
        int most = 4;
        return records(ids.subList(0, Math.min(most, ids.size())), attribute)
                + (ids.size() > most ? " and " + (ids.size() - most) + " more" : "");
    }

    /** {@code r7, deliveries.csv line 12}: where it is known. */
    String records(List<String> ids) {
        return records(ids, "");
    }

    /** {@code r7, deliveries.csv line 12, `quantity`}. */
    String records(List<String> ids, String attribute) {
        String cell = attribute.isEmpty() ? "" : ", `" + attribute + "`";
        return ids.stream()
                .map(id -> (report.places().containsKey(id)
                                ? id + ", " + report.places().get(id)
                                : id)
                        + cell)
                .collect(Collectors.joining("; "));
    }

    String inText(String text) {
        return names.inText(text);
    }
}
