package holdfast.language.reading;

import holdfast.language.model.Agreement;
import holdfast.language.model.Definition;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import java.util.Optional;

/** When a breach of a prohibition is over. */
public final class QuietGaps {
    private QuietGaps() {}

    /**
     * How long after its last act a breach of a prohibition is over, if no further act comes (semantics,
     * section 10): as the text says, otherwise the window in which the acts are counted, {@link Span#EVER} if they are
     * counted without one. Empty if every act is a breach of its own.
     */
    public static Optional<Span> of(Agreement agreement, Norm norm) {
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.QuietGap quiet && quiet.of().covers(norm.id())) {
                return Optional.of(quiet.gap());
            }
        }
        return Duties.forbidden(norm).flatMap(act -> window(agreement, act.event()));
    }

    /** The window of an event that is defined by a number that is reached, or is nothing except another such event. */
    private static Optional<Span> window(Agreement agreement, String event) {
        Optional<Definition> defined = agreement.definitions().stream()
                .filter(d -> d.name().equals(event))
                .findFirst();
        if (defined.isEmpty()) {
            return Optional.empty();
        }
        return switch (defined.get().derivation()) {
            case Definition.Count c -> Optional.of(c.within().orElse(Span.EVER));
            case Definition.Different d -> Optional.of(d.within().orElse(Span.EVER));
            case Definition.Sum s -> Optional.of(s.within().orElse(Span.EVER));
            case Definition.Select s
            when s.patterns().size() == 1 ->
                window(agreement, s.patterns().getFirst().event());
            case Definition.Select ignored -> Optional.empty();
            case Definition.Merged ignored -> Optional.empty();
            case Definition.Then ignored -> Optional.empty();
            case Definition.Absence ignored -> Optional.empty();
            case Definition.After ignored -> Optional.empty();
            case Definition.AllOf ignored -> Optional.empty();
        };
    }
}
