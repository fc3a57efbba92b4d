package holdfast.engine.monitor.plain;

import holdfast.engine.Verdict;
import holdfast.engine.Wanted;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Judges one clause over the keys that the first tier has. */
interface Judge {
    Plan.Clause clause();

    /** Forgets everything, what was said among it. */
    void begin();

    /** Nothing is said of any key any more: the second tier has them all. */
    void forgetAll();

    /** Nothing is said of the key any more: the second tier has it. */
    void forget(int slot);

    /** Gives the keys of which something is said that hangs on when the clause was in force, where that is not sure. */
    default void forEachUnsure(IntConsumer slots) {}

    /** Judges what is due by time alone, once {@code now} is reached. */
    default void advance(long now) {}

    /** Takes back what is not yet due now that time has gone back. */
    default void retreat(long now) {}

    /** The last instant before which nothing falls due; {@link Long#MAX_VALUE} if nothing will. */
    default long nextDue() {
        return Long.MAX_VALUE;
    }

    /** As {@link #nextDue}, of what is said as of the moment alone, once changes were asked for: the first instant at which it may be something else. */
    default long nextNews() {
        return Long.MAX_VALUE;
    }

    /** What is said of what there is, except of those of whom there is nothing. */
    void collect(Consumer<Verdict> verdicts);

    /** Gives what of {@link #collect} came and went since this was asked last; the first time, all of it came. */
    void drain(Consumer<Verdict> gone, Consumer<Verdict> came);

    /** As {@link #collect}, the breaches alone: for a prohibition, all of it. */
    default void collectBreaches(Consumer<Verdict> verdicts) {
        collect(verdicts);
    }

    default void collectOwed(Wanted wanted, Consumer<Verdict> verdicts) {}

    /** What is said of those bearers of whom nothing else is said. */
    void collectWithout(Set<String> bearers, Consumer<Verdict> verdicts);
}
