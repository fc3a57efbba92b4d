package holdfast.cli.replay;

import holdfast.cli.agreement.AgreementFile;
import holdfast.cli.output.ProgressLine;
import holdfast.cli.output.Refusal;
import holdfast.cli.output.Version;
import holdfast.engine.Dissent;
import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.engine.words.DateWords;
import holdfast.intake.ReadOptions;
import holdfast.intake.ReadReport;
import holdfast.intake.RecordSource;
import holdfast.intake.RecordTaker;
import holdfast.intake.Records;
import holdfast.intake.rows.Progress;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.Agreement;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.report.explain.CitedRecords;
import holdfast.report.explain.ClauseSources;
import holdfast.report.explain.Receipt;
import holdfast.report.history.History;
import holdfast.report.history.Quoted;
import holdfast.report.history.StatesOfAffairs;
import holdfast.report.history.Watch;
import holdfast.report.standing.Ahead;
import holdfast.report.standing.Replay;
import holdfast.report.standing.Unjudged;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Replays records over an agreement. The records go straight from their files into the monitor, which also gives those that an explanation quotes; with a horizon it has forgotten some of them, and they are
 * fetched in a second pass.
 */
public final class ReplayRun {
    /** So many kinds of event are named to whoever has no record yet. */
    private static final int EVENTS = 6;

    private static final String AHEAD = "--if-nothing-more-comes";

    private final AgreementFile file;
    private final Agreement agreement;
    private final ReplayQuestion question;
    private final List<RecordFiles.Pair> files;
    private List<DigestedSource> sources;
    private final Moments moments;
    private final PrintWriter err;
    private MapRecords maps = new MapRecords();
    private Optional<Long> from = Optional.empty();
    private Optional<Consumer<Record>> also = Optional.empty();
    private Optional<HorizonOption> horizon = Optional.empty();

    /** @param clock read only where a moment is given as {@code now}, {@code today} and the like */
    public ReplayRun(
            AgreementFile file, Agreement agreement, ReplayQuestion question, InstantSource clock, PrintWriter err) {
        this.file = file;
        this.agreement = agreement;
        this.question = question;
        boolean onlyMaps = question.records().isEmpty() && !question.maps().isEmpty();
        this.files = onlyMaps && question.mappings().isEmpty()
                ? List.of()
                : RecordFiles.choose(file, question.records(), question.mappings());
        this.sources = files.stream().map(DigestedSource::new).toList();
        this.moments = new Moments(agreement.zone(), clock);
        this.err = err;
    }

    /** Files that somebody still writes are read up to the last line that is there whole. */
    public ReplayRun ofWholeLines() {
        sources = files.stream()
                .map(f -> f.mapping().isEmpty() ? DigestedSource.ofWholeLines(f) : new DigestedSource(f))
                .toList();
        return this;
    }

    /** What is final behind the horizon is handed out, and not held any more. */
    public ReplayRun within(HorizonOption given) {
        horizon = Optional.of(given);
        return this;
    }

    /** The files that are read, in their order. */
    public List<RecordFiles.Pair> files() {
        return files;
    }

    /** Each record that is read is also handed to this one, whenever it became known. */
    public ReplayRun handingTo(Consumer<Record> reader) {
        also = Optional.of(reader);
        return this;
    }

    /**
     * @param citations how many records one explanation quotes; 0 where nothing is explained
     * @param days how far ahead is looked where the question does not say it; 0: not at all
     * @throws Refusal if a moment or a file cannot be read, or the records have problems
     */
    public Replay run(int citations, int days, ProgressLine progress) {
        Optional<Long> asOf = question.asOf().map(t -> moments.parse("--as-of", t));
        Optional<Long> now = question.now().map(t -> moments.parse("--now", t));
        from = question.from().map(t -> moments.parseBeginning("--from", t));
        Optional<Long> since = question.since().map(t -> moments.parse("--since", t));
        Optional<Long> until = question.ahead().map(t -> moments.parse(AHEAD, t));
        if (asOf.isPresent() && since.isPresent() && asOf.get() < since.get()) {
            throw Refusal.usage(
                    "--as-of " + question.asOf().orElse("") + " lies before --since "
                            + question.since().orElse("") + ": what changed since then was not known yet",
                    "give the earlier moment with `--since`, the later one with `--as-of`");
        }
        checkNames();
        Watch watch = horizon.<Watch>map(h -> h.watch(agreement))
                .orElseGet(() -> watch(Monitor.ofManyRecords(agreement), now.orElse(Long.MAX_VALUE)));
        History current = new History(agreement, watch, asOf.orElse(Long.MAX_VALUE));
        // A narrowed question does not show them, so that they need not be watched; and they need all records.
        boolean whole = question.clauses().isEmpty() && question.bearers().isEmpty() && horizon.isEmpty();
        Optional<Monitor> states = whole ? StatesOfAffairs.monitor(agreement) : Optional.empty();
        Optional<History> earlier = since.map(s -> new History(agreement, Monitor.ofManyRecords(agreement), s));
        Consumer<Record> sink = record -> {
            if (current.accept(record)) {
                states.ifPresent(s -> s.accept(record));
            }
            earlier.ifPresent(e -> e.accept(record));
            also.ifPresent(a -> a.accept(record));
        };
        boolean alone = states.isEmpty() && earlier.isEmpty() && also.isEmpty();
        ReadReport report = read(sink, alone ? current.taker() : Optional.empty(), progress);
        maps = MapRecords.read(question.maps(), question.mapRules(), agreement, err, progress);
        maps.records().forEach(sink);
        if (maps.maps() > 0) {
            current.looked("gain");
        }
        progress.step("working out the verdicts");
        // Maps tell also where nothing happened: up to the last one's day.
        Optional<Long> told = Stream.concat(current.last().stream(), maps.lastMoment().stream())
                .max(Long::compare);
        long known = asOf.or(() -> told).or(() -> now).orElseThrow(this::noMoment);
        long asked = now.orElse(known);
        from.filter(f -> f > asked).ifPresent(f -> {
            throw Refusal.usage(
                    "--from " + question.from().orElse("") + " lies after the moment asked about, "
                            + new DateWords(agreement.zone()).moment(asked),
                    "give an earlier day, or a later moment with `--now`");
        });
        until.filter(u -> u < asked).ifPresent(u -> {
            throw Refusal.usage(
                    AHEAD + " " + question.ahead().orElse("") + " lies before the moment asked about, "
                            + new DateWords(agreement.zone()).moment(asked),
                    "give a later day, or an earlier moment with `--now`");
        });
        List<Verdict> verdicts = chosen(current.verdictsAt(asked));
        Optional<Replay.Earlier> before = earlier.map(e -> {
            // What stood then, so that what ran out since is a change; of an earlier moment only knowledge can differ.
            long then = Math.min(since.orElseThrow(), asked);
            return new Replay.Earlier(since.orElseThrow(), then, chosen(e.verdictsAt(then)));
        });
        List<Dissent> dissent = current.dissent();
        Map<String, String> ruled = current.ruled();
        progress.step("looking ahead");
        Ahead ahead = until.isEmpty() && days == 0
                ? Ahead.none(asked)
                : current.ahead(
                        asked,
                        until.orElseGet(() -> new DateWords(agreement.zone()).daysLater(asked, days)),
                        until.isPresent(),
                        this::chosen);
        progress.step("fetching the records that are quoted");
        List<Unjudged.Line> unjudged = current.unjudged();
        Set<String> wanted = Quoted.wanted(verdicts, citations, unjudged);
        CitedRecords cited = citations == 0 ? CitedRecords.NONE : cited(wanted, known, dissent, current);
        List<Receipt.Digest> digests = Stream.concat(
                        sources.stream().map(s -> new Receipt.Digest(s.name(), s.sha256())), maps.digests().stream())
                .toList();
        return new Replay(
                file.name(),
                agreement,
                ClauseSources.of(agreement, file.lines()),
                known,
                asked,
                verdicts,
                states.map(s -> StatesOfAffairs.at(s, asked)).orElse(List.of()),
                before,
                Stream.concat(
                                sources.stream().map(s -> new Replay.SourceFile(s.name(), s.mapping())),
                                maps.digests().stream().map(d -> new Replay.SourceFile(d.file(), "")))
                        .toList(),
                new Replay.Intake(
                        report.rows() + maps.maps(),
                        report.recordCount() + maps.records().size(),
                        current.taken(),
                        report.leftOut(),
                        report.notUsed(),
                        report.notUsedAttributes(),
                        current.again(),
                        report.editions(),
                        report.unused(),
                        unread(report, current),
                        report.problems(),
                        current.bases(),
                        unjudged,
                        ownLeft()),
                dissent,
                ruled,
                current.events(),
                ahead,
                new Replay.Asked(said(), question.clauses(), repeatable(), ofReplay()),
                cited,
                new Receipt(agreement.sha256(), digests, kept(), known, asked, Version.text()),
                horizon.map(h -> h.behind(asked)));
    }

    /** Of several files each begins anew: there time waits for the last of them. */
    private Watch watch(Monitor monitor, long asked) {
        return sources.size() == 1 && question.maps().isEmpty()
                ? new Watch.Along(monitor, asked)
                : new Watch.OfAll(monitor);
    }

    private List<Receipt.Kept> kept() {
        return sources.stream()
                .flatMap(s -> s.kept(agreement.sha256()).stream())
                .toList();
    }

    /** What a shared record was made of cannot be told from it: of one, nothing is said. */
    private List<String> ownLeft() {
        if (sources.stream().map(DigestedSource::file).anyMatch(KeptRecord::isOne)) {
            return List.of();
        }
        return RecordFiles.ownLeft(
                        file, sources.stream().map(DigestedSource::file).toList())
                .stream()
                .map(Path::toString)
                .toList();
    }

    /** The options by which another command is asked about the same: records, moments and bearers. */
    private List<String> repeatable() {
        List<String> options = new ArrayList<>();
        question.records().forEach(r -> options.addAll(List.of("--records", RecordFiles.shown(r))));
        question.maps().forEach(m -> options.addAll(List.of("--records", m.toString())));
        question.mappings().forEach(m -> options.addAll(List.of("--mapping", m.toString())));
        question.mapRules().ifPresent(r -> options.addAll(List.of("--rules", r.toString())));
        question.asOf().ifPresent(t -> options.addAll(List.of("--as-of", moments.repeatable(t))));
        question.now().ifPresent(t -> options.addAll(List.of("--now", moments.repeatable(t))));
        question.bearers().forEach(b -> options.addAll(List.of("--bearer", b)));
        return options;
    }

    private List<String> said() {
        List<String> said = new ArrayList<>(moments.said());
        from.ifPresent(f -> said.add("What was over, or done, before " + new DateWords(agreement.zone()).moment(f)
                + " is left out (--from)."));
        return said;
    }

    private List<String> ofReplay() {
        List<String> options = new ArrayList<>();
        question.from().ifPresent(t -> options.addAll(List.of("--from", moments.repeatable(t))));
        question.since().ifPresent(t -> options.addAll(List.of("--since", moments.repeatable(t))));
        question.ahead().ifPresent(t -> options.addAll(List.of(AHEAD, moments.repeatable(t))));
        return options;
    }

    /** The answer must be the same on every day and every machine, so no clock stands in for the moment. */
    private Refusal noMoment() {
        List<String> help = new ArrayList<>();
        help.add(
                question.ahead().isPresent()
                        ? "say also from which day on nothing comes, before that one: `--now 2026-03-01`; `--records FILE` names a file of records"
                        : "say which: `--now 2026-03-01` is the end of that day; `--records FILE` names a file of records");
        if (sources.isEmpty()) {
            RecordFiles.awaited(file).forEach(m -> {
                String table = RecordFiles.tableOf(m);
                help.add("`" + m + "`, among the agreement's files, reads a table that is not kept with it, and says of"
                        + " whom it is");
                help.add("whoever has that table calls it " + table + " and gives it: `--records " + table + "`");
            });
            help.add("a record of your own: docs/records.md shows how to write it; what can be on record: " + events());
        }
        return Refusal.usage("there is no record, and so no moment to ask about", String.join("\n        ", help));
    }

    /** The first of its own events, by name. */
    private String events() {
        List<String> own = agreement.events().stream()
                .filter(e -> !e.origin().equals(Origin.NONE))
                .map(EventType::name)
                .toList();
        List<String> some = own.subList(0, Math.min(EVENTS, own.size()));
        int more = own.size() - some.size();
        return more == 0 ? Suggestion.list(some) : "`" + String.join("`, `", some) + "` and " + more + " more";
    }

    /** Where no record was asked for, none is missed; of what maps show there is one, or nothing happened. */
    private List<String> unread(ReadReport report, History current) {
        return sources.isEmpty()
                ? List.of()
                : report.unread().stream()
                        .filter(e -> !current.events().contains(e))
                        .toList();
    }

    /** @param taker takes what is read in place of {@code sink}, which nobody else has a part in */
    private ReadReport read(Consumer<Record> sink, Optional<RecordTaker> taker, Progress progress) {
        ReadOptions options = ReadOptions.DEFAULT.with(progress);
        ReadReport report = taker.isPresent()
                ? Records.read(opened(), agreement, taker.get(), options)
                : Records.read(opened(), agreement, sink, options);
        ReadProblems.tell(report, "nothing was replayed", err);
        return report;
    }

    private List<RecordSource> opened() {
        return sources.stream().map(DigestedSource::source).toList();
    }

    private CitedRecords cited(Set<String> wanted, long asOf, List<Dissent> dissent, History current) {
        Quoted quoted = new Quoted(agreement, wanted, asOf);
        if (quoted.none()) {
            return CitedRecords.NONE;
        }
        if (horizon.isEmpty()) {
            current.show(quoted);
        } else {
            Consumer<Record> look = quoted::look;
            Records.read(opened(), agreement, look, ReadOptions.DEFAULT);
            maps.records().forEach(look);
        }
        return quoted.records(dissent);
    }

    private void checkNames() {
        Set<String> ids = new LinkedHashSet<>();
        agreement.norms().stream().map(Norm::id).forEach(ids::add);
        for (String clause : question.clauses()) {
            ClauseRef ref = new ClauseRef(List.of(clause));
            if (ids.stream().noneMatch(ref::covers)) {
                throw Refusal.usage(
                        "there is no clause `" + clause + "` in this agreement", meant(clause, ids, "clauses are "));
            }
        }
        Set<String> actors = new LinkedHashSet<>();
        agreement.actors().forEach(a -> actors.add(a.name()));
        agreement.bodies().forEach(b -> actors.add(b.name()));
        actors.addAll(List.of(Verdict.NOBODY_NAMED, Verdict.ANYONE, "unattributed"));
        for (String bearer : question.bearers()) {
            if (!actors.contains(bearer)) {
                throw Refusal.usage(
                        "nobody in this agreement is called `" + bearer + "`", meant(bearer, actors, "there are "));
            }
        }
    }

    private static String meant(String written, Set<String> known, String there) {
        return Suggestion.nearest(written, known)
                .map(near -> Suggestion.didYouMean(written, near))
                .orElse(there + Suggestion.list(known));
    }

    /** Those of the clauses and bearers that were asked for. */
    public List<Verdict> chosen(List<Verdict> verdicts) {
        Optional<ClauseRef> clauses =
                question.clauses().isEmpty() ? Optional.empty() : Optional.of(new ClauseRef(question.clauses()));
        return verdicts.stream()
                .filter(v -> clauses.map(c -> c.covers(v.clause())).orElse(true))
                .filter(v -> question.bearers().isEmpty() || question.bearers().contains(v.bearer()))
                .filter(v -> from.map(f -> !isOverBefore(v, f)).orElse(true))
                .toList();
    }

    /** Whether a breach had ended by then, or a duty was done, waived or void: whatever still stood belongs to the time after. */
    private static boolean isOverBefore(Verdict v, long from) {
        Optional<Time> over = switch (v.status()) {
            case BREACHED, UNDETERMINED, DISPUTED, REFUTED -> v.until();
            case CURED -> v.until().or(v::since);
            case FULFILLED -> v.since();
            case EXCUSED, LAPSED, BLOCKED -> v.due();
            case NOT_YET_DUE, PENDING -> Optional.empty();
        };
        return over.filter(t -> t.hi() < from).isPresent();
    }
}
