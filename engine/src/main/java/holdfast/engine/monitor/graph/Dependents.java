package holdfast.engine.monitor.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cells that read something and are touched when it changes.
 *
 * <p>A cell may say up to which instant it still cares ({@link Reader#caresUntil}): thousands of duties long fulfilled cost nothing when a new act comes.
 */
public final class Dependents {
    private static final int FEW = 8;
    private static final Cell[] NOBODY = {};

    public interface Reader {
        /** Changes after this instant do not concern it. */
        long caresUntil();
    }

    private Cell[] open = NOBODY;
    private int openCount;
    private Cell[] settled = NOBODY;
    private int settledCount;
    private long settledUntil = Long.MIN_VALUE;
    private @Nullable Set<Cell> known;

    public void add(Cell cell) {
        if (contains(cell)) {
            return;
        }
        if (openCount == open.length) {
            open = Arrays.copyOf(open, Math.max(1, 2 * openCount));
        }
        open[openCount++] = cell;
        if (known != null) {
            known.add(cell);
        }
    }

    private boolean contains(Cell cell) {
        int count = openCount + settledCount;
        if (openCount > 0 && open[openCount - 1] == cell) {
            return true;
        }
        if (count <= FEW) {
            return isIn(open, openCount, cell) || isIn(settled, settledCount, cell);
        }
        if (known == null) {
            known = Collections.newSetFromMap(new IdentityHashMap<>());
            known.addAll(Arrays.asList(open).subList(0, openCount));
            known.addAll(Arrays.asList(settled).subList(0, settledCount));
        }
        return known.contains(cell);
    }

    private static boolean isIn(Cell[] cells, int count, Cell cell) {
        for (int i = 0; i < count; i++) {
            if (cells[i] == cell) {
                return true;
            }
        }
        return false;
    }

    public void touch(long from, long to) {
        if (from <= settledUntil) {
            reopen();
        }
        int kept = 0;
        for (int i = 0; i < openCount; i++) {
            Cell cell = open[i];
            if (cell instanceof Reader reader && from > reader.caresUntil()) {
                settle(cell, reader.caresUntil());
            } else {
                cell.touch(from, to);
                open[kept++] = cell;
            }
        }
        Arrays.fill(open, kept, openCount, null);
        openCount = kept;
    }

    /** Touches those that look at the facts themselves. */
    public void touchWatchers() {
        for (int i = 0; i < openCount; i++) {
            if (open[i].watchesSupport()) {
                open[i].touch();
            }
        }
    }

    private void settle(Cell cell, long until) {
        if (settledCount == settled.length) {
            settled = Arrays.copyOf(settled, Math.max(1, 2 * settledCount));
        }
        settled[settledCount++] = cell;
        settledUntil = Math.max(settledUntil, until);
    }

    /** Counts the settled cells in again: one of them has changed its mind. */
    public void reopen() {
        if (openCount + settledCount > open.length) {
            open = Arrays.copyOf(open, openCount + settledCount);
        }
        System.arraycopy(settled, 0, open, openCount, settledCount);
        openCount += settledCount;
        Arrays.fill(settled, 0, settledCount, null);
        settledCount = 0;
        settledUntil = Long.MIN_VALUE;
    }
}
