package holdfast.examine.check;

import java.util.List;

/** Every check there is, in the order of the catalogue. */
public final class Checks {
    public static final List<Check> ALL = List.of(
            new NoConsequence(),
            new ConsultationOnly(),
            new AccessDenialFree(),
            new FinderWithoutTeeth(),
            new GuarantorIsAddressee(),
            new VetoBySuspect(),
            new UnanimousFinding(),
            new RevocableMonitor(),
            new SelfJudgedRight(),
            new DiscretionaryGuarantee(),
            new SingleGuarantor(),
            new FewDefectors(),
            new NoDeadline());

    private Checks() {}
}
