package holdfast.engine.monitor;

import org.jspecify.annotations.Nullable;

/**
 * What makes instances of a duty.
 *
 * @param at its time, sureness and report
 * @param binding of the clause's variables, without the bearer's
 * @param support the facts on which it rests
 * @param breach the breach that it is; null for others
 */
record Trigger(
        Occurrence at,
        long[] binding,
        Support support,
        @Nullable Breach breach) {

    /** Takes triggers in and lets them go. */
    interface Sink {
        void add(Trigger trigger);

        void remove(Trigger trigger);
    }
}
