package holdfast.report.daily;

import holdfast.engine.Time;
import holdfast.engine.words.DateWords;
import holdfast.report.daily.count.Count;
import holdfast.report.daily.count.CountWords;
import holdfast.report.daily.count.Figure;
import holdfast.report.daily.count.Thing;
import holdfast.report.daily.count.Told;
import holdfast.report.daily.count.Total;
import holdfast.report.daily.ladder.Block;
import holdfast.report.daily.ladder.Ladder;
import holdfast.report.ledger.LedgerRow;
import holdfast.report.page.JsonText;
import holdfast.report.replay.ChangeWords;
import holdfast.report.replay.FirstScreen;
import holdfast.report.standing.Owed;
import holdfast.report.standing.Replay;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** The report of a day as JSON: {@code docs/daily.schema.json}. */
public final class DailyJson {
    private final DailyReport report;
    private final Replay replay;
    private final JsonText json;
    private final DateWords dates;

    private DailyJson(DailyReport report, Appendable out) {
        this.report = report;
        this.replay = report.replay();
        this.json = new JsonText(out);
        this.dates = new DateWords(replay.agreement().zone());
    }

    public static void write(DailyReport report, Appendable out) throws IOException {
        new DailyJson(report, out).write();
        out.append('\n');
    }

    private void write() {
        json.open('{');
        json.member("agreement", replay.agreement().title());
        json.member("sha256", replay.agreement().sha256());
        json.member("zone", replay.agreement().zone().getId());
        json.member("day", report.day().toString());
        json.member("asOf", dates.iso(replay.asOf()));
        json.member("now", dates.iso(replay.now()));
        json.member("knownBefore", dates.iso(report.knownBefore()));
        json.member("until", dates.iso(replay.ahead().until()));
        json.member("version", replay.receipt().version());
        json.member("countingRule", CountWords.RULE);
        list("counts", report.counts(), this::count);
        list("totals", report.totals(), this::total);
        list("monitors", report.met(), this::met);
        list("acts", report.acts(), this::act);
        list("gains", report.gains(), this::act);
        list("notCounted", report.setAside(), s -> {
            json.member("record", s.record());
            json.member("said", s.said());
            json.member("reason", s.reason());
        });
        list("ground", report.grounds(), this::ground);
        list("overdue", report.overdue(), this::owed);
        list("due", report.due(), this::owed);
        list("coming", report.coming(), this::line);
        list("blocked", report.blocked(), this::block);
        list("ladders", report.ladders(), this::ladder);
        list("corrections", report.corrections(), this::correction);
        list("recounts", report.recounts(), r -> {
            json.member("day", r.day().toString());
            matter(r.count().thing(), r.count().measure());
            json.member("area", r.count().area());
            list("now", r.count().day(), this::told);
            list("then", r.count().before(), this::told);
        });
        list("changes", report.changes(), this::change);
        list("nothingKnown", report.unknown(), this::line);
        json.close('}');
    }

    private <T> void list(String name, List<T> items, Consumer<T> members) {
        json.name(name).open('[');
        for (T item : items) {
            json.open('{');
            members.accept(item);
            json.close('}');
        }
        json.close(']');
    }

    private void matter(Thing thing, String measure) {
        json.member("event", thing.event());
        json.member("apart", thing.apart());
        json.member("measure", measure.isEmpty() ? null : measure);
    }

    private void count(Count count) {
        matter(count.thing(), count.measure());
        json.member("area", count.area());
        list("day", count.day(), this::told);
        list("before", count.before(), this::told);
        json.member("change", word(count.change()));
    }

    private static String word(Count.Change change) {
        return change.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void told(Told told) {
        json.member("source", told.source());
        figure(told.figure());
        json.member("records", told.records());
        json.member("withoutNumber", told.silent());
    }

    private void figure(Optional<Figure> figure) {
        json.member("least", figure.map(Figure::least).orElse(null));
        json.member("most", figure.map(Figure::most).orElse(null));
    }

    private void total(Total total) {
        matter(total.thing(), total.measure());
        json.name("day").open('{');
        figure(total.day());
        json.member("notAdded", total.notAdded());
        json.close('}');
        json.name("before").open('{');
        figure(total.before());
        json.member("notAdded", total.notAddedBefore());
        json.close('}');
        json.member("change", word(total.change()));
    }

    private void met(DailyReport.Met met) {
        json.member("what", met.meeting().words());
        list("day", met.day(), this::act);
        json.member("before", met.before());
    }

    private void act(Act act) {
        json.member("event", act.event());
        times("occurred", act.time());
        json.member("area", act.area());
        json.member("said", act.said());
        json.member("source", act.source());
        json.member("records", act.records());
    }

    private void ground(Ground ground) {
        json.member("series", ground.series());
        json.member("lastMap", ground.last().map(LocalDate::toString).orElse(null));
        json.member("mapBefore", ground.before().map(LocalDate::toString).orElse(null));
        list("sides", ground.rows(), this::side);
    }

    private void side(LedgerRow row) {
        json.member("side", row.account());
        number("km2", row.km2());
        number("errorKm2", row.errorKm2());
        json.member("gainedKm2", row.gainedKm2());
        json.member("lostKm2", row.lostKm2());
        json.member("lastingKnown", row.settled());
    }

    private void number(String name, OptionalDouble value) {
        json.member(name, value.isPresent() ? (Object) value.getAsDouble() : null);
    }

    private void owed(Owed owed) {
        json.member("clause", owed.clause());
        json.member("bearers", owed.bearers());
        json.member("duty", owed.duty());
        json.member("about", owed.about());
        json.member("to", owed.to());
        due(owed.due());
        json.member("reading", owed.readingWords());
    }

    private void due(Optional<Time> due) {
        due.ifPresentOrElse(d -> times("due", d), () -> {
            json.member("due", null);
            json.member("dueLatest", null);
        });
    }

    private void line(FirstScreen.Line line) {
        json.member("columns", line.columns());
        json.member("said", line.said());
    }

    private void block(Block block) {
        json.member("clause", block.clause());
        json.member("bearers", block.bearers());
        json.member("duty", block.duty());
        due(block.due());
        json.member("condition", block.condition());
        json.member("waitsFor", block.waitsFor());
        json.member("reading", block.reading().replaceFirst("^, ", ""));
    }

    private void ladder(Ladder ladder) {
        json.member("clause", ladder.clause());
        json.member("bearer", ladder.bearer());
        ladder.since().ifPresentOrElse(s -> times("since", s), () -> {
            json.member("since", null);
            json.member("sinceLatest", null);
        });
        String standing = ladder.standing().words();
        json.member("standing", standing.isEmpty() ? null : standing);
        json.member("reading", ladder.reading().replaceFirst("^, ", ""));
        json.member("open", ladder.open());
        json.member("times", ladder.times());
        json.member("standsOn", ladder.standsOn().orElse(null));
        json.member("late", ladder.late());
        list("rungs", ladder.rungs(), r -> {
            json.member("clause", r.clause());
            json.member("bearers", r.bearers());
            json.member("duty", r.duty());
            list("states", r.states(), s -> {
                json.member("bearers", s.bearers());
                json.member("status", s.status().words());
                json.member("said", s.said());
                json.member("late", s.late());
                json.member("reading", s.reading().replaceFirst("^, ", ""));
            });
        });
    }

    private void correction(Correction c) {
        json.member("record", c.record().id());
        json.member("by", c.record().speaker());
        json.member("known", dates.iso(c.record().recorded()));
        json.member("what", c.kind().words());
        json.member("about", c.about().toString());
        json.member("said", c.said());
        json.member("effect", c.effect());
    }

    private void change(ChangeWords.Line line) {
        json.member("what", line.kind().words());
        json.member("said", line.said());
    }

    /** The latest is null where the earliest says it. */
    private void times(String name, Time time) {
        json.member(name, dates.iso(time.lo()));
        json.member(name + "Latest", time.precise() ? null : dates.iso(time.hi()));
    }
}
