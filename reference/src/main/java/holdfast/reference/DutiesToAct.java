package holdfast.reference;

import static holdfast.reference.Calendar.BEGINNING;

import holdfast.engine.Status;
import holdfast.engine.Time;
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
import holdfast.reference.InForce.Borne;
import holdfast.reference.InForce.Use;
import holdfast.reference.Instance.Waiver;
import holdfast.reference.Instants.Interval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

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
        private final SortedSet<String> cited;
        private final List<Match> acts;
        private final Optional<Anchored> anchor;
        private final Holding suspended;
        private final List<Use> excuses;

        /** Where the clause is perhaps still suspended, its end is FOREVER. */
        private final Optional<Time> due;

        OneInstance(Optional<Triggering> trigger, Borne borne, boolean sure) {
            this.trigger = trigger;
            this.borne = borne;
            binding = borne.binding();
            acts = reading.breaches.acts(c, reading.inForce.by(borne, c, duty.act()), binding, duty.where());
            anchor = anchor();
            this.sure = sure && (anchor.isEmpty() || anchor.get().sure());
            support = trigger.map(Triggering::support).orElse(new TreeSet<>());
            cited = Occurrence.union(
                    List.of(support, anchor.map(Anchored::support).orElse(new TreeSet<>())));
            suspended = reading.inForce.suspended(c);
            excuses = reading.inForce.uses(Effect.EXCUSE, c, binding);
            due = due().filter(d -> d.lo() != FOREVER).map(this::extended).filter(d -> d.lo() != FOREVER);
        }

        /** The status is the first that applies. */
        Instance judged() {
            Optional<Reached> inTime = reached(surelyIn(), possiblyIn());
            Instance judged = judged(inTime);
            if (!sure) {
                judged = judged.perhaps();
            }
            return judged.done(fulfilled(judged, inTime), cured(judged));
        }

        private Instance judged(Optional<Reached> inTime) {
            long now = reading.now;
            if (inTime.isPresent() && (anchor.isEmpty() || anchor.get().sure())) {
                return stands(
                        Status.FULFILLED,
                        Optional.of(inTime.get().time()),
                        inTime.get().support());
            }
            if (reached(possiblyIn(), List.of()).isPresent()) {
                return undetermined();
            }
            if (excuses.stream().anyMatch(this::surelyInTime)) {
                return stands(Status.EXCUSED);
            }
            if (excuses.stream().anyMatch(this::possiblyInTime)) {
                return undetermined();
            }
            Time x = asked();
            Holding inForce = reading.inForce.applies(c, binding);
            if (inForce.isFalseAt(x)) {
                if (trigger.isPresent() || !inForce.sure().upTo(now).isEmpty()) {
                    return stands(Status.LAPSED);
                }
                return inForce.poss().upTo(now).isEmpty() ? stands(Status.NOT_YET_DUE) : undetermined();
            }
            Holding guard = reading.conditions.holding(c.guard(), binding);
            boolean perhapsOver = due.isPresent() && now > due.get().lo();
            boolean stopped = !perhapsOver && suspended.isTrueAt(x);
            if (inForce.isTrueAt(x) && (guard.isFalseAt(x) || stopped)) {
                return stands(Status.BLOCKED);
            }
            boolean over = due.isPresent() && now > due.get().hi();
            boolean early = (duty.notBefore().isPresent() && now < from().lo()) || anchorIsMissing();
            if (!sure
                    || inForce.isUnknownAt(x)
                    || guard.isUnknownAt(x)
                    || (!perhapsOver && suspended.isUnknownAt(x))
                    || (!early && !over && due.isPresent() && now > due.get().lo())) {
                return undetermined();
            }
            if (early) {
                return stands(Status.NOT_YET_DUE);
            }
            if (!over) {
                return stands(Status.PENDING);
            }
            Optional<Reached> act = reached(surelyLate(), possiblyLate());
            Optional<Match> waiver = excuses.stream()
                    .filter(u -> u.match().sure() && surelyReached(u))
                    .map(Use::match)
                    .min(Match.BY_END);
            if (act.isEmpty() && waiver.isEmpty()) {
                return breached().waived(waivers().isEmpty() ? Waiver.NO : Waiver.PERHAPS);
            }
            boolean waived = waiver.isPresent()
                    && (act.isEmpty() || precedes(waiver.get().time(), act.get().time()));
            Time first = waived ? waiver.get().time() : act.get().time();
            SortedSet<String> records =
                    waived ? waiver.get().occurrence().support() : act.get().support();
            long lo = Math.min(first.lo(), madeGood().orElse(first.lo()));
            return cured(new Reached(new Time(lo, first.hi()), records)).waived(waiver(act, waiver));
        }

        /** Whether what made it good surely was a waiver: of two at one instant, the act. */
        private Waiver waiver(Optional<Reached> act, Optional<Match> waiver) {
            Optional<Instance.Done> acted = perhaps(possiblyLate(), surelyLate());
            if (waiver.isPresent()
                    && (acted.isEmpty()
                            || waiver.get().hi() < acted.get().time().lo())) {
                return Waiver.YES;
            }
            boolean before = act.isPresent()
                    && waivers().stream().allMatch(w -> act.get().time().hi() <= w.lo());
            return before ? Waiver.NO : Waiver.PERHAPS;
        }

        /** The excuses that may reach it. */
        private List<Match> waivers() {
            return excuses.stream()
                    .filter(this::possiblyReached)
                    .map(Use::match)
                    .toList();
        }

        /** The first instant at which an act or a waiver may have made it good. */
        private OptionalLong madeGood() {
            return LongStream.concat(
                            perhaps(possiblyLate(), surelyLate()).stream()
                                    .mapToLong(d -> d.time().lo()),
                            waivers().stream().mapToLong(Match::lo))
                    .min();
        }

        /** The moment at which the clause's conditions are asked: at due, or now while it is not over. */
        private Time asked() {
            long now = reading.now;
            if (due.isEmpty() || now <= due.get().lo()) {
                return Time.at(now);
            }
            long lo = due.get().lo();
            boolean anchored = anchor.isEmpty() || anchor.get().sure();
            return new Time(lo, anchored ? Math.min(now, due.get().hi()) : now);
        }

        /** The time at which it is, or may be, fulfilled. */
        private Optional<Instance.Done> fulfilled(Instance judged, Optional<Reached> inTime) {
            if (judged.status() == Status.FULFILLED) {
                return Optional.of(new Instance.Done(inTime.get().time(), sure));
            }
            return judged.status() == Status.UNDETERMINED ? perhaps(possiblyIn(), surelyIn()) : Optional.empty();
        }

        private Optional<Instance.Done> cured(Instance judged) {
            if (judged.status() == Status.CURED && judged.waiver() == Waiver.NO) {
                return Optional.of(new Instance.Done(judged.since().orElseThrow(), true));
            }
            boolean open = judged.status() == Status.UNDETERMINED
                    || judged.status() == Status.BREACHED
                    || judged.waiver() == Waiver.PERHAPS;
            return open ? perhaps(possiblyLate(), surelyLate()) : Optional.empty();
        }

        private List<Match> surelyLate() {
            return acts.stream().filter(a -> a.sure() && a.lo() >= from().hi()).toList();
        }

        private List<Match> possiblyLate() {
            return anchorIsMissing()
                            || due.isEmpty()
                            || reading.now <= due.get().lo()
                    ? List.of()
                    : acts.stream().filter(a -> a.hi() >= from().lo()).toList();
        }

        private Optional<Instance.Done> perhaps(List<Match> acts, List<Match> surely) {
            return reached(acts, List.of())
                    .map(r -> new Instance.Done(
                            new Time(
                                    r.time().lo(),
                                    reached(surely, List.of())
                                            .map(s -> s.time().hi())
                                            .orElseGet(() -> acts.stream()
                                                    .mapToLong(Match::hi)
                                                    .max()
                                                    .orElseThrow())),
                            false));
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
                    Occurrence.union(List.of(cited, others)));
        }

        private Instance undetermined() {
            SortedSet<String> possible = Occurrence.union(
                    possiblyIn().stream().map(a -> a.occurrence().support()).toList());
            Instance undetermined = stands(Status.UNDETERMINED, Optional.empty(), possible);
            boolean perhapsBreached = due.isPresent() && reading.now > due.get().lo();
            return perhapsBreached
                    ? undetermined.turned(Status.UNDETERMINED, breach(perhapsEnded(), false))
                    : undetermined;
        }

        private Instance cured(Reached late) {
            Optional<Time> end = Optional.of(late.time());
            return stands(Status.CURED, Optional.of(late.time()), late.support())
                    .dated(Optional.of(late.time()), end)
                    .turned(Status.CURED, breach(end, true));
        }

        private Instance breached() {
            return stands(Status.BREACHED, due, new TreeSet<>()).turned(Status.BREACHED, breach(perhapsEnded(), true));
        }

        /** An act or a waiver that is not sure may have ended it. */
        private Optional<Time> perhapsEnded() {
            OptionalLong first = madeGood();
            return first.isPresent() ? Optional.of(new Time(first.getAsLong(), Long.MAX_VALUE)) : Optional.empty();
        }

        /** It starts at due, and rests on the trigger. */
        private Breach breach(Optional<Time> end, boolean sure) {
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

        /** When the clock starts. */
        private record Anchored(Time time, boolean sure, SortedSet<String> support) {}

        /** The anchor that the text names, or else the trigger; none yet, or none at all. */
        private Optional<Anchored> anchor() {
            Anchor named =
                    duty.due().orElse(null) instanceof Bound.Within within ? within.anchor() : new Anchor.OfTrigger();
            return switch (named) {
                case Anchor.OfTrigger() -> trigger.map(Triggering::time).map(OneInstance::anchored);
                case Anchor.OfReport() ->
                    trigger.map(o ->
                            anchored(o.support().isEmpty() && o.breach().isEmpty() ? o.time() : Time.at(o.reported())));
                case Anchor.OfEvent(Pattern pattern) -> first(reading.matches(pattern, binding));
                case Anchor.OfBreach(String variable, Anchor.Moment moment) ->
                    Optional.ofNullable(binding.breaches().get(variable))
                            .flatMap(b -> moment(b, moment)
                                    .map(t -> new Anchored(
                                            t, moment != Anchor.Moment.FINDING || b.confirmed(), new TreeSet<>())));
            };
        }

        private static Anchored anchored(Time time) {
            return new Anchored(time, true, new TreeSet<>());
        }

        /** The first: at the latest the sure one that ends first; without a sure one it is open whether there is any. */
        private static Optional<Anchored> first(List<Match> all) {
            if (all.isEmpty()) {
                return Optional.empty();
            }
            Optional<Match> sure = all.stream().filter(Match::sure).min(Match.BY_END);
            long lo = all.stream().mapToLong(Match::lo).min().orElseThrow();
            long hi = sure.map(Match::hi)
                    .orElseGet(() -> all.stream().mapToLong(Match::hi).max().orElseThrow());
            List<SortedSet<String>> supports = all.stream()
                    .filter(m -> sure.isEmpty() || m.equals(sure.get()) || m.lo() < hi)
                    .map(m -> m.occurrence().support())
                    .toList();
            return Optional.of(new Anchored(new Time(lo, hi), sure.isPresent(), Occurrence.union(supports)));
        }

        private static Optional<Time> moment(Breach b, Anchor.Moment moment) {
            return switch (moment) {
                case START -> b.start();
                case REPORT -> b.support().isEmpty() ? b.start() : b.report().map(Time::at);
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
            boolean inDays = duty.due().isEmpty()
                    || switch (duty.due().get()) {
                        case Bound.Within within -> !within.span().exact();
                        case Bound.AtInstant _ -> false;
                        case Bound.OnDate _, Bound.OnVariable _ -> true;
                    };
            Optional<Time> from = anchor.map(Anchored::time);
            return (inDays ? from.map(reading.calendar::startOfDay) : from).orElse(Time.at(BEGINNING));
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
                    anchor.map(a -> stopped(a.time(), span, including));
                case Bound.OnDate(LocalDate date, boolean before) -> Optional.of(resumed(byDate(date, before)));
                case Bound.AtInstant(var instant, boolean before) ->
                    Optional.of(resumed(Time.at(instant.toEpochMilli() - (before ? 1 : 0))));
                case Bound.OnVariable(String variable, boolean before) ->
                    day(variable).map(date -> resumed(byDate(date, before)));
            });
        }

        // clocks that stop

        /** deadline(a, span) where the time of a suspension does not count: the least and the greatest that the instants of the anchor give. */
        private Time stopped(Time a, Span span, boolean including) {
            if (span.exact()) {
                return new Time(stopped(a.lo(), span, suspended.sure()), stopped(a.hi(), span, suspended.poss()));
            }
            long lo = FOREVER;
            long hi = a.hi() == FOREVER ? FOREVER : BEGINNING;
            for (LocalDate day : days(a, span)) {
                LocalDate unmoved =
                        reading.calendar.date(reading.calendar.deadline(reading.calendar.start(day), span, including));
                long late = Math.min(a.hi(), reading.calendar.end(day));
                long early = Math.max(a.lo(), reading.calendar.start(day));
                lo = Math.min(
                        lo, stopped(day, including, unmoved, suspended.sure().intersect(Instants.from(late))));
                hi = Math.max(
                        hi, stopped(day, including, unmoved, suspended.poss().intersect(Instants.from(early))));
            }
            return new Time(lo, hi);
        }

        /** The days of the anchor: its first, its last, and those between, except where a suspension is so far away that the first or the last of them decides. */
        private List<LocalDate> days(Time a, Span span) {
            if (a.lo() == FOREVER) {
                return List.of();
            }
            LocalDate first = reading.calendar.date(a.lo());
            List<LocalDate> days = new ArrayList<>(List.of(first));
            List<Interval> stops = suspended.poss().intervals();
            if (!stops.isEmpty()) {
                Interval end = stops.getLast();
                LocalDate last = reading.calendar.date(end.to() == Long.MAX_VALUE ? end.from() : end.to());
                LocalDate before = reading.calendar.date(
                        reading.calendar.shiftBack(stops.getFirst().from(), span));
                for (LocalDate day = before.minusDays(4); !day.isAfter(last.plusDays(1)); day = day.plusDays(1)) {
                    if (day.isAfter(first) && reading.calendar.start(day) <= a.hi()) {
                        days.add(day);
                    }
                }
            }
            if (a.hi() != FOREVER) {
                days.add(reading.calendar.date(a.hi()));
            }
            return days;
        }

        private long stopped(long a, Span span, Instants suspension) {
            return a == FOREVER
                    ? FOREVER
                    : stopped(a, span.count() * span.unit().millis(), suspension.intersect(Instants.from(a)));
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
                    e.occurrence(),
                    Objects.requireNonNull(
                            reading.patterns.types().get(e.occurrence().event())));
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
            return anchorIsMissing()
                    ? List.of()
                    : acts.stream()
                            .filter(a -> a.hi() >= from().lo())
                            .filter(a -> due.isEmpty() || a.lo() <= due.get().hi())
                            .toList();
        }

        /**
         * When the running total of these acts reaches the amount in the order of (hi, lo, id), whatever others may take away before, and those up to then. It
         * may be as early as the acts that may count reach it in the order of (lo, hi, id).
         *
         * @param others acts that may count as well
         */
        private Optional<Reached> reached(List<Match> chosen, List<Match> others) {
            BigDecimal total = BigDecimal.ZERO;
            List<SortedSet<String>> needed = new ArrayList<>();
            for (Match act : chosen.stream().sorted(Match.BY_END).toList()) {
                total = total.add(worth(act));
                needed.add(act.occurrence().support());
                if (total.compareTo(amount()) >= 0) {
                    List<Match> possible = others.isEmpty() ? chosen : others;
                    boolean open = possible.stream()
                            .anyMatch(m -> m.lo() <= act.hi()
                                    && (!chosen.contains(m)
                                            || !m.sure()
                                            || !m.time().precise()));
                    long lo = open ? Math.min(act.lo(), earliest(possible, act.hi())) : act.lo();
                    return Optional.of(new Reached(new Time(lo, act.hi()), Occurrence.union(needed)));
                }
            }
            return Optional.empty();
        }

        private long earliest(List<Match> possible, long otherwise) {
            BigDecimal total = BigDecimal.ZERO;
            for (Match act : possible.stream().sorted(Match.BY_BEGINNING).toList()) {
                total = total.add(worth(act).max(BigDecimal.ZERO));
                if (total.compareTo(amount()) >= 0) {
                    return Math.max(act.lo(), from().lo());
                }
            }
            return otherwise;
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
