package holdfast.examine.check;

import java.util.List;

/** Every check there is, in the order of the catalogue. */
public final class Checks {
    public static final List<Check> ALL = List.of(
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
