package holdfast.report.daily;

import holdfast.engine.Time;
import holdfast.engine.words.DateWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** To which day something belongs: to the one on which its time ends, as monitors count from evening to evening; what is told of more than a day belongs to none. */
final class CalendarDays {
    private final ZoneId zone;
    private final DateWords dates;

    CalendarDays(ZoneId zone) {
        this.zone = zone;
        this.dates = new DateWords(zone);
    }

    /** Empty where its time is longer than from one hour of a day to the same hour of the next. */
    Optional<LocalDate> of(Time time) {
        LocalDateTime last = local(time.hi());
        return last.minusDays(1).isAfter(local(time.lo())) ? Optional.empty() : Optional.of(last.toLocalDate());
    }

    /** The day on which it ends, however long it is. */
    LocalDate end(Time time) {
        return local(time.hi()).toLocalDate();
    }

    boolean touches(Time time, LocalDate day) {
        return !local(time.lo()).toLocalDate().isAfter(day) && !end(time).isBefore(day);
    }

    /** The last millisecond of a day. */
    long endOf(LocalDate day) {
        return dates.endOf(day);
    }

    /** The same hour of the day before. */
    long dayBefore(long instant) {
        return dates.daysLater(instant, -1);
    }

    private LocalDateTime local(long instant) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(instant), zone);
    }
}
