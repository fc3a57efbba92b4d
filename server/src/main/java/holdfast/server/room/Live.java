package holdfast.server.room;

import holdfast.engine.Record;
import holdfast.engine.monitor.Monitor;
import holdfast.engine.monitor.compile.Program;
import holdfast.intake.ReadOptions;
import holdfast.intake.RecordSource;
import holdfast.intake.Records;
import holdfast.intake.rows.Progress;
import holdfast.language.model.Agreement;
import holdfast.record.ingest.RecordLines;
import holdfast.record.keep.SharedRecord;
import holdfast.report.history.History;
import holdfast.report.history.NotYetKnown;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a record: takes each entry once, when it is under a checkpoint, and moves with the clock. */
final class Live {
    /** So many entries are read at a time; where one cannot be read, none of these is taken. */
    private static final int PIECE = 8192;

    private final SharedRecord record;
    private final Agreement agreement;
    private final InstantSource clock;
    private final History history;
    private final Monitor monitor;
    private final NotYetKnown early = new NotYetKnown();
    private long told;
    private volatile long seen;
    private volatile long wanted;
    private volatile boolean stopped;
    private volatile @Nullable Snapshot last;

    Live(SharedRecord record, Agreement agreement, Program program, InstantSource clock) {
        this.record = record;
        this.agreement = agreement;
        this.clock = clock;
        this.monitor = new Monitor(program);
        this.history = new History(agreement, monitor, Long.MAX_VALUE);
        this.wanted = record.signedSize();
    }

    /** @throws StillReading before the record was read to its end once */
    Snapshot last() {
        Snapshot known = last;
        if (known == null) {
            throw new StillReading(new Reached(seen, wanted));
        }
        return known;
    }

    /** How far the record has been read; empty once it was read to its end. */
    Optional<Reached> reading() {
        return last == null ? Optional.of(new Reached(seen, wanted)) : Optional.empty();
    }

    /** Whoever reads stops after the piece that it reads. */
    void stop() {
        stopped = true;
    }

    /**
     * Takes what came since, and moves to the clock's moment.
     *
     * @return what is different; empty where nothing came and no verdict changed, and for the first time
     */
    synchronized Optional<Change> go() {
        Snapshot before = last;
        long size = record.signedSize();
        long now = before == null
                ? clock.millis()
                : Math.max(clock.millis(), before.moment().now());
        if (size == told && now < monitor.nextNews() && now < early.next() && before != null) {
            return Optional.empty();
        }
        wanted = size;
        while (seen < size && !stopped) {
            read(Math.min(size, seen + PIECE), now);
        }
        if (seen < size) {
            return Optional.empty();
        }
        early.letIn(now, history::accept);
        Snapshot after = new Snapshot(new Moment(size, now, now), history.verdictsAt(now));
        boolean came = size > told;
        told = size;
        last = after;
        return before != null && (came || !after.verdicts().equals(before.verdicts()))
                ? Optional.of(new Change(before, after))
                : Optional.empty();
    }

    /** What is said to become known later than now waits until then: the answer is that of a replay as of this moment. */
    private void read(long to, long now) {
        List<Record> piece = new ArrayList<>();
        RecordSource source =
                new RecordSource(RecordLines.between(record.store(), "the record", seen, to), Optional.empty());
        Records.read(List.of(source), agreement, piece::add, new ReadOptions(1, id -> true, Progress.NONE));
        for (Record one : piece) {
            if (one.recorded() <= now) {
                history.accept(one);
            } else {
                early.add(one);
            }
        }
        seen = to;
    }
}
