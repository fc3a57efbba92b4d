package holdfast.report.explain;

import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.State;
import holdfast.language.model.Trigger;
import holdfast.language.reading.Duties;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names on which a part of an agreement hangs, directly or not: events down to the declared ones, and undefined terms. It tells which
 * of a verdict's records were its trigger and which its acts, and which open terms taint it.
 */
final class UsedNames {
    private final Agreement agreement;
    private final Set<String> events = new LinkedHashSet<>();
    private final Set<String> undefined = new LinkedHashSet<>();
    private final Set<String> visited = new LinkedHashSet<>();

    UsedNames(Agreement agreement) {
        this.agreement = agreement;
    }

    Set<String> events() {
        return events;
    }

    Set<String> undefined() {
        return undefined;
    }

    UsedNames norm(Norm norm) {
        if (visited.add("clause " + norm.id())) {
            condition(norm.whileTrue());
            condition(norm.guard());
            norm.trigger().ifPresent(this::trigger);
            duty(norm);
            Duties.anchor(norm).ifPresent(this::pattern);
            agreement.norms().stream()
                    .flatMap(n -> Duties.power(n).stream())
                    .filter(p -> p.over().covers(norm.id()))
                    .forEach(p -> pattern(p.with()));
        }
        return this;
    }

    UsedNames trigger(Trigger trigger) {
        switch (trigger) {
            case Trigger.OnEvent on -> pattern(on.pattern()).condition(on.where());
            case Trigger.OnBreach breach -> clauses(breach.of().ids());
            case Trigger.Continues continues -> clauses(continues.breach().of().ids());
            case Trigger.GrowsInto grows -> clauses(grows.breach().of().ids()).pattern(grows.into());
            case Trigger.OnOutcome outcome -> clauses(outcome.clause().ids());
            case Trigger.OnState state -> condition(state.condition());
        }
        return this;
    }

    UsedNames duty(Norm norm) {
        Duties.act(norm).ifPresent(this::pattern);
        Duties.condition(norm).ifPresent(this::condition);
        return this;
    }

    UsedNames condition(Condition condition) {
        switch (condition) {
            case Condition.All all -> all.conditions().forEach(this::condition);
            case Condition.Any any -> any.conditions().forEach(this::condition);
            case Condition.Not not -> condition(not.condition());
            case Condition.InState in -> state(in.state());
            case Condition.HasHappened happened -> pattern(happened.pattern());
            case Condition.NoneFor none -> pattern(none.pattern());
            case Condition.ClauseFulfilled fulfilled ->
                clauses(fulfilled.clause().ids());
            case Condition.ClauseBreached breached -> clauses(breached.clause().ids());
            case Condition.LevelIs level -> level(level.level().event());
            case Condition.Undefined open -> undefined.add(open.term());
            case Condition.Compare ignored -> {}
            case Condition.InZone ignored -> {}
            case Condition.Distance ignored -> {}
        }
        return this;
    }

    UsedNames pattern(Pattern pattern) {
        event(pattern.event());
        return this;
    }

    private void event(String name) {
        if (!visited.add("event " + name)) {
            return;
        }
        List<Definition> definitions = agreement.definitions().stream()
                .filter(d -> d.name().equals(name))
                .toList();
        if (definitions.isEmpty()) {
            events.add(name);
        }
        definitions.forEach(d -> derivation(d.derivation()));
        if (name.equals("decision")) {
            event("motion");
            event("vote");
        }
    }

    private void derivation(Definition.Derivation derivation) {
        switch (derivation) {
            case Definition.Select select -> {
                select.patterns().forEach(this::pattern);
                condition(select.where());
            }
            case Definition.Count count -> pattern(count.pattern()).condition(count.where());
            case Definition.Different different -> pattern(different.pattern()).condition(different.where());
            case Definition.Sum sum -> pattern(sum.pattern()).condition(sum.where());
            case Definition.Merged merged -> pattern(merged.pattern()).condition(merged.where());
            case Definition.Then then -> pattern(then.first()).pattern(then.second());
            case Definition.Absence absence -> pattern(absence.absent()).pattern(absence.of());
            case Definition.After after -> pattern(after.pattern());
            case Definition.AllOf all -> all.patterns().forEach(this::pattern);
        }
    }

    private void state(String name) {
        if (!visited.add("state " + name)) {
            return;
        }
        for (State state : agreement.states()) {
            switch (state) {
                case State.Fluent fluent
                when fluent.name().equals(name) -> {
                    fluent.begins().forEach(this::pattern);
                    fluent.ends().forEach(this::pattern);
                }
                case State.Period period
                when period.name().equals(name) -> period.patterns().forEach(this::pattern);
                case State.Named named when named.name().equals(name) -> condition(named.condition());
                default -> {}
            }
        }
    }

    private void level(String name) {
        for (Level level : agreement.levels()) {
            if (level.name().equals(name)) {
                pattern(level.pattern());
            }
        }
    }

    private UsedNames clauses(List<String> ids) {
        for (Norm norm : agreement.norms()) {
            if (ids.stream().anyMatch(id -> norm.id().equals(id) || norm.id().startsWith(id + "."))) {
                norm(norm);
            }
        }
        return this;
    }
}
