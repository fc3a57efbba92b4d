package holdfast.cli.follow;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Drained;
import holdfast.engine.monitor.Monitor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.UnaryOperator;

/**
 * An agreement watched step by step: each deadline at its own moment, each record when it is known. What is said to become known later waits until then.
 */
final class Steps {
    /** Takes what came and went at a moment, milliseconds since 1970-01-01T00:00Z. */
    interface Told {
        void step(long now, List<Verdict> gone, List<Verdict> came);
    }

    private static final Comparator<Record> IN_ORDER =
            Comparator.comparingLong(Record::recorded).thenComparing(Record::id);

    private final Monitor monitor;
    private final UnaryOperator<List<Verdict>> chosen;
    private final Told told;
    private final PriorityQueue<Record> early = new PriorityQueue<>(IN_ORDER);
    private long now = Long.MIN_VALUE;

    /** @param chosen those verdicts that are asked for */
    Steps(Monitor monitor, UnaryOperator<List<Verdict>> chosen, Told told) {
        this.monitor = monitor;
        this.chosen = chosen;
        this.told = told;
    }

    void take(Collection<Record> records) {
        early.addAll(records);
    }

    /** All that is known by then is taken at once, and nobody is told of what came before. */
    List<Verdict> beginAt(long moment) {
        now = moment;
        takeKnown();
        monitor.advanceTo(now);
        return chosen.apply(monitor.drain().came());
    }

    /** Goes on to this moment, from one at which something changes to the next. */
    void advanceTo(long moment) {
        for (long next = next(); next <= moment; next = next()) {
            // What became known before and comes only now is taken now.
            step(Math.max(now, next));
        }
        step(Math.max(now, moment));
    }

    private void takeKnown() {
        while (!early.isEmpty() && early.peek().recorded() <= now) {
            monitor.accept(early.remove());
        }
    }

    private void step(long moment) {
        now = moment;
        monitor.advanceTo(now);
        takeKnown();
        Drained news = monitor.drain();
        List<Verdict> gone = chosen.apply(news.gone());
        List<Verdict> came = chosen.apply(news.came());
        if (!gone.isEmpty() || !came.isEmpty()) {
            told.step(now, gone, came);
        }
    }

    /** When something may change next by time, or by what is known already to be told then; {@link Long#MAX_VALUE} if nothing will. */
    long next() {
        long record = early.isEmpty() ? Long.MAX_VALUE : early.peek().recorded();
        return Math.min(record, monitor.nextWake());
    }
}
