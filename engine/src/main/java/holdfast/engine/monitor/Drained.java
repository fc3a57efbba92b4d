package holdfast.engine.monitor;

import holdfast.engine.Verdict;
import java.util.List;

/**
 * What a monitor says now and did not say when it was last drained. A verdict that changed is among both: as it was, and as it is.
 *
 * @param gone what is said no more, in the order of {@link Monitor#verdicts}
 * @param came what is said now, in the same order
 */
public record Drained(List<Verdict> gone, List<Verdict> came) {
    public Drained {
        gone = List.copyOf(gone);
        came = List.copyOf(came);
    }

    public boolean isNothing() {
        return gone.isEmpty() && came.isEmpty();
    }
}
