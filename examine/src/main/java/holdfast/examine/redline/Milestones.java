package holdfast.examine.redline;

import holdfast.language.model.Agreement;
import holdfast.language.model.Definition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.State;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Walk;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The events that set the calendar of two drafts: those that begin a state or from which a time runs, and that no clause forbids. A treaty is signed once and enters into force once;
 * a history in which it does so again tells of a second treaty, and weighs only where no other tells anything.
 */
final class Milestones {
    private final Set<String> events = new LinkedHashSet<>();

    Milestones(Side before, Side after) {
        for (Agreement draft : List.of(before.part(), after.part())) {
            Walk walk = new Walk(draft);
            for (State state : draft.states()) {
                if (state instanceof State.Fluent fluent) {
                    fluent.begins().forEach(p -> declared(walk, p));
                }
            }
            for (Definition definition : draft.definitions()) {
                switch (definition.derivation()) {
                    case Definition.After d -> declared(walk, d.pattern());
                    case Definition.Absence d -> declared(walk, d.of());
                    default -> {}
                }
            }
        }
        for (Agreement draft : List.of(before.part(), after.part())) {
            for (Norm norm : draft.norms()) {
                Duties.forbidden(norm)
                        .ifPresent(act -> new Walk(draft).from(act).patterns().forEach(p -> events.remove(p.event())));
            }
        }
    }

    private void declared(Walk walk, Pattern pattern) {
        walk.from(pattern).patterns().forEach(p -> events.add(p.event()));
    }

    /** Whether some such event happens more than once, at different times. */
    boolean areRepeated(List<Placed> history) {
        Set<String> seen = new HashSet<>();
        for (Placed placed : history) {
            if (placed.what() instanceof Happening.Done(var act)
                    && events.contains(act.event())
                    && !seen.add(act.event())) {
                return true;
            }
        }
        return false;
    }
}
