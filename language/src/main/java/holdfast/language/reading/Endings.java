package holdfast.language.reading;

import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In which ways what a text asks for comes to hold, or to hold no more, down to acts that are done or left undone, time that passes, and terms that are open. States end by
 * what ends them, or never begin; definitions are followed to what they are made of, with the conditions on it.
 */
public final class Endings {
    /** More ways than this are not told apart; the first ones stand for all. */
    private static final int MOST = 64;

    private final Walk walk;
    private final Map<Asked, List<Ending>> known = new HashMap<>();

    private record Asked(Object what, Map<String, Term> binding, boolean comes) {}

    public Endings(Walk walk) {
        this.walk = walk;
    }

    /** In which ways a condition ceases, or never comes, to hold. */
    public List<Ending> of(Condition needed) {
        return condition(needed, Map.of(), false);
    }

    /** In which ways a condition comes to hold. */
    public List<Ending> beginnings(Condition needed) {
        return condition(needed, Map.of(), true);
    }

    private List<Ending> asked(Asked asked, java.util.function.Supplier<List<Ending>> found) {
        List<Ending> before = known.get(asked);
        if (before != null) {
            return before;
        }
        // What comes back to itself gets nothing from it.
        known.put(asked, List.of());
        List<Ending> ways = List.copyOf(found.get());
        known.put(asked, ways);
        return ways;
    }

    private List<Ending> condition(Condition condition, Map<String, Term> binding, boolean comes) {
        return switch (condition) {
            case Condition.All c -> comes ? all(c.conditions(), binding, true) : any(c.conditions(), binding, false);
            case Condition.Any c -> comes ? any(c.conditions(), binding, true) : all(c.conditions(), binding, false);
            case Condition.Not c -> condition(c.condition(), binding, !comes);
            case Condition.InState c ->
                state(
                        c.state(),
                        c.arguments().stream().map(t -> Walk.bound(t, binding)).toList(),
                        comes);
            case Condition.HasHappened c -> pattern(Walk.bound(c.pattern(), binding), comes);
            case Condition.NoneFor c -> {
                List<Ending> ways = pattern(Walk.bound(c.pattern(), binding), !comes);
                yield comes ? both(ways, List.of(Ending.of(new Ending.Passes(c.span())))) : ways;
            }
            case Condition.LevelIs c -> {
                Pattern named = Walk.bound(c.level(), binding);
                List<Ending> ways = new ArrayList<>();
                for (Level level : walk.levels(named.event())) {
                    // A figure that is reported takes the level there, or away.
                    add(
                            ways,
                            under(
                                    pattern(Walk.bound(level.pattern(), Walk.binding(level, named)), true),
                                    level.reading()));
                }
                yield ways;
            }
            case Condition.ClauseFulfilled c -> fulfilled(walk.covered(c.clause()), comes);
            case Condition.ClauseBreached c -> fulfilled(walk.covered(c.clause()), !comes);
            case Condition.Undefined c -> List.of(Ending.of(new Ending.Taken(c.term())));
            // Values are as they are: what hangs on them may hold.
            case Condition.Compare ignored -> comes ? List.of(Ending.NOW) : List.of();
            case Condition.InZone ignored -> comes ? List.of(Ending.NOW) : List.of();
            case Condition.Distance ignored -> comes ? List.of(Ending.NOW) : List.of();
        };
    }

    private List<Ending> any(List<Condition> conditions, Map<String, Term> binding, boolean comes) {
        List<Ending> ways = new ArrayList<>();
        conditions.forEach(c -> add(ways, condition(c, binding, comes)));
        return ways;
    }

    private List<Ending> all(List<Condition> conditions, Map<String, Term> binding, boolean comes) {
        List<Ending> ways = List.of(Ending.NOW);
        for (Condition c : conditions) {
            ways = both(ways, condition(c, binding, comes));
        }
        return ways;
    }

    private List<Ending> state(String name, List<Term> arguments, boolean comes) {
        return asked(new Asked("state " + name + arguments, Map.of(), comes), () -> {
            List<Ending> ways = new ArrayList<>();
            for (State state : walk.states(name)) {
                Map<String, Term> binding = Walk.binding(state, arguments);
                add(
                        ways,
                        under(
                                switch (state) {
                                    case State.Named s -> condition(s.condition(), binding, comes);
                                    case State.Fluent s -> fluent(s, binding, comes);
                                    case State.Period s -> period(s, comes);
                                },
                                state.reading()));
            }
            return ways;
        });
    }

    private List<Ending> fluent(State.Fluent state, Map<String, Term> binding, boolean comes) {
        List<Ending> ways = new ArrayList<>();
        if (comes) {
            state.begins().forEach(p -> add(ways, pattern(Walk.bound(p, binding), true)));
            return ways;
        }
        state.ends().forEach(p -> add(ways, pattern(Walk.bound(p, binding), true)));
        List<Ending> never = List.of(Ending.NOW);
        for (Pattern p : state.begins()) {
            never = both(never, pattern(Walk.bound(p, binding), false));
        }
        add(ways, never);
        return ways;
    }

    /** A term ends by time, after so long or on a date; one that is renewed ends so only where somebody gives notice, at the end of the span in which it does. */
    private List<Ending> period(State.Period term, boolean comes) {
        List<Ending> ways = new ArrayList<>();
        List<Ending> begins = term.start().orElse(null) instanceof State.Start.OfEvent(Pattern begin)
                ? pattern(begin, comes)
                : comes ? List.of(Ending.NOW) : List.of();
        add(ways, begins);
        if (comes || term.end().isEmpty()) {
            return ways;
        }
        switch (term.end().get()) {
            case State.End.At(Instant end) -> add(ways, List.of(Ending.of(new Ending.Comes(end))));
            case State.End.After after -> {
                List<Ending> passes = List.of(Ending.of(new Ending.Passes(after.length())));
                if (after.renewal().isEmpty()) {
                    add(ways, passes);
                } else if (term.notice().isPresent()) {
                    State.Notice notice = term.notice().get();
                    add(ways, both(pattern(notice.by(), true), passes));
                }
            }
        }
        return ways;
    }

    private List<Ending> fulfilled(List<Norm> norms, boolean comes) {
        List<List<Ending>> each = new ArrayList<>();
        for (Norm norm : norms) {
            each.add(asked(
                    new Asked("clause " + norm.id() + norm.reading(), Map.of(), comes),
                    () -> under(kept(norm, comes), norm.reading())));
        }
        if (!comes) {
            List<Ending> ways = new ArrayList<>();
            each.forEach(e -> add(ways, e));
            return ways;
        }
        List<Ending> ways = List.of(Ending.NOW);
        for (List<Ending> one : each) {
            ways = both(ways, one);
        }
        return each.isEmpty() ? List.of() : ways;
    }

    /** What is demanded is done, what is forbidden is left undone; a permission has no such end. */
    private List<Ending> kept(Norm norm, boolean comes) {
        return switch (Duties.brokenBy(norm)) {
            case BrokenBy.Omission(Pattern act) -> pattern(act, comes);
            case BrokenBy.Act broken -> pattern(broken.act(), !comes);
            case BrokenBy.Lapse(Condition kept) -> condition(kept, Map.of(), comes);
            case BrokenBy.Nothing ignored -> List.of();
        };
    }

    private List<Ending> pattern(Pattern pattern, boolean comes) {
        List<Definition> definitions = walk.definitions(pattern.event());
        if (definitions.isEmpty()) {
            return List.of(
                    Ending.of(comes ? new Ending.Done(pattern) : new Ending.Withheld(pattern, Optional.empty())));
        }
        return asked(new Asked(pattern.event() + pattern.arguments(), Map.of(), comes), () -> {
            List<Ending> ways = new ArrayList<>();
            for (Definition d : definitions) {
                Map<String, Term> binding = Walk.binding(d, pattern);
                add(ways, under(comes ? comes(d.derivation(), binding) : stays(d.derivation(), binding), d.reading()));
            }
            return ways;
        });
    }

    private List<Ending> comes(Definition.Derivation derivation, Map<String, Term> binding) {
        return switch (derivation) {
            case Definition.Select d -> {
                List<Ending> ways = new ArrayList<>();
                d.patterns().forEach(p -> add(ways, pattern(Walk.bound(p, binding), true)));
                yield both(ways, condition(d.where(), binding, true));
            }
            case Definition.Count d ->
                both(pattern(Walk.bound(d.pattern(), binding), true), condition(d.where(), binding, true));
            case Definition.Different d ->
                both(pattern(Walk.bound(d.pattern(), binding), true), condition(d.where(), binding, true));
            case Definition.Sum d ->
                both(pattern(Walk.bound(d.pattern(), binding), true), condition(d.where(), binding, true));
            case Definition.Merged d ->
                both(pattern(Walk.bound(d.pattern(), binding), true), condition(d.where(), binding, true));
            case Definition.Then d ->
                both(pattern(Walk.bound(d.first(), binding), true), pattern(Walk.bound(d.second(), binding), true));
            case Definition.Absence d ->
                both(
                        within(pattern(Walk.bound(d.absent(), binding), false), d),
                        pattern(Walk.bound(d.of(), binding), true));
            case Definition.After d ->
                both(pattern(Walk.bound(d.pattern(), binding), true), List.of(Ending.of(new Ending.Passes(d.span()))));
            case Definition.AllOf d -> {
                List<Ending> ways = List.of(Ending.NOW);
                for (Pattern p : d.patterns()) {
                    ways = both(ways, pattern(Walk.bound(p, binding), true));
                }
                yield ways;
            }
        };
    }

    /** What is left undone has to be left undone for that time only. */
    private static List<Ending> within(List<Ending> ways, Definition.Absence absence) {
        List<Ending> timed = new ArrayList<>();
        for (Ending way : ways) {
            List<Ending.Step> steps = new ArrayList<>();
            for (Ending.Step step : way.steps()) {
                steps.add(
                        step instanceof Ending.Withheld(Pattern act, var within) && within.isEmpty()
                                ? new Ending.Withheld(act, Optional.of(absence.within()))
                                : step);
            }
            timed.add(new Ending(steps, way.reading()));
        }
        return timed;
    }

    /** In which ways what is so defined does not come about. */
    private List<Ending> stays(Definition.Derivation derivation, Map<String, Term> binding) {
        List<Ending> ways = new ArrayList<>();
        switch (derivation) {
            case Definition.Select d -> {
                List<Ending> none = List.of(Ending.NOW);
                for (Pattern p : d.patterns()) {
                    none = both(none, pattern(Walk.bound(p, binding), false));
                }
                add(ways, none);
            }
            case Definition.Count d -> add(ways, pattern(Walk.bound(d.pattern(), binding), false));
            case Definition.Different d -> add(ways, pattern(Walk.bound(d.pattern(), binding), false));
            case Definition.Sum d -> add(ways, pattern(Walk.bound(d.pattern(), binding), false));
            case Definition.Merged d -> add(ways, pattern(Walk.bound(d.pattern(), binding), false));
            case Definition.Then d -> {
                add(ways, pattern(Walk.bound(d.first(), binding), false));
                add(ways, pattern(Walk.bound(d.second(), binding), false));
            }
            case Definition.Absence d -> {
                add(ways, pattern(Walk.bound(d.absent(), binding), true));
                add(ways, pattern(Walk.bound(d.of(), binding), false));
            }
            case Definition.After d -> add(ways, pattern(Walk.bound(d.pattern(), binding), false));
            case Definition.AllOf d -> d.patterns().forEach(p -> add(ways, pattern(Walk.bound(p, binding), false)));
        }
        Parts.where(derivation).ifPresent(w -> add(ways, condition(w, binding, false)));
        return ways;
    }

    private static void add(List<Ending> ways, List<Ending> more) {
        Set<Ending> all = new LinkedHashSet<>(ways);
        for (Ending way : more) {
            if (all.size() < MOST) {
                all.add(way);
            }
        }
        ways.clear();
        ways.addAll(all);
    }

    private static List<Ending> both(List<Ending> some, List<Ending> others) {
        Set<Ending> all = new LinkedHashSet<>();
        for (Ending one : some) {
            for (Ending other : others) {
                if (all.size() < MOST) {
                    one.and(other).ifPresent(all::add);
                }
            }
        }
        return List.copyOf(all);
    }

    private static List<Ending> under(List<Ending> ways, holdfast.language.model.Reading reading) {
        return ways.stream().flatMap(w -> w.under(reading).stream()).toList();
    }
}
