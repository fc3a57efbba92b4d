package holdfast.server.room;

import holdfast.engine.KnownFact;
import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.engine.monitor.compile.Program;
import holdfast.engine.words.DateWords;
import holdfast.intake.ReadOptions;
import holdfast.intake.ReadReport;
import holdfast.intake.RecordSource;
import holdfast.intake.Records;
import holdfast.intake.rows.Input;
import holdfast.record.ingest.RecordLines;
import holdfast.record.ingest.Texts;
import holdfast.record.keep.SharedRecord;
import holdfast.report.explain.CitedRecords;
import holdfast.report.explain.Receipt;
import holdfast.report.history.History;
import holdfast.report.history.Quoted;
import holdfast.report.history.StatesOfAffairs;
import holdfast.report.standing.Ahead;
import holdfast.report.standing.Replay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Replays the record as of any moment. Each answer is worked out once, however many ask for it; few are worked out at a time. */
final class Answers {
    /** So many answers are kept. */
    private static final int KEPT = 24;

    /** Of so many entries are the answers that are kept together: a long record is held by each of them. */
    private static final long ENTRIES = 1_500_000;

    /** Of a record of so many entries, one answer is worked out at a time. */
    private static final long LONG = 200_000;

    private static final int AT_A_TIME = 2;

    /** So many days it is looked ahead. */
    private static final int DAYS = 7;

    private final SharedRecord record;
    private final RoomText text;
    private final Program program;
    private final String name;
    private final String version;
    private final Semaphore working = new Semaphore(AT_A_TIME);
    private final Map<Moment, CompletableFuture<Answer>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Moment, CompletableFuture<Answer>> eldest) {
            return size() > KEPT
                    || size() > 1 && keySet().stream().mapToLong(Moment::size).sum() > ENTRIES;
        }
    };

    /** What the records say happened, and all that a report says of it. */
    record Answer(Replay replay, List<KnownFact> facts) {}

    Answers(SharedRecord record, RoomText text, Program program, String name, String version) {
        this.record = record;
        this.text = text;
        this.program = program;
        this.name = name;
        this.version = version;
    }

    Answer at(Moment moment) {
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> there;
        synchronized (kept) {
            there = kept.putIfAbsent(moment, mine);
        }
        if (there != null) {
            return there.join();
        }
        try {
            int share = moment.size() > LONG ? AT_A_TIME : 1;
            working.acquireUninterruptibly(share);
            try {
                mine.complete(worked(moment));
            } finally {
                working.release(share);
            }
        } catch (RuntimeException | Error e) {
            synchronized (kept) {
                kept.remove(moment, mine);
            }
            mine.completeExceptionally(e);
        }
        return mine.join();
    }

    private Answer worked(Moment moment) {
        Monitor monitor = new Monitor(program);
        History history = new History(text.agreement(), monitor, moment.asOf());
        Optional<Monitor> states = StatesOfAffairs.monitor(text.agreement());
        Optional<History> earlier = moment.since().map(s -> new History(text.agreement(), new Monitor(program), s));
        DigestingLines lines = new DigestingLines(RecordLines.of(record.store(), name, moment.size()));
        ReadReport report = read(lines.input(), r -> {
            if (history.accept(r)) {
                states.ifPresent(s -> s.accept(r));
            }
            earlier.ifPresent(e -> e.accept(r));
        });
        List<Verdict> verdicts = history.verdictsAt(moment.now());
        Optional<Replay.Earlier> before = earlier.map(e -> {
            long then = Math.min(moment.since().orElseThrow(), moment.now());
            return new Replay.Earlier(moment.since().orElseThrow(), then, e.verdictsAt(then));
        });
        Quoted quoted = new Quoted(
                text.agreement(), Quoted.wanted(verdicts, Replay.CITATIONS, history.unjudged()), moment.asOf());
        if (!quoted.none()) {
            history.show(quoted);
        }
        CitedRecords cited = quoted.none() ? CitedRecords.NONE : quoted.records(history.dissent());
        Receipt receipt = new Receipt(
                text.agreement().sha256(),
                List.of(new Receipt.Digest(name, lines.sha256())),
                List.of(kept(moment.size())),
                moment.asOf(),
                moment.now(),
                version);
        List<KnownFact> facts = monitor.facts();
        var dissent = history.dissent();
        var ruled = history.ruled();
        Ahead ahead = history.ahead(
                moment.now(),
                new DateWords(text.agreement().zone()).daysLater(moment.now(), DAYS),
                false,
                UnaryOperator.identity());
        Replay replay = new Replay(
                name,
                text.agreement(),
                text.clauses(),
                moment.asOf(),
                moment.now(),
                verdicts,
                states.map(s -> StatesOfAffairs.at(s, moment.now())).orElse(List.of()),
                before,
                List.of(new Replay.SourceFile(name, "")),
                intake(report, history),
                dissent,
                ruled,
                history.events(),
                ahead,
                new Replay.Asked(List.of(), List.of(), List.of(), List.of()),
                cited,
                receipt,
                Optional.empty());
        return new Answer(replay, facts);
    }

    /** All records under a checkpoint, as they came. */
    List<Record> records(long size) {
        List<Record> records = new ArrayList<>();
        read(RecordLines.of(record.store(), name, size), records::add);
        return records;
    }

    private ReadReport read(Input input, Consumer<Record> sink) {
        return Records.read(
                List.of(new RecordSource(input, Optional.empty())), text.agreement(), sink, ReadOptions.DEFAULT);
    }

    private static Replay.Intake intake(ReadReport report, History history) {
        return new Replay.Intake(
                report.rows(),
                report.recordCount(),
                history.taken(),
                report.leftOut(),
                report.notUsed(),
                report.notUsedAttributes(),
                history.again(),
                report.editions(),
                report.unused(),
                report.unread(),
                report.problems(),
                history.bases(),
                history.unjudged(),
                List.of());
    }

    private Receipt.Kept kept(long size) {
        return new Receipt.Kept(
                name,
                record.origin(),
                size,
                record.root(size).toString(),
                // The text in force is the last one; only of an earlier moment must the record be looked through.
                text.entry() < size ? Optional.of(text.entry()) : earlierText(size));
    }

    private Optional<Long> earlierText(long size) {
        return Texts.of(record.store()).stream()
                .filter(t -> t.entry() < size)
                .filter(t -> t.statement().sha256().equals(text.agreement().sha256()))
                .reduce((a, b) -> b)
                .map(Texts.Text::entry);
    }
}
