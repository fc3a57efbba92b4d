package holdfast.engine.horizon;

import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.language.model.Agreement;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bound;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.State;
import holdfast.language.model.Trigger;
import holdfast.language.reading.QuietGaps;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far back from any moment an agreement looks, by event: whatever happened earlier changes nothing that may still happen. Where the text can ask about all that ever was (that
 * something has happened, how a duty ended, a power that was used), it looks back for ever. It may be told longer than it is, never shorter.
 */
final class LookBack {
    /** In milliseconds, as any length here. */
    static final long FOREVER = Long.MAX_VALUE;

    private static final long DAY = 86_400_000;
    private static final List<String> BY_BODIES = List.of("motion", "vote", "decision");

    private final Agreement agreement;

    /** How late something may be told, and still be taken. */
    private final long horizon;

    private final Map<String, Long> ofEvent = new HashMap<>();
    private final Set<String> ofStates = new HashSet<>();
    private final Map<String, Long> ofClause = new HashMap<>();

    /** The clauses that were looked through as such that others follow from, each with how far back. */
    private final Set<String> seen = new HashSet<>();

    private LookBack(Agreement agreement, long horizon) {
        this.agreement = agreement;
        this.horizon = horizon;
    }

    /** @param horizon in milliseconds: what is told later than that is not taken */
    static LookBack of(Agreement agreement, long horizon) {
        LookBack back = new LookBack(agreement, horizon);
        agreement.norms().forEach(norm -> back.look(norm, back.of(norm)));
        if (!agreement.bodies().isEmpty()) {
            // A vote counts for as long as its motion is open.
            BY_BODIES.forEach(event -> back.see(event, FOREVER));
        }
        return back;
    }

    /** How long what happened may matter; 0: not at all. */
    long of(String event) {
        return ofEvent.getOrDefault(event, 0L);
    }

    /** Whether a state begins or ends with it: then the last of each kind matters however long it is past. */
    boolean makesStates(String event) {
        return ofStates.contains(event);
    }

    /** Whether somebody may still decide on what a verdict says, whenever that was: on a breach, on what a term means, on how the text is to be read. */
    boolean isOpen(Verdict verdict) {
        for (Rule rule : agreement.rules()) {
            boolean open = rule instanceof Rule.Confirms confirms
                            && verdict.status() != Status.FULFILLED
                            && confirms.of().covers(verdict.clause())
                    || rule instanceof Rule.RulesOn rules
                            && (!isQuestion(rules.name())
                                    || !verdict.reading().answers().isEmpty());
            if (open) {
                return true;
            }
        }
        return false;
    }

    private boolean isQuestion(String name) {
        return agreement.questions().stream().anyMatch(q -> q.name().equals(name));
    }

    // clauses

    private long of(Norm norm) {
        Long known = ofClause.get(norm.id());
        if (known != null) {
            return known;
        }
        // A clause that hangs on itself looks back for ever.
        ofClause.put(norm.id(), FOREVER);
        long longest = 0;
        for (Norm reading : agreement.norms()) {
            if (reading.id().equals(norm.id())) {
                longest = Math.max(longest, isUnderAPower(reading) ? FOREVER : alone(reading));
            }
        }
        ofClause.put(norm.id(), longest);
        return longest;
    }

    private boolean isUnderAPower(Norm norm) {
        return agreement.norms().stream()
                .anyMatch(n ->
                        n.duty() instanceof Duty.Power power && power.over().covers(norm.id()));
    }

    private long alone(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Achieve achieve ->
                norm.trigger().map(t -> achieved(t, achieve)).orElse(FOREVER);
            case Duty.Refrain ignored -> norm.trigger().isPresent() ? FOREVER : refrained(norm);
            case Duty.Keep ignored -> FOREVER;
            case Duty.Recur ignored -> FOREVER;
            case Duty.May ignored -> 0;
            case Duty.Power ignored -> FOREVER;
        };
    }

    private long refrained(Norm norm) {
        return QuietGaps.of(agreement, norm).map(LookBack::length).orElse(0L);
    }

    private long achieved(Trigger trigger, Duty.Achieve achieve) {
        long due = achieve.due().map(this::window).orElse(FOREVER);
        long from = achieve.notBefore().map(this::window).orElse(0L);
        return plus(triggered(trigger), Math.max(due, from));
    }

    private long triggered(Trigger trigger) {
        return switch (trigger) {
            case Trigger.OnEvent ignored -> 0;
            case Trigger.OnBreach breach -> breach.confirmed() ? FOREVER : covered(breach.of());
            case Trigger.Continues ignored -> FOREVER;
            case Trigger.GrowsInto ignored -> FOREVER;
            case Trigger.OnOutcome ignored -> FOREVER;
            case Trigger.OnState ignored -> FOREVER;
        };
    }

    private long covered(ClauseRef ref) {
        return agreement.norms().stream()
                .filter(n -> ref.covers(n.id()))
                .mapToLong(this::of)
                .max()
                .orElse(0);
    }

    private long window(Bound bound) {
        return switch (bound) {
            case Bound.Within within -> plus(length(within.span()), anchored(within.anchor()));
            case Bound.OnDate ignored -> FOREVER;
            case Bound.AtInstant ignored -> FOREVER;
            case Bound.OnVariable ignored -> FOREVER;
        };
    }

    private long anchored(Anchor anchor) {
        return switch (anchor) {
            case Anchor.OfTrigger ignored -> 0;
            case Anchor.OfReport ignored -> horizon;
            // The first that ever was.
            case Anchor.OfEvent ignored -> FOREVER;
            case Anchor.OfBreach breach ->
                switch (breach.moment()) {
                    case START -> 0;
                    case REPORT -> horizon;
                    case FINDING -> FOREVER;
                };
        };
    }

    // what they read

    private void look(Norm norm, long back) {
        see(norm.whileTrue(), back);
        see(norm.guard(), back);
        agreement.rules().forEach(rule -> {
            if (rule instanceof Rule.InForceWhile inForce) {
                see(inForce.condition(), back);
            }
        });
        norm.trigger().ifPresent(trigger -> look(trigger, back));
        switch (norm.duty()) {
            case Duty.Achieve achieve -> {
                see(achieve.act(), back);
                see(achieve.where(), back);
                anchors(achieve).forEach(pattern -> see(pattern, back));
            }
            case Duty.Refrain refrain -> {
                see(refrain.act(), back);
                see(refrain.where(), back);
            }
            case Duty.Keep keep -> see(keep.condition(), back);
            case Duty.Recur recur -> {
                see(recur.act(), back);
                see(recur.where(), back);
            }
            case Duty.May may -> see(may.act(), back);
            case Duty.Power power -> see(power.with(), back);
        }
    }

    private static List<Pattern> anchors(Duty.Achieve achieve) {
        return List.of(achieve.due(), achieve.notBefore()).stream()
                .flatMap(Optional::stream)
                .filter(Bound.Within.class::isInstance)
                .map(b -> ((Bound.Within) b).anchor())
                .filter(Anchor.OfEvent.class::isInstance)
                .map(a -> ((Anchor.OfEvent) a).pattern())
                .toList();
    }

    private void look(Trigger trigger, long back) {
        switch (trigger) {
            case Trigger.OnEvent on -> {
                see(on.pattern(), back);
                see(on.where(), back);
            }
            case Trigger.OnBreach breach -> seeClauses(breach.of(), back);
            case Trigger.Continues goesOn -> seeClauses(goesOn.breach().of(), back);
            case Trigger.GrowsInto grows -> {
                seeClauses(grows.breach().of(), back);
                see(grows.into(), back);
            }
            case Trigger.OnOutcome outcome -> seeClauses(outcome.clause(), back);
            case Trigger.OnState state -> see(state.condition(), back);
        }
    }

    private void seeClauses(ClauseRef ref, long back) {
        for (Norm norm : agreement.norms()) {
            if (ref.covers(norm.id()) && seen.add(norm.id() + " " + back)) {
                look(norm, back);
            }
        }
    }

    private void see(Pattern pattern, long back) {
        see(pattern.event(), back);
    }

    private void see(String event, long back) {
        boolean defined = false;
        for (Definition definition : agreement.definitions()) {
            if (definition.name().equals(event)) {
                defined = true;
                see(definition.derivation(), back);
            }
        }
        if (!defined) {
            ofEvent.merge(event, back, Math::max);
        }
    }

    private void see(Definition.Derivation derivation, long back) {
        switch (derivation) {
            case Definition.Select select -> {
                select.patterns().forEach(p -> see(p, back));
                see(select.where(), back);
            }
            case Definition.Count count -> within(count.within(), count.pattern(), count.where(), back);
            case Definition.Different different ->
                within(different.within(), different.pattern(), different.where(), back);
            case Definition.Sum sum -> within(sum.within(), sum.pattern(), sum.where(), back);
            case Definition.Merged merged -> within(Optional.empty(), merged.pattern(), merged.where(), back);
            case Definition.Then then -> {
                see(then.first(), plus(back, length(then.within())));
                see(then.second(), plus(back, length(then.within())));
            }
            case Definition.Absence absence -> {
                see(absence.of(), plus(back, length(absence.within())));
                see(absence.absent(), plus(back, length(absence.within())));
            }
            case Definition.After after -> see(after.pattern(), plus(back, length(after.span())));
            case Definition.AllOf all -> all.patterns().forEach(p -> see(p, FOREVER));
        }
    }

    private void within(Optional<Span> span, Pattern pattern, Condition where, long back) {
        long all = plus(back, span.map(LookBack::length).orElse(FOREVER));
        see(pattern, all);
        see(where, all);
    }

    private void see(Condition condition, long back) {
        switch (condition) {
            case Condition.All all -> all.conditions().forEach(c -> see(c, back));
            case Condition.Any any -> any.conditions().forEach(c -> see(c, back));
            case Condition.Not not -> see(not.condition(), back);
            case Condition.InState in -> seeState(in.state(), back);
            case Condition.HasHappened happened -> see(happened.pattern(), FOREVER);
            case Condition.NoneFor none -> see(none.pattern(), plus(back, length(none.span())));
            case Condition.ClauseFulfilled clause -> seeClauses(clause.clause(), FOREVER);
            case Condition.ClauseBreached clause -> seeClauses(clause.clause(), FOREVER);
            case Condition.LevelIs level ->
                agreement.levels().stream()
                        .filter(l -> l.name().equals(level.level().event()))
                        .forEach(l -> see(l.pattern(), FOREVER));
            case Condition.Undefined ignored -> {}
            case Condition.Compare ignored -> {}
            case Condition.InZone ignored -> {}
            case Condition.Distance ignored -> {}
        }
    }

    private void seeState(String name, long back) {
        for (State state : agreement.states()) {
            if (state.name().equals(name)) {
                switch (state) {
                    case State.Fluent fluent -> {
                        fluent.begins().forEach(p -> turns(p, back));
                        fluent.ends().forEach(p -> turns(p, back));
                    }
                    case State.Named named -> see(named.condition(), back);
                    case State.Period period -> period.patterns().forEach(p -> see(p, FOREVER));
                }
            }
        }
    }

    /** A state is as its last turn left it. */
    private void turns(Pattern pattern, long back) {
        boolean declared = agreement.events().stream().anyMatch(e -> e.name().equals(pattern.event()));
        see(pattern, declared ? back : FOREVER);
        if (declared) {
            ofStates.add(pattern.event());
        }
    }

    // lengths

    /** At most; a day may have 25 hours, and a window of days ends with the last. */
    static long length(Span span) {
        long unit = switch (span.unit()) {
            case SECOND, MINUTE, HOUR -> span.unit().millis();
            case DAY -> DAY;
            case WEEK -> 7 * DAY;
            case MONTH -> 31 * DAY;
            case YEAR -> 366 * DAY;
        };
        boolean tooLong = span.count() > FOREVER / 4 / unit;
        return tooLong ? FOREVER : span.count() * unit + (span.exact() ? 0 : 2 * DAY);
    }

    static long plus(long a, long b) {
        return a == FOREVER || b == FOREVER || a > FOREVER - b ? FOREVER : a + b;
    }
}
