package holdfast.examine.check;

import holdfast.language.model.Agreement;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import java.util.List;
import java.util.Optional;

/** Who watches, finds and says who did it, under any reading. */
final class Verifiers {
    private final Agreement agreement;
    private final List<Norm> watching;

    Verifiers(Agreement agreement) {
        this.agreement = agreement;
        this.watching = agreement.norms().stream()
                .filter(n -> mustDo(n, Vocabulary.WATCHING_OR_REPORTING))
                .toList();
    }

    /** Whether a clause is a duty to act whose act has such a word in its name. */
    static boolean mustDo(Norm norm, List<String> words) {
        return switch (norm.duty()) {
            case Duty.Achieve d -> Vocabulary.speaksOf(words, d.act().event());
            case Duty.Recur d -> Vocabulary.speaksOf(words, d.act().event());
            case Duty.Refrain ignored -> false;
            case Duty.Keep ignored -> false;
            case Duty.May ignored -> false;
            case Duty.Power ignored -> false;
        };
    }

    /** The duties to watch. */
    List<Norm> watching() {
        return watching;
    }

    boolean someoneFinds() {
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

    boolean someoneFindsOn(String clause) {
        return agreement.rules().stream()
                .anyMatch(r -> r instanceof Rule.Confirms c && c.body().isPresent() && c.of().covers(clause));
    }

    boolean verifies(String clause) {
        return !watching.isEmpty()
                || someoneFindsOn(clause)
                || agreement.rules().stream().anyMatch(r -> r instanceof Rule.Evidence e && e.of().covers(clause));
    }

    boolean someoneAttributes() {
        return agreement.rules().stream().anyMatch(Rule.Attributes.class::isInstance);
    }
}
