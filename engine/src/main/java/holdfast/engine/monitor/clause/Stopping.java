package holdfast.engine.monitor.clause;

import holdfast.engine.Time;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Bound;
import holdfast.language.model.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a suspension makes of deadlines (semantics, section 9): its time does not count.
 *
 * @param suspended when the clause is suspended
 */
record Stopping(Truth suspended, CivilTime civil) {
    /** No end: the clause has not been resumed. */
    static final long FOREVER = Long.MAX_VALUE;

    /** The deadline of a span that runs from {@code start}: the least and the greatest that its instants give. */
    Time running(Bound.Within within, Time start) {
        if (within.span().exact()) {
            return new Time(
                    running(within, start.lo(), suspended.sure()), running(within, start.hi(), suspended.possible()));
        }
        long lo = FOREVER;
        long hi = start.hi() == FOREVER ? FOREVER : Long.MIN_VALUE;
        for (LocalDate day : decisive(within, start)) {
            lo = Math.min(lo, fromDay(within, day, start.hi(), suspended.sure()));
            hi = Math.max(hi, fromDay(within, day, start.lo(), suspended.possible()));
        }
        return new Time(lo, hi);
    }

    /**
     * The first and the last day of a start, and those between that may have an earlier or a later deadline than its ends. The later the day, the later the deadline, except at the end of a month: a
     * month from the 28th to the 31st of January ends on the 28th of February, and a stop that the 28th has to wait for is over on the 31st.
     */
    private List<LocalDate> decisive(Bound.Within within, Time start) {
        if (start.lo() == FOREVER) {
            return List.of();
        }
        List<LocalDate> days = new ArrayList<>();
        LocalDate first = civil.date(start.lo());
        days.add(first);
        if (start.hi() != FOREVER) {
            days.add(civil.date(start.hi()));
        }
        IntervalSet stops = suspended.possible();
        Span.Unit unit = within.span().unit();
        if (stops.size() == 0 || (unit != Span.Unit.MONTH && unit != Span.Unit.YEAR)) {
            return days;
        }
        LocalDate before =
                civil.date(civil.shift(stops.first(0), within.span(), -1)).minusDays(4);
        int end = stops.size() - 1;
        LocalDate last = civil.date(stops.last(end) == FOREVER ? stops.first(end) : stops.last(end))
                .plusDays(1);
        for (LocalDate day = later(before, first.plusDays(1));
                !day.isAfter(last) && civil.start(day) <= start.hi();
                day = day.plusDays(1)) {
            if (day.getDayOfMonth() >= 28) {
                days.add(day);
            }
        }
        return days;
    }

    private long running(Bound.Within within, long start, IntervalSet stops) {
        return start == FOREVER ? FOREVER : running(start, civil.deadline(start, within.span(), false) - start, stops);
    }

    /** @param other of that day, a stop counts from where this is, the other end of the start */
    private long fromDay(Bound.Within within, LocalDate first, long other, IntervalSet stops) {
        LocalDate last = civil.date(civil.deadline(civil.start(first), within.span(), within.includingFirstDay()));
        long since = Math.clamp(other, civil.start(first), civil.end(first));
        return days(within.includingFirstDay() ? first : first.plusDays(1), last, stops.clip(since, FOREVER));
    }

    /** The least instant at which no stop is and before which {@code length} milliseconds without one have passed. */
    private static long running(long start, long length, IntervalSet stops) {
        long left = length;
        long next = start;
        for (int i = 0; i < stops.size(); i++) {
            if (stops.last(i) < next) {
                continue;
            }
            long free = Math.max(0, stops.first(i) - next);
            if (left < free) {
                return next + left;
            }
            left -= free;
            if (stops.last(i) == FOREVER) {
                return FOREVER;
            }
            next = stops.last(i) + 1;
        }
        return next + left;
    }

    /** The end of the last day, put off by a day for each day up to it that a stop touches. */
    private long days(LocalDate firstCounted, LocalDate last, IntervalSet stops) {
        LocalDate day = last;
        while (true) {
            long touched = 0;
            LocalDate counted = firstCounted.minusDays(1);
            for (int i = 0; i < stops.size() && stops.first(i) <= civil.end(day); i++) {
                if (stops.last(i) == FOREVER) {
                    return FOREVER;
                }
                LocalDate from = later(civil.date(stops.first(i)), counted.plusDays(1));
                LocalDate to = civil.date(stops.last(i));
                to = to.isAfter(day) ? day : to;
                if (!from.isAfter(to)) {
                    touched += to.toEpochDay() - from.toEpochDay() + 1;
                    counted = to;
                }
            }
            LocalDate moved = last.plusDays(touched);
            if (moved.equals(day)) {
                return civil.end(day);
            }
            day = moved;
        }
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /** A fixed time that falls into a suspension is put off to the end of the day on which that ends. */
    Time fixed(Time time) {
        return new Time(fixed(time.lo(), suspended.sure()), fixed(time.hi(), suspended.possible()));
    }

    private long fixed(long instant, IntervalSet stops) {
        long moved = instant;
        for (int i = 0; i < stops.size(); i++) {
            if (stops.first(i) <= moved && moved <= stops.last(i)) {
                if (stops.last(i) == FOREVER) {
                    return FOREVER;
                }
                moved = civil.end(civil.date(stops.last(i) + 1));
            }
        }
        return moved;
    }
}
