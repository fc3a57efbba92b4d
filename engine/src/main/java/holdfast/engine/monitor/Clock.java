package holdfast.engine.monitor;

import holdfast.engine.Time;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bound;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When the window of a duty opens and closes (semantics, section 9).
 *
 * @param notBefore null: from the anchor
 * @param due null: no deadline
 * @param notBeforeSlot slot of the variable in {@code notBefore}; -1 without one; likewise {@code dueSlot}
 * @param anchorEvent reads the event that is the anchor; null if the anchor is something else
 */
record Clock(
        @Nullable Bound notBefore,
        int notBeforeSlot,
        @Nullable Bound due,
        int dueSlot,
        @Nullable PatternReader anchorEvent) {

    /** No beginning, no end. */
    static final Time UNBOUNDED = new Time(Long.MIN_VALUE, Long.MIN_VALUE);

    /**
     * A window.
     *
     * @param from both ends {@link Long#MIN_VALUE} at the beginning of time
     * @param due null: none
     * @param anchored false: the anchor has not come, no act is in the window
     */
    record Window(Time from, @Nullable Time due, boolean anchored) {}

    /** @param suspended when the clause is suspended; null: never. A {@code due} of the window may then end with {@link Stopping#FOREVER} */
    Window window(long[] binding, @Nullable Trigger trigger, CivilTime civil, @Nullable Truth suspended) {
        Anchor anchor = anchor();
        Time start = start(anchor, binding, trigger);
        boolean named = !(anchor instanceof Anchor.OfTrigger);
        if (named && start == null) {
            return new Window(UNBOUNDED, null, false);
        }
        Time from = start == null ? UNBOUNDED : start;
        if (notBefore != null) {
            from = lower(notBefore, notBeforeSlot, binding, from, civil);
        }
        Time closing = due == null ? null : upper(due, dueSlot, binding, start, civil);
        if (closing != null && suspended != null) {
            Stopping stopping = new Stopping(suspended, civil);
            closing = due instanceof Bound.Within within && start != null
                    ? stopping.running(within, start)
                    : stopping.fixed(closing);
        }
        return new Window(from, closing, true);
    }

    /** Whether the window is fixed once the trigger is known. */
    boolean runsFromTrigger() {
        boolean dueFixed =
                due == null || (due instanceof Bound.Within within && within.anchor() instanceof Anchor.OfTrigger);
        return notBefore == null && dueFixed && anchorEvent == null;
    }

    private Anchor anchor() {
        return due instanceof Bound.Within within ? within.anchor() : new Anchor.OfTrigger();
    }

    private @Nullable Time start(Anchor anchor, long[] binding, @Nullable Trigger trigger) {
        return switch (anchor) {
            case Anchor.OfTrigger() -> trigger == null ? null : new Time(trigger.at().lo, trigger.at().hi);
            case Anchor.OfReport() -> trigger == null ? null : Time.at(trigger.at().reported);
            case Anchor.OfEvent event -> first(binding);
            case Anchor.OfBreach(String variable, Anchor.Moment moment) -> ofBreach(moment, trigger);
        };
    }

    private static @Nullable Time ofBreach(Anchor.Moment moment, @Nullable Trigger trigger) {
        Breach breach = trigger == null ? null : trigger.breach();
        if (breach == null) {
            return null;
        }
        return switch (moment) {
            case START -> new Time(breach.startLo, breach.startHi);
            case REPORT -> Time.at(breach.report());
            case FINDING ->
                breach.judgement.confirmed()
                        ? new Time(breach.judgement.confirmedLo(), breach.judgement.confirmedHi())
                        : null;
        };
    }

    /** The first occurrence of the anchor's event, a sure one if there is any. */
    private @Nullable Time first(long[] binding) {
        if (anchorEvent == null) {
            return null;
        }
        Bucket bucket = anchorEvent.bucket(binding);
        Occurrence first = null;
        for (int i = 0; i < bucket.size(); i++) {
            Occurrence o = bucket.get(i);
            boolean better = first == null || (o.sure != first.sure ? o.sure : Occurrence.BY_END.compare(o, first) < 0);
            if (better) {
                first = o;
            }
            if (bucket.plain()) {
                break;
            }
        }
        return first == null ? null : new Time(first.lo, first.hi);
    }

    private static Time lower(Bound bound, int slot, long[] binding, Time anchor, CivilTime civil) {
        return switch (bound) {
            case Bound.Within w -> deadline(w, anchor, civil);
            case Bound.OnDate d -> Time.at(civil.start(d.date()));
            case Bound.AtInstant i -> Time.at(i.instant().toEpochMilli());
            case Bound.OnVariable v ->
                binding[slot] == Symbols.MISSING
                        ? UNBOUNDED
                        : Time.at(civil.start(LocalDate.ofEpochDay(binding[slot])));
        };
    }

    private static @Nullable Time upper(Bound bound, int slot, long[] binding, @Nullable Time anchor, CivilTime civil) {
        return switch (bound) {
            case Bound.Within w -> anchor == null ? null : deadline(w, anchor, civil);
            case Bound.OnDate(LocalDate date, boolean before) -> endOf(date, before, civil);
            case Bound.AtInstant i -> Time.at(i.instant().toEpochMilli() - (i.before() ? 1 : 0));
            case Bound.OnVariable v ->
                binding[slot] == Symbols.MISSING ? null : endOf(LocalDate.ofEpochDay(binding[slot]), v.before(), civil);
        };
    }

    private static Time endOf(LocalDate date, boolean before, CivilTime civil) {
        return Time.at(before ? civil.start(date) - 1 : civil.end(date));
    }

    private static Time deadline(Bound.Within within, Time anchor, CivilTime civil) {
        return new Time(
                civil.deadline(anchor.lo(), within.span(), within.includingFirstDay()),
                civil.deadline(anchor.hi(), within.span(), within.includingFirstDay()));
    }
}
