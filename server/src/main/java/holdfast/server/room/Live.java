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
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Follows a record: takes each entry once, when it is under a checkpoint, and moves with the clock. */
final class Live {
    private final SharedRecord record;
    private final Agreement agreement;
    private final InstantSource clock;
    private final History history;
    private final Monitor monitor;
    private final PriorityQueue<Record> early = new PriorityQueue<>(Comparator.comparingLong(Record::recorded));
    private long seen;
    private volatile Snapshot last;

    Live(SharedRecord record, Agreement agreement, Program program, InstantSource clock) {
        this.record = record;
        this.agreement = agreement;
        this.clock = clock;
        this.monitor = new Monitor(program);
        this.history = new History(agreement, monitor, Long.MAX_VALUE);
        this.last = new Snapshot(new Moment(0, Long.MIN_VALUE, Long.MIN_VALUE), List.of());
        go();
    }

    Snapshot last() {
        return last;
    }

    /**
     * Takes what came since, and moves to the clock's moment.
     *
     * @return what is different; empty where nothing came and no verdict changed
     */
    synchronized Optional<Change> go() {
        long size = record.signedSize();
        long now = Math.max(clock.millis(), last.moment().now());
        boolean begun = last.moment().now() != Long.MIN_VALUE;
        if (size == seen && now < monitor.nextWake() && !isKnown(early.peek(), now) && begun) {
            return Optional.empty();
        }
        if (size > seen) {
            read(size, now);
        }
        for (Record next = early.peek(); isKnown(next, now); next = early.peek()) {
            history.accept(early.remove());
        }
        Snapshot before = last;
        Snapshot after = new Snapshot(new Moment(size, now, now), history.verdictsAt(now));
        boolean came = size > seen;
        seen = size;
        last = after;
        Change change = new Change(before, after);
        return came || !after.verdicts().equals(before.verdicts()) ? Optional.of(change) : Optional.empty();
    }

    /** What is said to become known later than now waits until then: the answer is that of a replay as of this moment. */
    private void read(long size, long now) {
        RecordSource source =
                new RecordSource(RecordLines.between(record.store(), "the record", seen, size), Optional.empty());
        Records.read(
                List.of(source),
                agreement,
                r -> {
                    if (isKnown(r, now)) {
                        history.accept(r);
                    } else {
                        early.add(r);
                    }
                },
                new ReadOptions(1, id -> true, Progress.NONE));
    }

    private static boolean isKnown(@Nullable Record record, long now) {
        return record != null && record.recorded() <= now;
    }
}
