package holdfast.engine.monitor.plain;

import holdfast.engine.monitor.time.CivilTime;

/** What the judges of one text share. */
final class Tier {
    private final CivilTime civil;
    private final Telling telling;
    private long now = Long.MIN_VALUE;

    /** Nothing falls due by time alone up to this instant. */
    private long wake = Long.MAX_VALUE;

    Tier(CivilTime civil, Telling telling) {
        this.civil = civil;
        this.telling = telling;
    }

    CivilTime civil() {
        return civil;
    }

    Telling telling() {
        return telling;
    }

    /** The moment last moved to. */
    long now() {
        return now;
    }

    void moveTo(long instant) {
        now = instant;
    }

    /** Something is due at an instant: once it is over, it is to be judged. */
    void wakeAfter(long due) {
        wake = Math.min(wake, due);
    }

    long wake() {
        return wake;
    }

    void sleepUntil(long due) {
        wake = due;
    }

    void begin() {
        now = Long.MIN_VALUE;
        wake = Long.MAX_VALUE;
    }
}
