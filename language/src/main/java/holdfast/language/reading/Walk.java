package holdfast.language.reading;

import holdfast.language.model.Agreement;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Trigger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one way of following what a text names: through definitions, levels, states (what begins them, what ends them, or the condition that they stand for), clauses whose
 * fulfilment or breach is asked for, deadlines that run from an event, and powers. It takes time that grows with the text: each thing is read once for each way in which it is named.
 */
public final class Walk {
    private final Agreement agreement;
    private final Map<String, List<Definition>> definitions = new HashMap<>();
    private final Map<String, List<State>> states = new HashMap<>();
    private final Map<String, List<Level>> levels = new HashMap<>();

    public Walk(Agreement agreement) {
        this.agreement = agreement;
        agreement
                .definitions()
                .forEach(d -> definitions
                        .computeIfAbsent(d.name(), n -> new ArrayList<>())
                        .add(d));
        agreement
                .states()
                .forEach(s ->
                        states.computeIfAbsent(s.name(), n -> new ArrayList<>()).add(s));
        agreement
                .levels()
                .forEach(l ->
                        levels.computeIfAbsent(l.name(), n -> new ArrayList<>()).add(l));
    }

    public Agreement agreement() {
        return agreement;
    }

    List<Definition> definitions(String name) {
        return definitions.getOrDefault(name, List.of());
    }

    List<State> states(String name) {
        return states.getOrDefault(name, List.of());
    }

    List<Level> levels(String name) {
        return levels.getOrDefault(name, List.of());
    }

    /** The clauses that a reference covers, in the order of the text. */
    List<Norm> covered(ClauseRef ref) {
        return agreement.norms().stream().filter(n -> ref.covers(n.id())).toList();
    }

    /** What a clause waits for, is set in motion by, and demands; and from what its deadline runs. */
    public Reach from(Norm norm) {
        Steps steps = new Steps();
        steps.norm(norm);
        return steps.taken();
    }

    /** What a clause waits for: its {@code while}, its {@code if}, its trigger with its conditions, and the conditions of its act; not the act itself. */
    public Reach fromConditions(Norm norm) {
        Steps steps = new Steps();
        steps.conditions(norm);
        norm.trigger().ifPresent(steps::trigger);
        return steps.taken();
    }

    public Reach from(Condition condition) {
        Steps steps = new Steps();
        steps.open(condition, Map.of());
        return steps.taken();
    }

    public Reach from(Pattern pattern) {
        Steps steps = new Steps();
        steps.open(pattern, Map.of());
        return steps.taken();
    }

    public Reach from(Trigger trigger) {
        Steps steps = new Steps();
        steps.trigger(trigger);
        return steps.taken();
    }

    /** The pattern with the constants that its variables stand for. */
    static Pattern bound(Pattern pattern, Map<String, Term> binding) {
        if (binding.isEmpty() || pattern.variables().stream().noneMatch(binding::containsKey)) {
            return pattern;
        }
        return new Pattern(
                pattern.event(),
                pattern.arguments().stream()
                        .map(a -> new Pattern.Argument(a.attribute(), bound(a.term(), binding)))
                        .toList(),
                pattern.origin());
    }

    static Term bound(Term term, Map<String, Term> binding) {
        return term instanceof Term.Variable(String name) ? binding.getOrDefault(name, term) : term;
    }

    /** For which constants the parameters of a definition stand where it is named by this pattern. */
    static Map<String, Term> binding(Definition definition, Pattern named) {
        Map<String, Term> binding = new HashMap<>();
        for (int i = 0; i < definition.variables().size(); i++) {
            String variable = definition.variables().get(i);
            named.term(definition.type().attributes().get(i).name())
                    .filter(t -> t instanceof Term.Constant)
                    .ifPresent(t -> binding.put(variable, t));
        }
        return binding;
    }

    static Map<String, Term> binding(State state, List<Term> arguments) {
        Map<String, Term> binding = new HashMap<>();
        for (int i = 0; i < Math.min(arguments.size(), state.parameters().size()); i++) {
            if (arguments.get(i) instanceof Term.Constant constant) {
                binding.put(state.parameters().get(i), constant);
            }
        }
        return binding;
    }

    static Map<String, Term> binding(Level level, Pattern named) {
        Map<String, Term> binding = new HashMap<>();
        for (int i = 0; i < level.attributes().size(); i++) {
            String variable = level.variables().get(i);
            named.term(level.attributes().get(i))
                    .filter(t -> t instanceof Term.Constant)
                    .ifPresent(t -> binding.put(variable, t));
        }
        return binding;
    }

    /** The condition that a definition puts on what it is made of. */
    public static Optional<Condition> where(Definition.Derivation derivation) {
        return switch (derivation) {
            case Definition.Select d -> Optional.of(d.where());
            case Definition.Count d -> Optional.of(d.where());
            case Definition.Different d -> Optional.of(d.where());
            case Definition.Sum d -> Optional.of(d.where());
            case Definition.Merged d -> Optional.of(d.where());
            case Definition.Then ignored -> Optional.empty();
            case Definition.Absence ignored -> Optional.empty();
            case Definition.After ignored -> Optional.empty();
            case Definition.AllOf ignored -> Optional.empty();
        };
    }

    /** The patterns of which a definition is made. */
    public static List<Pattern> patterns(Definition.Derivation derivation) {
        return switch (derivation) {
            case Definition.Select d -> d.patterns();
            case Definition.Count d -> List.of(d.pattern());
            case Definition.Different d -> List.of(d.pattern());
            case Definition.Sum d -> List.of(d.pattern());
            case Definition.Merged d -> List.of(d.pattern());
            case Definition.Then d -> List.of(d.first(), d.second());
            case Definition.Absence d -> List.of(d.absent(), d.of());
            case Definition.After d -> List.of(d.pattern());
            case Definition.AllOf d -> d.patterns();
        };
    }

    /** A work list in place of recursion: chains may be long. */
    private final class Steps {
        private record Named(Object what, Map<String, Term> binding) {}

        private final Set<Pattern> patterns = new LinkedHashSet<>();
        private final Set<Condition> conditions = new LinkedHashSet<>();
        private final Set<State> reachedStates = new LinkedHashSet<>();
        private final Set<Definition> reachedDefinitions = new LinkedHashSet<>();
        private final Set<Norm> clauses = new LinkedHashSet<>();
        private final Set<String> terms = new LinkedHashSet<>();
        private final Set<Named> seen = new HashSet<>();
        private final Deque<Named> open = new ArrayDeque<>();

        void open(Object what, Map<String, Term> binding) {
            Named named = new Named(what, binding);
            if (seen.add(named)) {
                open.add(named);
            }
        }

        Reach taken() {
            while (!open.isEmpty()) {
                Named next = open.remove();
                switch (next.what()) {
                    case Pattern p -> pattern(bound(p, next.binding()));
                    case Condition c -> condition(c, next.binding());
                    default -> throw new IllegalStateException("nothing to follow: " + next.what());
                }
            }
            return new Reach(patterns, conditions, reachedStates, reachedDefinitions, clauses, terms);
        }

        void norm(Norm norm) {
            conditions(norm);
            norm.trigger().ifPresent(this::trigger);
            Duties.act(norm).ifPresent(a -> open(a, Map.of()));
            Duties.anchor(norm).ifPresent(a -> open(a, Map.of()));
        }

        void conditions(Norm norm) {
            open(norm.whileTrue(), Map.of());
            open(norm.guard(), Map.of());
            Duties.condition(norm).ifPresent(c -> open(c, Map.of()));
        }

        void trigger(Trigger trigger) {
            switch (trigger) {
                case Trigger.OnEvent t -> {
                    open(t.pattern(), Map.of());
                    open(t.where(), Map.of());
                }
                case Trigger.GrowsInto t -> open(t.into(), Map.of());
                case Trigger.OnState t -> open(t.condition(), Map.of());
                case Trigger.OnOutcome t -> covered(t.clause()).forEach(clauses::add);
                case Trigger.OnBreach ignored -> {}
                case Trigger.Continues ignored -> {}
            }
        }

        private void condition(Condition condition, Map<String, Term> binding) {
            conditions.add(condition);
            switch (condition) {
                case Condition.All c -> c.conditions().forEach(one -> open(one, binding));
                case Condition.Any c -> c.conditions().forEach(one -> open(one, binding));
                case Condition.Not c -> open(c.condition(), binding);
                case Condition.InState c -> {
                    List<Term> arguments =
                            c.arguments().stream().map(t -> bound(t, binding)).toList();
                    states(c.state()).forEach(s -> state(s, binding(s, arguments)));
                }
                case Condition.HasHappened c -> open(c.pattern(), binding);
                case Condition.NoneFor c -> open(c.pattern(), binding);
                case Condition.LevelIs c -> {
                    Pattern named = bound(c.level(), binding);
                    levels(named.event()).forEach(l -> open(l.pattern(), binding(l, named)));
                }
                case Condition.ClauseFulfilled c -> clauses(c.clause());
                case Condition.ClauseBreached c -> clauses(c.clause());
                case Condition.Undefined c -> terms.add(c.term());
                case Condition.Compare ignored -> {}
                case Condition.InZone ignored -> {}
                case Condition.Distance ignored -> {}
            }
        }

        private void clauses(ClauseRef ref) {
            covered(ref).forEach(n -> {
                if (clauses.add(n)) {
                    norm(n);
                }
            });
        }

        private void state(State state, Map<String, Term> binding) {
            reachedStates.add(state);
            switch (state) {
                case State.Named s -> open(s.condition(), binding);
                case State.Period s -> s.patterns().forEach(p -> open(p, binding));
                case State.Fluent s -> {
                    s.begins().forEach(p -> open(p, binding));
                    s.ends().forEach(p -> open(p, binding));
                }
            }
        }

        private void pattern(Pattern pattern) {
            patterns.add(pattern);
            for (Definition d : definitions(pattern.event())) {
                reachedDefinitions.add(d);
                Map<String, Term> binding = binding(d, pattern);
                patterns(d.derivation()).forEach(p -> open(p, binding));
                where(d.derivation()).ifPresent(w -> open(w, binding));
            }
        }
    }
}
