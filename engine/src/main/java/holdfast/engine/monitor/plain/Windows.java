package holdfast.engine.monitor.plain;

import holdfast.engine.monitor.time.CivilTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the window of a duty opens and closes, reckoned from a precise instant (semantics, section 9). Milliseconds since 1970-01-01T00:00Z. */
final class Windows {
    private final CivilTime civil;
    private final Plan.@Nullable Window window;
    private final boolean exact;

    Windows(Optional<Plan.Window> within, CivilTime civil) {
        this.civil = civil;
        this.window = within.orElse(null);
        this.exact = window != null && window.span().exact();
    }

    boolean closes() {
        return window != null;
    }

    long from(long anchor) {
        return exact ? anchor : civil.startOfDay(anchor);
    }

    /** {@link Long#MAX_VALUE} if it never closes. */
    long due(long anchor) {
        return window == null ? Long.MAX_VALUE : civil.deadline(anchor, window.span(), window.includingFirstDay());
    }
}
