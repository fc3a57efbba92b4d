package holdfast.engine.monitor;

import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bound;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Trigger;
import holdfast.language.model.Zone;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** On which questions clauses hang (semantics, section 3). */
final class Hangs {
    private final Agreement agreement;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> clausesSeen = new TreeSet<>();
    private final Set<String> questions = new TreeSet<>();

    private Hangs(Agreement agreement) {
        this.agreement = agreement;
    }

    static Map<String, Set<String>> of(Agreement agreement) {
        Map<String, Set<String>> hangs = new HashMap<>();
        boolean none = agreement.questions().isEmpty();
        for (Norm norm : agreement.norms()) {
            hangs.computeIfAbsent(norm.id(), id -> {
                if (none) {
                    return Set.of();
                }
                Hangs one = new Hangs(agreement);
                one.clause(id);
                return one.questions;
            });
        }
        return hangs;
    }

    /** Whether the statement is met for the first time; its prefix counts in any case. */
    private boolean first(Object statement, Reading prefix) {
        questions.addAll(prefix.answers().keySet());
        return seen.add(statement);
    }

    private void clause(String id) {
        if (!clausesSeen.add(id)) {
            return;
        }
        boolean prohibition = false;
        for (Norm norm : agreement.norms()) {
            if (norm.id().equals(id) && first(norm, norm.reading())) {
                prohibition |= norm.duty() instanceof Duty.Refrain;
                condition(norm.whileTrue());
                norm.trigger().ifPresent(this::trigger);
                condition(norm.guard());
                duty(norm.duty());
            }
            if (norm.duty() instanceof Duty.Power power && power.over().covers(id)) {
                clause(norm.id());
            }
        }
        for (Rule rule : agreement.rules()) {
            if (concerns(rule, id, prohibition)
                    && first(rule, rule.reading())
                    && rule instanceof Rule.InForceWhile guard) {
                condition(guard.condition());
            }
        }
    }

    private static boolean concerns(Rule rule, String clause, boolean prohibition) {
        return switch (rule) {
            case Rule.Confirms confirms -> confirms.of().covers(clause);
            case Rule.QuietGap gap -> gap.of().covers(clause);
            case Rule.Evidence evidence -> evidence.of().covers(clause);
            case Rule.InForceWhile i -> true;
            case Rule.Attributes a -> true;
            case Rule.AnswersFor a -> prohibition;
            case Rule.RulesOn r -> false;
        };
    }

    private void clauses(ClauseRef refs) {
        agreement.norms().stream().map(Norm::id).filter(refs::covers).forEach(this::clause);
    }

    private void trigger(Trigger trigger) {
        switch (trigger) {
            case Trigger.OnEvent(Pattern pattern, Condition where) -> {
                pattern(pattern);
                condition(where);
            }
            case Trigger.OnBreach on -> clauses(on.of());
            case Trigger.Continues continues -> clauses(continues.breach().of());
            case Trigger.GrowsInto grows -> {
                clauses(grows.breach().of());
                pattern(grows.into());
            }
            case Trigger.OnOutcome on -> clauses(on.clause());
            case Trigger.OnState on -> condition(on.condition());
        }
    }

    private void duty(Duty duty) {
        switch (duty) {
            case Duty.Achieve achieve -> {
                pattern(achieve.act());
                condition(achieve.where());
                bound(achieve.notBefore());
                bound(achieve.due());
            }
            case Duty.Refrain(Pattern act, Condition where) -> {
                pattern(act);
                condition(where);
            }
            case Duty.Keep(Condition kept) -> condition(kept);
            case Duty.Recur recur -> {
                pattern(recur.act());
                condition(recur.where());
            }
            case Duty.May(Pattern act) -> pattern(act);
            case Duty.Power power -> pattern(power.with());
        }
    }

    private void bound(Optional<Bound> bound) {
        if (bound.orElse(null) instanceof Bound.Within within && within.anchor() instanceof Anchor.OfEvent event) {
            pattern(event.pattern());
        }
    }

    private void pattern(Pattern pattern) {
        for (Definition definition : agreement.definitions()) {
            if (definition.name().equals(pattern.event()) && first(definition, definition.reading())) {
                derivation(definition.derivation());
            }
        }
    }

    private void derivation(Definition.Derivation derivation) {
        switch (derivation) {
            case Definition.Select(List<Pattern> patterns, Condition where) -> {
                patterns.forEach(this::pattern);
                condition(where);
            }
            case Definition.Count d -> conditional(d.pattern(), d.where());
            case Definition.Different d -> conditional(d.pattern(), d.where());
            case Definition.Sum d -> conditional(d.pattern(), d.where());
            case Definition.Merged d -> conditional(d.pattern(), d.where());
            case Definition.Then then -> {
                pattern(then.first());
                pattern(then.second());
            }
            case Definition.Absence absence -> {
                pattern(absence.absent());
                pattern(absence.of());
            }
            case Definition.After after -> pattern(after.pattern());
            case Definition.AllOf(List<Pattern> patterns) -> patterns.forEach(this::pattern);
        }
    }

    private void conditional(Pattern pattern, Condition where) {
        pattern(pattern);
        condition(where);
    }

    private void condition(Condition condition) {
        switch (condition) {
            case Condition.All(List<Condition> all) -> all.forEach(this::condition);
            case Condition.Any(List<Condition> any) -> any.forEach(this::condition);
            case Condition.Not(Condition negated) -> condition(negated);
            case Condition.InState in -> state(in.state());
            case Condition.HasHappened(Pattern pattern) -> pattern(pattern);
            case Condition.NoneFor none -> pattern(none.pattern());
            case Condition.ClauseFulfilled fulfilled -> clauses(fulfilled.clause());
            case Condition.ClauseBreached breached -> clauses(breached.clause());
            case Condition.LevelIs level -> level(level.level().event());
            case Condition.Undefined undefined -> term(undefined.term());
            case Condition.Compare compare -> {}
            case Condition.InZone in -> zone(in.zone());
            case Condition.Distance distance -> zone(distance.zone());
        }
    }

    private void state(String name) {
        for (State state : agreement.states()) {
            if (state.name().equals(name) && first(state, state.reading())) {
                switch (state) {
                    case State.Named named -> condition(named.condition());
                    case State.Fluent fluent -> {
                        fluent.begins().forEach(this::pattern);
                        fluent.ends().forEach(this::pattern);
                    }
                }
            }
        }
    }

    private void level(String name) {
        for (Level level : agreement.levels()) {
            if (level.name().equals(name) && first(level, level.reading())) {
                pattern(level.pattern());
            }
        }
    }

    private void zone(String name) {
        for (Zone zone : agreement.zones()) {
            if (zone.name().equals(name) && first(zone, zone.reading()) && zone instanceof Zone.Around around) {
                zone(around.of());
            }
        }
    }

    private void term(String name) {
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.RulesOn on && on.name().equals(name)) {
                first(on, on.reading());
            }
        }
    }
}
