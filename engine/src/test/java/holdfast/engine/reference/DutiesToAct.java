package holdfast.engine.reference;

import static holdfast.engine.reference.Calendar.BEGINNING;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.reference.InForce.Borne;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bearer;
import holdfast.language.model.Bound;
import holdfast.language.model.Duty;
import holdfast.language.model.Duty.Amount;
import holdfast.language.model.Duty.Effect;
import holdfast.language.model.EventType;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
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
        private final Optional<Time> due;

        OneInstance(Optional<Triggering> trigger, Borne borne, boolean sure) {
            this.trigger = trigger;
            this.borne = borne;
            this.sure = sure;
            binding = borne.binding();
            support = trigger.map(Triggering::support).orElse(new TreeSet<>());
            acts = reading.breaches.acts(c, reading.inForce.by(borne, c, duty.act()), binding, duty.where());
            anchor = anchor();
            due = extended(due());
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
            List<Match> excuses = reading.inForce.used(Effect.EXCUSE, c, binding);
            if (excuses.stream().anyMatch(Match::sure)) {
                return stands(Status.EXCUSED);
            }
            boolean over = due.isPresent() && now > due.get().hi();
            Time x = over ? due.get() : Time.at(now);
            Holding inForce = reading.inForce.of(c, binding);
            if (inForce.isFalseAt(x)) {
                boolean never = inForce.poss().upTo(now).isEmpty();
                return stands(trigger.isEmpty() && never ? Status.NOT_YET_DUE : Status.LAPSED);
            }
            Holding guard = reading.conditions.holding(c.guard(), binding);
            if (guard.isFalseAt(x)) {
                return stands(Status.BLOCKED);
            }
            if ((duty.notBefore().isPresent() && now < from().lo()) || anchorIsMissing()) {
                return stands(Status.NOT_YET_DUE);
            }
            if (!over) {
                return stands(Status.PENDING);
            }
            if (reached(possiblyIn()).isPresent()
                    || !sure
                    || inForce.isUnknownAt(x)
                    || guard.isUnknownAt(x)
                    || !excuses.isEmpty()) {
                return undetermined();
            }
            Optional<Reached> late = reached(
                    acts.stream().filter(a -> a.sure() && a.lo() >= from().hi()).toList());
            return late.isPresent() ? cured(late.get()) : breached();
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
                    due,
                    Occurrence.union(List.of(support, others)));
        }

        private Instance undetermined() {
            SortedSet<String> possible = Occurrence.union(
                    possiblyIn().stream().map(a -> a.occurrence().support()).toList());
            return stands(Status.UNDETERMINED, Optional.empty(), possible)
                    .turned(Status.UNDETERMINED, breach(Optional.empty(), false));
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
                    anchor.map(a -> reading.calendar.deadline(a, span, including));
                case Bound.OnDate(LocalDate date, boolean before) -> Optional.of(byDate(date, before));
                case Bound.AtInstant(var instant, boolean before) ->
                    Optional.of(Time.at(instant.toEpochMilli() - (before ? 1 : 0)));
                case Bound.OnVariable(String variable, boolean before) ->
                    day(variable).map(date -> byDate(date, before));
            });
        }

        private Time byDate(LocalDate date, boolean before) {
            return Time.at(before ? reading.calendar.start(date) - 1 : reading.calendar.end(date));
        }

        private Optional<LocalDate> day(String variable) {
            return binding.values().get(variable) instanceof Value.Day(LocalDate date)
                    ? Optional.of(date)
                    : Optional.empty();
        }

        private Optional<Time> extended(Optional<Time> due) {
            Optional<Time> extended = due;
            for (Match e : reading.inForce.used(Effect.EXTEND, c, binding).stream()
                    .filter(Match::sure)
                    .sorted(Match.BY_END)
                    .toList()) {
                Optional<LocalDate> date = date(
                        e.occurrence(),
                        reading.patterns.types().get(e.occurrence().event()));
                if (extended.isPresent()
                        && date.isPresent()
                        && e.hi() <= extended.get().lo()) {
                    extended = Optional.of(Time.at(reading.calendar.end(date.get())));
                }
            }
            return extended;
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
