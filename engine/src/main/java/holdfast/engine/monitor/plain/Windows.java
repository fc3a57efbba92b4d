package holdfast.engine.monitor.plain;

import holdfast.engine.monitor.time.CivilTime;
import java.util.Optional;

/** When the window of a duty opens and closes, reckoned from a precise instant (semantics, section 9). Milliseconds since 1970-01-01T00:00Z. */
final class Windows {
    private final Optional<Plan.Window> within;
    private final CivilTime civil;

    /** Of an exact span; -1: it is counted on the calendar, or there is none. */
    private final long millis;

    Windows(Optional<Plan.Window> within, CivilTime civil) {
        this.within = within;
        this.civil = civil;
        this.millis = within.filter(w -> w.span().exact())
                .map(w -> w.span().count() * w.span().unit().millis())
                .orElse(-1L);
    }

    boolean closes() {
        return within.isPresent();
    }

    long from(long anchor) {
        return millis >= 0 ? anchor : civil.startOfDay(anchor);
    }

    /** {@link Long#MAX_VALUE} if it never closes. */
    long due(long anchor) {
        if (millis >= 0) {
            long due = anchor + millis;
            return due < anchor ? Long.MAX_VALUE : due;
        }
        return within.map(w -> civil.deadline(anchor, w.span(), w.includingFirstDay()))
                .orElse(Long.MAX_VALUE);
    }
}
