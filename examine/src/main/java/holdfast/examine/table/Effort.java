package holdfast.examine.table;

import holdfast.examine.play.Played;

/** How much was done so far, and whether it is time to stop. */
public final class Effort {
    private final long until;
    private final java.util.function.LongSupplier nanos;
    private long histories;
    private long moments;
    private boolean cut;
    private boolean over;

    /**
     * @param nanos a clock that only moves forward, in nanoseconds
     * @param allowed how long the whole may take, in nanoseconds
     */
    public Effort(java.util.function.LongSupplier nanos, long allowed) {
        this.nanos = nanos;
        this.until = nanos.getAsLong() + allowed;
    }

    void played(Played played) {
        histories++;
        moments += played.steps();
        cut |= played.cut();
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

    public long histories() {
        return histories;
    }

    /** Moments at which the monitor was asked. */
    public long moments() {
        return moments;
    }

    /** Whether some history was broken off because it became too long. */
    public boolean cut() {
        return cut;
    }
}
