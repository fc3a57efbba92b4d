package holdfast.engine.reference;

import holdfast.language.model.Condition;
import holdfast.language.model.Level;
import holdfast.language.model.Pattern;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a condition mentions: its variables (section 10), and the matches of the patterns, states and levels that it uses (section 11). */
record Mentions(OneReading reading) {

    static Set<String> variables(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> all) -> variables(all);
            case Condition.Any(List<Condition> any) -> variables(any);
            case Condition.Not(Condition negated) -> variables(negated);
            case Condition.InState in -> variables(in.arguments().stream());
            case Condition.HasHappened(Pattern pattern) -> pattern.variables();
            case Condition.NoneFor none -> none.pattern().variables();
            case Condition.LevelIs level -> level.level().variables();
            case Condition.Compare compare -> variables(Stream.of(compare.left(), compare.right()));
            case Condition.InZone in -> variables(Stream.of(in.place()));
            case Condition.Distance distance -> variables(Stream.of(distance.place()));
            case Condition.ClauseFulfilled _, Condition.ClauseBreached _, Condition.Undefined _ -> Set.of();
        };
    }

    private static Set<String> variables(List<Condition> conditions) {
        Set<String> all = new TreeSet<>();
        conditions.forEach(c -> all.addAll(variables(c)));
        return all;
    }

    private static Set<String> variables(Stream<Term> terms) {
        Set<String> all = new TreeSet<>();
        terms.forEach(t -> {
            if (t instanceof Term.Variable(String name)) {
                all.add(name);
            }
        });
        return all;
    }

    List<Match> matches(Condition condition, Binding binding) {
        return switch (condition) {
            case Condition.All(List<Condition> all) -> matches(all, binding);
            case Condition.Any(List<Condition> any) -> matches(any, binding);
            case Condition.Not(Condition negated) -> matches(negated, binding);
            case Condition.HasHappened(Pattern pattern) -> reading.matches(pattern, binding);
            case Condition.NoneFor none -> reading.matches(none.pattern(), binding);
            case Condition.LevelIs level -> matches(level, binding);
            case Condition.InState in -> matches(in, binding);
            case Condition.ClauseFulfilled _,
                    Condition.ClauseBreached _,
                    Condition.Undefined _,
                    Condition.Compare _,
                    Condition.InZone _,
                    Condition.Distance _ -> List.of();
        };
    }

    private List<Match> matches(List<Condition> conditions, Binding binding) {
        return conditions.stream().flatMap(c -> matches(c, binding).stream()).toList();
    }

    private List<Match> matches(Condition.LevelIs condition, Binding binding) {
        Level level = reading.conditions.level(condition);
        return reading.matches(level.pattern(), Conditions.levelParameters(level, condition, binding));
    }

    private List<Match> matches(Condition.InState in, Binding binding) {
        State state = reading.conditions.state(in.state());
        Binding parameters = Conditions.arguments(state.parameters(), in.arguments(), binding);
        return switch (state) {
            case State.Named named -> matches(named.condition(), parameters);
            case State.Fluent fluent ->
                Stream.concat(fluent.begins().stream(), fluent.ends().stream())
                        .flatMap(p -> reading.matches(p, parameters).stream())
                        .toList();
        };
    }
}
