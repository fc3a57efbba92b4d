package holdfast.engine.monitor;

import holdfast.language.model.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/** Calendar arithmetic in an agreement's zone (semantics, section 1). Instants are milliseconds since 1970-01-01T00:00Z. */
final class CivilTime {
    private final ZoneId zone;

    CivilTime(ZoneId zone) {
        this.zone = zone;
    }

    long shift(long instant, Span span, int direction) {
        if (span.exact()) {
            return saturatedAdd(instant, direction * span.count() * span.unit().millis());
        }
        if (endless(instant)) {
            return instant;
        }
        LocalDate day = Instant.ofEpochMilli(instant).atZone(zone).toLocalDate();
        return end(day.plus(period(span, direction)));
    }

    /** The first instant from which {@link #shift} reaches this one. */
    long back(long instant, Span span) {
        if (span.exact() || endless(instant)) {
            return shift(instant, span, -1);
        }
        LocalDate day = Instant.ofEpochMilli(instant).atZone(zone).toLocalDate();
        LocalDate from = day.plus(period(span, -1));
        while (from.plus(period(span, 1)).isBefore(day)) {
            from = from.plusDays(1);
        }
        return start(from);
    }

    long startOfDay(long instant) {
        return endless(instant)
                ? instant
                : start(Instant.ofEpochMilli(instant).atZone(zone).toLocalDate());
    }

    long deadline(long instant, Span span, boolean includingFirstDay) {
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

    long end(LocalDate day) {
        return start(day.plusDays(1)) - 1;
    }

    long start(LocalDate day) {
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
