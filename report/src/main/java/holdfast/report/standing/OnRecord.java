package holdfast.report.standing;

import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Level;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.State;
import holdfast.language.reading.BrokenBy;
import holdfast.language.reading.Duties;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether anything on record could have shown that a lasting duty was broken. A prohibition of which nobody ever reported anything has not been <em>kept</em>: of it, nothing is known.
 */
public final class OnRecord {
    private final Agreement agreement;

    /** The events of which there is a record. */
    private final Set<String> recorded;

    private final List<Unjudged.Line> unjudged;

    /** The clauses that somebody broke who is not named, or may have, and under which readings. */
    private final Map<String, Set<Reading>> byNobodyNamed = new HashMap<>();

    public OnRecord(Replay replay) {
        this.agreement = replay.agreement();
        this.recorded = replay.recorded();
        this.unjudged = replay.intake().unjudged();
        for (Verdict v : replay.verdicts()) {
            if (v.bearer().equals(Verdict.NOBODY_NAMED) && mayBeBroken(v.status())) {
                byNobodyNamed.computeIfAbsent(v.clause(), c -> new HashSet<>()).add(v.reading());
            }
        }
    }

    /** What is said of several readings at once names none of them. */
    private boolean mayBeByNobodyNamed(Verdict verdict) {
        return byNobodyNamed.getOrDefault(verdict.clause(), Set.of()).stream()
                .anyMatch(
                        r -> r.isPartOf(verdict.reading()) || verdict.reading().isPartOf(r));
    }

    private static boolean mayBeBroken(Status status) {
        return switch (status) {
            case BREACHED, CURED, UNDETERMINED, DISPUTED -> true;
            case NOT_YET_DUE, PENDING, FULFILLED, BLOCKED, LAPSED, EXCUSED, REFUTED -> false;
        };
    }

    /** What a verdict by which a lasting duty was not broken is worth. */
    public sealed interface Silence {
        /** The state during which it applies never began. */
        record NeverBegan(String state) implements Silence {}

        /** No record is of a kind that could tell. */
        record Nothing() implements Silence {}

        /** Records of such acts leave out what the clause asks of them. */
        record LeftOut(Unjudged.Line what) implements Silence {}

        /** It was broken, and nobody is named who did it: it may have been this one. */
        record ByNobodyNamed() implements Silence {}
    }

    /** Empty where the verdict says something: it was broken, or could have been seen to be. */
    public Optional<Silence> silence(Verdict verdict, Norm norm) {
        boolean unbroken = verdict.status() == Status.FULFILLED || verdict.status() == Status.NOT_YET_DUE;
        if (!Duties.isProhibition(norm) || !unbroken || verdict.since().isPresent()) {
            return Optional.empty();
        }
        Optional<String> waiting = waitingFor(norm.whileTrue());
        if (waiting.isPresent()) {
            return waiting.map(Silence.NeverBegan::new);
        }
        if (verdict.status() == Status.NOT_YET_DUE) {
            return Optional.empty();
        }
        if (!canShow(Duties.brokenBy(norm))) {
            return Optional.of(new Silence.Nothing());
        }
        if (mayBeByNobodyNamed(verdict)) {
            return Optional.of(new Silence.ByNobodyNamed());
        }
        return unjudged.stream()
                .filter(u -> u.clauses().contains(norm.id()))
                .findFirst()
                .map(Silence.LeftOut::new);
    }

    /** Whether something on record could show that a clause was broken in this way. */
    private boolean canShow(BrokenBy breach) {
        return switch (breach) {
            case BrokenBy.Act(Pattern act, var where) -> canHaveOccurred(act, new HashSet<>());
            case BrokenBy.Lapse(Condition kept) -> isTold(kept);
            // The clock tells what was left undone.
            case BrokenBy.Omission ignored -> true;
            case BrokenBy.Nothing ignored -> true;
        };
    }

    /** A state that must hold and has no beginning on record. */
    private Optional<String> waitingFor(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> all) ->
                all.stream().flatMap(c -> waitingFor(c).stream()).findFirst();
            case Condition.InState in -> {
                List<State> named = states(in.state());
                boolean never = !named.isEmpty() && named.stream().allMatch(this::neverBegan);
                yield never ? Optional.of(in.state()) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private boolean neverBegan(State state) {
        return switch (state) {
            case State.Fluent fluent -> fluent.begins().stream().noneMatch(p -> canHaveOccurred(p, new HashSet<>()));
            case State.Named named -> waitingFor(named.condition()).isPresent();
            case State.Period term ->
                term.start().orElse(null) instanceof State.Start.OfEvent(Pattern begin)
                        && !canHaveOccurred(begin, new HashSet<>());
        };
    }

    private List<State> states(String name) {
        return agreement.states().stream().filter(s -> s.name().equals(name)).toList();
    }

    private boolean canHaveOccurred(Pattern pattern, Set<String> asked) {
        String event = pattern.event();
        if (recorded.contains(event)) {
            return true;
        }
        if (!asked.add(event)) {
            return false;
        }
        return (event.equals("decision") && recorded.contains("motion"))
                || agreement.definitions().stream()
                        .filter(d -> d.name().equals(event))
                        .anyMatch(d -> canHaveOccurred(d.derivation(), new HashSet<>(asked)));
    }

    private boolean canHaveOccurred(Definition.Derivation derivation, Set<String> asked) {
        return switch (derivation) {
            case Definition.Select d -> d.patterns().stream().anyMatch(p -> canHaveOccurred(p, asked));
            case Definition.Count d -> canHaveOccurred(d.pattern(), asked);
            case Definition.Different d -> canHaveOccurred(d.pattern(), asked);
            case Definition.Sum d -> canHaveOccurred(d.pattern(), asked);
            case Definition.Merged d -> canHaveOccurred(d.pattern(), asked);
            case Definition.Then d ->
                canHaveOccurred(d.first(), new HashSet<>(asked)) && canHaveOccurred(d.second(), asked);
            case Definition.Absence d -> canHaveOccurred(d.of(), asked);
            case Definition.After d -> canHaveOccurred(d.pattern(), asked);
            case Definition.AllOf d -> d.patterns().stream().allMatch(p -> canHaveOccurred(p, new HashSet<>(asked)));
        };
    }

    /** Whether a record says anything of what the condition is about. */
    private boolean isTold(Condition condition) {
        Set<Pattern> patterns = new LinkedHashSet<>();
        return aboutNoEvent(condition, patterns)
                || patterns.stream().anyMatch(p -> canHaveOccurred(p, new HashSet<>()));
    }

    /** Gathers the patterns of a condition; true where something in it hangs on no event at all. */
    private boolean aboutNoEvent(Condition condition, Set<Pattern> patterns) {
        return switch (condition) {
            case Condition.All(List<Condition> all) ->
                all.stream().map(c -> aboutNoEvent(c, patterns)).reduce(false, Boolean::logicalOr);
            case Condition.Any(List<Condition> any) ->
                any.stream().map(c -> aboutNoEvent(c, patterns)).reduce(false, Boolean::logicalOr);
            case Condition.Not(Condition negated) -> aboutNoEvent(negated, patterns);
            case Condition.InState in -> {
                boolean none = false;
                for (State state : states(in.state())) {
                    switch (state) {
                        case State.Fluent fluent -> {
                            patterns.addAll(fluent.begins());
                            patterns.addAll(fluent.ends());
                        }
                        case State.Named named -> none |= aboutNoEvent(named.condition(), patterns);
                        case State.Period term -> {
                            patterns.addAll(term.patterns());
                            none |= term.patterns().isEmpty();
                        }
                    }
                }
                yield none;
            }
            case Condition.HasHappened has -> gather(has.pattern(), patterns);
            case Condition.NoneFor none -> gather(none.pattern(), patterns);
            case Condition.LevelIs is -> {
                agreement.levels().stream()
                        .filter(l -> l.name().equals(is.level().event()))
                        .map(Level::pattern)
                        .forEach(patterns::add);
                yield false;
            }
            case Condition.ClauseFulfilled ignored -> true;
            case Condition.ClauseBreached ignored -> true;
            case Condition.Undefined ignored -> true;
            case Condition.Compare ignored -> true;
            case Condition.InZone ignored -> true;
            case Condition.Distance ignored -> true;
        };
    }

    private static boolean gather(Pattern pattern, Set<Pattern> patterns) {
        patterns.add(pattern);
        return false;
    }
}
