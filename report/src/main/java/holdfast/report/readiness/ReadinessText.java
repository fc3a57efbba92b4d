package holdfast.report.readiness;

import holdfast.readiness.entry.Entry;
import holdfast.readiness.entry.Remark;
import holdfast.readiness.entry.SetAside;
import holdfast.readiness.ledger.DoubleCount;
import holdfast.readiness.ledger.GiverRow;
import holdfast.readiness.ledger.Goal;
import holdfast.readiness.ledger.ItemRow;
import holdfast.readiness.ledger.Ledger;
import holdfast.readiness.ledger.MoneyRow;
import holdfast.readiness.ledger.Pledge;
import holdfast.report.page.Colours;
import holdfast.report.page.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A ledger of what is given, as it is shown on a terminal: one screen first, then all of it. */
public final class ReadinessText {
    private final ReadinessReport report;
    private final Ledger ledger;
    private final Colours colours;
    private final ReadinessWords words;
    private final Page page;

    private ReadinessText(ReadinessReport report, Colours colours) {
        this.report = report;
        this.ledger = report.ledger();
        this.colours = colours;
        this.words = new ReadinessWords(report);
        this.page = new Page(words::inText);
    }

    public static String of(ReadinessReport report, Colours colours) {
        return new ReadinessText(report, colours).render();
    }

    private String render() {
        List<String> first = FirstScreen.of(report);
        page.line(colours.heading(first.getFirst()));
        first.subList(1, first.size()).forEach(page::line);
        goals();
        items();
        if (!report.sumsOnly()) {
            listed("Need by need, the most urgent first", ledger.needs(), words::need);
            givers();
            pledges();
        }
        listed("So much a month or a year: in no sum", ledger.rates(), words::rate);
        listed("What could stand in", ledger.standingIn(), words::standingIn);
        if (!report.sumsOnly()) {
            listed("Given together", ledger.shared(), words::shared);
        }
        doubles();
        money();
        unconfirmed();
        if (!report.sumsOnly()) {
            remarks("Told differently", ledger.differing());
            remarks("Beyond what was promised", ledger.beyond());
            remarks("Cannot be as it is told", ledger.impossible());
            remarks("Counted otherwise than a replay counts it", ledger.asWritten());
            setAside();
        }
        return page.toString();
    }

    private void goals() {
        if (ledger.goals().isEmpty()) {
            return;
        }
        heading("What the text demands");
        for (Goal goal : ledger.goals()) {
            page.wrapped("  " + goal.clause() + "  ", words.goal(goal));
            page.wrapped("      ", words.coverage(goal));
        }
    }

    private void items() {
        if (ledger.items().isEmpty()) {
            return;
        }
        heading("Item by item");
        for (ItemRow row : ledger.items()) {
            page.wrapped(
                    "  ",
                    FirstScreen.label(row.item()) + ": "
                            + row.totals().entrySet().stream()
                                    .filter(e -> e.getValue().signum() > 0)
                                    .map(e -> ReadinessWords.number(e.getValue()) + " "
                                            + e.getKey().words())
                                    .collect(Collectors.joining(", "))
                            + row.neededBy()
                                    .map(d -> "; needed by " + words.day(d))
                                    .orElse("")
                            + row.priority()
                                    .map(p -> "; priority " + ReadinessWords.number(p))
                                    .orElse(""));
        }
    }

    private void givers() {
        if (ledger.givers().isEmpty()) {
            return;
        }
        heading("Giver by giver");
        for (GiverRow row : ledger.givers()) {
            List<String> said = new ArrayList<>();
            add(said, row.offered(), "offered");
            add(said, row.pledged(), "pledged");
            add(said, row.arrived(), "arrived");
            add(said, row.late(), "late");
            add(said, row.toCome(), "to come");
            page.wrapped("  " + words.name(row.giver()) + "  ", row.item().name() + ": " + String.join(", ", said));
        }
    }

    private static void add(List<String> said, BigDecimal number, String what) {
        if (number.signum() > 0) {
            said.add(ReadinessWords.number(number) + " " + what);
        }
    }

    private void pledges() {
        if (ledger.pledges().isEmpty()) {
            return;
        }
        heading("Promise by promise, against the giver's own day");
        for (Pledge pledge : ledger.pledges()) {
            page.wrapped(
                    "  " + words.name(pledge.entry().giver().orElse("")) + "  ",
                    ReadinessWords.quantity(
                                    pledge.entry().quantity(), pledge.entry().item()) + ": " + words.standing(pledge));
        }
    }

    private <T> void listed(String title, List<T> rows, Function<T, String> say) {
        if (!rows.isEmpty()) {
            heading(title);
            rows.forEach(row -> page.wrapped("  ", say.apply(row)));
        }
    }

    private void doubles() {
        if (ledger.doubles().isEmpty()) {
            return;
        }
        heading("Perhaps counted twice");
        if (report.sumsOnly()) {
            page.line("  " + ReadinessWords.count(ledger.doubles().size(), "case is", "cases are")
                    + " claimed by several givers.");
            return;
        }
        for (DoubleCount one : ledger.doubles()) {
            page.wrapped("  ", words.doubleCount(one));
        }
    }

    private void money() {
        if (ledger.money().isEmpty()) {
            return;
        }
        heading("Money: firm, and intended");
        if (report.sumsOnly()) {
            words.moneyByCurrency().forEach(line -> page.wrapped("  ", line));
            return;
        }
        for (MoneyRow row : ledger.money()) {
            page.wrapped("  " + words.name(row.giver()) + "  ", words.money(row));
        }
    }

    private void unconfirmed() {
        if (ledger.unconfirmed().isEmpty()) {
            return;
        }
        heading("Confirmed by nobody else");
        Map<String, List<Entry>> byWhat = new TreeMap<>();
        for (Entry entry : ledger.unconfirmed()) {
            String who = report.sumsOnly() ? "" : words.name(entry.author()) + " alone says: ";
            byWhat.computeIfAbsent(
                            who + entry.stage().words() + " " + entry.item().name(), k -> new ArrayList<>())
                    .add(entry);
        }
        byWhat.forEach((what, entries) -> {
            BigDecimal sum = entries.stream().map(Entry::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            page.wrapped(
                    "  ",
                    what + ", " + ReadinessWords.number(sum)
                            + (report.sumsOnly()
                                    ? ""
                                    : " ("
                                            + words.few(entries.stream()
                                                    .flatMap(e -> e.records().stream())
                                                    .toList())
                                            + ")"));
        });
    }

    private void remarks(String title, List<Remark> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        heading(title);
        remarks.forEach(r -> page.wrapped("  ", r.what() + " (" + words.few(r.records(), r.attribute()) + ")"));
    }

    private void setAside() {
        if (ledger.setAside().isEmpty()) {
            return;
        }
        heading("Not counted");
        for (SetAside one : ledger.setAside()) {
            page.wrapped("  ", words.records(one.records(), one.attribute()) + ": " + one.why());
            if (!one.mend().isEmpty()) {
                page.wrapped("    ", one.mend());
            }
        }
    }

    private void heading(String title) {
        page.gap().line(colours.heading(title));
    }
}
