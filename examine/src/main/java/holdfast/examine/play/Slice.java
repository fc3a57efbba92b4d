package holdfast.examine.play;

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
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Trigger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What can have to do with the breach of one clause: the clause, every clause whose act is a measure, and whatever these wait for, are guarded by, or are ruled
 * by, directly or not. Nothing else can change which measures follow.
 */
public final class Slice {
    private final Agreement agreement;
    private final Ways ways;
    private final Set<String> clauses = new LinkedHashSet<>();
    private final Set<String> events = new LinkedHashSet<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final Set<String> seenStates = new HashSet<>();
    private final Set<String> seenDefinitions = new HashSet<>();
    private final Deque<Norm> open = new ArrayDeque<>();

    private Slice(Agreement agreement) {
        this.agreement = agreement;
        this.ways = new Ways(agreement);
    }

    /** @param agreement one in which nothing is open */
    public static Slice of(Agreement agreement, String clause) {
        Slice slice = new Slice(agreement);
        for (Norm norm : agreement.norms()) {
            if (norm.id().equals(clause) || slice.isMeasure(norm)) {
                slice.take(norm);
            }
        }
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.InForceWhile guard) {
                slice.condition(guard.condition());
            }
        }
        slice.close();
        return slice;
    }

    /** The clauses, in the order of the text. */
    public Set<String> clauses() {
        Set<String> ordered = new LinkedHashSet<>();
        agreement.norms().stream().map(Norm::id).filter(clauses::contains).forEach(ordered::add);
        return ordered;
    }

    public Agreement agreement() {
        return Resolved.only(agreement, n -> clauses.contains(n.id()));
    }

    /** Declared events on which something in the slice turns. */
    public Set<String> events() {
        return events;
    }

    /** The patterns of declared and defined events on which something in the slice turns, acts that are merely forbidden or demanded left out. */
    public List<Pattern> patterns() {
        return patterns;
    }

    private boolean isMeasure(Norm norm) {
        return act(norm).map(p -> agreement.eventTypes().get(p.event())).stream()
                .anyMatch(e -> e != null
                        && (e.measure().isPresent()
                                || ways.declaredUnder(e.name()).stream()
                                        .map(agreement.eventTypes()::get)
                                        .anyMatch(d -> d != null && d.measure().isPresent())));
    }

    private static java.util.Optional<Pattern> act(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Achieve d -> java.util.Optional.of(d.act());
            case Duty.Recur d -> java.util.Optional.of(d.act());
            case Duty.May d -> java.util.Optional.of(d.act());
            case Duty.Refrain d -> java.util.Optional.of(d.act());
            case Duty.Power d -> java.util.Optional.of(d.with());
            case Duty.Keep ignored -> java.util.Optional.empty();
        };
    }

    private void take(Norm norm) {
        if (clauses.add(norm.id())) {
            open.add(norm);
        }
    }

    private void take(ClauseRef ref) {
        agreement.norms().stream().filter(n -> ref.covers(n.id())).forEach(this::take);
    }

    private void close() {
        int before;
        do {
            before = clauses.size() + events.size();
            while (!open.isEmpty()) {
                read(open.remove());
            }
            for (Norm norm : agreement.norms()) {
                boolean ruling = norm.duty() instanceof Duty.Power p
                        && p.over().ids().stream().anyMatch(this::isTaken);
                boolean bringing = act(norm).stream()
                        .flatMap(p -> ways.declaredUnder(p.event()).stream())
                        .anyMatch(events::contains);
                if (ruling || bringing) {
                    take(norm);
                }
            }
        } while (clauses.size() + events.size() > before || !open.isEmpty());
    }

    private boolean isTaken(String reference) {
        return clauses.stream().anyMatch(c -> c.equals(reference) || c.startsWith(reference + "."));
    }

    private void read(Norm norm) {
        condition(norm.whileTrue());
        condition(norm.guard());
        norm.trigger().ifPresent(this::trigger);
        switch (norm.duty()) {
            case Duty.Achieve d -> {
                condition(d.where());
                d.due().ifPresent(this::anchor);
            }
            case Duty.Refrain d -> condition(d.where());
            case Duty.Keep d -> condition(d.condition());
            case Duty.Recur d -> condition(d.where());
            case Duty.May ignored -> {}
            case Duty.Power d -> pattern(d.with());
        }
        // An act that is demanded or forbidden by a definition turns on what the definition says.
        act(norm).ifPresent(p -> definition(p.event()));
    }

    private void anchor(Bound bound) {
        if (bound instanceof Bound.Within within && within.anchor() instanceof Anchor.OfEvent(Pattern anchor)) {
            pattern(anchor);
        }
    }

    private void trigger(Trigger trigger) {
        switch (trigger) {
            case Trigger.OnEvent t -> {
                pattern(t.pattern());
                condition(t.where());
            }
            case Trigger.OnBreach t -> take(t.of());
            case Trigger.Continues t -> take(t.breach().of());
            case Trigger.GrowsInto t -> {
                take(t.breach().of());
                pattern(t.into());
            }
            case Trigger.OnOutcome t -> take(t.clause());
            case Trigger.OnState t -> condition(t.condition());
        }
    }

    private void pattern(Pattern pattern) {
        patterns.add(pattern);
        events.addAll(ways.declaredUnder(pattern.event()));
        definition(pattern.event());
    }

    private void definition(String event) {
        for (Definition d : agreement.definitions()) {
            if (d.name().equals(event) && seenDefinitions.add(event)) {
                switch (d.derivation()) {
                    case Definition.Select s -> condition(s.where());
                    case Definition.Count c -> condition(c.where());
                    case Definition.Different c -> condition(c.where());
                    case Definition.Sum c -> condition(c.where());
                    case Definition.Merged m -> condition(m.where());
                    case Definition.Absence a -> pattern(a.absent());
                    case Definition.Then ignored -> {}
                    case Definition.After ignored -> {}
                    case Definition.AllOf ignored -> {}
                }
                Ways.patterns(d.derivation()).forEach(p -> definition(p.event()));
            }
        }
    }

    private void condition(Condition condition) {
        switch (condition) {
            case Condition.All c -> c.conditions().forEach(this::condition);
            case Condition.Any c -> c.conditions().forEach(this::condition);
            case Condition.Not c -> condition(c.condition());
            case Condition.InState c -> state(c.state());
            case Condition.HasHappened c -> pattern(c.pattern());
            case Condition.NoneFor c -> pattern(c.pattern());
            case Condition.ClauseFulfilled c -> take(c.clause());
            case Condition.ClauseBreached c -> take(c.clause());
            case Condition.LevelIs c -> level(c.level().event());
            case Condition.Undefined ignored -> {}
            case Condition.Compare ignored -> {}
            case Condition.InZone ignored -> {}
            case Condition.Distance ignored -> {}
        }
    }

    private void level(String name) {
        for (Level level : agreement.levels()) {
            if (level.name().equals(name)) {
                pattern(level.pattern());
            }
        }
    }

    private void state(String name) {
        if (!seenStates.add(name)) {
            return;
        }
        for (State state : agreement.states()) {
            if (state.name().equals(name)) {
                switch (state) {
                    case State.Named s -> condition(s.condition());
                    case State.Fluent s -> {
                        s.begins().forEach(this::pattern);
                        s.ends().forEach(this::pattern);
                    }
                }
            }
        }
    }
}
