package holdfast.language.reading;

import holdfast.language.model.Norm;
import holdfast.language.model.Trigger;

/** What sets a clause off. */
public final class Triggers {
    private Triggers() {}

    /** Whether a breach does: that there is one, that it goes on, or that it grows. */
    public static boolean followsABreach(Norm norm) {
        return switch (norm.trigger().orElse(null)) {
            case Trigger.OnBreach ignored -> true;
            case Trigger.Continues ignored -> true;
            case Trigger.GrowsInto ignored -> true;
            case Trigger.OnEvent ignored -> false;
            case Trigger.OnOutcome ignored -> false;
            case Trigger.OnState ignored -> false;
            case null -> false;
        };
    }
}
