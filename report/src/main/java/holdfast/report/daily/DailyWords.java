package holdfast.report.daily;

import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.words.DateWords;
import holdfast.engine.words.Wording;
import holdfast.language.sentence.Readable;
import holdfast.report.daily.count.Count;
import holdfast.report.daily.count.CountWords;
import holdfast.report.daily.count.Part;
import holdfast.report.daily.count.Recount;
import holdfast.report.daily.ladder.Block;
import holdfast.report.daily.ladder.Ladder;
import holdfast.report.ledger.LedgerRow;
import holdfast.report.page.FileName;
import holdfast.report.replay.FirstScreen;
import holdfast.report.standing.IntakeWords;
import holdfast.report.standing.Owed;
import holdfast.report.standing.Replay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says the report of a day: what each of its parts has, in words. */
final class DailyWords {
    private final DailyReport report;
    private final Replay replay;
    private final DateWords dates;
    private final Readable names;
    private final CountWords counts;

    DailyWords(DailyReport report) {
        this.report = report;
        this.replay = report.replay();
        this.dates = new DateWords(replay.agreement().zone());
        this.names = replay.texts().names();
        this.counts = new CountWords(names);
    }

    String title() {
        return "Daily report of " + dates.day(report.day());
    }

    /** What it rests on, a phrase each. */
    List<String> asked() {
        return List.of(
                "as known at " + dates.moment(replay.asOf()) + "; the day before as known now, and what changed since "
                        + dates.moment(report.knownBefore()) + " (" + dates.zone() + ")");
    }

    /** All that have something to say, in the order of a reader's questions. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Worse turns = new Worse(report, counts);
        parts.add(part(
                Part.Topic.WORSE,
                "What is worse than the day before",
                List.of("", ""),
                turns.worse(),
                "nothing, as far as the records go"));
        optional(Part.Topic.BETTER, "What is better", List.of("", ""), turns.better(), parts);
        parts.add(counted());
        access(parts);
        optional(
                Part.Topic.ACTS,
                "What else is on record for the day",
                List.of("when", "records", "what"),
                acts(report.acts()),
                parts);
        ground(parts);
        optional(Part.Topic.OVERDUE, "Overdue", OWED, owed(report.overdue()), parts);
        parts.add(part(
                Part.Topic.DUE,
                "Due until " + dates.moment(replay.ahead().until()),
                OWED,
                owed(report.due()),
                "nothing has its day until then"));
        coming(parts);
        blocked(parts);
        ladders(parts);
        corrections(parts);
        parts.add(part(
                Part.Topic.CHANGED,
                "What changed in verdicts",
                List.of("", ""),
                report.changes().stream()
                        .map(c -> Part.row(c.kind().words(), c.said()))
                        .toList(),
                "nothing"));
        optional(
                Part.Topic.SET_ASIDE,
                "Not counted, and why",
                List.of("record", "what and why"),
                report.setAside().stream()
                        .map(s -> Part.row(s.record(), s.said() + (s.said().isEmpty() ? "" : ": ") + s.reason()))
                        .toList(),
                parts);
        lines(Part.Topic.UNKNOWN, "Nothing is known", report.unknown(), parts);
        parts.add(new Part(Part.Topic.RULE, "How it is counted", List.of(), List.of(), CountWords.RULE));
        parts.add(
                new Part(Part.Topic.READ, "What was read", List.of(), List.of(), sentences(IntakeWords.lines(replay))));
        return parts;
    }

    private static final int LONGEST = 60;

    private static final List<String> OWED = List.of("when", "how far", "clause", "what");

    private static Part part(Part.Topic topic, String title, List<String> columns, List<Part.Row> rows, String none) {
        return new Part(topic, title, columns, rows, rows.isEmpty() ? sentences(List.of(none)) : List.of());
    }

    private static void optional(
            Part.Topic topic, String title, List<String> columns, List<Part.Row> rows, List<Part> parts) {
        if (!rows.isEmpty()) {
            parts.add(new Part(topic, title, columns, rows, List.of()));
        }
    }

    /** Phrases that end without a full stop, as sentences. */
    private static List<String> sentences(List<String> phrases) {
        return phrases.stream()
                .map(p -> p.substring(0, 1).toUpperCase(Locale.ROOT) + p.substring(1) + (p.endsWith(".") ? "" : "."))
                .toList();
    }

    private Part counted() {
        Map<List<Object>, List<Count>> things = new LinkedHashMap<>();
        report.counts()
                .forEach(c -> things.computeIfAbsent(List.of(c.thing(), c.measure()), k -> new ArrayList<>())
                        .add(c));
        List<Part.Row> rows = new ArrayList<>();
        things.values().forEach(of -> {
            String group = counts.what(of.getFirst().thing(), of.getFirst().measure());
            of.forEach(c -> rows.add(new Part.Row(
                    group,
                    List.of(
                            CountWords.area(c.area()),
                            counts.cell(c.day()),
                            counts.cell(c.before()),
                            c.change().words()))));
            report.totals().stream()
                    .filter(t -> t.thing().equals(of.getFirst().thing())
                            && t.measure().equals(of.getFirst().measure()))
                    .forEach(t -> rows.add(new Part.Row(
                            group,
                            List.of(
                                    "all areas",
                                    CountWords.total(t.day(), t.notAdded()),
                                    CountWords.total(t.before(), t.notAddedBefore()),
                                    t.change().words()))));
        });
        List<String> notes = new ArrayList<>();
        if (rows.isEmpty()) {
            notes.add("Nothing that has an area is on record for the day or for the day before.");
        }
        List<String> sources = CountWords.sources(report.counts());
        if (!sources.isEmpty()) {
            notes.add("Told for the day by " + String.join("; ", sources) + ".");
        }
        notes.add(CountWords.RULE_SHORT);
        return new Part(
                Part.Topic.COUNTS,
                "Counted by area",
                List.of(
                        "area",
                        dates.day(report.day()),
                        dates.day(report.day().minusDays(1)),
                        "against the day before"),
                rows,
                notes);
    }

    private void access(List<Part> parts) {
        if (report.met().isEmpty()) {
            return;
        }
        List<Part.Row> rows = new ArrayList<>();
        List<String> sums = new ArrayList<>();
        for (DailyReport.Met met : report.met()) {
            met.day()
                    .forEach(a -> rows.add(Part.row(
                            met.meeting().words(), dates.time(a.time()), String.join(", ", a.records()), a.said())));
            sums.add(met.meeting().words() + ": "
                    + (met.day().isEmpty() ? "none on record" : met.day().size()) + ", the day before "
                    + (met.before() == 0 ? "none on record" : String.valueOf(met.before())));
        }
        parts.add(new Part(
                Part.Topic.ACCESS, "The monitors", List.of("", "when", "records", "what"), rows, sentences(sums)));
    }

    private List<Part.Row> acts(List<Act> acts) {
        return acts.stream()
                .map(a -> Part.row(dates.time(a.time()), String.join(", ", a.records()), a.said()))
                .toList();
    }

    private void ground(List<Part> parts) {
        List<Part.Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Ground ground : report.grounds()) {
            ground.rows().stream().filter(r -> r.sector().isEmpty()).forEach(r -> rows.add(ground(r)));
            notes.add(mapped(ground));
        }
        report.gains()
                .forEach(g -> notes.add("On record for the day: " + g.said() + " (" + String.join(", ", g.records())
                        + "); such a figure is all that is held beyond the line by then."));
        if (!rows.isEmpty() || !notes.isEmpty()) {
            parts.add(new Part(
                    Part.Topic.GROUND,
                    "Ground, in square kilometres",
                    List.of("who", "holds", "gained", "lost", "what of it lasts"),
                    rows,
                    notes));
        }
    }

    private static Part.Row ground(LedgerRow row) {
        return Part.row(
                row.account(),
                row.km2().isPresent()
                        ? LedgerRow.figure(
                                row.km2().getAsDouble(), row.errorKm2().orElse(0))
                        : "not known",
                LedgerRow.figure(row.gainedKm2(), row.gainedErrorKm2()),
                LedgerRow.figure(row.lostKm2(), row.lostErrorKm2()),
                row.settled()
                        ? LedgerRow.figure(row.lastingGainKm2(), row.gainedErrorKm2()) + " gained, "
                                + LedgerRow.figure(row.lastingLossKm2(), row.lostErrorKm2()) + " lost"
                        : "not known yet");
    }

    private String mapped(Ground ground) {
        if (ground.last().isEmpty()) {
            return ground.series() + " has no map up to this day.";
        }
        if (ground.rows().isEmpty()) {
            return ground.series() + " has no map of this day: its last is of "
                    + dates.day(ground.last().orElseThrow()) + ".";
        }
        String map =
                ground.series() + ", " + FileName.of(ground.rows().getFirst().file()) + " (sha256 "
                        + ground.rows().getFirst().sha256() + "), ";
        return ground.before()
                .map(b -> map + "beside the map of " + dates.day(b) + ".")
                .orElse(map + "its first map: there is none to compare it with.");
    }

    private List<Part.Row> owed(List<Owed> lines) {
        return lines.stream()
                .map(o -> Part.row(
                        o.due().map(dates::due).orElse("no day"),
                        o.due().map(d -> dates.toGo(d, replay.now())).orElse(""),
                        o.clause(),
                        Wording.list(o.bearers()) + " " + o.words(List.of())))
                .toList();
    }

    private void coming(List<Part> parts) {
        lines(
                Part.Topic.COMING,
                "If nothing more comes, until " + dates.moment(replay.ahead().until()),
                report.coming(),
                parts);
    }

    private static void lines(Part.Topic topic, String title, List<FirstScreen.Line> lines, List<Part> parts) {
        if (lines.isEmpty()) {
            return;
        }
        int columns = lines.getFirst().columns().size();
        List<Part.Row> rows = new ArrayList<>();
        for (FirstScreen.Line line : lines) {
            List<String> cells = new ArrayList<>(line.columns());
            cells.add(line.said());
            rows.add(new Part.Row("", cells));
        }
        List<String> unnamed = Collections.nCopies(columns + 1, "");
        parts.add(new Part(topic, title, unnamed, rows, List.of()));
    }

    private void blocked(List<Part> parts) {
        optional(
                Part.Topic.BLOCKED,
                "Blocked, by what and by whom",
                List.of("when", "clause", "what"),
                report.blocked().stream()
                        .map(b -> Part.row(
                                b.due().map(dates::due).orElse("no day"),
                                b.clause(),
                                Wording.list(b.bearers()) + " " + b.duty() + "; it is not so that " + b.condition()
                                        + waits(b) + b.reading()))
                        .toList(),
                parts);
    }

    private static String waits(Block block) {
        List<String> others = block.waitsFor();
        return others.isEmpty()
                ? "; the text names nobody for whom it waits"
                : "; it waits for " + Wording.list(others);
    }

    private void ladders(List<Part> parts) {
        List<Part.Row> rows = new ArrayList<>();
        for (Ladder ladder : report.ladders()) {
            String group = ladder(ladder);
            if (ladder.rungs().stream().allMatch(r -> r.states().isEmpty())) {
                List<String> clauses =
                        ladder.rungs().stream().map(Ladder.Rung::clause).toList();
                rows.add(new Part.Row(group, List.of("", "", "not begun: " + Wording.list(clauses))));
                continue;
            }
            for (Ladder.Rung rung : ladder.rungs()) {
                if (rung.states().isEmpty()) {
                    rows.add(new Part.Row(
                            group,
                            List.of(
                                    rung.clause(),
                                    "",
                                    "not begun: " + (Wording.list(rung.bearers()) + " " + rung.duty()).strip())));
                }
                rung.states()
                        .forEach(s -> rows.add(new Part.Row(
                                group,
                                List.of(
                                        rung.clause(),
                                        s.late() ? "late" : "",
                                        Wording.list(s.bearers()) + " " + rung.duty() + ": " + s.said()
                                                + s.reading()))));
            }
        }
        optional(Part.Topic.LADDER, "The ladder of each breach", List.of("clause", "", "what"), rows, parts);
    }

    private String ladder(Ladder ladder) {
        String by = ladder.bearer().equals(Verdict.NOBODY_NAMED) ? "nobody named" : ladder.bearer();
        String since = ladder.since().map((Time s) -> ", " + dates.since(s)).orElse("");
        String times = ladder.times() == 1 ? "" : ", " + ladder.times() + " that stand alike, the last";
        String standing = ladder.standing().words().isEmpty()
                ? ""
                : ", " + ladder.standing().words();
        String where = ladder.standsOn()
                .map(c -> "stands on rung " + ladder.number() + " of "
                        + ladder.rungs().size() + ", clause " + c)
                .orElse("no rung has surely begun");
        String late = ladder.late().isEmpty() ? "" : "; late: " + Wording.list(ladder.late());
        return "Breach of " + ladder.clause() + " by " + by + times
                + since.replaceFirst("^, ", ladder.times() == 1 ? ", " : " ") + standing
                + (ladder.open() ? "" : ", over") + ladder.reading() + ": " + where + late;
    }

    /** Some sources are whole sentences. */
    private static String by(String speaker) {
        return speaker.length() > LONGEST ? "" : " by " + speaker;
    }

    private void corrections(List<Part> parts) {
        List<Part.Row> rows = new ArrayList<>();
        for (Correction c : report.corrections()) {
            rows.add(Part.row(
                    dates.day(c.about()),
                    c.kind().words(),
                    c.record().id() + by(c.record().speaker()) + ": " + c.said()
                            + (c.effect() ? "" : "; of no effect")));
        }
        for (Recount r : report.recounts()) {
            Count c = r.count();
            rows.add(Part.row(
                    dates.day(r.day()),
                    "counted anew",
                    counts.what(c.thing(), c.measure()) + ", " + CountWords.area(c.area()) + ": " + counts.cell(c.day())
                            + "; was " + counts.cell(c.before())));
        }
        String none = "nothing became known of an earlier day since " + dates.moment(report.knownBefore());
        parts.add(part(Part.Topic.CORRECTIONS, "Corrections to earlier days", List.of("day", "", "what"), rows, none));
    }
}
