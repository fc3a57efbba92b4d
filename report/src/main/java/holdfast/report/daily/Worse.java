package holdfast.report.daily;

import holdfast.engine.words.Wording;
import holdfast.report.daily.count.Count;
import holdfast.report.daily.count.CountWords;
import holdfast.report.daily.count.Part;
import holdfast.report.daily.count.Thing;
import holdfast.report.ledger.LedgerRow;
import holdfast.report.replay.ChangeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is worse than the day before, and what is better, in a line each: breaches and missed deadlines first, then what was counted. */
final class Worse {
    private final DailyReport report;
    private final CountWords words;

    Worse(DailyReport report, CountWords words) {
        this.report = report;
        this.words = words;
    }

    /** A word for what it is, and the rest. */
    List<Part.Row> worse() {
        List<Part.Row> rows = new ArrayList<>();
        report.changes().stream()
                .filter(c -> is(c.kind()) == Turn.WORSE)
                .forEach(c -> rows.add(Part.row(c.kind().words(), c.said())));
        counts(Count.Change.MORE, "more", rows);
        first(rows);
        for (DailyReport.Met met : report.met()) {
            if (met.meeting() == Meeting.DENIED && met.day().size() > met.before()) {
                rows.add(Part.row(
                        "access", "denied " + times(met.day().size()) + ", the day before " + times(met.before())));
            }
        }
        for (Ground ground : report.grounds()) {
            ground.rows().stream()
                    .filter(r -> r.sector().isEmpty()
                            && r.gainedKm2() > 0
                            && ground.before().isPresent())
                    .forEach(r -> rows.add(Part.row(
                            "ground",
                            r.account() + " gained " + LedgerRow.figure(r.gainedKm2(), r.gainedErrorKm2())
                                    + " km2; what of it lasts, later maps tell")));
        }
        return rows;
    }

    List<Part.Row> better() {
        List<Part.Row> rows = new ArrayList<>();
        report.changes().stream()
                .filter(c -> is(c.kind()) == Turn.BETTER)
                .forEach(c -> rows.add(Part.row(c.kind().words(), c.said())));
        counts(Count.Change.FEWER, "less", rows);
        return rows;
    }

    private enum Turn {
        WORSE,
        BETTER,
        NEITHER
    }

    private static Turn is(ChangeKind kind) {
        return switch (kind) {
            case CONFIRMED, NEW_BREACH, MISSED, OPEN -> Turn.WORSE;
            case NO_BREACH, OVER, DONE -> Turn.BETTER;
            case OWED, OTHER, GONE -> Turn.NEITHER;
        };
    }

    private void counts(Count.Change change, String word, List<Part.Row> rows) {
        for (Count count : report.counts()) {
            if (isForbidden(count) && count.change() == change) {
                rows.add(Part.row(
                        word,
                        words.what(count.thing(), count.measure()) + ", " + CountWords.area(count.area()) + ": "
                                + words.cell(count.day()) + ", the day before " + words.cell(count.before())));
            }
        }
    }

    /** A figure that is zero tells that there was none, and is not worse. */
    private void first(List<Part.Row> rows) {
        Map<Thing, List<String>> areas = new LinkedHashMap<>();
        for (Count count : report.counts()) {
            boolean zero = count.day().stream()
                    .allMatch(
                            t -> t.figure().filter(f -> f.most().signum() == 0).isPresent());
            if (isForbidden(count) && count.change() == Count.Change.FIRST && !zero) {
                areas.computeIfAbsent(count.thing(), t -> new ArrayList<>()).add(CountWords.area(count.area()));
            }
        }
        areas.forEach((thing, of) -> rows.add(Part.row(
                "on record",
                words.what(thing, "") + ", "
                        + Wording.list(of.stream().distinct().toList())
                        + ", and of the day before there is no record")));
    }

    private boolean isForbidden(Count count) {
        return report.forbidden().contains(count.thing().event());
    }

    private static String times(int n) {
        return switch (n) {
            case 0 -> "not on record";
            case 1 -> "once";
            case 2 -> "twice";
            default -> n + " times";
        };
    }
}
