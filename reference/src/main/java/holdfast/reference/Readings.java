package holdfast.reference;

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
import holdfast.language.model.Question;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.model.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Section 3: on which questions a clause hangs, over the statements of every reading. */
final class Readings {
    private final Agreement agreement;
    private final Set<Object> used = new HashSet<>();
    private final Set<String> hangs = new TreeSet<>();

    private Readings(Agreement agreement) {
        this.agreement = agreement;
    }

    /** hangs(c): hangs(c, b) of all b. */
    static Set<String> hangs(Agreement agreement, String clause) {
        Readings readings = new Readings(agreement);
        readings.clause(clause, anybody());
        return readings.hangs;
    }

    /** hangs(c, b): the questions in the prefixes of all statements that c uses as to b, directly or not. */
    static Set<String> hangs(Agreement agreement, String clause, String bearer) {
        Readings readings = new Readings(agreement);
        readings.clause(clause, bearer::equals);
        return readings.hangs;
    }

    private static Predicate<String> anybody() {
        return bearer -> true;
    }

    /** Each combination of answers to some questions. */
    static List<Reading> combinations(Agreement agreement, Set<String> questions) {
        List<Reading> all = List.of(Reading.NONE);
        for (Question question : agreement.questions()) {
            if (questions.contains(question.name())) {
                List<Reading> longer = new ArrayList<>();
                for (Reading reading : all) {
                    for (String answer : question.answers()) {
                        Map<String, String> answers = new HashMap<>(reading.answers());
                        answers.put(question.name(), answer);
                        longer.add(new Reading(answers));
                    }
                }
                all = longer;
            }
        }
        return all;
    }

    /** Some reading that extends a combination: the first answer to every other question. */
    static Reading extension(Agreement agreement, Reading combination) {
        Map<String, String> answers = new HashMap<>();
        agreement.questions().forEach(q -> answers.put(q.name(), q.answers().getFirst()));
        answers.putAll(combination.answers());
        return new Reading(answers);
    }

    private boolean first(Object statement, Reading prefix) {
        hangs.addAll(prefix.answers().keySet());
        return used.add(statement);
    }

    private void clause(String id, Predicate<String> bearers) {
        for (Norm c : agreement.norms()) {
            if (c.id().equals(id) && first(c, c.reading())) {
                condition(c.whileTrue());
                c.trigger().ifPresent(this::trigger);
                condition(c.guard());
                duty(c.duty());
            }
            if (c.duty() instanceof Duty.Power power && power.over().covers(id)) {
                clause(c.id(), anybody());
            }
        }
        agreement.rules().forEach(r -> rule(r, id, bearers));
    }

    private void clauses(ClauseRef refs) {
        clauses(refs, Optional.empty());
    }

    /** The clauses, as to these bearers; none: as to all. */
    private void clauses(ClauseRef refs, Optional<Set<String>> bearers) {
        agreement.norms().stream().map(Norm::id).filter(refs::covers).forEach(id -> {
            if (used.add(List.of(id, bearers))) {
                clause(
                        id,
                        bearers.<Predicate<String>>map(some -> some::contains).orElse(anybody()));
            }
        });
    }

    /** Whose breaches a trigger is about, where it names them: one actor or the members of a group. */
    private Optional<Set<String>> bearers(Trigger.OnBreach on) {
        return on.by()
                .flatMap(by -> by instanceof Term.Constant(Value.Actor(String name))
                        ? agreement.members(name).<Set<String>>map(HashSet::new).or(() -> Optional.of(Set.of(name)))
                        : Optional.empty());
    }

    private void rule(Rule rule, String clause, Predicate<String> bearers) {
        boolean uses = switch (rule) {
            case Rule.Confirms confirms -> confirms.of().covers(clause);
            case Rule.QuietGap gap -> gap.of().covers(clause);
            case Rule.Evidence evidence -> evidence.of().covers(clause);
            case Rule.InForceWhile _, Rule.Attributes _, Rule.Corrects _ -> true;
            case Rule.AnswersFor answers ->
                bearers.test(answers.principal()) && isProhibitionFor(clause, answers.principal());
            case Rule.RulesOn _, Rule.Accepts _, Rule.ForcesInArea _, Rule.Readiness _ -> false;
        };
        if (uses && first(rule, rule.reading()) && rule instanceof Rule.InForceWhile guard) {
            condition(guard.condition());
        }
    }

    private boolean isProhibitionFor(String clause, String bearer) {
        return agreement.norms().stream()
                .anyMatch(c -> c.id().equals(clause)
                        && c.duty() instanceof Duty.Refrain
                        && InForce.bearers(c.bearer(), Binding.EMPTY).stream()
                                .anyMatch(b -> b.bearer().equals(bearer)));
    }

    private void trigger(Trigger trigger) {
        switch (trigger) {
            case Trigger.OnEvent(Pattern pattern, Condition where) -> {
                pattern(pattern);
                condition(where);
            }
            case Trigger.OnBreach on -> clauses(on.of(), bearers(on));
            case Trigger.Continues continues -> clauses(continues.breach().of(), bearers(continues.breach()));
            case Trigger.GrowsInto grows -> {
                clauses(grows.breach().of(), bearers(grows.breach()));
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
                if (achieve.due().orElse(null) instanceof Bound.Within(var _, boolean _, Anchor.OfEvent(Pattern p))) {
                    pattern(p);
                }
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

    private void pattern(Pattern pattern) {
        if (pattern.event().equals("decision")) {
            Object of = pattern.term("of").orElse(null);
            agreement.bodies().stream()
                    .filter(b -> !(of
                                    instanceof
                                    holdfast.language.model.Term.Constant(
                                            holdfast.language.model.Value.Actor(String named)))
                            || named.equals(b.name()))
                    .forEach(b -> first(b, b.reading()));
        }
        for (Definition d : agreement.definitions()) {
            if (d.name().equals(pattern.event()) && first(d, d.reading())) {
                derivation(d.derivation());
            }
        }
    }

    private void derivation(Definition.Derivation derivation) {
        switch (derivation) {
            case Definition.Select(List<Pattern> patterns, Condition where) -> {
                patterns.forEach(this::pattern);
                condition(where);
            }
            case Definition.Count count -> {
                pattern(count.pattern());
                condition(count.where());
            }
            case Definition.Different different -> {
                pattern(different.pattern());
                condition(different.where());
            }
            case Definition.Sum sum -> {
                pattern(sum.pattern());
                condition(sum.where());
            }
            case Definition.Merged merged -> {
                pattern(merged.pattern());
                condition(merged.where());
            }
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
            case Condition.Compare _ -> {}
            case Condition.InZone in -> zone(in.zone());
            case Condition.Distance distance -> zone(distance.zone());
        }
    }

    private void state(String name) {
        for (State s : agreement.states()) {
            if (s.name().equals(name) && first(s, s.reading())) {
                switch (s) {
                    case State.Named named -> condition(named.condition());
                    case State.Period term -> term.patterns().forEach(this::pattern);
                    case State.Fluent fluent -> {
                        fluent.begins().forEach(this::pattern);
                        fluent.ends().forEach(this::pattern);
                    }
                }
            }
        }
    }

    private void level(String name) {
        for (Level l : agreement.levels()) {
            if (l.name().equals(name) && first(l, l.reading())) {
                pattern(l.pattern());
            }
        }
    }

    private void zone(String name) {
        for (Zone z : agreement.zones()) {
            if (z.name().equals(name) && first(z, z.reading()) && z instanceof Zone.Around around) {
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
