package holdfast.language.check;

import holdfast.language.model.Condition;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import java.util.LinkedHashSet;
import java.util.Set;

/** The variables of a condition. */
final class ConditionVariables {
    private final Set<String> found = new LinkedHashSet<>();

    private ConditionVariables() {}

    static Set<String> of(Condition condition) {
        ConditionVariables variables = new ConditionVariables();
        variables.add(condition);
        return variables.found;
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.All c -> c.conditions().forEach(this::add);
            case Condition.Any c -> c.conditions().forEach(this::add);
            case Condition.Not c -> add(c.condition());
            case Condition.InState c -> c.arguments().forEach(this::add);
            case Condition.HasHappened c -> add(c.pattern());
            case Condition.NoneFor c -> add(c.pattern());
            case Condition.LevelIs c -> add(c.level());
            case Condition.Compare c -> {
                add(c.left());
                add(c.right());
            }
            case Condition.InZone c -> add(c.place());
            case Condition.Distance c -> add(c.place());
            case Condition.ClauseFulfilled ignored -> {}
            case Condition.ClauseBreached ignored -> {}
            case Condition.Undefined ignored -> {}
        }
    }

    private void add(Pattern pattern) {
        found.addAll(pattern.variables());
    }

    private void add(Term term) {
        if (term instanceof Term.Variable(String name)) {
            found.add(name);
        }
    }
}
