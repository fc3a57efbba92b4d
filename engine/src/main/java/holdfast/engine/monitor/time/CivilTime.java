package holdfast.engine.monitor.time;

import holdfast.engine.Time;
import holdfast.language.model.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/** Calendar arithmetic in an agreement's zone (semantics, section 1). Instants are milliseconds since 1970-01-01T00:00Z. */
public final class CivilTime {
    private final ZoneId zone;

    /** What was asked last: what one instant sets off is asked about it one after another. */
    private Known last = new Known(Long.MIN_VALUE, Long.MIN_VALUE);

    private record Known(long instant, long startOfDay) {}

    public CivilTime(ZoneId zone) {
        this.zone = zone;
    }

    public long shift(long instant, Span span, int direction) {
        if (span.equals(Span.EVER)) {
            return direction > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        if (span.exact()) {
            return saturatedAdd(instant, direction * span.count() * span.unit().millis());
        }
        if (endless(instant)) {
            return instant;
        }
        LocalDateTime local = Instant.ofEpochMilli(instant).atZone(zone).toLocalDateTime();
        LocalDateTime moved = local.toLocalDate().plus(period(span, direction)).atTime(local.toLocalTime());
        return ZonedDateTime.ofLocal(moved, zone, null).toInstant().toEpochMilli();
    }

    /** Both ends shifted. Where clocks change or months have no such day, times may change places: then whole days. */
    public Time shift(Time time, Span span) {
        long lo = shift(time.lo(), span, 1);
        long hi = shift(time.hi(), span, 1);
        if (span.exact() || time.precise() || endless(lo) || endless(time.lo()) || endless(time.hi())) {
            return new Time(lo, hi);
        }
        LocalDate from = day(time.lo());
        LocalDate to = day(time.hi());
        LocalDate first = from.plus(period(span, 1));
        LocalDate last = to.plus(period(span, 1));
        boolean even = isSteady(time.lo(), time.hi())
                && isSteady(lo, hi)
                && clock(time.lo()).equals(clock(lo))
                && clock(time.hi()).equals(clock(hi))
                && ChronoUnit.DAYS.between(first, last) == ChronoUnit.DAYS.between(from, to);
        return even ? new Time(lo, hi) : new Time(start(first), end(last));
    }

    /** The clocks do not change between. */
    private boolean isSteady(long lo, long hi) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.ofEpochMilli(lo));
        return lo <= hi && (next == null || next.getInstant().toEpochMilli() > hi);
    }

    private LocalTime clock(long instant) {
        return Instant.ofEpochMilli(instant).atZone(zone).toLocalTime();
    }

    private LocalDate day(long instant) {
        return Instant.ofEpochMilli(instant).atZone(zone).toLocalDate();
    }

    /** The first instant that lies no more than the span before this one; days are compared. */
    public long back(long instant, Span span) {
        if (span.exact() || endless(instant)) {
            return shift(instant, span, -1);
        }
        LocalDate day = day(instant);
        LocalDate from = day.plus(period(span, -1));
        while (from.plus(period(span, 1)).isBefore(day)) {
            from = from.plusDays(1);
        }
        return start(from);
    }

    public long startOfDay(long instant) {
        if (endless(instant)) {
            return instant;
        }
        Known known = last;
        if (known.instant() != instant) {
            known = new Known(
                    instant, start(Instant.ofEpochMilli(instant).atZone(zone).toLocalDate()));
            last = known;
        }
        return known.startOfDay();
    }

    public long deadline(long instant, Span span, boolean includingFirstDay) {
        if (span.exact()) {
            return saturatedAdd(instant, span.count() * span.unit().millis());
        }
        if (endless(instant)) {
            return instant;
        }
        LocalDate last =
                Instant.ofEpochMilli(instant).atZone(zone).toLocalDate().plus(period(span, 1));
        return end(includingFirstDay ? last.minusDays(1) : last);
    }

    public LocalDate date(long instant) {
        return Instant.ofEpochMilli(instant).atZone(zone).toLocalDate();
    }

    public long end(LocalDate day) {
        return start(day.plusDays(1)) - 1;
    }

    public long start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private static boolean endless(long instant) {
        return instant == Long.MIN_VALUE || instant == Long.MAX_VALUE;
    }

    private static long saturatedAdd(long a, long b) {
        if (endless(a)) {
            return a;
        }
        long sum = a + b;
        boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
        if (overflow) {
            return b > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        return sum;
    }

    private static Period period(Span span, int direction) {
        int n = Math.toIntExact(direction * span.count());
        return switch (span.unit()) {
            case DAY -> Period.ofDays(n);
            case WEEK -> Period.ofDays(Math.multiplyExact(n, 7));
            case MONTH -> Period.ofMonths(n);
            case YEAR -> Period.ofMonths(Math.multiplyExact(n, 12));
            case SECOND, MINUTE, HOUR -> throw new IllegalArgumentException("not a calendar span: " + span);
        };
    }
}
