package holdfast.report.history;

import holdfast.engine.Verdict;
import holdfast.engine.monitor.Drained;
import holdfast.engine.monitor.Monitor;
import holdfast.report.standing.Ahead;
import holdfast.report.standing.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Moves a monitor on without any further record, from one instant at which something may change to the next, and tells what did. The monitor stands at the end of it afterwards:
 * whatever else it is asked comes before.
 */
final class LookAhead {
    /** So many verdicts are looked at, and no more: counted in work, so that every machine gets equally far. */
    private static final long WORK = 400_000;

    /** What a step costs by which nothing changes. */
    private static final long STEP = 100;

    private LookAhead() {}

    /**
     * @param now where the monitor stands, as {@code until} in milliseconds since 1970-01-01T00:00Z
     * @param chosen the verdicts that were asked for, of all
     */
    static Ahead of(Monitor monitor, long now, long until, boolean asked, UnaryOperator<List<Verdict>> chosen) {
        List<Ahead.Turn> turns = new ArrayList<>();
        // What is said now is known: from here on only what changes is told.
        long said = monitor.drain().came().size();
        long at = now;
        long work = 0;
        for (long next = next(monitor, at); next <= until; next = next(monitor, at)) {
            if (work > WORK) {
                return new Ahead(at, false, asked, turns);
            }
            at = next;
            monitor.advanceTo(at);
            Drained news = monitor.drain();
            said += news.came().size() - news.gone().size();
            work += STEP
                    + (monitor.drainsByChange()
                            ? news.gone().size() + news.came().size()
                            : said);
            compare(at, chosen.apply(news.gone()), chosen.apply(news.came()), turns);
        }
        return new Ahead(until, true, asked, turns);
    }

    /** It may be too early, but must be later than where it stands, or there would be no end. */
    private static long next(Monitor monitor, long at) {
        return Math.max(monitor.nextNews(), at + 1);
    }

    private static void compare(long at, List<Verdict> before, List<Verdict> after, List<Ahead.Turn> turns) {
        Changes changes = Changes.between(before, after);
        changes.added().forEach(v -> turns.add(new Ahead.Turn(at, Optional.empty(), Optional.of(v))));
        changes.changed().forEach(c -> turns.add(new Ahead.Turn(at, Optional.of(c.before()), Optional.of(c.after()))));
        changes.gone().forEach(v -> turns.add(new Ahead.Turn(at, Optional.of(v), Optional.empty())));
    }
}
