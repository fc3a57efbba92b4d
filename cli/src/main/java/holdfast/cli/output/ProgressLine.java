package holdfast.cli.output;

import holdfast.intake.rows.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Says on a terminal what takes long: nothing in the first two seconds, then one line that is written over. */
public final class ProgressLine implements Progress, AutoCloseable {
    private static final long QUIET = 2_000;
    private static final long EVERY = 200;

    private final PrintWriter err;
    private final boolean shown;
    private final LongSupplier millis;
    private final long start;
    private long next;
    private int width;

    /** @param millis a clock that only runs forward */
    public ProgressLine(PrintWriter err, boolean shown, LongSupplier millis) {
        this.err = err;
        this.shown = shown;
        this.millis = millis;
        this.start = millis.getAsLong();
        this.next = start + QUIET;
    }

    @Override
    public void reached(String file, long bytes, long lines) {
        if (shown && millis.getAsLong() >= next) {
            say(String.format(Locale.ROOT, "reading %s: %,d lines, %,d MB", file, lines, bytes / 1_000_000));
        }
    }

    /** @param done maps of {@code all} */
    public void map(String file, int done, int all) {
        if (shown && millis.getAsLong() >= next) {
            say(String.format(Locale.ROOT, "reading maps: %,d of %,d, %s", done, all, file));
        }
    }

    /** A step that has no measure of its own; said only if the work as a whole is already long. */
    public void step(String what) {
        if (shown && millis.getAsLong() >= start + QUIET) {
            say(what);
        }
    }

    private void say(String what) {
        String line = what.length() > 98 ? what.substring(0, 98) : what;
        err.print(VisibleWriter.OVER_AGAIN + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
        width = line.length();
        next = millis.getAsLong() + EVERY;
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (width > 0) {
            err.print(VisibleWriter.OVER_AGAIN + " ".repeat(width) + VisibleWriter.OVER_AGAIN);
            err.flush();
            width = 0;
        }
    }
}
