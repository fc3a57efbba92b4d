package holdfast.engine.reference;

import holdfast.engine.Time;
import holdfast.language.model.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/** Section 1: instants, spans, deadlines and days in the agreement's time zone. */
record Calendar(ZoneId zone) {

    /** No instant: before all of them. */
    static final long BEGINNING = Long.MIN_VALUE;

    long shift(long t, Span span) {
        return shift(t, span, 1);
    }

    /** The shift by so many spans at once, which is not the same as that many shifts: 31 January + 2 months is 31 March. */
    long shift(long t, Span span, long times) {
        if (span.exact()) {
            return t + times * span.count() * span.unit().millis();
        }
        return end(date(t).plus(period(span, times)));
    }

    Time shift(Time time, Span span) {
        return new Time(shift(time.lo(), span), shift(time.hi(), span));
    }

    long deadline(long t, Span span, boolean includingFirstDay) {
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
        return start(date(t));
    }

    Time startOfDay(Time time) {
        return new Time(startOfDay(time.lo()), startOfDay(time.hi()));
    }

    private LocalDate date(long t) {
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
