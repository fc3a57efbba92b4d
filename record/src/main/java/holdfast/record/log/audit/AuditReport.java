package holdfast.record.log.audit;

import holdfast.record.log.trust.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * What an audit found.
 *
 * @param judgement of the checkpoint; empty where it cannot be read
 * @param entries how many were read
 * @param cosigned how many entries are under a checkpoint that the policy accepts, the last or an earlier one
 * @param faults in order of where they were found: the checkpoint's first
 * @param untold how many more there are that are not listed
 */
public record AuditReport(Optional<Judgement> judgement, long entries, long cosigned, List<Fault> faults, long untold) {
    public AuditReport {
        faults = List.copyOf(faults);
    }

    /** Whether nothing is wrong but that the last checkpoint is not, or not yet, cosigned as the policy wants. */
    public boolean isOnlyNotCosigned() {
        return !faults.isEmpty()
                && untold == 0
                && faults.stream().allMatch(Fault.CheckpointNotCosigned.class::isInstance);
    }

    public boolean isSound() {
        return faults.isEmpty();
    }
}
