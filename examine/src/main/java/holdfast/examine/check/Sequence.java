package holdfast.examine.check;

import holdfast.examine.play.Ways;
import holdfast.language.model.Agreement;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which duties to act can start before which others. What some clause demands can be done only once that clause has started for somebody; what none demands is free. A
 * duty starts if it is in the least set that this gives; one that is not waits, in the end, for itself.
 */
final class Sequence {
    /** A duty of one bearer; an empty one for nobody named, or for whoever the trigger brings. */
    record Step(Norm norm, Optional<String> bearer) {}

    private static final Map<String, Value> NOTHING = Map.of();

    private final Agreement agreement;
    private final Ways ways;
    private final List<Step> steps = new ArrayList<>();
    private final Set<Step> started = new LinkedHashSet<>();

    /** What one evaluation asked for in vain, and what it found free. */
    private final Set<Step> missing = new LinkedHashSet<>();

    private final Set<Pattern> free = new LinkedHashSet<>();
    private final Set<String> under = new LinkedHashSet<>();

    /** @param agreement in which nothing is open */
    Sequence(Agreement agreement) {
        this.agreement = agreement;
        this.ways = new Ways(agreement);
        for (Norm norm : agreement.norms()) {
            if (Duties.demandsAct(norm)) {
                List<Optional<String>> bearers = Roles.bearers(norm);
                (bearers.isEmpty() ? List.of(Optional.<String>empty()) : bearers)
                        .forEach(b -> steps.add(new Step(norm, b)));
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Step step : steps) {
                if (!started.contains(step) && canStart(step)) {
                    more = started.add(step);
                }
            }
        }
    }

    /** The rings of duties that wait for each other; each with two duties or more. */
    List<List<Step>> rings() {
        Map<Step, Set<Step>> waits = new LinkedHashMap<>();
        for (Step step : steps) {
            if (!started.contains(step)) {
                missing.clear();
                canStart(step);
                waits.put(step, new LinkedHashSet<>(missing));
            }
        }
        return new Components(waits).found();
    }

    /** What the duties of a ring need that anybody can do at any time. */
    Set<Pattern> freeFor(List<Step> ring) {
        free.clear();
        for (Step step : ring) {
            canStart(step);
            Duties.anchor(step.norm()).ifPresent(anchor -> happens(anchor, binding(step)));
        }
        return new LinkedHashSet<>(free);
    }

    private static Map<String, Value> binding(Step step) {
        Map<String, Value> bound = new HashMap<>();
        Roles.variable(step.norm()).ifPresent(v -> step.bearer().ifPresent(b -> bound.put(v, new Value.Actor(b))));
        return bound;
    }

    private boolean canStart(Step step) {
        Norm norm = step.norm();
        Map<String, Value> bound = binding(step);
        // All of it is looked at, whatever comes out: what is missing is asked for afterwards.
        boolean can = holds(norm.whileTrue(), bound);
        can &= holds(norm.guard(), bound);
        can &= triggered(norm, bound);
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.InForceWhile guard) {
                can &= holds(guard.condition(), NOTHING);
            }
        }
        return can;
    }

    private boolean triggered(Norm norm, Map<String, Value> bound) {
        return switch (norm.trigger().orElse(null)) {
            case null -> true;
            case Trigger.OnEvent t -> {
                boolean happens = happens(t.pattern(), bound);
                yield holds(t.where(), bound) && happens;
            }
            case Trigger.OnOutcome t -> done(t.clause());
            case Trigger.OnState t -> !t.begins() || holds(t.condition(), bound);
            case Trigger.OnBreach ignored -> true;
            case Trigger.Continues ignored -> true;
            case Trigger.GrowsInto t -> happens(t.into(), bound);
        };
    }

    private boolean holds(Condition condition, Map<String, Value> bound) {
        return switch (condition) {
            case Condition.All c -> {
                boolean all = true;
                for (Condition one : c.conditions()) {
                    all &= holds(one, bound);
                }
                yield all;
            }
            case Condition.Any c -> {
                // What is not asked for in the end is no reason to wait: only where no branch holds are all of them
                // waited for.
                boolean any = false;
                for (Condition one : c.conditions()) {
                    any |= holds(one, bound);
                }
                yield any;
            }
            case Condition.InState c -> {
                boolean any = false;
                for (State state : agreement.states()) {
                    if (state.name().equals(c.state())) {
                        any |= begins(state, c.arguments(), bound);
                    }
                }
                yield any;
            }
            case Condition.HasHappened c -> happens(c.pattern(), bound);
            case Condition.ClauseFulfilled c -> done(c.clause());
            case Condition.Compare c -> compare(c, bound);
            case Condition.LevelIs ignored -> true;
            case Condition.Not ignored -> true;
            case Condition.NoneFor ignored -> true;
            case Condition.ClauseBreached ignored -> true;
            case Condition.Undefined ignored -> true;
            case Condition.InZone ignored -> true;
            case Condition.Distance ignored -> true;
        };
    }

    private boolean begins(State state, List<Term> arguments, Map<String, Value> bound) {
        Map<String, Value> inner = new HashMap<>();
        for (int i = 0; i < state.parameters().size() && i < arguments.size(); i++) {
            String parameter = state.parameters().get(i);
            value(arguments.get(i), bound).ifPresent(v -> inner.put(parameter, v));
        }
        return switch (state) {
            case State.Named s -> holds(s.condition(), inner);
            case State.Period s ->
                !(s.start().orElse(null) instanceof State.Start.OfEvent(Pattern begin)) || happens(begin, inner);
            case State.Fluent s -> {
                boolean any = false;
                for (Pattern begins : s.begins()) {
                    any |= happens(begins, inner);
                }
                yield any;
            }
        };
    }

    private boolean compare(Condition.Compare c, Map<String, Value> bound) {
        Optional<Value> left = value(c.left(), bound);
        Optional<Value> right = value(c.right(), bound);
        if (left.isEmpty() || right.isEmpty()) {
            return true;
        }
        boolean same = left.equals(right)
                || right.get() instanceof Value.Actor(String set)
                        && left.get() instanceof Value.Actor(String member)
                        && agreement
                                .members(set)
                                .filter(m -> m.contains(member))
                                .isPresent();
        return switch (c.comparison()) {
            case Comparison.IS -> same;
            case Comparison.IS_NOT -> !same;
            default -> true;
        };
    }

    private static Optional<Value> value(Term term, Map<String, Value> bound) {
        return switch (term) {
            case Term.Constant(Value value) -> Optional.of(value);
            case Term.Variable(String name) -> Optional.ofNullable(bound.get(name));
        };
    }

    private boolean done(ClauseRef ref) {
        boolean all = true;
        for (Step step : steps) {
            if (ref.covers(step.norm().id())) {
                all &= performed(step);
            }
        }
        return all;
    }

    /** Whether the act can be done under the clause: it has started, and what the act itself needs can come about. */
    private boolean performed(Step step) {
        if (!started.contains(step)) {
            missing.add(step);
            return false;
        }
        return !Duties.demandsOnce(step.norm())
                || holds(Duties.condition(step.norm()).orElseThrow(), binding(step));
    }

    private boolean happens(Pattern pattern, Map<String, Value> bound) {
        List<Definition> defined = agreement.definitions().stream()
                .filter(d -> d.name().equals(pattern.event()))
                .toList();
        if (defined.isEmpty()) {
            return plain(pattern, bound);
        }
        if (!under.add(pattern.event())) {
            return false;
        }
        boolean any = false;
        for (Definition definition : defined) {
            any |= made(definition, inner(definition, pattern, bound));
        }
        under.remove(pattern.event());
        return any;
    }

    private boolean made(Definition definition, Map<String, Value> bound) {
        return switch (definition.derivation()) {
            case Definition.Select d -> {
                boolean any = false;
                for (Pattern one : d.patterns()) {
                    any |= happens(one, bound);
                }
                yield any && holds(d.where(), bound);
            }
            case Definition.AllOf d -> {
                boolean all = true;
                for (Pattern one : d.patterns()) {
                    all &= happens(one, bound);
                }
                yield all;
            }
            case Definition.Then d -> {
                boolean first = happens(d.first(), bound);
                yield happens(d.second(), bound) && first;
            }
            case Definition.Count d -> happens(d.pattern(), bound);
            case Definition.Different d -> happens(d.pattern(), bound);
            case Definition.Sum d -> happens(d.pattern(), bound);
            case Definition.Merged d -> happens(d.pattern(), bound);
            case Definition.After d -> happens(d.pattern(), bound);
            case Definition.Absence d -> happens(d.of(), bound);
        };
    }

    private static Map<String, Value> inner(Definition definition, Pattern pattern, Map<String, Value> bound) {
        Map<String, Value> inner = new HashMap<>();
        for (int i = 0; i < definition.variables().size(); i++) {
            String variable = definition.variables().get(i);
            pattern.term(definition.type().attributes().get(i).name())
                    .flatMap(t -> value(t, bound))
                    .ifPresent(v -> inner.put(variable, v));
        }
        return inner;
    }

    private boolean plain(Pattern pattern, Map<String, Value> bound) {
        List<Step> providers =
                steps.stream().filter(s -> provides(s, pattern, bound)).toList();
        if (providers.isEmpty()) {
            free.add(resolved(pattern, bound));
            return true;
        }
        List<Step> before = List.copyOf(missing);
        boolean any = false;
        for (Step provider : providers) {
            any |= performed(provider);
        }
        if (any) {
            missing.retainAll(before);
        }
        return any;
    }

    private static Pattern resolved(Pattern pattern, Map<String, Value> bound) {
        return new Pattern(
                pattern.event(),
                pattern.arguments().stream()
                        .map(a -> new Pattern.Argument(
                                a.attribute(),
                                value(a.term(), bound)
                                        .<Term>map(Term.Constant::new)
                                        .orElse(a.term())))
                        .toList(),
                pattern.origin());
    }

    /** Whether the clause demands such an act of its bearer. */
    private boolean provides(Step step, Pattern wanted, Map<String, Value> bound) {
        Pattern act = Duties.demanded(step.norm()).orElseThrow();
        if (!ways.declaredUnder(act.event()).contains(wanted.event())) {
            return false;
        }
        Map<String, Value> own = binding(step);
        Optional<EventType.Attribute> actor =
                agreement.eventType(wanted.event()).flatMap(EventType::actor);
        for (Pattern.Argument argument : wanted.arguments()) {
            Optional<Value> need = value(argument.term(), bound);
            Optional<Value> given = act.event().equals(wanted.event())
                    ? act.term(argument.attribute()).flatMap(t -> value(t, own))
                    : Optional.empty();
            boolean isDoer =
                    actor.filter(a -> a.name().equals(argument.attribute())).isPresent();
            if (given.isEmpty() && isDoer) {
                given = step.bearer().map(Value.Actor::new);
            }
            if (need.isPresent() && given.isPresent() && !agrees(need.get(), given.get())) {
                return false;
            }
        }
        return true;
    }

    private boolean agrees(Value need, Value given) {
        return need.equals(given)
                || need instanceof Value.Actor(String set)
                        && given instanceof Value.Actor(String one)
                        && agreement.members(set).filter(m -> m.contains(one)).isPresent();
    }

    /** Strongly connected components, after Tarjan. */
    private static final class Components {
        private final Map<Step, Set<Step>> edges;
        private final Map<Step, Integer> index = new HashMap<>();
        private final Deque<Step> stack = new ArrayDeque<>();
        private final List<List<Step>> found = new ArrayList<>();

        Components(Map<Step, Set<Step>> edges) {
            this.edges = edges;
        }

        List<List<Step>> found() {
            for (Step step : edges.keySet()) {
                if (!index.containsKey(step)) {
                    visit(step);
                }
            }
            return found;
        }

        private int visit(Step step) {
            int own = index.size();
            index.put(step, own);
            int lowest = own;
            stack.push(step);
            for (Step next : edges.getOrDefault(step, Set.of())) {
                if (!index.containsKey(next)) {
                    lowest = Math.min(lowest, visit(next));
                } else if (stack.contains(next)) {
                    lowest = Math.min(lowest, index.getOrDefault(next, own));
                }
            }
            if (lowest == own) {
                Set<Step> ring = new LinkedHashSet<>();
                Step one;
                do {
                    one = stack.pop();
                    ring.add(one);
                } while (!one.equals(step));
                if (ring.size() > 1) {
                    found.add(edges.keySet().stream().filter(ring::contains).toList());
                }
            }
            return lowest;
        }
    }
}
