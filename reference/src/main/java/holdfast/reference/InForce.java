package holdfast.reference;

import holdfast.engine.Verdict;
import holdfast.language.model.Bearer;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty.Effect;
import holdfast.language.model.Duty.Power;
import holdfast.language.model.Duty.Reach;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Section 8: when a clause is in force, and the use of powers over it. */
record InForce(OneReading reading) {

    /** A bearer and the binding that carries it. */
    record Borne(String bearer, Binding binding) {}

    Holding of(Norm c, Binding binding) {
        return applies(c, binding).and(suspended(c).not());
    }

    /** InForce but for a suspension, which passes. */
    Holding applies(Norm c, Binding binding) {
        return instrument()
                .and(reading.conditions.holding(c.whileTrue(), binding))
                .and(terminated(c).not());
    }

    private Holding instrument() {
        List<Condition> all = new ArrayList<>();
        for (Rule rule : reading.agreement.rules()) {
            if (rule instanceof Rule.InForceWhile guard) {
                all.add(guard.condition());
            }
        }
        return reading.conditions.holding(new Condition.All(all), Binding.EMPTY);
    }

    Holding suspended(Norm c) {
        return Conditions.fluent(used(Effect.SUSPEND, c, Binding.EMPTY), used(Effect.RESUME, c, Binding.EMPTY));
    }

    private Holding terminated(Norm c) {
        return Conditions.hasHappened(used(Effect.TERMINATE, c, Binding.EMPTY));
    }

    /** The occurrences of the powers over a clause that match a binding. */
    List<Match> used(Effect effect, Norm c, Binding binding) {
        return uses(effect, c, binding).stream().map(Use::match).toList();
    }

    /** The use of a power, and what one use reaches. */
    record Use(Match match, Reach reach) {}

    List<Use> uses(Effect effect, Norm c, Binding binding) {
        List<Use> used = new ArrayList<>();
        for (Norm power : reading.agreement.norms()) {
            if (power.duty() instanceof Power(Effect its, var over, Pattern with, Reach reach)
                    && its == effect
                    && over.covers(c.id())) {
                for (Borne holder : bearers(power.bearer(), binding)) {
                    for (Match match : reading.matches(by(holder, power, with), holder.binding())) {
                        used.add(new Use(match, reach));
                    }
                }
            }
        }
        return used;
    }

    /** The pattern of an act with the bearer put in, where it does not name it. */
    Pattern by(Borne borne, Norm c, Pattern act) {
        return c.bearer() instanceof Bearer.NobodyNamed
                ? act
                : reading.patterns.by(borne.bearer(), variable(c.bearer()), act);
    }

    /** Whom a clause binds: each actor named, each member of a group, the value of a bound variable; for nobody named, nobody. */
    static List<Borne> bearers(Bearer bearer, Binding binding) {
        return switch (bearer) {
            case Bearer.NobodyNamed() -> List.of(new Borne(Verdict.NOBODY_NAMED, binding));
            case Bearer.Named(List<String> actors) ->
                actors.stream().map(a -> new Borne(a, binding)).toList();
            case Bearer.EachOf(String variable, String _, List<String> actors) ->
                actors.stream()
                        .map(a -> new Borne(a, binding.with(variable, new Value.Actor(a))))
                        .toList();
            case Bearer.Bound(String variable) ->
                binding.values().get(variable) instanceof Value.Actor(String name)
                                && !name.equals(Value.UNATTRIBUTED.name())
                        ? List.of(new Borne(name, binding))
                        : List.of();
            case Bearer.Anyone _ -> List.of();
        };
    }

    /** The variable that stands for the bearer, if it has one. */
    static Optional<String> variable(Bearer bearer) {
        return switch (bearer) {
            case Bearer.EachOf each -> Optional.of(each.variable());
            case Bearer.Bound bound -> Optional.of(bound.variable());
            case Bearer.Anyone anyone when !anyone.variable().isEmpty() -> Optional.of(anyone.variable());
            default -> Optional.empty();
        };
    }
}
