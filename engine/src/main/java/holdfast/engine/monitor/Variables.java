package holdfast.engine.monitor;

import holdfast.language.model.Condition;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The variables that a condition mentions. */
final class Variables {
    private Variables() {}

    static Set<String> of(Condition condition) {
        Set<String> found = new LinkedHashSet<>();
        collect(condition, found);
        return found;
    }

    private static void collect(Condition condition, Set<String> into) {
        switch (condition) {
            case Condition.All(List<Condition> all) -> all.forEach(c -> collect(c, into));
            case Condition.Any(List<Condition> any) -> any.forEach(c -> collect(c, into));
            case Condition.Not(Condition negated) -> collect(negated, into);
            case Condition.InState in -> in.arguments().forEach(t -> collect(t, into));
            case Condition.HasHappened(Pattern pattern) -> into.addAll(pattern.variables());
            case Condition.NoneFor none -> into.addAll(none.pattern().variables());
            case Condition.LevelIs level -> into.addAll(level.level().variables());
            case Condition.Compare compare -> {
                collect(compare.left(), into);
                collect(compare.right(), into);
            }
            case Condition.InZone in -> collect(in.place(), into);
            case Condition.Distance distance -> collect(distance.place(), into);
            case Condition.ClauseFulfilled f -> {}
            case Condition.ClauseBreached b -> {}
            case Condition.Undefined u -> {}
        }
    }

    private static void collect(Term term, Set<String> into) {
        if (term instanceof Term.Variable(String name)) {
            into.add(name);
        }
    }
}
