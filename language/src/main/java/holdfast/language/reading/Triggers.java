package holdfast.language.reading;

import holdfast.language.model.Norm;
import holdfast.language.model.Trigger;
import java.util.Optional;

/** What sets a clause off. */
public final class Triggers {
    private Triggers() {}

    /** Whether a breach does: that there is one, that it goes on, or that it grows. */
    public static boolean followsABreach(Norm norm) {
        return breach(norm).isPresent();
    }

    /** The breach that does, by itself or because it goes on or grows. */
    public static Optional<Trigger.OnBreach> breach(Norm norm) {
        return switch (norm.trigger().orElse(null)) {
            case Trigger.OnBreach b -> Optional.of(b);
            case Trigger.Continues c -> Optional.of(c.breach());
            case Trigger.GrowsInto g -> Optional.of(g.breach());
            case Trigger.OnEvent ignored -> Optional.empty();
            case Trigger.OnOutcome ignored -> Optional.empty();
            case Trigger.OnState ignored -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    /** Whether a breach of such a clause sets it off. */
    public static boolean followsABreachOf(String clause, Norm norm) {
        return breach(norm).filter(b -> b.of().covers(clause)).isPresent();
    }
}
