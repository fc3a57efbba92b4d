package holdfast.examine.table;

import holdfast.examine.play.Played;
import java.util.concurrent.atomic.LongAdder;

/** How much was done so far, and whether it is time to stop; shared by those who play side by side. */
public final class Effort {
    private final long allowed;
    private final long until;
    private final java.util.function.LongSupplier nanos;
    private final LongAdder histories = new LongAdder();
    private final LongAdder moments = new LongAdder();
    private volatile boolean cut;
    private volatile boolean over;

    /**
     * @param nanos a clock that only moves forward, in nanoseconds
     * @param allowed how long the whole may take, in nanoseconds
     */
    public Effort(java.util.function.LongSupplier nanos, long allowed) {
        this.nanos = nanos;
        this.allowed = allowed;
        this.until = nanos.getAsLong() + allowed;
    }

    void played(Played played) {
        histories.increment();
        moments.add(played.steps());
        if (played.cut()) {
            cut = true;
        }
    }

    /** Whether the time is used up. Once it is, it stays so. */
    public boolean isOver() {
        if (!over && nanos.getAsLong() - until > 0) {
            over = true;
        }
        return over;
    }

    /** Whether it was asked for more when the time was used up. */
    public boolean wasOver() {
        return over;
    }

    /** Whether it is half as late again as it may be. */
    public boolean isLongOver() {
        return over && nanos.getAsLong() - until > allowed / 2;
    }

    public long histories() {
        return histories.sum();
    }

    /** Moments at which the monitor was asked. */
    public long moments() {
        return moments.sum();
    }

    /** Whether some history was broken off because it became too long. */
    public boolean cut() {
        return cut;
    }
}
