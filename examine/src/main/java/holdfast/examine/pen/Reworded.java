package holdfast.examine.pen;

import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Bound;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Clauses with one part of them in other words. */
public final class Reworded {
    private Reworded() {}

    /** For somebody else: who does the act is then whoever bears the clause. */
    public static Norm forOthers(Agreement agreement, Norm n, Bearer bearer) {
        return n.withDuty(withoutDoer(agreement, n.duty())).withBearer(bearer);
    }

    /** Without the name of the bearer in its act, where that is the only one. */
    public static Norm withoutDoer(Agreement agreement, Norm n) {
        boolean own = n.bearer() instanceof Bearer.Named(List<String> actors)
                && Duties.act(n)
                        .flatMap(a -> agreement
                                .eventType(a.event())
                                .flatMap(EventType::actor)
                                .flatMap(by -> a.term(by.name())))
                        .filter(t -> t instanceof Term.Constant(Value.Actor(String name)) && actors.contains(name))
                        .isPresent();
        return own ? n.withDuty(withoutDoer(agreement, n.duty())) : n;
    }

    private static Duty withoutDoer(Agreement agreement, Duty duty) {
        return duty.reworded(act -> withoutDoer(agreement, act), UnaryOperator.identity());
    }

    private static Pattern withoutDoer(Agreement agreement, Pattern act) {
        Optional<String> doer =
                agreement.eventType(act.event()).flatMap(EventType::actor).map(EventType.Attribute::name);
        return new Pattern(
                act.event(),
                act.arguments().stream()
                        .filter(a -> !doer.equals(Optional.of(a.attribute())))
                        .toList(),
                act.origin());
    }

    /** With a deadline; a permission becomes a duty. As it is, where it demands no act once. */
    public static Norm due(Norm n, Bound due) {
        return Duties.permitted(n)
                .or(() -> Duties.demanded(n).filter(act -> Duties.demandsOnce(n)))
                .map(act -> n.withDuty(new Duty.Achieve(
                        act,
                        Duties.amount(n).orElse(Duty.ONCE),
                        Duties.notBefore(n),
                        Optional.of(due),
                        Duties.condition(n).orElse(Condition.ALWAYS))))
                .orElse(n);
    }

    /** With other conditions, wherever a clause has some. */
    public static Norm conditions(Norm n, Function<Condition, Optional<Condition>> atom) {
        Norm guarded = n.withConditions(mapped(n.whileTrue(), atom), mapped(n.guard(), atom));
        Norm triggered = guarded.withTrigger(guarded.trigger()
                .map(t -> t instanceof Trigger.OnEvent(Pattern pattern, Condition where)
                        ? new Trigger.OnEvent(pattern, mapped(where, atom))
                        : t));
        return triggered.withDuty(triggered.duty().reworded(UnaryOperator.identity(), c -> mapped(c, atom)));
    }

    /** Without the parts of its conditions that are such: they are not asked any more. */
    public static Norm without(Norm n, Predicate<Condition> such) {
        return conditions(n, c -> such.test(c) ? Optional.empty() : Optional.of(c));
    }

    /** @param atom what stands for a part of a condition; empty: it goes, and what would be denied or chosen with it */
    public static Condition mapped(Condition condition, Function<Condition, Optional<Condition>> atom) {
        return kept(condition, atom).orElse(Condition.ALWAYS);
    }

    private static Optional<Condition> kept(Condition condition, Function<Condition, Optional<Condition>> atom) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> Optional.of(joined(parts(parts, atom), true));
            case Condition.Any(List<Condition> parts) -> {
                List<Condition> left = parts(parts, atom);
                yield left.isEmpty() && !parts.isEmpty() ? Optional.empty() : Optional.of(joined(left, false));
            }
            case Condition.Not(Condition denied) ->
                kept(denied, atom).map(c -> c instanceof Condition.Not(Condition twice) ? twice : new Condition.Not(c));
            default -> atom.apply(condition);
        };
    }

    private static List<Condition> parts(List<Condition> parts, Function<Condition, Optional<Condition>> atom) {
        List<Condition> left = new ArrayList<>();
        parts.forEach(p -> kept(p, atom).filter(c -> !c.isAlways()).ifPresent(left::add));
        return left;
    }

    private static Condition joined(List<Condition> parts, boolean all) {
        return parts.size() == 1 ? parts.getFirst() : all ? new Condition.All(parts) : new Condition.Any(parts);
    }
}
