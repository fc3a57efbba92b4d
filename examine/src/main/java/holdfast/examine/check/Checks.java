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
            new CircularSequence(),
            new MutualWait(),
            new AmbiguousAnchor(),
            new NoDeadline(),
            new NoBearer(),
            new SunsetBeforeDone(),
            new TooSlow(),
            new DecisionLongerThanClock(),
            new IrreversibleForRevocable(),
            new UndefinedLine(),
            new VagueTerm(),
            new CountWithoutUnit(),
            new MissingParty(),
            new UnboundAffiliates(),
            new ConflictingDuties(),
            new NoVerifier(),
            new SilentReporting(),
            new ForfeitureTrap(),
            new NoConsent(),
            new Unfunded());

    private Checks() {}
}
