package holdfast.engine.reference;

import static holdfast.engine.reference.Calendar.BEGINNING;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.reference.InForce.Borne;
import holdfast.engine.reference.InForce.Use;
import holdfast.engine.reference.Instants.Interval;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bearer;
import holdfast.language.model.Bound;
import holdfast.language.model.Duty;
import holdfast.language.model.Duty.Amount;
import holdfast.language.model.Duty.Effect;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Span;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Section 9: the instances of a duty to act, and how each stands. */
record DutiesToAct(OneReading reading, Norm c, Duty.Achieve duty) {

    /** No instant: after all of them. */
    private static final long FOREVER = Long.MAX_VALUE;

    List<Instance> instances() {
        List<Instance> instances = new ArrayList<>();
        if (c.trigger().isEmpty()) {
            for (Borne borne : InForce.bearers(c.bearer(), Binding.EMPTY)) {
                instances.add(new OneInstance(Optional.empty(), borne, true).judged());
            }
            return instances;
        }
        for (Triggering o : new Triggers(reading, c).occurrences()) {
            for (Borne borne : InForce.bearers(c.bearer(), o.binding())) {
                Holding inForce = reading.inForce.of(c, borne.binding());
                if (!inForce.isFalseAt(o.time())) {
                    boolean sure = o.sure() && inForce.isTrueAt(o.time());
                    instances.add(new OneInstance(Optional.of(o), borne, sure).judged());
                }
            }
        }
        instances.addAll(withoutInstance(instances));
        return instances;
    }

    /** A bearer without any instance has one verdict. */
    private List<Instance> withoutInstance(List<Instance> instances) {
        List<String> bearers = c.bearer() instanceof Bearer.Bound(String variable)
                ? (instances.isEmpty() ? List.of("each " + variable) : List.of())
                : InForce.bearers(c.bearer(), Binding.EMPTY).stream()
                        .map(Borne::bearer)
                        .toList();
        return bearers.stream()
                .filter(b -> instances.stream().noneMatch(i -> i.bearer().equals(b)))
                .map(b -> Instance.nothing(c.id(), b, Status.NOT_YET_DUE))
                .toList();
    }

    private final class OneInstance {
        private final Optional<Triggering> trigger;
        private final Borne borne;
        private final Binding binding;
        private final boolean sure;
        private final SortedSet<String> support;
        private final List<Match> acts;
        private final Optional<Time> anchor;
        private final Holding suspended;

        /** Where the clause is perhaps still suspended, its end is FOREVER. */
        private final Optional<Time> due;

        OneInstance(Optional<Triggering> trigger, Borne borne, boolean sure) {
            this.trigger = trigger;
            this.borne = borne;
            this.sure = sure;
            binding = borne.binding();
            support = trigger.map(Triggering::support).orElse(new TreeSet<>());
            acts = reading.breaches.acts(c, reading.inForce.by(borne, c, duty.act()), binding, duty.where());
            anchor = anchor();
            suspended = reading.inForce.suspended(c);
            due = due().filter(d -> d.lo() != FOREVER).map(this::extended).filter(d -> d.lo() != FOREVER);
        }

        /** The status is the first that applies. */
        Instance judged() {
            long now = reading.now;
            Optional<Reached> inTime = reached(surelyIn());
            if (inTime.isPresent()) {
                return stands(
                        Status.FULFILLED,
                        Optional.of(inTime.get().time()),
                        inTime.get().support());
            }
            List<Use> excuses = reading.inForce.uses(Effect.EXCUSE, c, binding);
            if (excuses.stream().anyMatch(this::surelyInTime)) {
                return stands(Status.EXCUSED);
            }
            boolean over = due.isPresent()
                    && due.get().hi() != FOREVER
                    && now > due.get().hi();
            Time x = over ? due.get() : Time.at(now);
            Holding inForce = reading.inForce.applies(c, binding);
            if (inForce.isFalseAt(x)) {
                boolean never = inForce.poss().upTo(now).isEmpty();
                return stands(trigger.isEmpty() && never ? Status.NOT_YET_DUE : Status.LAPSED);
            }
            Holding guard = reading.conditions.holding(c.guard(), binding);
            if (guard.isFalseAt(x) || (!over && suspended.isTrueAt(x))) {
                return stands(Status.BLOCKED);
            }
            if ((duty.notBefore().isPresent() && now < from().lo()) || anchorIsMissing()) {
                return stands(Status.NOT_YET_DUE);
            }
            if (!over) {
                return due.isPresent() && now > due.get().lo() && due.get().hi() == FOREVER
                        ? stands(Status.UNDETERMINED, Optional.empty(), possible())
                        : stands(Status.PENDING);
            }
            if (reached(possiblyIn()).isPresent()
                    || !sure
                    || inForce.isUnknownAt(x)
                    || guard.isUnknownAt(x)
                    || excuses.stream().anyMatch(this::possiblyInTime)) {
                return undetermined();
            }
            Optional<Reached> late = reached(
                    acts.stream().filter(a -> a.sure() && a.lo() >= from().hi()).toList());
            Optional<Match> waiver = excuses.stream()
                    .filter(u -> u.match().sure() && surelyReached(u))
                    .map(Use::match)
                    .min(Match.BY_END);
            boolean waived = waiver.isPresent()
                    && (late.isEmpty()
                            || precedes(waiver.get().time(), late.get().time()));
            if (waived) {
                Match w = waiver.get();
                return cured(new Reached(w.time(), w.occurrence().support())).asWaived();
            }
            return late.isPresent() ? cured(late.get()) : breached();
        }

        private static boolean precedes(Time a, Time b) {
            return a.hi() != b.hi() ? a.hi() < b.hi() : a.lo() < b.lo();
        }

        // what the use of a power reaches

        /** When the instance arises; without a trigger it always was there. */
        private Time arises() {
            return trigger.map(Triggering::time).orElse(Time.at(BEGINNING));
        }

        private boolean surelyReached(Use use) {
            return use.reach().forGood() || use.match().lo() >= arises().hi();
        }

        private boolean possiblyReached(Use use) {
            return use.reach().forGood() || use.match().hi() >= arises().lo();
        }

        private boolean surelyInTime(Use use) {
            return use.match().sure()
                    && surelyReached(use)
                    && (use.reach().alsoAfterTheDay()
                            || due.isEmpty()
                            || use.match().hi() <= due.get().lo());
        }

        private boolean possiblyInTime(Use use) {
            return possiblyReached(use)
                    && (use.reach().alsoAfterTheDay()
                            || due.isEmpty()
                            || use.match().lo() <= due.get().hi());
        }

        private Instance stands(Status status) {
            return stands(status, Optional.empty(), new TreeSet<>());
        }

        private Instance stands(Status status, Optional<Time> since, SortedSet<String> others) {
            return Instance.of(
                    c.id(),
                    borne.bearer(),
                    binding,
                    key(),
                    status,
                    since,
                    due.filter(d -> d.hi() != FOREVER),
                    Occurrence.union(List.of(support, others)));
        }

        private Instance undetermined() {
            return stands(Status.UNDETERMINED, Optional.empty(), possible())
                    .turned(Status.UNDETERMINED, breach(Optional.empty(), false));
        }

        private SortedSet<String> possible() {
            return Occurrence.union(
                    possiblyIn().stream().map(a -> a.occurrence().support()).toList());
        }

        private Instance cured(Reached late) {
            Optional<Long> end = Optional.of(late.time().hi());
            return stands(Status.CURED, Optional.of(late.time()), late.support())
                    .dated(Optional.of(late.time()), end)
                    .turned(Status.CURED, breach(end, true));
        }

        private Instance breached() {
            return stands(Status.BREACHED, due, new TreeSet<>())
                    .turned(Status.BREACHED, breach(Optional.empty(), true));
        }

        /** It starts at due, and rests on the trigger. */
        private Breach breach(Optional<Long> end, boolean sure) {
            return reading.breaches.breach(c, borne.bearer(), binding, due, end, sure, support);
        }

        /** The values of the variables that the trigger binds, but for the bearer's. */
        private SortedMap<String, Value> key() {
            SortedMap<String, Value> key = new TreeMap<>();
            if (trigger.isPresent()) {
                key.putAll(binding.values());
                InForce.variable(c.bearer()).ifPresent(key::remove);
            }
            return key;
        }

        // the window

        /** The anchor that the text names, or else the trigger; none yet, or none at all. */
        private Optional<Time> anchor() {
            Anchor named =
                    duty.due().orElse(null) instanceof Bound.Within within ? within.anchor() : new Anchor.OfTrigger();
            return switch (named) {
                case Anchor.OfTrigger() -> trigger.map(Triggering::time);
                case Anchor.OfReport() -> trigger.map(o -> Time.at(o.reported()));
                case Anchor.OfEvent(Pattern pattern) ->
                    reading.matches(pattern, binding).stream()
                            .min(Match.SURE_FIRST)
                            .map(Match::time);
                case Anchor.OfBreach(String variable, Anchor.Moment moment) ->
                    Optional.ofNullable(binding.breaches().get(variable)).flatMap(b -> moment(b, moment));
            };
        }

        private static Optional<Time> moment(Breach b, Anchor.Moment moment) {
            return switch (moment) {
                case START -> b.start();
                case REPORT -> b.report().map(Time::at);
                case FINDING -> b.confirmedAt();
            };
        }

        private boolean anchorIsMissing() {
            return duty.due().orElse(null) instanceof Bound.Within && anchor.isEmpty();
        }

        private Time from() {
            if (duty.notBefore().isPresent()) {
                return Time.at(instant(duty.notBefore().get()).orElse(BEGINNING));
            }
            return anchor.orElse(Time.at(BEGINNING));
        }

        /** `not before d`: the first instant of the day. */
        private Optional<Long> instant(Bound notBefore) {
            return switch (notBefore) {
                case Bound.OnDate(LocalDate date, boolean _) -> Optional.of(reading.calendar.start(date));
                case Bound.AtInstant(var instant, boolean _) -> Optional.of(instant.toEpochMilli());
                case Bound.OnVariable(String variable, boolean _) ->
                    day(variable).map(reading.calendar::start);
                case Bound.Within _ -> throw new IllegalArgumentException("no such bound: " + notBefore);
            };
        }

        private Optional<Time> due() {
            return duty.due().flatMap(bound -> switch (bound) {
                case Bound.Within(var span, boolean including, var _) ->
                    anchor.map(a -> new Time(
                            stopped(a.lo(), span, including, suspended.sure()),
                            stopped(a.hi(), span, including, suspended.poss())));
                case Bound.OnDate(LocalDate date, boolean before) -> Optional.of(resumed(byDate(date, before)));
                case Bound.AtInstant(var instant, boolean before) ->
                    Optional.of(resumed(Time.at(instant.toEpochMilli() - (before ? 1 : 0))));
                case Bound.OnVariable(String variable, boolean before) ->
                    day(variable).map(date -> resumed(byDate(date, before)));
            });
        }

        // clocks that stop

        /** deadline(a, span) where the time of a suspension does not count. */
        private long stopped(long a, Span span, boolean including, Instants suspension) {
            Instants since = suspension.intersect(Instants.from(a));
            return span.exact()
                    ? stopped(a, span.count() * span.unit().millis(), since)
                    : stopped(reading.calendar.date(a), including, deadlineDay(a, span, including), since);
        }

        private LocalDate deadlineDay(long a, Span span, boolean including) {
            return reading.calendar.date(reading.calendar.deadline(a, span, including));
        }

        /** The least instant outside of the suspension up to which so many others have passed since a. */
        private static long stopped(long a, long many, Instants suspension) {
            long left = many;
            for (Interval free : Instants.from(a).minus(suspension).intervals()) {
                if (free.to() == Long.MAX_VALUE || left <= free.to() - free.from()) {
                    return free.from() + left;
                }
                left -= free.to() - free.from() + 1;
            }
            return FOREVER;
        }

        /** The last instant of the least day D that is as many days behind the unmoved one as days up to D were touched. */
        private long stopped(LocalDate first, boolean including, LocalDate unmoved, Instants suspension) {
            LocalDate day = unmoved;
            while (true) {
                long end = reading.calendar.end(day);
                if (suspension.intervals().stream().anyMatch(i -> i.to() == Long.MAX_VALUE && i.from() <= end)) {
                    return FOREVER;
                }
                long touched = 0;
                for (LocalDate d = including ? first : first.plusDays(1); !d.isAfter(day); d = d.plusDays(1)) {
                    touched += suspension.meets(new Time(reading.calendar.start(d), reading.calendar.end(d))) ? 1 : 0;
                }
                if (day.equals(unmoved.plusDays(touched))) {
                    return end;
                }
                day = day.plusDays(1);
            }
        }

        /** A fixed day that falls into a suspension is put off to the day on which that ends. */
        private Time resumed(Time fixed) {
            return new Time(resumed(fixed.lo(), suspended.sure()), resumed(fixed.hi(), suspended.poss()));
        }

        private long resumed(long t, Instants suspension) {
            for (Interval i : suspension.intervals()) {
                if (i.from() <= t && t <= i.to()) {
                    return i.to() == Long.MAX_VALUE
                            ? FOREVER
                            : resumed(reading.calendar.end(reading.calendar.date(i.to() + 1)), suspension);
                }
            }
            return t;
        }

        private Time byDate(LocalDate date, boolean before) {
            return Time.at(before ? reading.calendar.start(date) - 1 : reading.calendar.end(date));
        }

        private Optional<LocalDate> day(String variable) {
            return binding.values().get(variable) instanceof Value.Day(LocalDate date)
                    ? Optional.of(date)
                    : Optional.empty();
        }

        /** Extensions put it off, in whatever order, until none puts it off further. */
        private Time extended(Time due) {
            Time extended = due;
            for (Use use : reading.inForce.uses(Effect.EXTEND, c, binding)) {
                extended = extended(extended, use);
            }
            return extended.equals(due) ? due : extended(extended);
        }

        private Time extended(Time due, Use use) {
            Match e = use.match();
            Optional<LocalDate> date = date(
                    e.occurrence(), reading.patterns.types().get(e.occurrence().event()));
            if (date.isEmpty()) {
                return due;
            }
            Time day = resumed(Time.at(reading.calendar.end(date.get())));
            boolean late = use.reach().alsoAfterTheDay();
            boolean sure = e.sure() && surelyReached(use) && (late || e.hi() <= due.lo());
            boolean possible = possiblyReached(use) && (late || e.lo() <= due.hi());
            return new Time(
                    sure ? Math.max(due.lo(), day.lo()) : due.lo(), possible ? Math.max(due.hi(), day.hi()) : due.hi());
        }

        private static Optional<LocalDate> date(Occurrence o, EventType type) {
            return type.attributes().stream()
                    .filter(a -> a.type() == ValueType.DATE)
                    .findFirst()
                    .map(a -> o.values().get(a.name()))
                    .flatMap(v -> v instanceof Value.Day(LocalDate date) ? Optional.of(date) : Optional.empty());
        }

        // the acts in it

        private List<Match> surelyIn() {
            return anchorIsMissing()
                    ? List.of()
                    : acts.stream()
                            .filter(a -> a.sure() && a.lo() >= from().hi())
                            .filter(a -> due.isEmpty() || a.hi() <= due.get().lo())
                            .toList();
        }

        private List<Match> possiblyIn() {
            return acts.stream()
                    .filter(a -> a.hi() >= from().lo())
                    .filter(a -> due.isEmpty() || a.lo() <= due.get().hi())
                    .toList();
        }

        /** When, in the order of (hi, lo, id), the running total of these acts reaches the amount, and those up to then. */
        private Optional<Reached> reached(List<Match> chosen) {
            BigDecimal total = BigDecimal.ZERO;
            List<SortedSet<String>> needed = new ArrayList<>();
            for (Match act : chosen.stream().sorted(Match.BY_END).toList()) {
                total = total.add(worth(act));
                needed.add(act.occurrence().support());
                if (total.compareTo(amount()) >= 0) {
                    return Optional.of(new Reached(act.time(), Occurrence.union(needed)));
                }
            }
            return Optional.empty();
        }

        private BigDecimal worth(Match act) {
            return duty.amount() instanceof Amount.Totalling totalling
                    ? Definitions.number(act.occurrence(), totalling.attribute())
                    : BigDecimal.ONE;
        }

        private BigDecimal amount() {
            return switch (duty.amount()) {
                case Amount.Times(int n) -> BigDecimal.valueOf(n);
                case Amount.Totalling(String _, var total) ->
                    binding.value(total).orElseThrow() instanceof Value.Number(BigDecimal number)
                            ? number
                            : BigDecimal.ZERO;
            };
        }
    }

    private record Reached(Time time, SortedSet<String> support) {}
}
