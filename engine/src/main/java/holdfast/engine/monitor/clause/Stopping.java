package holdfast.engine.monitor.clause;

import holdfast.engine.Time;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Bound;
import java.time.LocalDate;

/**
 * What a suspension makes of deadlines (semantics, section 9): its time does not count.
 *
 * @param suspended when the clause is suspended
 */
record Stopping(Truth suspended, CivilTime civil) {
    /** No end: the clause has not been resumed. */
    static final long FOREVER = Long.MAX_VALUE;

    /** The deadline of a span that runs from {@code start}. */
    Time running(Bound.Within within, Time start) {
        return new Time(
                running(within, start.lo(), start.hi(), suspended.sure()),
                running(within, start.hi(), start.lo(), suspended.possible()));
    }

    /** @param other the other end of the start: of the day of this one, a stop counts from where that is */
    private long running(Bound.Within within, long start, long other, IntervalSet stops) {
        if (start == FOREVER) {
            return FOREVER;
        }
        if (within.span().exact()) {
            long length = civil.deadline(start, within.span(), false) - start;
            return running(start, length, stops);
        }
        LocalDate first = civil.date(start);
        LocalDate last = civil.date(civil.deadline(start, within.span(), within.includingFirstDay()));
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
