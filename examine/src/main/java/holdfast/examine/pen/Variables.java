package holdfast.examine.pen;

import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Parts;
import holdfast.language.reading.Roles;
import java.util.HashSet;
import java.util.Set;

/** The variables that a text uses. */
public final class Variables {
    private Variables() {}

    public static Set<String> of(Agreement agreement) {
        Set<String> found = new HashSet<>();
        Parts.patterns(agreement, p -> found.addAll(p.variables()));
        for (Norm norm : agreement.norms()) {
            Roles.variable(norm).ifPresent(found::add);
            switch (norm.trigger().orElse(null)) {
                case Trigger.OnBreach b -> found.add(b.variable());
                case Trigger.Continues c -> found.add(c.breach().variable());
                case Trigger.GrowsInto g -> found.add(g.breach().variable());
                case Trigger.OnEvent ignored -> {}
                case Trigger.OnOutcome ignored -> {}
                case Trigger.OnState ignored -> {}
                case null -> {}
            }
        }
        return found;
    }
}
