package holdfast.cli.follow;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Drained;
import holdfast.engine.monitor.Monitor;
import holdfast.report.history.NotYetKnown;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An agreement watched step by step: each deadline at its own moment, each record when it is known. What is said to become known later waits until then.
 */
final class Steps {
    /** Takes what came and went at a moment, milliseconds since 1970-01-01T00:00Z. */
    interface Told {
        void step(long now, List<Verdict> gone, List<Verdict> came);
    }

    private final Monitor monitor;
    private final UnaryOperator<List<Verdict>> chosen;
    private final Told told;
    private final NotYetKnown early = new NotYetKnown();
    private long now = Long.MIN_VALUE;

    /** @param chosen those verdicts that are asked for */
    Steps(Monitor monitor, UnaryOperator<List<Verdict>> chosen, Told told) {
        this.monitor = monitor;
        this.chosen = chosen;
        this.told = told;
    }

    void take(Collection<Record> records) {
        records.forEach(early::add);
    }

    /** All that is known by then is taken at once, and nobody is told of what came before. */
    List<Verdict> beginAt(long moment) {
        now = moment;
        early.letIn(now, monitor::accept);
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

    private void step(long moment) {
        now = moment;
        monitor.advanceTo(now);
        early.letIn(now, monitor::accept);
        Drained news = monitor.drain();
        if (news.isNothing()) {
            return;
        }
        List<Verdict> gone = chosen.apply(news.gone());
        List<Verdict> came = chosen.apply(news.came());
        if (!gone.isEmpty() || !came.isEmpty()) {
            told.step(now, gone, came);
        }
    }

    /** When something may change next by time, or by what is known already to be told then; {@link Long#MAX_VALUE} if nothing will. */
    long next() {
        return Math.min(early.next(), monitor.nextNews());
    }
}
