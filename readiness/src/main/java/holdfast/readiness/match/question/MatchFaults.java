package holdfast.readiness.match.question;

import java.util.List;
import java.util.stream.Collectors;

/** What was handed in cannot be matched, and all that is wrong with it. */
public final class MatchFaults extends RuntimeException {
    private final transient List<MatchFault> faults;

    public MatchFaults(List<MatchFault> faults) {
        super(faults.stream().map(MatchFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<MatchFault> faults() {
        return faults;
    }
}
