package holdfast.examine.subject;

import holdfast.examine.text.Watch;
import holdfast.language.model.Agreement;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import holdfast.language.reading.Duties;
import java.util.Optional;

/** Who watches, finds and says who did it, under any reading. */
public final class Verifiers {
    private final Agreement agreement;
    private final Watch watch;

    public Verifiers(Subject subject) {
        this.agreement = subject.agreement();
        this.watch = subject.watch();
    }

    /** Whether a clause is a duty to act whose act is of a kind. */
    public static boolean mustDo(Subject subject, Norm norm, Kind kind) {
        return Duties.demanded(norm)
                .filter(act -> subject.understood().is(kind, act))
                .isPresent();
    }

    public boolean someoneFinds() {
        return agreement.rules().stream()
                .anyMatch(r -> r instanceof Rule.Attributes
                        || r
                                        instanceof
                                        Rule.Confirms(
                                                var reading,
                                                Optional<String> body,
                                                var of,
                                                var silence,
                                                var origin)
                                && body.isPresent());
    }

    public boolean someoneFindsOn(String clause) {
        return agreement.rules().stream()
                .anyMatch(r -> r instanceof Rule.Confirms c && c.body().isPresent() && c.of().covers(clause));
    }

    public boolean verifies(String clause) {
        return !watch.isEmpty()
                || someoneFindsOn(clause)
                || agreement.rules().stream().anyMatch(r -> r instanceof Rule.Evidence e && e.of().covers(clause));
    }

    public boolean someoneAttributes() {
        return agreement.rules().stream().anyMatch(Rule.Attributes.class::isInstance);
    }
}
