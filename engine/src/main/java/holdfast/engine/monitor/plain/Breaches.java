package holdfast.engine.monitor.plain;

import holdfast.engine.Verdict;
import java.util.function.Consumer;

/** What breaches the acts of a prohibition make, and what of that was said when changes were asked for last. */
sealed interface Breaches permits SingleActs, Episodes {
    /** Forgets what was said, and that anybody asked. */
    void begin();

    /** Something else may be said of an act, once changes were asked for. */
    void touch(int row);

    /** As {@link #touch}, of all acts of which something was said. */
    void touchAll();

    void collect(Consumer<Verdict> verdicts);

    /** Gives what of {@link #collect} came and went since this was asked last; the first time, all of it came. */
    void drain(Consumer<Verdict> gone, Consumer<Verdict> came);

    /** The last instant of those that were said to last, the first to be over; {@link Long#MAX_VALUE} if none was. It may be too early. */
    long firstEnd();
}
