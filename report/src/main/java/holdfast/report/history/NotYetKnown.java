package holdfast.report.history;

import holdfast.engine.Record;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Records that say that they become known later: they wait until then, so that the answer is that of a replay as of the moment. */
public final class NotYetKnown {
    private final PriorityQueue<Record> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Record::recorded).thenComparing(Record::id));

    public void add(Record record) {
        waiting.add(record);
    }

    /** When the next becomes known, in milliseconds since 1970-01-01T00:00Z; {@link Long#MAX_VALUE}: none waits. */
    public long next() {
        return waiting.isEmpty() ? Long.MAX_VALUE : waiting.peek().recorded();
    }

    /** Gives those that are known by then, in the order in which they became known; they wait no more. */
    public void letIn(long now, Consumer<Record> known) {
        while (next() <= now) {
            known.accept(waiting.remove());
        }
    }
}
