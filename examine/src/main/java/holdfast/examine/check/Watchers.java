package holdfast.examine.check;

import holdfast.examine.play.Cast;
import holdfast.examine.text.Parts;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who has the duty to watch, and under which clauses. Parties are none: what they observe, they keep. */
final class Watchers {
    private final List<Norm> clauses = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    Watchers(Agreement agreement) {
        Set<String> parties = Set.copyOf(Cast.withRole(agreement, Actor.Role.PARTY));
        for (Norm norm : agreement.norms()) {
            if (!(norm.duty() instanceof Duty.Achieve) && !(norm.duty() instanceof Duty.Recur)) {
                continue;
            }
            boolean watching = Parts.act(norm)
                    .filter(a -> Vocabulary.speaksOf(Vocabulary.WATCHING, a.event()))
                    .isPresent();
            List<String> bearers = Cast.bearers(norm).stream()
                    .flatMap(java.util.Optional::stream)
                    .filter(b -> !parties.contains(b))
                    .toList();
            if (watching && !bearers.isEmpty()) {
                clauses.add(norm);
                names.addAll(bearers);
            }
        }
    }

    boolean isEmpty() {
        return clauses.isEmpty();
    }

    List<Norm> clauses() {
        return List.copyOf(clauses);
    }

    List<String> clauseNumbers() {
        return clauses.stream().map(Norm::id).distinct().toList();
    }

    Set<String> names() {
        return Set.copyOf(names);
    }

    String words() {
        return Names.list(List.copyOf(names));
    }
}
