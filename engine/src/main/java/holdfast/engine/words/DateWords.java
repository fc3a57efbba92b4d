package holdfast.engine.words;

import holdfast.engine.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says instants and times as a person would write them, in one time zone: {@code 15 Feb 2015 00:20}, {@code 17 Feb 2015} for a whole
 * local day, {@code 17 Feb 2015, 06:00 to 12:00} for a part of it. Instants are milliseconds since 1970-01-01T00:00Z.
 */
public final class DateWords {
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final DateTimeFormatter ISO_MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
    private static final long MINUTE = 60_000;

    private final ZoneId zone;

    public DateWords(ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    /** One instant: {@code 15 Feb 2015 00:20}; seconds only where there are some. */
    public String at(long instant) {
        return day(dateOf(instant)) + " " + clock(instant);
    }

    /** As {@link #at}, but the last millisecond of a day is {@code the end of 3 Mar 2015}, and that of a minute the minute that follows. */
    public String moment(long instant) {
        if (endsDay(instant)) {
            return "the end of " + day(dateOf(instant));
        }
        return Math.floorMod(instant + 1, MINUTE) == 0 ? at(instant + 1) : at(instant);
    }

    /**
     * How far a deadline is from another moment: whole days of the calendar where it is the end of a day, otherwise {@link #length}.
     */
    public String distance(Time due, long moment) {
        long days = Math.abs(ChronoUnit.DAYS.between(dateOf(due.hi()), dateOf(moment)));
        // The last millisecond of a day is its end: fourteen hours before it are no 13 hours 59 minutes.
        long end = endsDay(due.hi()) ? due.hi() + 1 : due.hi();
        return endsDay(due.hi()) && days > 0 ? days + (days == 1 ? " day" : " days") : length(moment - end);
    }

    /** From when something will be so: a deadline, or an instant; the first millisecond after one is only when it shows. */
    public String from(Time time) {
        return time.precise() && Math.floorMod(time.lo(), MINUTE) == 1 ? at(time.lo() - 1) : due(time);
    }

    /**
     * How long it is until a deadline, or has been since: {@code in 3 days}, {@code for 2 hours 5 minutes}, and where what is asked about is the same day as a whole, {@code
     * today}: of a day without an hour nobody says that less than a minute is left.
     */
    public String toGo(Time due, long moment) {
        if (isLastDay(due, moment)) {
            return "today";
        }
        return (due.hi() < moment ? "for " : "in ") + distance(due, moment);
    }

    /** Whether it is the end of one day, as a deadline of days is, so that the day says it. */
    public boolean isDay(Time due) {
        return endsDay(due.lo()) && endsDay(due.hi()) && dateOf(due.lo()).equals(dateOf(due.hi()));
    }

    /** Whether a deadline is the end of a day, and the moment stands for that same day as a whole. */
    public boolean isLastDay(Time due, long moment) {
        return endsDay(moment) && endsDay(due.hi()) && dateOf(due.hi()).equals(dateOf(moment));
    }

    /** A day: {@code 15 Feb 2015}. */
    public String day(LocalDate date) {
        return dayAndMonth(date) + " " + date.getYear();
    }

    /** When something happened, as precisely as it is known. */
    public String time(Time time) {
        if (time.precise()) {
            return at(time.lo());
        }
        long after = time.hi() + 1;
        if (after - time.lo() == MINUTE && Math.floorMod(time.lo(), MINUTE) == 0) {
            return at(time.lo());
        }
        LocalDate first = dateOf(time.lo());
        LocalDate last = dateOf(time.hi());
        if (startsDay(time.lo()) && startsDay(after)) {
            return days(first, last);
        }
        if (first.equals(last)) {
            return day(first) + ", " + clock(time.lo()) + " to " + closing(time.hi());
        }
        return at(time.lo()) + " to " + day(last) + " " + closing(time.hi());
    }

    /** The end of a window: the last instant of a day is that day. */
    public String due(Time due) {
        return endsDay(due.lo()) && endsDay(due.hi()) ? days(dateOf(due.lo()), dateOf(due.hi())) : time(due);
    }

    /** Since when something is so: after the last instant of a day, {@code the end of 3 Mar 2015}. */
    public String since(Time since) {
        boolean atEnd = endsDay(since.lo()) && endsDay(since.hi());
        return atEnd ? "the end of " + days(dateOf(since.lo()), dateOf(since.hi())) : time(since);
    }

    /** ISO 8601 with the zone's offset, to the second, or to the millisecond where there are some. */
    public String iso(long instant) {
        OffsetDateTime local = Instant.ofEpochMilli(instant).atZone(zone).toOffsetDateTime();
        return (Math.floorMod(instant, 1000) == 0 ? ISO : ISO_MILLIS).format(local);
    }

    /** A length of time in its two greatest units: {@code 3 days 4 hours}, a day being 24 hours. */
    public static String length(long millis) {
        long minutes = Math.abs(millis) / MINUTE;
        long[] counts = {minutes / 1440 / 365, minutes / 1440 % 365, minutes / 60 % 24, minutes % 60};
        String[] units = {"year", "day", "hour", "minute"};
        List<String> said = new ArrayList<>();
        for (int i = 0; i < counts.length && said.size() < 2; i++) {
            if (counts[i] > 0) {
                said.add(counts[i] + " " + units[i] + (counts[i] == 1 ? "" : "s"));
            } else if (!said.isEmpty()) {
                break;
            }
        }
        return said.isEmpty() ? "less than a minute" : String.join(" ", said);
    }

    /** The local day of an instant. */
    public LocalDate dateOf(long instant) {
        return Instant.ofEpochMilli(instant).atZone(zone).toLocalDate();
    }

    /** The last millisecond of a local day. */
    public long endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli() - 1;
    }

    /** So many days of the calendar later, or earlier, at the same time of day. */
    public long daysLater(long instant, int days) {
        return Instant.ofEpochMilli(instant)
                .atZone(zone)
                .plusDays(days)
                .toInstant()
                .toEpochMilli();
    }

    private String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(first);
        }
        if (first.getDayOfMonth() == 1 && last.equals(YearMonth.from(first).atEndOfMonth())) {
            return MONTHS[first.getMonthValue() - 1] + " " + first.getYear();
        }
        if (YearMonth.from(first).equals(YearMonth.from(last))) {
            return first.getDayOfMonth() + " to " + day(last);
        }
        return (first.getYear() == last.getYear() ? dayAndMonth(first) : day(first)) + " to " + day(last);
    }

    private static String dayAndMonth(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS[date.getMonthValue() - 1];
    }

    private String clock(long instant) {
        ZonedDateTime local = Instant.ofEpochMilli(instant).atZone(zone);
        String text = two(local.getHour()) + ":" + two(local.getMinute());
        int millis = (int) Math.floorMod(instant, 1000);
        if (local.getSecond() != 0 || millis != 0) {
            text += ":" + two(local.getSecond());
        }
        if (millis != 0) {
            text += "." + String.format(Locale.ROOT, "%03d", millis);
        }
        // Once a year an hour occurs twice: only the offset tells which is meant.
        boolean twice = zone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1;
        return twice ? text + " (" + local.getOffset().getId() + ")" : text;
    }

    /** The end of an interval: its last millisecond is said as the minute that follows. */
    private String closing(long hi) {
        if (endsDay(hi)) {
            return "24:00";
        }
        return Math.floorMod(hi + 1, MINUTE) == 0 ? clock(hi + 1) : clock(hi);
    }

    private boolean startsDay(long instant) {
        return dateOf(instant).atStartOfDay(zone).toInstant().toEpochMilli() == instant;
    }

    private boolean endsDay(long instant) {
        return startsDay(instant + 1);
    }

    private static String two(int n) {
        return n < 10 ? "0" + n : Integer.toString(n);
    }
}
