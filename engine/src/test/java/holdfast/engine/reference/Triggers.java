package holdfast.engine.reference;

import static holdfast.engine.reference.Calendar.BEGINNING;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.reference.Instants.Interval;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Span;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Sections 9 and 13: the occurrences of a clause's trigger, on events and on outcomes. */
record Triggers(OneReading reading, Norm c) {

    List<Triggering> occurrences() {
        Trigger trigger = c.trigger().orElseThrow();
        Stream<Triggering> all = switch (trigger) {
            case Trigger.OnEvent(Pattern pattern, Condition where) ->
                reading.matches(pattern, Binding.EMPTY, where).stream().map(this::onEvent);
            case Trigger.OnBreach on ->
                breaches(on)
                        .map(b -> on.confirmed()
                                ? at(b, b.breach().confirmedAt().orElseThrow(), true)
                                : at(
                                        b,
                                        b.breach().start().orElseThrow(),
                                        b.breach().sure()));
            case Trigger.Continues(Trigger.OnBreach on, Span after, var _) ->
                breaches(on).flatMap(b -> continues(b, after).stream());
            case Trigger.GrowsInto(Trigger.OnBreach on, Pattern into, var _) ->
                breaches(on).flatMap(b -> growsInto(b, into).stream());
            case Trigger.OnOutcome on -> outcomes(on);
            case Trigger.OnState on -> changes(on);
        };
        return all.filter(o -> o.time().lo() <= reading.now).toList();
    }

    private Triggering onEvent(Match m) {
        var support = m.occurrence().support();
        return new Triggering(
                m.time(),
                m.sure(),
                m.binding(),
                support,
                reading.greatestReported(support).orElseThrow(),
                Optional.empty());
    }

    // on a breach B of c by X; if B continues; if B grows

    /** A breach and what the trigger binds: B, the bearer, and the variables of its instance. */
    private record Named(Breach breach, Binding binding) {}

    /** The breaches that a trigger speaks of; one without a beginning makes no occurrence. */
    private Stream<Named> breaches(Trigger.OnBreach on) {
        return reading.breaches.of(on.of()).stream()
                .filter(b -> !on.confirmed() || b.confirmedAt().isPresent())
                .filter(b -> b.start().isPresent())
                .flatMap(b -> named(on, b).stream());
    }

    private Optional<Named> named(Trigger.OnBreach on, Breach b) {
        Value.Actor bearer = b.bearer().equals(Verdict.NOBODY_NAMED) ? Value.UNATTRIBUTED : new Value.Actor(b.bearer());
        Binding own = Binding.EMPTY.with(on.variable(), b);
        Optional<Binding> by = on.by().isEmpty()
                ? Optional.of(own)
                : reading.patterns.match(on.by().get(), bearer, own);
        return by.map(binding -> new Named(b, inheriting(binding, b.variables(), on.of())));
    }

    /** The variables that every clause of a reference binds are bound as well, where this clause mentions them. */
    private Binding inheriting(Binding own, Binding theirs, ClauseRef refs) {
        Set<String> taken = new Exported(reading).of(refs);
        taken.retainAll(Mentions.variables(c));
        return own.inheriting(theirs.only(taken));
    }

    private Triggering at(Named b, Time time, boolean sure) {
        var support = b.breach().support();
        return new Triggering(
                time, sure, b.binding(), support, b.breach().report().orElseThrow(), Optional.of(b.breach()));
    }

    private Optional<Triggering> continues(Named b, Span after) {
        Time x = reading.calendar.shift(b.breach().start().orElseThrow(), after);
        Optional<Long> end = b.breach().end();
        if (x.hi() > reading.now || (end.isPresent() && end.get() <= x.lo())) {
            return Optional.empty();
        }
        return Optional.of(at(b, x, b.breach().sure() && (end.isEmpty() || end.get() > x.hi())));
    }

    private Optional<Triggering> growsInto(Named b, Pattern into) {
        Time start = b.breach().start().orElseThrow();
        Optional<Long> end = b.breach().end();
        Optional<Match> first = reading.matches(into, b.binding()).stream()
                .filter(w -> w.hi() >= start.lo() && (end.isEmpty() || w.lo() <= end.get()))
                .min(Match.SURE_FIRST);
        return first.map(w -> new Triggering(
                w.time(),
                b.breach().sure() && w.sure(),
                w.binding(),
                Occurrence.union(List.of(b.breach().support(), w.occurrence().support())),
                b.breach().report().orElseThrow(),
                Optional.of(b.breach())));
    }

    // when c is fulfilled, cured; when s begins, ends

    private Stream<Triggering> outcomes(Trigger.OnOutcome on) {
        Status wanted = on.cured() ? Status.CURED : Status.FULFILLED;
        return reading.clauses(on.clause()).stream()
                .filter(theirs -> theirs.duty() instanceof Duty.Achieve)
                .flatMap(theirs -> reading.instances(theirs).stream())
                .filter(i -> i.real() && i.status() == wanted)
                .map(i -> new Triggering(
                        i.since().orElseThrow(),
                        true,
                        inheriting(Binding.EMPTY, i.binding(), on.clause()),
                        i.records(),
                        reading.greatestReported(i.records())
                                .orElse(i.since().orElseThrow().hi()),
                        Optional.empty()));
    }

    private Stream<Triggering> changes(Trigger.OnState on) {
        List<Long> instants = new ArrayList<>();
        for (Interval i :
                reading.conditions.holding(on.condition(), Binding.EMPTY).sure().intervals()) {
            if (on.begins() && i.from() != BEGINNING) {
                instants.add(i.from());
            } else if (!on.begins() && i.to() != Long.MAX_VALUE) {
                instants.add(i.to() + 1);
            }
        }
        return instants.stream()
                .map(t -> new Triggering(Time.at(t), true, Binding.EMPTY, new TreeSet<>(), t, Optional.empty()));
    }
}
