package holdfast.report.readiness;

import holdfast.language.model.Step.Stage;
import holdfast.readiness.entry.Condition;
import holdfast.readiness.entry.Entry;
import holdfast.readiness.entry.Remark;
import holdfast.readiness.entry.Share;
import holdfast.readiness.ledger.Goal;
import holdfast.readiness.ledger.ItemRow;
import holdfast.readiness.ledger.Ledger;
import holdfast.readiness.ledger.Pledge;
import holdfast.report.readiness.Sheet.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a ledger. Where only sums are shown, those of givers, promises and records are left out. */
public final class ReadinessSheets {
    /** Of what can be asked for by name. */
    public static final List<String> NAMES = List.of(
            "items",
            "goals",
            "needs",
            "givers",
            "promises",
            "together",
            "twice",
            "money",
            "rates",
            "unconfirmed",
            "remarks",
            "not-counted");

    private final ReadinessReport report;
    private final Ledger ledger;
    private final ReadinessWords words;

    private ReadinessSheets(ReadinessReport report) {
        this.report = report;
        this.ledger = report.ledger();
        this.words = new ReadinessWords(report);
    }

    /** In the order of {@link #NAMES}; without those that would tell more than sums, where only sums are asked for. */
    public static List<Sheet> of(ReadinessReport report) {
        return new ReadinessSheets(report).sheets();
    }

    private List<Sheet> sheets() {
        Stream<Sheet> sums = Stream.of(items(), goals());
        Stream<Sheet> all = Stream.of(
                needs(),
                givers(),
                promises(),
                together(),
                twice(),
                money(),
                rates(),
                unconfirmed(),
                remarks(),
                notCounted());
        return (report.sumsOnly() ? sums : Stream.concat(sums, all)).toList();
    }

    private Sheet items() {
        List<Stage> stages = Stream.of(Stage.values()).filter(ledger::has).toList();
        List<String> columns = new ArrayList<>(List.of("item", "unit", "wanted", "wanted by", "priority"));
        columns.addAll(List.of("at hand", "under way", "only promised", "waiting", "missing", "nobody offers"));
        if (ledger.looksAhead()) {
            columns.add("expected on " + ledger.on());
        }
        stages.forEach(s -> columns.add(s.words()));
        List<List<Cell>> rows = new ArrayList<>();
        for (ItemRow row : ledger.items()) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(row.item().name()),
                    Cell.of(row.item().unit()),
                    Cell.number(row.target()),
                    Cell.day(row.neededBy()),
                    Cell.number(row.priority()),
                    Cell.of(row.there()),
                    Cell.of(row.underWay()),
                    Cell.of(row.promised()),
                    Cell.of(row.waiting()),
                    Cell.number(row.missing()),
                    row.target().isEmpty() ? new Cell.Nothing() : Cell.of(row.notOffered())));
            if (ledger.looksAhead()) {
                cells.add(Cell.number(row.expected()));
            }
            stages.forEach(s -> cells.add(Cell.of(row.total(s))));
            rows.add(cells);
        }
        return new Sheet("items", "Item by item", columns, rows);
    }

    private Sheet goals() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Goal goal : ledger.goals()) {
            rows.add(List.of(
                    Cell.of(goal.clause()),
                    Cell.of(words.goal(goal)),
                    Cell.of(goal.quantity()),
                    Cell.day(goal.by()),
                    Cell.of(goal.reached()),
                    Cell.of(goal.gone()),
                    Cell.of(goal.underWay()),
                    Cell.of(goal.promised()),
                    Cell.of(goal.later()),
                    Cell.of(goal.missing())));
        }
        return new Sheet(
                "goals",
                "What the text demands",
                List.of(
                        "clause",
                        "demands",
                        "quantity",
                        "by",
                        "reached",
                        "lost or returned since",
                        "under way",
                        "promised by then",
                        "promised for later",
                        "missing"),
                rows);
    }

    private Sheet needs() {
        return new Sheet(
                "needs",
                "Need by need, the most urgent first",
                List.of(
                        "item",
                        "unit",
                        "quantity",
                        "by",
                        "priority",
                        "there by then",
                        "lacking",
                        "open",
                        "who",
                        "records"),
                ledger.needs().stream()
                        .map(n -> List.of(
                                Cell.of(n.need().item().name()),
                                Cell.of(n.need().item().unit()),
                                Cell.of(n.need().quantity()),
                                Cell.day(n.need().due()),
                                Cell.number(n.need().priority()),
                                Cell.of(n.onTheDay()),
                                Cell.of(n.lacking()),
                                Cell.of(n.open()),
                                Cell.of(words.name(n.need().receiver().orElse(""))),
                                Cell.of(words.records(n.need().records()))))
                        .toList());
    }

    private Sheet givers() {
        return new Sheet(
                "givers",
                "Giver by giver",
                List.of("giver", "item", "unit", "offered", "pledged", "arrived", "late", "to come"),
                ledger.givers().stream()
                        .map(g -> List.of(
                                Cell.of(words.name(g.giver())),
                                Cell.of(g.item().name()),
                                Cell.of(g.item().unit()),
                                Cell.of(g.offered()),
                                Cell.of(g.pledged()),
                                Cell.of(g.arrived()),
                                Cell.of(g.late()),
                                Cell.of(g.toCome())))
                        .toList());
    }

    private Sheet promises() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Pledge pledge : ledger.pledges()) {
            Entry entry = pledge.entry();
            rows.add(List.of(
                    Cell.of(words.name(entry.giver().orElse(""))),
                    Cell.of(entry.item().name()),
                    Cell.of(entry.item().unit()),
                    Cell.of(entry.quantity()),
                    Cell.day(entry.due()),
                    Cell.of(pledge.standing().words()),
                    Cell.of(pledge.delivered()),
                    Cell.of(pledge.open()),
                    Cell.of(pledge.daysLate()),
                    Cell.day(pledge.keptOn()),
                    Cell.of(entry.parcel().orElse("")),
                    Cell.of(entry.condition().map(Condition::words).orElse("")),
                    Cell.day(entry.condition().flatMap(Condition::metOn)),
                    Cell.number(entry.share().map(Share::percent)),
                    Cell.of(words.records(entry.records()))));
        }
        return new Sheet(
                "promises",
                "Promise by promise, against the giver's own day",
                List.of(
                        "giver",
                        "item",
                        "unit",
                        "promised",
                        "due",
                        "standing",
                        "come",
                        "open",
                        "days late",
                        "kept on",
                        "case",
                        "condition",
                        "met on",
                        "share in %",
                        "records"),
                rows);
    }

    private Sheet together() {
        List<List<Cell>> rows = new ArrayList<>();
        ledger.shared()
                .forEach(s -> s.percents()
                        .forEach((giver, percent) -> rows.add(List.of(
                                Cell.of(s.parcel()),
                                Cell.of(s.stage().words()),
                                Cell.of(s.item().name()),
                                Cell.of(s.whole()),
                                Cell.of(words.name(giver)),
                                Cell.of(percent),
                                Cell.of(s.open()),
                                Cell.of(words.records(s.records()))))));
        return new Sheet(
                "together",
                "Given together",
                List.of("case", "step", "item", "whole", "giver", "share in %", "nobody gives, in %", "records"),
                rows);
    }

    private Sheet rates() {
        return new Sheet(
                "rates",
                "So much a month or a year: in no sum",
                List.of("who", "step", "item", "unit", "quantity", "each", "records"),
                ledger.rates().stream()
                        .map(r -> List.of(
                                Cell.of(words.name(r.giver().or(r::receiver).orElse(""))),
                                Cell.of(r.stage().words()),
                                Cell.of(r.item().name()),
                                Cell.of(r.item().unit()),
                                Cell.of(r.quantity()),
                                Cell.of(r.period().word()),
                                Cell.of(words.records(r.records()))))
                        .toList());
    }

    private Sheet twice() {
        List<List<Cell>> rows = new ArrayList<>();
        ledger.doubles()
                .forEach(d -> d.givers()
                        .forEach((giver, quantity) -> rows.add(List.of(
                                Cell.of(d.parcel()),
                                Cell.of(d.stage().words()),
                                Cell.of(d.item().name()),
                                Cell.of(words.name(giver)),
                                Cell.of(quantity),
                                Cell.number(d.missing()),
                                Cell.of(words.records(d.records()))))));
        return new Sheet(
                "twice",
                "Perhaps counted twice",
                List.of("case", "step", "item", "giver", "quantity", "missing if it is one", "records"),
                rows);
    }

    private Sheet money() {
        return new Sheet(
                "money",
                "Money: firm, and intended",
                List.of("giver", "currency", "firm", "intended"),
                ledger.money().stream()
                        .map(m -> List.of(
                                Cell.of(words.name(m.giver())),
                                Cell.of(m.currency()),
                                Cell.of(m.firm()),
                                Cell.of(m.intended())))
                        .toList());
    }

    private Sheet unconfirmed() {
        return new Sheet(
                "unconfirmed",
                "Confirmed by nobody else",
                List.of("who says so", "step", "item", "quantity", "giver", "day", "records"),
                ledger.unconfirmed().stream()
                        .map(e -> List.of(
                                Cell.of(words.name(e.author())),
                                Cell.of(e.stage().words()),
                                Cell.of(e.item().name()),
                                Cell.of(e.quantity()),
                                Cell.of(words.name(e.giver().orElse(""))),
                                new Cell.Day(e.day()),
                                Cell.of(words.records(e.records()))))
                        .toList());
    }

    private Sheet remarks() {
        List<List<Cell>> rows = new ArrayList<>();
        add(rows, "told differently", ledger.differing());
        add(rows, "beyond what was promised", ledger.beyond());
        add(rows, "cannot be as it is told", ledger.impossible());
        add(rows, "counted otherwise than a replay counts it", ledger.asWritten());
        ledger.standingIn()
                .forEach(s ->
                        rows.add(List.of(Cell.of("could stand in"), Cell.of(words.standingIn(s)), new Cell.Nothing())));
        return new Sheet("remarks", "What to look at", List.of("what", "said", "records"), rows);
    }

    private void add(List<List<Cell>> rows, String what, List<Remark> remarks) {
        remarks.forEach(r -> rows.add(List.of(
                Cell.of(what), Cell.of(words.inText(r.what())), Cell.of(words.records(r.records(), r.attribute())))));
    }

    private Sheet notCounted() {
        return new Sheet(
                "not-counted",
                "Not counted",
                List.of("records", "event", "why", "what mends it"),
                ledger.setAside().stream()
                        .map(s -> List.of(
                                Cell.of(words.records(s.records(), s.attribute())),
                                Cell.of(s.event()),
                                Cell.of(s.why()),
                                Cell.of(s.mend())))
                        .toList());
    }
}
