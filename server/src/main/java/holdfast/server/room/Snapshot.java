package holdfast.server.room;

import holdfast.engine.Verdict;
import java.util.List;

/**
 * What the text says at one moment.
 *
 * @param verdicts in the order of the clauses
 */
public record Snapshot(Moment moment, List<Verdict> verdicts) {
    public Snapshot {
        verdicts = List.copyOf(verdicts);
    }
}
