package holdfast.engine.monitor.condition;

import holdfast.engine.monitor.graph.Occurrence;
import java.util.List;
import java.util.function.LongFunction;

/** When something may have begun that surely holds from an instant on (semantics, section 11). */
public final class Beginning {
    /** It may always have held. */
    public static final long NONE = Long.MIN_VALUE;

    private Beginning() {}

    /**
     * @param possibly the first instant of the stretch in which it may hold
     * @param surely the first at which it surely does
     * @param used the occurrences that it hangs on, one end of whose time is a given instant: where it was not known before, it begins with what is first known of it
     */
    public static long of(long possibly, long surely, LongFunction<List<Occurrence>> used) {
        if (possibly != NONE || surely == NONE) {
            return possibly;
        }
        return used.apply(surely).stream().mapToLong(o -> o.lo).min().orElse(NONE);
    }
}
