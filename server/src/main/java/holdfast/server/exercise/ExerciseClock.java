package holdfast.server.exercise;

import java.time.Instant;
import java.time.InstantSource;

/** The time of an exercise: it stands still, or runs so many times as fast as a clock on the wall. It never goes back. Several threads may use it. */
public final class ExerciseClock implements InstantSource {
    /** A day in a second. */
    public static final int FASTEST = 86_400;

    private final InstantSource wall;
    private long shown;
    private long since;
    private int speed;

    /** @param begin what it shows at first; it stands still */
    public ExerciseClock(Instant begin, InstantSource wall) {
        this.wall = wall;
        this.shown = begin.toEpochMilli();
        this.since = wall.millis();
    }

    @Override
    public synchronized long millis() {
        return shown + Math.max(0, wall.millis() - since) * speed;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    /** @return false, and nothing done, where that lies in the past of the exercise */
    public synchronized boolean moveTo(Instant instant) {
        if (instant.toEpochMilli() < millis()) {
            return false;
        }
        set(instant.toEpochMilli());
        return true;
    }

    /** @param times 0: it stands still; at most {@link #FASTEST} */
    public synchronized void runs(int times) {
        set(millis());
        speed = Math.clamp(times, 0, FASTEST);
    }

    public synchronized int speed() {
        return speed;
    }

    private void set(long millis) {
        shown = millis;
        since = wall.millis();
    }
}
