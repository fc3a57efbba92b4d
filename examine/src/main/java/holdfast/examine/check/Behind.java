package holdfast.examine.check;

import holdfast.examine.text.Parts;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands behind the names in a clause: its conditions and its trigger, followed through states and definitions to the acts they are made of. */
final class Behind {
    private final Agreement agreement;

    Behind(Agreement agreement) {
        this.agreement = agreement;
    }

    /** Bodies whose decision the conditions of a clause ask for. */
    Set<String> decidersInConditions(Norm norm) {
        Set<Pattern> patterns = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Parts.conditions(norm, c -> one(c, patterns, seen));
        return deciders(patterns);
    }

    /** Bodies whose decision sets a clause in motion. */
    Set<String> decidersInTrigger(Norm norm) {
        Set<Pattern> patterns = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        switch (norm.trigger().orElse(null)) {
            case Trigger.OnEvent t -> pattern(t.pattern(), patterns, seen);
            case Trigger.GrowsInto t -> pattern(t.into(), patterns, seen);
            case Trigger.OnState t -> Parts.conditions(t.condition(), c -> one(c, patterns, seen));
            case null -> {}
            case Trigger.OnBreach ignored -> {}
            case Trigger.Continues ignored -> {}
            case Trigger.OnOutcome ignored -> {}
        }
        return deciders(patterns);
    }

    /** The conditions that an act is subject to by the way it is defined. */
    List<Condition> conditionsOf(Pattern act) {
        Set<Condition> found = new LinkedHashSet<>();
        conditionsOf(act, found, new HashSet<>());
        return List.copyOf(found);
    }

    private void conditionsOf(Pattern act, Set<Condition> found, Set<String> seen) {
        if (!seen.add(act.event())) {
            return;
        }
        for (Definition d : agreement.definitions()) {
            if (d.name().equals(act.event())) {
                Parts.where(d.derivation()).ifPresent(found::add);
                Parts.patterns(d.derivation(), p -> conditionsOf(p, found, seen));
            }
        }
    }

    private void one(Condition condition, Set<Pattern> patterns, Set<String> seen) {
        switch (condition) {
            case Condition.HasHappened c -> pattern(c.pattern(), patterns, seen);
            case Condition.NoneFor c -> pattern(c.pattern(), patterns, seen);
            case Condition.InState c -> state(c.state(), patterns, seen);
            default -> {}
        }
    }

    private void state(String name, Set<Pattern> patterns, Set<String> seen) {
        if (!seen.add("state " + name)) {
            return;
        }
        for (State state : agreement.states()) {
            if (state.name().equals(name)) {
                switch (state) {
                    case State.Named s -> Parts.conditions(s.condition(), c -> one(c, patterns, seen));
                    case State.Fluent s -> {
                        s.begins().forEach(p -> pattern(p, patterns, seen));
                        s.ends().forEach(p -> pattern(p, patterns, seen));
                    }
                }
            }
        }
    }

    private void pattern(Pattern pattern, Set<Pattern> patterns, Set<String> seen) {
        patterns.add(pattern);
        if (!seen.add(pattern.event())) {
            return;
        }
        for (Definition d : agreement.definitions()) {
            if (d.name().equals(pattern.event())) {
                Parts.patterns(d.derivation(), p -> pattern(p, patterns, seen));
                Parts.where(d.derivation()).ifPresent(w -> Parts.conditions(w, c -> one(c, patterns, seen)));
            }
        }
    }

    private static Set<String> deciders(Set<Pattern> patterns) {
        Set<String> bodies = new LinkedHashSet<>();
        for (Pattern pattern : patterns) {
            decider(pattern, bodies);
        }
        return bodies;
    }

    private static void decider(Pattern pattern, Set<String> bodies) {
        if (pattern.event().equals("decision")
                && pattern.term("of").orElse(null) instanceof Term.Constant(Value.Actor(String body))) {
            bodies.add(body);
        }
    }
}
