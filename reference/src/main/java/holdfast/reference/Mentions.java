package holdfast.reference;

import holdfast.language.model.Anchor;
import holdfast.language.model.Bound;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.reference.Instants.Interval;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a condition mentions: its variables (section 10), and the matches of the patterns, states and levels that it uses (section 11). */
record Mentions(OneReading reading) {

    /** The variables that a clause mentions. */
    static Set<String> variables(Norm c) {
        Set<String> all = new TreeSet<>(variables(List.of(c.whileTrue(), c.guard())));
        c.trigger().ifPresent(t -> all.addAll(variables(t)));
        InForce.variable(c.bearer()).ifPresent(all::add);
        if (c.duty() instanceof Duty.Achieve act) {
            all.addAll(act.act().variables());
            all.addAll(variables(act.where()));
            if (act.amount() instanceof Duty.Amount.Totalling totalling) {
                all.addAll(variables(Stream.of(totalling.total())));
            }
            act.notBefore().ifPresent(b -> all.addAll(variables(b)));
            act.due().ifPresent(b -> all.addAll(variables(b)));
        }
        return all;
    }

    private static Set<String> variables(Trigger trigger) {
        return switch (trigger) {
            case Trigger.OnEvent(Pattern pattern, Condition where) -> {
                Set<String> all = new TreeSet<>(pattern.variables());
                all.addAll(variables(where));
                yield all;
            }
            case Trigger.OnBreach on ->
                variables(Stream.concat(Stream.of(new Term.Variable(on.variable())), on.by().stream()));
            case Trigger.Continues continues -> variables(continues.breach());
            case Trigger.GrowsInto grows -> {
                Set<String> all = new TreeSet<>(variables(grows.breach()));
                all.addAll(grows.into().variables());
                yield all;
            }
            case Trigger.OnOutcome _ -> Set.of();
            case Trigger.OnState on -> variables(on.condition());
        };
    }

    /**
     * When what surely holds from {@code s} on, and possibly in all of {@code p}, may have begun at the earliest; none, if it may always have held. Where it was
     * not known before, it begins with what is first known of it.
     */
    OptionalLong beginning(List<Match> used, Interval p, Interval s) {
        if (s.from() == Calendar.BEGINNING || p.from() != Calendar.BEGINNING) {
            return p.from() == Calendar.BEGINNING ? OptionalLong.empty() : OptionalLong.of(p.from());
        }
        return used.stream()
                .filter(m -> m.lo() == s.from() || m.hi() == s.from())
                .mapToLong(Match::lo)
                .min();
    }

    private static Set<String> variables(Bound bound) {
        return switch (bound) {
            case Bound.OnVariable(String variable, boolean _) -> Set.of(variable);
            case Bound.Within(var _, boolean _, Anchor.OfEvent(Pattern pattern)) -> pattern.variables();
            case Bound.Within(var _, boolean _, Anchor.OfBreach(String variable, var _)) -> Set.of(variable);
            default -> Set.of();
        };
    }

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
            case State.Period term ->
                term.patterns().stream()
                        .flatMap(p -> reading.matches(p, parameters).stream())
                        .toList();
            case State.Fluent fluent ->
                Stream.concat(fluent.begins().stream(), fluent.ends().stream())
                        .flatMap(p -> reading.matches(p, parameters).stream())
                        .toList();
        };
    }
}
