package holdfast.report.daily.ladder;

import holdfast.engine.KnownFact;
import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.language.model.Agreement;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Walk;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who could still make a condition hold, as far as the text names somebody: whose act it asks for and is not on record, whose clause is not fulfilled, who rules on a term. What cannot be, because
 * it speaks of somebody else, is passed over.
 */
public final class Waiting {
    /** States named by states, and so on: no text goes so deep, and a circle is refused by the checker. */
    private static final int DEPTH = 32;

    private final Agreement agreement;
    private final Reading reading;
    private final Known known;
    private final List<Verdict> verdicts;

    public Waiting(Agreement agreement, Reading reading, Known known, List<Verdict> verdicts) {
        this.agreement = agreement;
        this.reading = reading;
        this.known = known;
        this.verdicts = verdicts;
    }

    /** @param bound what the variables of the clause stand for */
    public List<String> on(Condition condition, Map<String, Term> bound) {
        return possible(condition, bound, DEPTH).map(List::copyOf).orElse(List.of());
    }

    /** Empty where it cannot come to hold, whatever anybody does. */
    private Optional<Set<String>> possible(Condition condition, Map<String, Term> bound, int depth) {
        if (depth == 0) {
            return nobody();
        }
        return switch (condition) {
            case Condition.All c -> all(c.conditions(), bound, depth);
            case Condition.Any c -> any(c.conditions(), bound, depth);
            case Condition.InState c -> state(c, bound, depth);
            case Condition.HasHappened c -> Optional.of(doers(bound(c.pattern(), bound)));
            case Condition.ClauseFulfilled c -> Optional.of(notDone(c.clause()));
            case Condition.Undefined c -> Optional.of(judges(c.term()));
            case Condition.Compare c -> compare(c, bound);
            case Condition.ClauseBreached ignored -> nobody();
            case Condition.Not ignored -> nobody();
            case Condition.NoneFor ignored -> nobody();
            case Condition.LevelIs ignored -> nobody();
            case Condition.InZone ignored -> nobody();
            case Condition.Distance ignored -> nobody();
        };
    }

    private static Optional<Set<String>> nobody() {
        return Optional.of(new LinkedHashSet<>());
    }

    private Optional<Set<String>> all(List<Condition> conditions, Map<String, Term> bound, int depth) {
        Set<String> together = new LinkedHashSet<>();
        for (Condition one : conditions) {
            Optional<Set<String>> of = possible(one, bound, depth - 1);
            if (of.isEmpty()) {
                return Optional.empty();
            }
            together.addAll(of.get());
        }
        return Optional.of(together);
    }

    private Optional<Set<String>> any(List<Condition> conditions, Map<String, Term> bound, int depth) {
        return conditions.stream()
                .flatMap(c -> possible(c, bound, depth - 1).stream())
                .reduce((one, other) -> {
                    Set<String> both = new LinkedHashSet<>(one);
                    both.addAll(other);
                    return both;
                });
    }

    private Optional<Set<String>> state(Condition.InState in, Map<String, Term> bound, int depth) {
        Set<String> together = new LinkedHashSet<>();
        boolean possible = false;
        for (State state : agreement.states()) {
            if (!state.name().equals(in.state()) || !agrees(state.reading())) {
                continue;
            }
            Optional<Set<String>> of = switch (state) {
                case State.Named s -> possible(s.condition(), inside(state, in, bound), depth - 1);
                case State.Fluent s -> begins(s, inside(state, in, bound));
                case State.Period s -> nobody();
            };
            of.ifPresent(together::addAll);
            possible |= of.isPresent();
        }
        return possible ? Optional.of(together) : Optional.empty();
    }

    private Optional<Set<String>> begins(State.Fluent state, Map<String, Term> bound) {
        Set<String> doers = new LinkedHashSet<>();
        state.begins().forEach(p -> doers.addAll(doers(bound(p, bound))));
        return Optional.of(doers);
    }

    private static Map<String, Term> inside(State state, Condition.InState in, Map<String, Term> bound) {
        Map<String, Term> inside = new HashMap<>();
        for (int i = 0; i < Math.min(state.parameters().size(), in.arguments().size()); i++) {
            inside.put(state.parameters().get(i), bound(in.arguments().get(i), bound));
        }
        return inside;
    }

    private boolean agrees(Reading of) {
        return of.answers().entrySet().stream()
                .allMatch(e -> Optional.ofNullable(reading.answers().get(e.getKey()))
                        .map(e.getValue()::equals)
                        .orElse(true));
    }

    /** Whose act it is, as the pattern says, or the acts of which it is made; nobody where it is on record. */
    private Set<String> doers(Pattern pattern) {
        Set<String> doers = new LinkedHashSet<>();
        if (known.facts().stream().noneMatch(f -> isOne(f, pattern))) {
            Roles.doer(agreement, pattern).ifPresent(doers::add);
            if (doers.isEmpty()) {
                new Walk(agreement)
                        .from(pattern).patterns().stream()
                                .flatMap(p -> Roles.doer(agreement, p).stream())
                                .forEach(doers::add);
            }
        }
        return doers;
    }

    private static boolean isOne(KnownFact fact, Pattern pattern) {
        return fact.event().equals(pattern.event())
                && pattern.arguments().stream().allMatch(a -> switch (a.term()) {
                    case Term.Constant(Value value) ->
                        value.equals(fact.values().get(a.attribute()));
                    case Term.Variable ignored -> true;
                });
    }

    private Set<String> notDone(ClauseRef clauses) {
        Set<String> bearers = new LinkedHashSet<>();
        for (Verdict v : verdicts) {
            boolean done = v.status() == Status.FULFILLED || v.status() == Status.CURED;
            if (clauses.covers(v.clause()) && agrees(v.reading()) && !done) {
                bearers.add(v.bearer());
            }
        }
        return bearers;
    }

    private Set<String> judges(String term) {
        Set<String> judges = new LinkedHashSet<>();
        agreement.rules().forEach(r -> {
            if (r instanceof Rule.RulesOn on && on.name().equals(term)) {
                judges.add(on.body());
            }
        });
        return judges;
    }

    private static Optional<Set<String>> compare(Condition.Compare c, Map<String, Term> bound) {
        if (bound(c.left(), bound) instanceof Term.Constant(Value left)
                && bound(c.right(), bound) instanceof Term.Constant(Value right)) {
            boolean same = left.equals(right);
            if ((c.comparison() == Comparison.IS && !same) || (c.comparison() == Comparison.IS_NOT && same)) {
                return Optional.empty();
            }
        }
        return nobody();
    }

    /** The condition, said of those for whom its variables stand. */
    public Condition bound(Condition condition, Map<String, Term> bound) {
        return switch (condition) {
            case Condition.All c ->
                new Condition.All(
                        c.conditions().stream().map(one -> bound(one, bound)).toList());
            case Condition.Any c ->
                new Condition.Any(
                        c.conditions().stream().map(one -> bound(one, bound)).toList());
            case Condition.Not c -> new Condition.Not(bound(c.condition(), bound));
            case Condition.InState c ->
                new Condition.InState(
                        c.state(),
                        c.arguments().stream().map(t -> bound(t, bound)).toList(),
                        c.origin());
            case Condition.HasHappened c -> new Condition.HasHappened(bound(c.pattern(), bound));
            case Condition.NoneFor c -> new Condition.NoneFor(bound(c.pattern(), bound), c.span());
            case Condition.Compare c ->
                new Condition.Compare(bound(c.left(), bound), c.comparison(), bound(c.right(), bound), c.origin());
            case Condition.LevelIs c -> new Condition.LevelIs(bound(c.level(), bound), c.comparison(), c.number());
            case Condition.ClauseFulfilled c -> c;
            case Condition.ClauseBreached c -> c;
            case Condition.Undefined c -> c;
            case Condition.InZone c -> c;
            case Condition.Distance c -> c;
        };
    }

    private static Pattern bound(Pattern pattern, Map<String, Term> bound) {
        return new Pattern(
                pattern.event(),
                pattern.arguments().stream()
                        .map(a -> new Pattern.Argument(a.attribute(), bound(a.term(), bound)))
                        .toList(),
                pattern.origin());
    }

    private static Term bound(Term term, Map<String, Term> bound) {
        return term instanceof Term.Variable(String name) ? bound.getOrDefault(name, term) : term;
    }
}
