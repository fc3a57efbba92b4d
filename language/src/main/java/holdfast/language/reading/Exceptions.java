package holdfast.language.reading;

import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By what acts a clause comes to forbid no more what it forbids: what has happened, or lasts, and takes it out. That a state ends for which the clause is meant is another matter, and
 * {@link Endings} tells it.
 */
public final class Exceptions {
    /**
     * An act that takes something out of a prohibition.
     *
     * @param forEver whether nothing in the text ends that again
     */
    public record Exempting(Pattern act, boolean forEver) {}

    private final Walk walk;
    private final List<Exempting> found = new ArrayList<>();
    private final Set<String> terms = new LinkedHashSet<>();
    private final Set<String> seen = new HashSet<>();

    private Exceptions(Walk walk) {
        this.walk = walk;
    }

    /** The terms that the text leaves open and that take something out of a clause where they are met. */
    public static Set<String> terms(Walk walk, Norm norm) {
        return read(walk, norm).terms;
    }

    /** Of its {@code while}, and of the conditions on what it forbids, also of those that stand in a definition of that. */
    public static List<Exempting> of(Walk walk, Norm norm) {
        return read(walk, norm).found.stream().distinct().toList();
    }

    private static Exceptions read(Walk walk, Norm norm) {
        Exceptions exceptions = new Exceptions(walk);
        exceptions.condition(norm.whileTrue(), Map.of(), false);
        switch (Duties.brokenBy(norm)) {
            case BrokenBy.Act broken -> {
                exceptions.condition(broken.where(), Map.of(), false);
                exceptions.act(broken.act());
            }
            // What must be kept is no exception from it.
            case BrokenBy.Lapse ignored -> {}
            case BrokenBy.Omission ignored -> {}
            case BrokenBy.Nothing ignored -> {}
        }
        return exceptions;
    }

    private void act(Pattern act) {
        if (!seen.add("act " + act.event() + act.arguments())) {
            return;
        }
        for (Definition definition : walk.definitions(act.event())) {
            Map<String, Term> binding = Walk.binding(definition, act);
            Parts.where(definition.derivation()).ifPresent(c -> condition(c, binding, false));
            Parts.madeOf(definition.derivation()).forEach(p -> act(Walk.bound(p, binding)));
        }
    }

    /** @param frees whether nothing is forbidden where this holds, or where it does not */
    private void condition(Condition condition, Map<String, Term> binding, boolean frees) {
        switch (condition) {
            case Condition.All c -> c.conditions().forEach(one -> condition(one, binding, frees));
            case Condition.Any c -> c.conditions().forEach(one -> condition(one, binding, frees));
            case Condition.Not c -> condition(c.condition(), binding, !frees);
            case Condition.HasHappened c -> {
                if (frees) {
                    add(Walk.bound(c.pattern(), binding), true);
                }
            }
            case Condition.NoneFor c -> {
                if (!frees) {
                    add(Walk.bound(c.pattern(), binding), false);
                }
            }
            case Condition.InState c ->
                state(
                        c.state(),
                        c.arguments().stream().map(t -> Walk.bound(t, binding)).toList(),
                        frees);
            case Condition.ClauseFulfilled ignored -> {}
            case Condition.ClauseBreached ignored -> {}
            case Condition.LevelIs ignored -> {}
            case Condition.Undefined c -> {
                if (frees) {
                    terms.add(c.term());
                }
            }
            case Condition.Compare ignored -> {}
            case Condition.InZone ignored -> {}
            case Condition.Distance ignored -> {}
        }
    }

    private void state(String name, List<Term> arguments, boolean frees) {
        if (!seen.add("state " + frees + name + arguments)) {
            return;
        }
        for (State state : walk.states(name)) {
            Map<String, Term> binding = Walk.binding(state, arguments);
            switch (state) {
                case State.Named s -> condition(s.condition(), binding, frees);
                case State.Fluent s -> {
                    if (frees) {
                        s.begins()
                                .forEach(p ->
                                        add(Walk.bound(p, binding), s.ends().isEmpty()));
                    }
                }
                case State.Period ignored -> {}
            }
        }
    }

    private void add(Pattern act, boolean forEver) {
        found.add(new Exempting(act, forEver));
    }
}
