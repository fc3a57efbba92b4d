package holdfast.report.standing;

import holdfast.engine.horizon.Behind;
import holdfast.engine.horizon.Final;
import java.util.List;
import java.util.Optional;

/**
 * What of a replay with a horizon is not among its verdicts.
 *
 * @param edge what happened earlier is final; milliseconds since 1970-01-01T00:00Z
 * @param counts the verdicts that are final and went
 * @param late the records that were told too late and were not taken, in the order in which they were read
 * @param archive the folder to which what is final went; empty: it was only counted
 */
public record BehindHorizon(long edge, List<Final.Count> counts, List<Behind> late, Optional<String> archive) {
    public BehindHorizon {
        counts = List.copyOf(counts);
        late = List.copyOf(late);
    }
}
