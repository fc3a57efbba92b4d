package holdfast.intake.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as people write them ({@code docs/records.md}, Times). One reader is used again and again: {@link #read} leaves its result in it. The
 * beginnings of local days are remembered, since most times of a file fall on few days.
 */
public final class TimeReader {
    public enum Grain {
        YEAR,
        MONTH,
        DAY,
        INSTANT
    }

    enum Trouble {
        NONE,
        FORM,
        SKIPPED,
        REPEATED,
        CONTRADICTS
    }

    public static final String EXPECTED = "a time such as 2015-02-15T00:20:00+02:00, 2015-02-15 00:20 or 2015-02-15";
    private static final int DAY_MILLIS = 86_400_000;
    private static final int CACHED = 1024;

    private final ZoneId zone;
    private final @Nullable DateOrder order;
    private final long[] cachedDay = new long[CACHED];
    private final long[] cachedStart = new long[CACHED];

    /** As {@code 2031-03-28}, in signs. */
    private static final int DATE = 10;

    private final char[] knownDate = new char[DATE];
    private int knownYear;
    private int knownMonth;
    private long knownDay;

    private char[] text = new char[0];
    private int at;
    private int end;

    private Grain grain = Grain.DAY;
    private Trouble trouble = Trouble.FORM;
    private int year;
    private int month;
    private long day;
    private int milliOfDay;
    private boolean hasOffset;
    private boolean contradicts;
    private boolean cutting;
    private boolean cut;
    private int offsetSeconds;
    private ZoneId ownZone;
    private long lo;
    private long hi;

    public TimeReader(ZoneId zone) {
        this(zone, null);
    }

    /** @param order of day, month and year where they do not stand as in 2015-02-15 */
    public TimeReader(ZoneId zone, @Nullable DateOrder order) {
        this.zone = zone;
        this.order = order;
        this.ownZone = zone;
        Arrays.fill(cachedDay, Long.MIN_VALUE);
    }

    public boolean read(String written) {
        return read(written.toCharArray(), 0, written.length());
    }

    /** Whether the characters are a time; if so, {@link #lo} and the others say which, if not, {@link #trouble} why. */
    public boolean read(char[] chars, int from, int to) {
        text = chars;
        at = from;
        end = to;
        hasOffset = false;
        ownZone = zone;
        milliOfDay = 0;
        trouble = Trouble.FORM;
        contradicts = false;
        DateOrder.Written written = order == null ? null : order.read(new String(chars, from, to - from));
        if (written == null) {
            boolean good =
                    begun(order == null ? null : order.begun(new String(chars, from, to - from)), from) || form();
            if (contradicts) {
                trouble = Trouble.CONTRADICTS;
            }
            return good && place();
        }
        LocalDate date = written.date();
        return written.milliOfDay() < 0
                ? local(date)
                : local(date.atTime(LocalTime.ofNanoOfDay(written.milliOfDay() * 1_000_000L)));
    }

    /** In the order of the file a date, and behind it a time of day as everywhere: with decimals, an offset, a zone. */
    private boolean begun(DateOrder.@Nullable Begun begun, int from) {
        if (begun == null) {
            return false;
        }
        year = begun.date().getYear();
        month = begun.date().getMonthValue();
        day = begun.date().toEpochDay();
        at = from + begun.rest();
        if (clock()) {
            return true;
        }
        at = from;
        return false;
    }

    /** Cuts off what is finer than a millisecond; whoever reads asks {@link #wasCut}. */
    public TimeReader cutting() {
        cutting = true;
        return this;
    }

    /** Whether what was read was finer than a millisecond. Forgets it. */
    public boolean wasCut() {
        boolean was = cut;
        cut = false;
        return was;
    }

    /** What was read had more than a thousandth of a second; false if that is not to be cut off. */
    boolean cut() {
        cut = true;
        return cutting;
    }

    @Nullable
    DateOrder order() {
        return order;
    }

    /** By whose clocks a time is read that names no others. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether it was written without an offset and without a zone. */
    public boolean isLocal() {
        return !hasOffset && ownZone == zone;
    }

    /** Sets the result to a time of day, local in the zone, on the day of the last result. */
    public boolean atTimeOfDay(int milli) {
        grain = Grain.INSTANT;
        milliOfDay = milli;
        return place();
    }

    /** Takes over what another reader has read in the same zone. */
    public boolean take(TimeReader other) {
        grain = other.grain;
        year = other.year;
        month = other.month;
        day = other.day;
        milliOfDay = other.milliOfDay;
        hasOffset = other.hasOffset;
        offsetSeconds = other.offsetSeconds;
        ownZone = other.ownZone;
        lo = other.lo;
        hi = other.hi;
        trouble = Trouble.NONE;
        return true;
    }

    /** Moves on to the next local day. */
    public void nextDay() {
        day++;
        LocalDate next = LocalDate.ofEpochDay(day);
        year = next.getYear();
        month = next.getMonthValue();
    }

    /** Sets the result to a local time in the zone. */
    public boolean local(LocalDateTime time) {
        if (time.getYear() < 1000 || time.getYear() > 9999) {
            trouble = Trouble.FORM;
            return false;
        }
        hasOffset = false;
        ownZone = zone;
        year = time.getYear();
        month = time.getMonthValue();
        day = time.toLocalDate().toEpochDay();
        return atTimeOfDay((int) (time.toLocalTime().toNanoOfDay() / 1_000_000));
    }

    /** Sets the result to a whole local day. */
    public boolean local(LocalDate date) {
        if (date.getYear() < 1000 || date.getYear() > 9999) {
            trouble = Trouble.FORM;
            return false;
        }
        hasOffset = false;
        ownZone = zone;
        year = date.getYear();
        month = date.getMonthValue();
        day = date.toEpochDay();
        grain = Grain.DAY;
        return place();
    }

    public boolean instant(long milli) {
        if (milli < -30_000_000_000_000L || milli > 253_000_000_000_000L) {
            trouble = Trouble.FORM;
            return false;
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(milli, 1000L), 0, ZoneOffset.UTC);
        hasOffset = true;
        offsetSeconds = 0;
        year = time.getYear();
        month = time.getMonthValue();
        day = time.toLocalDate().toEpochDay();
        milliOfDay = (int) Math.floorMod(milli, (long) DAY_MILLIS);
        grain = Grain.INSTANT;
        lo = milli;
        hi = milli;
        trouble = Trouble.NONE;
        return true;
    }

    /** First instant of what is written. */
    public long lo() {
        return lo;
    }

    /** Last instant of what is written. */
    public long hi() {
        return hi;
    }

    /** The year that was written. */
    public int year() {
        return year;
    }

    public Grain grain() {
        return grain;
    }

    public Trouble trouble() {
        return trouble;
    }

    /** Milliseconds since local midnight by the clock. */
    public int milliOfDay() {
        return milliOfDay;
    }

    /** The whole local day, month or year of what was read. */
    public boolean widen(Grain to) {
        if (to.ordinal() > grain.ordinal()) {
            return false;
        }
        if (hasOffset) {
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(offsetSeconds);
            java.time.Instant written = java.time.Instant.ofEpochMilli(lo);
            if (ownZone.getRules().getOffset(written).equals(offset)) {
                hasOffset = false;
            }
        }
        grain = to;
        milliOfDay = 0;
        return place();
    }

    private boolean form() {
        if (isOnKnownDay()) {
            year = knownYear;
            month = knownMonth;
            day = knownDay;
            at += DATE;
        } else if (!date()) {
            return false;
        } else if (grain != Grain.DAY) {
            return true;
        }
        grain = Grain.DAY;
        return at == end || timeOfDay();
    }

    /** Whether the day that was read last stands here, too: mostly many times of one day stand one after another. */
    private boolean isOnKnownDay() {
        return end - at >= DATE && Arrays.equals(knownDate, 0, DATE, text, at, at + DATE);
    }

    /** A year, a month or a day; behind a day something may stand. */
    private boolean date() {
        int from = at;
        int y = digits(4);
        if (y < 1000) {
            return false;
        }
        year = y;
        month = 1;
        grain = Grain.YEAR;
        if (at == end) {
            day = LocalDate.of(year, 1, 1).toEpochDay();
            return true;
        }
        if (!sign('-')) {
            return false;
        }
        month = digits(2);
        if (month < 1 || month > 12) {
            return false;
        }
        grain = Grain.MONTH;
        if (at == end) {
            day = LocalDate.of(year, month, 1).toEpochDay();
            return true;
        }
        if (!sign('-')) {
            return false;
        }
        int d = digits(2);
        if (d < 1 || d > 28 && d > lengthOfMonth()) {
            return false;
        }
        day = epochDay(year, month, d);
        grain = Grain.DAY;
        System.arraycopy(text, from, knownDate, 0, DATE);
        knownYear = year;
        knownMonth = month;
        knownDay = day;
        return true;
    }

    private boolean timeOfDay() {
        char c = text[at++];
        return (c == 'T' || c == ' ' || c == 't') && clock();
    }

    private boolean clock() {
        grain = Grain.INSTANT;
        int hour = digits(2);
        if (hour < 0 || hour > 23 || !sign(':')) {
            return false;
        }
        int minute = digits(2);
        if (minute < 0 || minute > 59) {
            return false;
        }
        int milli = (hour * 60 + minute) * 60_000;
        if (at < end && text[at] == ':') {
            at++;
            int second = digits(2);
            if (second < 0 || second > 59) {
                return false;
            }
            milli += second * 1000;
            if (at < end && text[at] == '.') {
                at++;
                int fraction = fraction();
                if (fraction < 0) {
                    return false;
                }
                milli += fraction;
            }
        }
        milliOfDay = milli;
        return at == end || offset();
    }

    /** Up to nine decimals, in milliseconds; those beyond the third are zero, or are cut off where that is said. */
    private int fraction() {
        int first = at;
        int milli = 0;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            int digit = text[at] - '0';
            int place = at - first;
            if (place < 3) {
                milli += digit * (place == 0 ? 100 : place == 1 ? 10 : 1);
            } else if (place > 8 || digit != 0 && !cutting) {
                return -1;
            } else {
                cut |= digit != 0;
            }
            at++;
        }
        return at == first ? -1 : milli;
    }

    private boolean offset() {
        char c = text[at];
        if (c == '[' || c == ' ' && at + 1 < end && Character.isLetter(text[at + 1])) {
            return namedZone();
        }
        at++;
        hasOffset = true;
        if (c == 'Z' || c == 'z') {
            offsetSeconds = 0;
            return at == end;
        }
        if (c != '+' && c != '-') {
            return false;
        }
        int hours = digits(2);
        boolean colon = at < end && text[at] == ':';
        if (colon) {
            at++;
        }
        int minutes = at >= end || text[at] == '[' ? 0 : digits(2);
        int seconds = 0;
        // Local time before 1924 had seconds: Kyiv +02:02:04.
        if (at < end && (colon && text[at] == ':' || !colon && text[at] != '[')) {
            at += colon ? 1 : 0;
            seconds = digits(2);
        }
        if (hours < 0 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) {
            return false;
        }
        int total = hours * 3600 + minutes * 60 + seconds;
        if (total > 18 * 3600) {
            return false;
        }
        offsetSeconds = c == '-' ? -total : total;
        return at == end || text[at] == '[' && agreesWithZone();
    }

    /** Where an offset and a zone stand together, the zone must have had that offset then. */
    private boolean agreesWithZone() {
        if (!namedZone()) {
            return false;
        }
        long instant = day * DAY_MILLIS + milliOfDay - offsetSeconds * 1000L;
        int ofZone = ownZone.getRules()
                .getOffset(java.time.Instant.ofEpochMilli(instant))
                .getTotalSeconds();
        ownZone = zone;
        contradicts = ofZone != offsetSeconds;
        return !contradicts;
    }

    private boolean namedZone() {
        int from = at + 1;
        int to = text[at] == '[' ? end - 1 : end;
        if (to <= from || text[at] == '[' && text[end - 1] != ']' || to - from > 60) {
            return false;
        }
        try {
            ownZone = ZoneId.of(new String(text, from, to - from));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean place() {
        trouble = Trouble.NONE;
        switch (grain) {
            case INSTANT -> {
                return placeInstant();
            }
            case DAY -> {
                lo = start(day);
                hi = start(day + 1) - 1;
            }
            case MONTH -> {
                LocalDate first = LocalDate.of(year, month, 1);
                lo = start(first.toEpochDay());
                hi = start(first.plusMonths(1).toEpochDay()) - 1;
            }
            case YEAR -> {
                lo = start(LocalDate.of(year, 1, 1).toEpochDay());
                hi = start(LocalDate.of(year + 1, 1, 1).toEpochDay()) - 1;
            }
        }
        // There are zones that have left out a day.
        trouble = lo <= hi ? Trouble.NONE : Trouble.SKIPPED;
        return lo <= hi;
    }

    private boolean placeInstant() {
        if (hasOffset) {
            lo = day * DAY_MILLIS + milliOfDay - offsetSeconds * 1000L;
        } else {
            long start = start(day);
            if (start(day + 1) - start == DAY_MILLIS) {
                lo = start + milliOfDay;
            } else {
                LocalDateTime local =
                        LocalDate.ofEpochDay(day).atTime(java.time.LocalTime.ofNanoOfDay(milliOfDay * 1_000_000L));
                List<ZoneOffset> valid = ownZone.getRules().getValidOffsets(local);
                if (valid.size() != 1) {
                    trouble = valid.isEmpty() ? Trouble.SKIPPED : Trouble.REPEATED;
                    return false;
                }
                lo = local.toInstant(valid.getFirst()).toEpochMilli();
            }
        }
        hi = lo;
        return true;
    }

    /** The first instant of a local day. */
    private long start(long epochDay) {
        if (hasOffset) {
            return epochDay * DAY_MILLIS - offsetSeconds * 1000L;
        }
        if (ownZone != zone) {
            return startIn(ownZone, epochDay);
        }
        int slot = (int) (epochDay & (CACHED - 1));
        if (cachedDay[slot] != epochDay) {
            cachedStart[slot] = startIn(zone, epochDay);
            cachedDay[slot] = epochDay;
        }
        return cachedStart[slot];
    }

    private static long startIn(ZoneId zone, long epochDay) {
        return LocalDate.ofEpochDay(epochDay).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private int digits(int count) {
        if (at + count > end) {
            at = end + 1;
            return -1;
        }
        int n = 0;
        for (int i = 0; i < count; i++) {
            int digit = text[at++] - '0';
            if (digit < 0 || digit > 9) {
                at = end + 1;
                return -1;
            }
            n = n * 10 + digit;
        }
        return n;
    }

    private boolean sign(char c) {
        return at < end && text[at++] == c;
    }

    private int lengthOfMonth() {
        return switch (month) {
            case 2 -> java.time.Year.isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Days since 1970-01-01 in the Gregorian calendar, for years from 1 on: counted in years that begin in March. */
    private static long epochDay(int year, int month, int day) {
        int y = month > 2 ? year : year - 1;
        int era = y / 400;
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
