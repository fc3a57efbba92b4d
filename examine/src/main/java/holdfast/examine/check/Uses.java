package holdfast.examine.check;

import holdfast.examine.text.Parts;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.State;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a clause or a condition is made of, through the states and definitions that it names; under any reading. */
final class Uses {
    private final Agreement agreement;
    private final Set<String> terms = new LinkedHashSet<>();
    private final Set<Pattern> patterns = new LinkedHashSet<>();
    private final Set<State> states = new LinkedHashSet<>();
    private final Set<Definition> definitions = new LinkedHashSet<>();

    private Uses(Agreement agreement) {
        this.agreement = agreement;
    }

    static Uses of(Agreement agreement, Norm norm) {
        Uses uses = new Uses(agreement);
        Parts.patterns(norm, uses::pattern);
        Parts.conditions(norm, uses::one);
        return uses;
    }

    static Uses of(Agreement agreement, Condition condition) {
        Uses uses = new Uses(agreement);
        Parts.conditions(condition, uses::one);
        return uses;
    }

    Set<String> undefinedTerms() {
        return terms;
    }

    Set<Pattern> patterns() {
        return patterns;
    }

    Set<State> states() {
        return states;
    }

    Set<Definition> definitions() {
        return definitions;
    }

    private void one(Condition condition) {
        switch (condition) {
            case Condition.Undefined c -> terms.add(c.term());
            case Condition.InState c ->
                agreement.states().stream()
                        .filter(s -> s.name().equals(c.state()))
                        .forEach(this::state);
            case Condition.HasHappened c -> pattern(c.pattern());
            case Condition.NoneFor c -> pattern(c.pattern());
            case Condition.LevelIs c ->
                agreement.levels().stream()
                        .filter(l -> l.name().equals(c.level().event()))
                        .forEach(l -> pattern(l.pattern()));
            case Condition.All ignored -> {}
            case Condition.Any ignored -> {}
            case Condition.Not ignored -> {}
            case Condition.ClauseFulfilled ignored -> {}
            case Condition.ClauseBreached ignored -> {}
            case Condition.Compare ignored -> {}
            case Condition.InZone ignored -> {}
            case Condition.Distance ignored -> {}
        }
    }

    private void state(State state) {
        if (states.add(state)) {
            Parts.patterns(state, this::pattern);
            if (state instanceof State.Named s) {
                Parts.conditions(s.condition(), this::one);
            }
        }
    }

    private void pattern(Pattern pattern) {
        if (patterns.add(pattern)) {
            agreement.definitions().stream()
                    .filter(d -> d.name().equals(pattern.event()) && definitions.add(d))
                    .forEach(d -> {
                        Parts.patterns(d.derivation(), this::pattern);
                        Parts.where(d.derivation()).ifPresent(w -> Parts.conditions(w, this::one));
                    });
        }
    }
}
