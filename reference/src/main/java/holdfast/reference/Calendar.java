package holdfast.reference;

import static java.time.temporal.ChronoUnit.DAYS;

import holdfast.engine.Time;
import holdfast.language.model.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/** Section 1: instants, spans, deadlines and days in the agreement's time zone. */
record Calendar(ZoneId zone) {

    /** No instant: before all of them. */
    static final long BEGINNING = Long.MIN_VALUE;

    /** No instant: after all of them. */
    static final long NEVER = Long.MAX_VALUE;

    long shift(long t, Span span) {
        return shift(t, span, 1);
    }

    long shiftBack(long t, Span span) {
        return shift(t, span, -1);
    }

    /** The shift by so many spans at once, which is not the same as that many shifts: 31 January + 2 months is 31 March. */
    long shift(long t, Span span, long times) {
        if (t == NEVER) {
            return NEVER;
        }
        if (span.equals(Span.EVER)) {
            return Long.MAX_VALUE;
        }
        if (span.exact()) {
            return t + times * span.count() * span.unit().millis();
        }
        LocalDateTime local =
                LocalDateTime.ofInstant(Instant.ofEpochMilli(t), zone).plus(period(span, times));
        // a skipped local time moves forward by the gap, of a repeated one this takes the earlier
        return ZonedDateTime.ofLocal(local, zone, null).toInstant().toEpochMilli();
    }

    Time shift(Time time, Span span) {
        return shift(time, span, 1);
    }

    /** Where clocks change or months have no such day, times may change places: then whole days. */
    Time shift(Time time, Span span, long times) {
        long lo = shift(time.lo(), span, times);
        long hi = shift(time.hi(), span, times);
        if (span.exact() || hi == NEVER || time.precise() || span.equals(Span.EVER)) {
            return new Time(lo, hi);
        }
        LocalDate first = date(time.lo()).plus(period(span, times));
        LocalDate last = date(time.hi()).plus(period(span, times));
        boolean even = isSteady(time.lo(), time.hi())
                && isSteady(lo, hi)
                && clock(time.lo()).equals(clock(lo))
                && clock(time.hi()).equals(clock(hi))
                && DAYS.between(first, last) == DAYS.between(date(time.lo()), date(time.hi()));
        return even ? new Time(lo, hi) : new Time(start(first), end(last));
    }

    /** The clocks do not change between. */
    private boolean isSteady(long lo, long hi) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.ofEpochMilli(lo));
        return lo <= hi && (next == null || next.getInstant().toEpochMilli() > hi);
    }

    private LocalTime clock(long t) {
        return LocalTime.ofInstant(Instant.ofEpochMilli(t), zone);
    }

    /** What has no last instant has no last deadline. */
    long deadline(long t, Span span, boolean includingFirstDay) {
        if (t == NEVER) {
            return NEVER;
        }
        if (span.exact()) {
            return shift(t, span);
        }
        LocalDate day = date(t).plus(period(span, 1));
        return end(includingFirstDay ? day.minusDays(1) : day);
    }

    Time deadline(Time time, Span span, boolean includingFirstDay) {
        return new Time(deadline(time.lo(), span, includingFirstDay), deadline(time.hi(), span, includingFirstDay));
    }

    long end(LocalDate day) {
        return start(day.plusDays(1)) - 1;
    }

    long start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** The first instant of the local day of t. */
    long startOfDay(long t) {
        return t == NEVER ? NEVER : start(date(t));
    }

    Time startOfDay(Time time) {
        return new Time(startOfDay(time.lo()), startOfDay(time.hi()));
    }

    LocalDate date(long t) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(t), zone);
    }

    private static Period period(Span span, long times) {
        int n = Math.toIntExact(span.count() * times);
        return switch (span.unit()) {
            case DAY -> Period.ofDays(n);
            case WEEK -> Period.ofWeeks(n);
            case MONTH -> Period.ofMonths(n);
            case YEAR -> Period.ofYears(n);
            default -> throw new IllegalArgumentException("not a calendar unit: " + span);
        };
    }
}
