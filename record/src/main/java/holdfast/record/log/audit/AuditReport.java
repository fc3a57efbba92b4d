package holdfast.record.log.audit;

import holdfast.record.log.trust.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * What an audit found.
 *
 * @param judgement of the checkpoint; empty where it cannot be read
 * @param entries how many were read
 * @param faults in order of where they were found: the checkpoint's first
 * @param untold how many more there are that are not listed
 */
public record AuditReport(Optional<Judgement> judgement, long entries, List<Fault> faults, long untold) {
    public AuditReport {
        faults = List.copyOf(faults);
    }

    public boolean isSound() {
        return faults.isEmpty();
    }
}
