package holdfast.reference;

import static holdfast.reference.Calendar.BEGINNING;

import holdfast.engine.Record.Finding;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Level;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Span;
import holdfast.language.model.State;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.reference.Instance.Waiver;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Section 5: when a condition surely, and when it possibly, holds under a binding. */
record Conditions(OneReading reading) {

    Holding holding(Condition condition, Binding binding) {
        return holding(condition, binding, List.of());
    }

    /** @param happened what has happened wherever it matters how the condition stands */
    Holding holding(Condition condition, Binding binding, List<Pattern> happened) {
        return switch (condition) {
            case Condition.All(List<Condition> all) -> {
                List<Pattern> known = new ArrayList<>(happened);
                known.addAll(happened(condition));
                yield all.stream().map(c -> holding(c, binding, known)).reduce(Holding.ALWAYS, Holding::and);
            }
            case Condition.Any(List<Condition> any) ->
                any.stream().map(c -> holding(c, binding, happened)).reduce(Holding.NEVER, Holding::or);
            case Condition.Not(Condition negated) ->
                holding(negated, binding, happened).not();
            case Condition.InState in -> inState(in, binding);
            case Condition.HasHappened(Pattern pattern) -> hasHappened(reading.matches(pattern, binding));
            case Condition.NoneFor(Pattern pattern, Span span) -> noneFor(reading.matches(pattern, binding), span);
            case Condition.ClauseFulfilled fulfilled -> isFulfilled(fulfilled.clause());
            case Condition.ClauseBreached breached -> isBreached(breached.clause(), breached.by());
            case Condition.LevelIs level -> levelIs(level, binding, happened);
            case Condition.Undefined undefined -> undefined(undefined.term());
            case Condition.Compare compare -> compare(compare, binding);
            case Condition.InZone in -> inZone(in, binding);
            case Condition.Distance distance -> distance(distance, binding);
        };
    }

    /** What has happened where a condition holds. */
    List<Pattern> happened(Condition condition) {
        return switch (condition) {
            case Condition.HasHappened(Pattern pattern) -> List.of(pattern);
            case Condition.All(List<Condition> all) ->
                all.stream().flatMap(c -> happened(c).stream()).toList();
            case Condition.InState in -> {
                State state = state(in.state());
                List<Pattern> begun = switch (state) {
                    case State.Fluent fluent -> fluent.begins().size() == 1 ? fluent.begins() : List.of();
                    case State.Named named -> happened(named.condition());
                    case State.Period term ->
                        term.start().orElse(null) instanceof State.Start.OfEvent(Pattern start)
                                ? List.of(start)
                                : List.of();
                };
                yield begun.stream().map(p -> given(p, state, in)).toList();
            }
            default -> List.of();
        };
    }

    /** What a state's pattern says with the values that the state is asked for; what only the state knows is left out. */
    private static Pattern given(Pattern pattern, State state, Condition.InState in) {
        List<Pattern.Argument> arguments = new ArrayList<>();
        for (Pattern.Argument a : pattern.arguments()) {
            if (!(a.term() instanceof Term.Variable(String name))) {
                arguments.add(a);
            } else if (state.parameters().contains(name)) {
                Term asked = in.arguments().get(state.parameters().indexOf(name));
                arguments.add(new Pattern.Argument(a.attribute(), asked));
            }
        }
        return new Pattern(pattern.event(), arguments, pattern.origin());
    }

    // state s(a..)

    private Holding inState(Condition.InState in, Binding binding) {
        State state = state(in.state());
        Binding parameters = arguments(state.parameters(), in.arguments(), binding);
        return switch (state) {
            case State.Named named -> holding(named.condition(), parameters);
            case State.Period term -> period(term);
            case State.Fluent fluent ->
                fluent(matches(fluent.begins(), parameters), matches(fluent.ends(), parameters));
        };
    }

    State state(String name) {
        return reading.agreement.states().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Binding arguments(List<String> parameters, List<Term> arguments, Binding binding) {
        Binding bound = Binding.EMPTY;
        for (int i = 0; i < parameters.size(); i++) {
            Optional<Value> value = binding.value(arguments.get(i));
            if (value.isPresent()) {
                bound = bound.with(parameters.get(i), value.get());
            }
        }
        return bound;
    }

    private List<Match> matches(List<Pattern> patterns, Binding binding) {
        return patterns.stream()
                .flatMap(p -> reading.matches(p, binding).stream())
                .toList();
    }

    /** A state that begins with the matches B and ends with the matches E. */
    static Holding fluent(List<Match> begins, List<Match> ends) {
        Holding holding = Holding.NEVER;
        for (Match b : begins) {
            // t ∈ Sure: b is sure with b.hi <= t, and no e ∈ E with e.lo <= t and e.hi >= b.lo
            Instants sure = b.sure() ? Instants.from(b.hi()) : Instants.NONE;
            for (Match e : ends) {
                sure = e.hi() >= b.lo() ? sure.minus(Instants.from(e.lo())) : sure;
            }
            // t ∈ Poss: b.lo <= t, and no sure e ∈ E with e.lo >= b.hi and e.hi <= t
            Instants poss = Instants.from(b.lo());
            for (Match e : ends) {
                poss = e.sure() && e.lo() >= b.hi() ? poss.minus(Instants.from(e.hi())) : poss;
            }
            holding = holding.or(new Holding(sure, poss));
        }
        return holding;
    }

    // term s is L from p, renewed for R each time, unless n at least D before its end

    private Holding period(State.Period term) {
        List<Match> begins = term.start().orElse(null) instanceof State.Start.OfEvent(Pattern p)
                ? reading.matches(p, Binding.EMPTY)
                : List.of();
        boolean sure = true;
        long lo = BEGINNING;
        long hi = BEGINNING;
        if (term.start().orElse(null) instanceof State.Start.At(java.time.Instant at)) {
            lo = at.toEpochMilli();
            hi = lo;
        } else if (term.start().isPresent()) {
            if (begins.isEmpty()) {
                return Holding.NEVER;
            }
            lo = begins.stream().mapToLong(Match::lo).min().orElseThrow();
            sure = begins.stream().anyMatch(Match::sure);
            hi = sure
                    ? begins.stream()
                            .filter(Match::sure)
                            .mapToLong(Match::hi)
                            .min()
                            .orElseThrow()
                    : begins.stream().mapToLong(Match::hi).max().orElseThrow();
        }
        Optional<Long> endLo = Optional.empty();
        Optional<Long> endHi = Optional.empty();
        if (term.end().orElse(null) instanceof State.End.At(java.time.Instant at)) {
            endLo = Optional.of(at.toEpochMilli());
            endHi = endLo;
        } else if (term.end().orElse(null) instanceof State.End.After after) {
            endLo = end(after, lo, lo, hi, false);
            endHi = end(after, hi, lo, hi, true);
        }
        Instants surely = sure ? Instants.from(hi) : Instants.NONE;
        Instants possibly = Instants.from(lo);
        return new Holding(
                endLo.map(e -> surely.minus(Instants.from(e))).orElse(surely),
                endHi.map(e -> possibly.minus(Instants.from(e))).orElse(possibly));
    }

    /** The first end that is the last, of a term that begins at {@code start}: the earliest possible one, or the latest. */
    private Optional<Long> end(State.End.After after, long start, long lo, long hi, boolean latest) {
        if (after.renewal().isEmpty()) {
            return Optional.of(endNumber(after, start, 0));
        }
        if (after.renewal().get().notice().isEmpty()) {
            return Optional.empty();
        }
        State.Notice notice = after.renewal().get().notice().get();
        // possible: n.hi >= S.lo and n.lo <= N_i.hi.  sure: n sure, n.lo >= S.hi and n.hi <= N_i.lo
        Optional<Long> given = reading.matches(notice.by(), Binding.EMPTY).stream()
                .filter(n -> latest ? n.sure() && n.lo() >= hi : n.hi() >= lo)
                .map(n -> latest ? n.hi() : n.lo())
                .min(Long::compare);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        long i = 0;
        while (reading.calendar.shiftBack(endNumber(after, latest ? lo : hi, i), notice.before()) < given.get()) {
            i++;
        }
        return Optional.of(endNumber(after, start, i));
    }

    /** E_0 = deadline(S, L), E_i = deadline(shift(S, L), i × R). */
    private long endNumber(State.End.After after, long start, long i) {
        if (i == 0) {
            return reading.calendar.deadline(start, after.length(), after.includingFirstDay());
        }
        Span each = after.renewal().orElseThrow().each();
        long first = reading.calendar.shift(start, after.length());
        return reading.calendar.deadline(first, new Span(each.count() * i, each.unit()), after.includingFirstDay());
    }

    // p has happened; no p for D

    static Holding hasHappened(List<Match> matches) {
        Holding holding = Holding.NEVER;
        for (Match o : matches) {
            Instants sure = o.sure() ? Instants.from(o.hi()) : Instants.NONE;
            holding = holding.or(new Holding(sure, Instants.from(o.lo())));
        }
        return holding;
    }

    private Holding noneFor(List<Match> matches, Span span) {
        Holding holding = Holding.ALWAYS;
        for (Match o : matches) {
            Time over = reading.calendar.shift(o.time(), span);
            Instants possiblyWithin = Instants.between(o.lo(), over.hi());
            Instants surelyWithin = o.sure() ? Instants.between(o.hi(), over.lo()) : Instants.NONE;
            holding = holding.and(new Holding(possiblyWithin.complement(), surelyWithin.complement()));
        }
        return holding;
    }

    // c is fulfilled; c is breached

    private Holding isFulfilled(ClauseRef clause) {
        List<Instance> instances = reading.clauses(clause).stream()
                .filter(c -> c.duty() instanceof Duty.Achieve)
                .flatMap(c -> reading.instances(c).stream())
                .filter(i -> i.real() && i.waiver() != Waiver.YES)
                .filter(i ->
                        i.status() != Status.LAPSED && i.status() != Status.EXCUSED && i.status() != Status.BLOCKED)
                .toList();
        Holding all = instances.stream().map(Conditions::isFulfilled).reduce(Holding.ALWAYS, Holding::and);
        Instants some = instances.stream().anyMatch(Conditions::isThere) ? Instants.ALL : Instants.NONE;
        long first = instances.stream().mapToLong(Conditions::mayBeDone).min().orElse(Long.MAX_VALUE);
        Instants poss = first == Long.MAX_VALUE ? Instants.NONE : all.poss().intersect(Instants.from(first));
        return instances.isEmpty() ? Holding.NEVER : new Holding(all.sure().intersect(some), poss);
    }

    /** From when an instance may be fulfilled or cured. */
    private static long mayBeDone(Instance i) {
        boolean done = i.status() == Status.FULFILLED || i.status() == Status.CURED;
        return Stream.concat(
                        done ? i.since().stream() : Stream.empty(),
                        Stream.of(i.fulfilled(), i.cured()).flatMap(d -> d.map(Instance.Done::time).stream()))
                .mapToLong(Time::lo)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Whether there surely is such an instance, and it is not left out for a waiver. */
    private static boolean isThere(Instance i) {
        return i.sure() && i.waiver() == Waiver.NO;
    }

    /** As far as one instance goes: one that there may not be does not keep the others from being fulfilled. */
    private static Holding isFulfilled(Instance i) {
        return switch (i.status()) {
            case FULFILLED, CURED ->
                new Holding(
                        Instants.from(i.since().orElseThrow().hi()),
                        isThere(i) ? Instants.from(i.since().orElseThrow().lo()) : Instants.ALL);
            case UNDETERMINED -> Holding.UNKNOWN;
            case BREACHED -> i.cured().isPresent() || i.waiver() == Waiver.PERHAPS ? Holding.UNKNOWN : Holding.NEVER;
            default -> Holding.NEVER;
        };
    }

    private Holding isBreached(ClauseRef clause, Optional<String> by) {
        Holding holding = Holding.NEVER;
        for (Breach b : reading.breaches.of(clause)) {
            if (by.isPresent() && !by.get().equals(b.bearer())) {
                continue;
            }
            Instants sure = b.sure() ? Instants.from(b.start().map(s -> s.hi()).orElse(BEGINNING)) : Instants.NONE;
            Instants poss = Instants.from(b.start().map(s -> s.lo()).orElse(BEGINNING));
            holding = holding.or(new Holding(sure, poss));
        }
        return holding;
    }

    // level op n

    private Holding levelIs(Condition.LevelIs condition, Binding binding, List<Pattern> happened) {
        Level level = level(condition);
        List<Match> reports = reading.matches(level.pattern(), levelParameters(level, condition, binding));
        List<Match> r = reports.stream()
                .filter(m -> m.occurrence().values().get(level.figure()) instanceof Value.Number)
                .toList();
        Predicate<Match> satisfies = m -> compare(
                Objects.requireNonNull(m.occurrence().values().get(level.figure())),
                condition.comparison(),
                new Value.Number(condition.number()));
        boolean reported = r.size() == reports.size() && happened.stream().anyMatch(p -> isReport(p, level, condition));
        // between the ends of times nothing changes
        TreeSet<Long> ends = new TreeSet<>(List.of(BEGINNING));
        r.forEach(m -> ends.addAll(List.of(m.lo(), m.hi())));
        Holding holding = Holding.NEVER;
        for (long t : ends) {
            Long next = ends.higher(t);
            Instants here = Instants.between(t, next == null ? Long.MAX_VALUE : next - 1);
            Optional<Match> last = last(r, t);
            List<Match> cand = candidates(r, last, t);
            boolean sure = (last.isPresent() || (reported && !cand.isEmpty()))
                    && cand.stream().allMatch(satisfies);
            boolean poss = (last.isEmpty() && (!reported || cand.isEmpty()))
                    || cand.stream().anyMatch(satisfies);
            holding = holding.or(new Holding(sure ? here : Instants.NONE, poss ? here : Instants.NONE));
        }
        return holding;
    }

    /** Whether all that matches the pattern reports the level. */
    private static boolean isReport(Pattern p, Level level, Condition.LevelIs condition) {
        return p.event().equals(level.pattern().event())
                && level.pattern().arguments().stream().allMatch(a -> isGiven(a, p, level, condition));
    }

    private static boolean isGiven(Pattern.Argument a, Pattern p, Level level, Condition.LevelIs condition) {
        if (!(a.term() instanceof Term.Variable(String name))
                || !level.variables().contains(name)) {
            return p.term(a.attribute()).equals(Optional.of(a.term()));
        }
        Optional<Term> given =
                condition.level().term(level.attributes().get(level.variables().indexOf(name)));
        return given.isPresent() && p.term(a.attribute()).equals(given);
    }

    Level level(Condition.LevelIs condition) {
        return reading.agreement.levels().stream()
                .filter(l -> l.name().equals(condition.level().event()))
                .findFirst()
                .orElseThrow();
    }

    static Binding levelParameters(Level level, Condition.LevelIs condition, Binding binding) {
        Binding bound = Binding.EMPTY;
        for (Pattern.Argument argument : condition.level().arguments()) {
            String variable = level.variables().get(level.attributes().indexOf(argument.attribute()));
            Optional<Value> value = binding.value(argument.term());
            if (value.isPresent()) {
                bound = bound.with(variable, value.get());
            }
        }
        return bound;
    }

    /** last(t) = the greatest by (hi, lo, id) of the sure o ∈ R with o.hi <= t. */
    private static Optional<Match> last(List<Match> r, long t) {
        return r.stream().filter(o -> o.sure() && o.hi() <= t).max(Match.BY_END);
    }

    /** cand(t) = last(t) and every other o ∈ R with o.lo <= t and o.hi > last(t).lo. */
    private static List<Match> candidates(List<Match> r, Optional<Match> last, long t) {
        return Stream.concat(
                        last.stream(),
                        r.stream()
                                .filter(o -> o.lo() <= t)
                                .filter(o ->
                                        last.isEmpty() || o.hi() > last.get().lo()))
                .toList();
    }

    // undefined u

    private Holding undefined(String term) {
        Optional<Finding> f = ruling(term);
        if (f.isEmpty() || f.get().result().equals(Finding.DISPUTED)) {
            return reading.completion.of(term).map(Holding::of).orElse(Holding.UNKNOWN);
        }
        return Holding.of(f.get().result().equals(Finding.CONFIRMED));
    }

    /** The ≺-greatest finding about a term or question by a body that rules on it. */
    Optional<Finding> ruling(String term) {
        List<String> bodies = new ArrayList<>();
        for (Rule rule : reading.agreement.rules()) {
            if (rule instanceof Rule.RulesOn on && on.name().equals(term)) {
                bodies.add(on.body());
            }
        }
        return reading.facts.findings().stream()
                .filter(f -> f.term().equals(Optional.of(term)) && bodies.contains(reading.facts.author(f)))
                .reduce((first, second) -> second);
    }

    // comparisons of values: all instants or none

    private Holding compare(Condition.Compare condition, Binding binding) {
        Optional<Value> left = binding.value(condition.left());
        Optional<Value> right = binding.value(condition.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Holding.UNKNOWN;
        }
        return Holding.of(compare(left.get(), condition.comparison(), right.get()));
    }

    private boolean compare(Value left, Comparison comparison, Value right) {
        return switch (comparison) {
            case IS -> reading.patterns.isOrHasMember(right, left);
            case IS_NOT -> !reading.patterns.isOrHasMember(right, left);
            case AT_LEAST -> order(left, right) >= 0;
            case AT_MOST -> order(left, right) <= 0;
            case MORE_THAN -> order(left, right) > 0;
            case LESS_THAN -> order(left, right) < 0;
        };
    }

    private static int order(Value left, Value right) {
        if (left instanceof Value.Number(BigDecimal one) && right instanceof Value.Number(BigDecimal other)) {
            return one.compareTo(other);
        }
        if (left instanceof Value.Day(var one) && right instanceof Value.Day(var other)) {
            return one.compareTo(other);
        }
        throw new IllegalArgumentException("neither numbers nor dates: " + left + ", " + right);
    }

    // x in z, x within / at least d of z

    private Holding inZone(Condition.InZone in, Binding binding) {
        return binding.value(in.place()).orElse(null) instanceof Value.Place place
                ? Holding.of(new Geometry(reading.agreement).contains(in.zone(), place))
                : Holding.UNKNOWN;
    }

    private Holding distance(Condition.Distance distance, Binding binding) {
        if (!(binding.value(distance.place()).orElse(null) instanceof Value.Place place)) {
            return Holding.UNKNOWN;
        }
        double km = new Geometry(reading.agreement).distance(distance.zone(), place);
        double limit = distance.km().doubleValue();
        return Holding.of(distance.within() ? km <= limit : km >= limit);
    }
}
