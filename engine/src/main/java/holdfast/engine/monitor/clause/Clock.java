package holdfast.engine.monitor.clause;

import holdfast.engine.Time;
import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Support;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.pattern.PatternReader;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Anchor;
import holdfast.language.model.Bound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the window of a duty opens and closes (semantics, section 9).
 *
 * @param notBefore null: from the anchor
 * @param due null: no deadline
 * @param notBeforeSlot slot of the variable in {@code notBefore}; -1 without one; likewise {@code dueSlot}
 * @param anchorEvent reads the event that is the anchor; null if the anchor is something else
 */
public record Clock(
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
     * @param sure false: there may be no anchor
     * @param cited what may be the anchor, where the text names one
     */
    record Window(Time from, @Nullable Time due, boolean anchored, boolean sure, List<Occurrence> cited) {}

    /** An anchor that the text names. */
    private record Anchored(Time at, boolean sure, List<Occurrence> cited) {}

    /** @param suspended when the clause is suspended; null: never. A {@code due} of the window may then end with {@link Stopping#FOREVER} */
    Window window(long[] binding, @Nullable Trigger trigger, CivilTime civil, @Nullable Truth suspended) {
        Anchor anchor = anchor();
        Anchored event = anchor instanceof Anchor.OfEvent ? first(binding) : null;
        Time start = event != null ? event.at() : start(anchor, binding, trigger);
        boolean named = !(anchor instanceof Anchor.OfTrigger);
        if (named && start == null) {
            return new Window(UNBOUNDED, null, false, true, List.of());
        }
        Time from = start == null ? UNBOUNDED : opening(start, civil);
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
        boolean sure = event == null ? isSure(anchor, trigger) : event.sure();
        return new Window(from, closing, true, sure, event == null ? List.of() : event.cited());
    }

    /** A finding that only perhaps reaches the breach may be none. */
    private static boolean isSure(Anchor anchor, @Nullable Trigger trigger) {
        boolean finding = anchor instanceof Anchor.OfBreach of && of.moment() == Anchor.Moment.FINDING;
        Breach breach = trigger == null ? null : trigger.breach();
        return !finding || breach == null || breach.judgement.surelyConfirmed();
    }

    /** Unless it is counted in hours or less, a window opens with the day of its anchor. */
    Time opening(Time start, CivilTime civil) {
        return inDays() ? new Time(civil.startOfDay(start.lo()), civil.startOfDay(start.hi())) : start;
    }

    private boolean inDays() {
        return switch (due) {
            case null -> true;
            case Bound.Within within -> !within.span().exact();
            case Bound.AtInstant _ -> false;
            case Bound.OnDate _, Bound.OnVariable _ -> true;
        };
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
            case Anchor.OfReport() -> trigger == null ? null : reported(trigger);
            case Anchor.OfEvent event -> null;
            case Anchor.OfBreach(String variable, Anchor.Moment moment) -> ofBreach(moment, trigger);
        };
    }

    /** What rests on no record is reported when it happens. */
    private static Time reported(Trigger trigger) {
        Occurrence at = trigger.at();
        boolean unsupported = trigger.breach() == null && trigger.support() == Support.NONE;
        return unsupported ? new Time(at.lo, at.hi) : Time.at(at.reported);
    }

    private static @Nullable Time ofBreach(Anchor.Moment moment, @Nullable Trigger trigger) {
        Breach breach = trigger == null ? null : trigger.breach();
        if (breach == null) {
            return null;
        }
        return switch (moment) {
            case START -> new Time(breach.startLo, breach.startHi);
            case REPORT ->
                breach.support.ids().isEmpty() ? new Time(breach.startLo, breach.startHi) : Time.at(breach.report());
            case FINDING ->
                breach.judgement.perhapsConfirmed()
                        ? new Time(breach.judgement.confirmedLo(), breach.judgement.confirmedHi())
                        : null;
        };
    }

    /** The first occurrence of the anchor's event: at the latest the sure one that ends first. */
    private @Nullable Anchored first(long[] binding) {
        if (anchorEvent == null) {
            return null;
        }
        Bucket bucket = anchorEvent.bucket(binding);
        if (bucket.size() == 0) {
            return null;
        }
        if (bucket.plain()) {
            Occurrence first = bucket.get(0);
            return new Anchored(Time.at(first.lo), true, List.of(first));
        }
        Occurrence sure = null;
        long greatest = Long.MIN_VALUE;
        for (int i = 0; i < bucket.size(); i++) {
            Occurrence o = bucket.get(i);
            greatest = Math.max(greatest, o.hi);
            if (o.sure && (sure == null || Occurrence.BY_END.compare(o, sure) < 0)) {
                sure = o;
            }
        }
        List<Occurrence> cited = new ArrayList<>();
        for (int i = 0; i < bucket.size(); i++) {
            Occurrence o = bucket.get(i);
            if (sure == null || o == sure || o.lo < sure.hi) {
                cited.add(o);
            }
        }
        return new Anchored(new Time(bucket.get(0).lo, sure == null ? greatest : sure.hi), sure != null, cited);
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
