package holdfast.language.reading;

import holdfast.language.model.Anchor;
import holdfast.language.model.Bearer;
import holdfast.language.model.Bound;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The variables that a condition or a clause mentions. */
public final class Variables {
    private Variables() {}

    public static Set<String> of(Condition condition) {
        Set<String> found = new LinkedHashSet<>();
        collect(condition, found);
        return found;
    }

    /** The variables that a clause mentions anywhere. */
    public static Set<String> of(Norm norm) {
        Set<String> found = new LinkedHashSet<>();
        collect(norm.whileTrue(), found);
        collect(norm.guard(), found);
        norm.trigger().ifPresent(trigger -> collect(trigger, found));
        switch (norm.bearer()) {
            case Bearer.EachOf each -> found.add(each.variable());
            case Bearer.Bound bound -> found.add(bound.variable());
            case Bearer.Anyone anyone -> found.add(anyone.variable());
            case Bearer.Named named -> {}
            case Bearer.NobodyNamed nobody -> {}
        }
        Duties.act(norm).ifPresent(act -> found.addAll(act.variables()));
        Duties.condition(norm).ifPresent(condition -> collect(condition, found));
        Duties.amount(norm).flatMap(Variables::total).ifPresent(total -> collect(total, found));
        Duties.notBefore(norm).ifPresent(bound -> collect(bound, found));
        Duties.due(norm).ifPresent(bound -> collect(bound, found));
        return found;
    }

    private static Optional<Term> total(Duty.Amount amount) {
        return switch (amount) {
            case Duty.Amount.Times ignored -> Optional.empty();
            case Duty.Amount.Totalling totalling -> Optional.of(totalling.total());
        };
    }

    private static void collect(Trigger trigger, Set<String> into) {
        switch (trigger) {
            case Trigger.OnEvent(Pattern pattern, Condition where) -> {
                into.addAll(pattern.variables());
                collect(where, into);
            }
            case Trigger.OnBreach on -> on.by().ifPresent(by -> collect(by, into));
            case Trigger.Continues continues -> continues.breach().by().ifPresent(by -> collect(by, into));
            case Trigger.GrowsInto grows -> {
                grows.breach().by().ifPresent(by -> collect(by, into));
                into.addAll(grows.into().variables());
            }
            case Trigger.OnOutcome on -> {}
            case Trigger.OnState on -> collect(on.condition(), into);
        }
    }

    private static void collect(Bound bound, Set<String> into) {
        switch (bound) {
            case Bound.OnVariable on -> into.add(on.variable());
            case Bound.Within within
            when within.anchor() instanceof Anchor.OfEvent event ->
                into.addAll(event.pattern().variables());
            default -> {}
        }
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
