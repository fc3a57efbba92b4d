package holdfast.engine.monitor.graph;

/** What a node computes for one key. It is touched when something that it reads has changed, and refreshed when its node's turn comes. */
public abstract class Cell {
    public final Node node;

    private boolean touched;

    /** Nothing that it reads has changed before or after this stretch of time. */
    private long from;

    private long to;

    /** When its timer goes off, as last set; {@link Long#MAX_VALUE}: not at all. Entries of the timetable with another instant are stale. */
    private long wake = Long.MAX_VALUE;

    public Cell(Node node) {
        this.node = node;
    }

    public final void touch(long from, long to) {
        if (touched) {
            this.from = Math.min(this.from, from);
            this.to = Math.max(this.to, to);
            return;
        }
        touched = true;
        this.from = from;
        this.to = to;
        node.enqueue(this);
    }

    public final void touch() {
        touch(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    final void refreshIfTouched() {
        if (touched) {
            touched = false;
            refresh(from, to);
        }
    }

    /** Asks to be touched once {@code now} reaches {@code instant}; replaces what was asked before. */
    public final void wakeAt(long instant) {
        if (instant != wake) {
            wake = instant;
            if (instant != Long.MAX_VALUE) {
                node.graph.timetable.add(instant, this);
            }
        }
    }

    final void woken(long instant) {
        if (wake == instant) {
            wake = Long.MAX_VALUE;
            touch(instant, Long.MAX_VALUE);
        }
    }

    /** Whether it must also hear when the facts under something change, though what they say does not. */
    public boolean watchesSupport() {
        return false;
    }

    /** Computes it again. What it reads has changed at most between {@code from} and {@code to}. */
    public abstract void refresh(long from, long to);
}
