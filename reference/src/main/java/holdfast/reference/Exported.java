package holdfast.reference;

import holdfast.language.model.ClauseRef;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Section 13: which variables a clause that follows from others takes over: those that every one of them binds in all its instances. */
record Exported(OneReading reading) {

    Set<String> of(ClauseRef refs) {
        List<Norm> clauses = reading.clauses(refs).stream()
                .filter(c -> !(c.duty() instanceof Duty.May || c.duty() instanceof Duty.Power))
                .toList();
        Set<String> all = new TreeSet<>();
        for (int i = 0; i < clauses.size(); i++) {
            if (i == 0) {
                all.addAll(of(clauses.get(i)));
            } else {
                all.retainAll(of(clauses.get(i)));
            }
        }
        return all;
    }

    private Set<String> of(Norm c) {
        Set<String> bound = new TreeSet<>();
        InForce.variable(c.bearer()).ifPresent(bound::add);
        switch (c.duty()) {
            case Duty.Refrain(Pattern act, var _) -> {
                Set<String> key = new TreeSet<>(Mentions.variables(c.whileTrue()));
                key.retainAll(act.variables());
                bound.addAll(key);
            }
            case Duty.Achieve _ -> c.trigger().ifPresent(t -> bound.addAll(of(c, t)));
            case Duty.Keep _, Duty.Recur _, Duty.May _, Duty.Power _ -> {}
        }
        return bound;
    }

    private Set<String> of(Norm c, Trigger trigger) {
        return switch (trigger) {
            case Trigger.OnEvent(Pattern pattern, var _) -> pattern.variables();
            case Trigger.OnBreach on -> following(c, on);
            case Trigger.Continues continues -> following(c, continues.breach());
            case Trigger.GrowsInto grows -> {
                Set<String> bound = new TreeSet<>(following(c, grows.breach()));
                bound.addAll(grows.into().variables());
                yield bound;
            }
            case Trigger.OnOutcome on -> mentioned(c, of(on.clause()));
            case Trigger.OnState _ -> Set.of();
        };
    }

    private Set<String> following(Norm c, Trigger.OnBreach on) {
        Set<String> bound = new TreeSet<>(mentioned(c, of(on.of())));
        if (on.by().equals(Optional.empty())) {
            return bound;
        }
        if (on.by().get() instanceof Term.Variable(String name)) {
            bound.add(name);
        }
        return bound;
    }

    private static Set<String> mentioned(Norm c, Set<String> variables) {
        Set<String> both = new TreeSet<>(variables);
        both.retainAll(Mentions.variables(c));
        return both;
    }
}
