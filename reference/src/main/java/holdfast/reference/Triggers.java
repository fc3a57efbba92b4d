package holdfast.reference;

import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Span;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                                ? at(
                                        b,
                                        b.breach().confirmedAt().orElseThrow(),
                                        b.breach().confirmed() && b.breach().own())
                                : at(
                                        b,
                                        b.breach().start().orElseThrow(),
                                        b.breach().sure() && b.breach().own()));
            case Trigger.Continues(Trigger.OnBreach on, Span after, var _) ->
                breaches(on).flatMap(b -> continues(b, after).stream().map(t -> perhaps(on, b, t)));
            case Trigger.GrowsInto(Trigger.OnBreach on, Pattern into, var _) ->
                breaches(on).flatMap(b -> growsInto(b, into).stream().map(t -> perhaps(on, b, t)));
            case Trigger.OnOutcome on -> outcomes(on);
            case Trigger.OnState on -> new StateChanges(reading, on).all().stream();
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

    /** What speaks of a confirmed breach is not sure where it is open whether this one is. */
    private static Triggering perhaps(Trigger.OnBreach on, Named b, Triggering t) {
        boolean sure = t.sure() && (!on.confirmed() || b.breach().confirmed());
        return new Triggering(t.time(), sure, t.binding(), t.support(), t.reported(), t.breach());
    }

    private Triggering at(Named b, Time time, boolean sure) {
        var support = b.breach().support();
        return new Triggering(
                time, sure, b.binding(), support, b.breach().report().orElseThrow(), Optional.of(b.breach()));
    }

    private Optional<Triggering> continues(Named named, Span after) {
        Breach b = named.breach();
        Time x = reading.calendar.shift(b.start().orElseThrow(), after);
        boolean possible = (b.end().isEmpty() || b.end().get().hi() > x.lo())
                && b.episode().filter(e -> !e.mayOutlast(after)).isEmpty();
        if (x.lo() > reading.now || !possible) {
            return Optional.empty();
        }
        boolean outlasts = b.end().isEmpty()
                || b.end().get().lo() > x.hi()
                || b.episode().filter(e -> e.outlasts(after)).isPresent();
        return Optional.of(at(named, x, b.sure() && b.own() && outlasts && x.hi() <= reading.now));
    }

    /** @param act with a place that it binds it is like no other: places are never equal */
    private record Bound(Binding binding, Optional<Match> act) {}

    private static Bound bound(Match w, Binding before) {
        boolean place = w.binding().values().entrySet().stream()
                .anyMatch(e -> !before.binds(e.getKey())
                        && (e.getValue() instanceof Value.Place || e.getValue() instanceof Value.NamedPlace));
        return new Bound(w.binding(), place ? Optional.of(w) : Optional.empty());
    }

    /** The first w at or after the start and not after the end; where it is open which is the first, each that may be, by what they bind. */
    private List<Triggering> growsInto(Named named, Pattern into) {
        Breach b = named.breach();
        Time start = b.start().orElseThrow();
        Time end = b.end().orElse(Time.at(Long.MAX_VALUE));
        List<Match> possible = reading.matches(into, named.binding()).stream()
                .filter(w -> w.hi() >= start.lo() && w.lo() <= end.hi())
                .sorted(Match.BY_END)
                .toList();
        Optional<Match> first = possible.stream()
                .filter(w -> w.sure() && w.lo() >= start.hi() && w.hi() <= end.lo())
                .findFirst();
        Map<Bound, List<Match>> candidates = new LinkedHashMap<>();
        possible.stream()
                .filter(w -> first.isEmpty()
                        || w.equals(first.get())
                        || w.lo() < first.get().hi()
                        || (w.lo() == first.get().hi() && !w.time().precise()))
                .forEach(w -> candidates
                        .computeIfAbsent(bound(w, named.binding()), x -> new ArrayList<>())
                        .add(w));
        List<Triggering> found = new ArrayList<>();
        candidates.forEach((bound, ws) -> {
            Match w = first.filter(ws::contains).orElse(ws.getFirst());
            long lo =
                    Math.max(start.lo(), ws.stream().mapToLong(Match::lo).min().orElseThrow());
            long latest = first.map(Match::hi).orElse(end.hi());
            long hi = Math.max(
                    lo, Math.min(latest, ws.stream().mapToLong(Match::hi).max().orElseThrow()));
            found.add(new Triggering(
                    new Time(lo, hi),
                    b.sure() && b.own() && first.isPresent() && candidates.size() == 1,
                    bound.binding(),
                    Occurrence.union(List.of(b.support(), w.occurrence().support())),
                    b.report().orElseThrow(),
                    Optional.of(b)));
        });
        return found;
    }

    // when c is fulfilled, cured; when s begins, ends

    private Stream<Triggering> outcomes(Trigger.OnOutcome on) {
        return reading.clauses(on.clause()).stream()
                .filter(theirs -> theirs.duty() instanceof Duty.Achieve)
                .flatMap(theirs -> reading.instances(theirs).stream())
                .flatMap(i -> (on.cured() ? i.cured() : i.fulfilled()).stream().map(d -> done(on, i, d)));
    }

    private Triggering done(Trigger.OnOutcome on, Instance i, Instance.Done done) {
        return new Triggering(
                done.time(),
                done.sure(),
                inheriting(Binding.EMPTY, i.binding(), on.clause()),
                i.records(),
                reading.greatestReported(i.records()).orElse(done.time().hi()),
                Optional.empty());
    }
}
