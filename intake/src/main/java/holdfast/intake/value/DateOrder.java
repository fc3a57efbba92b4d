package holdfast.intake.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** In which order a file writes day, month and year. */
public enum DateOrder {
    DAY_MONTH_YEAR(0, 1, 2),
    MONTH_DAY_YEAR(1, 0, 2),
    YEAR_MONTH_DAY(2, 1, 0),
    YEAR_DAY_MONTH(1, 2, 0);

    private static final Pattern DATE =
            Pattern.compile("([0-9]{1,4}|[A-Za-z]{3,9})(?:st|nd|rd|th)?(?:\\s*[./,-]\\s*|\\s+)"
                    + "([0-9]{1,4}|[A-Za-z]{3,9})(?:st|nd|rd|th)?(?:\\s*[./,-]\\s*|\\s+)([0-9]{1,4})");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}))?(?:\\s*([AaPp])\\.?[Mm]\\.?)?");

    /** What stands between a date and its time of day. */
    private static final Pattern BETWEEN = Pattern.compile("^(\\s*,\\s*|\\s+|T)");

    private final int day;
    private final int month;
    private final int year;

    DateOrder(int day, int month, int year) {
        this.day = day;
        this.month = month;
        this.year = year;
    }

    /** As a mapping says it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * What stands in a cell.
     *
     * @param milliOfDay -1: only a date
     */
    record Written(LocalDate date, int milliOfDay) {}

    /** A date, and behind it where something else begins. */
    record Begun(LocalDate date, int rest) {}

    /** Null where the text does not begin with a date in this order, or nothing stands behind it. */
    @Nullable
    Begun begun(String text) {
        Matcher matcher = DATE.matcher(text);
        if (text.length() > 60 || !matcher.lookingAt() || matcher.end() == text.length()) {
            return null;
        }
        LocalDate date = date(matcher);
        Matcher between = BETWEEN.matcher(text).region(matcher.end(), text.length());
        return date == null || !between.lookingAt() ? null : new Begun(date, between.end());
    }

    /** Null where the text is no date in this order. */
    @Nullable
    public Written read(String text) {
        if (text.length() > 60) {
            return null;
        }
        Matcher matcher = DATE.matcher(text);
        if (!matcher.lookingAt()) {
            return null;
        }
        LocalDate date = date(matcher);
        String rest = text.substring(matcher.end());
        if (date == null || rest.isEmpty()) {
            return date == null ? null : new Written(date, -1);
        }
        String time = BETWEEN.matcher(rest).replaceFirst("");
        int milli = time.equals(rest) ? -1 : timeOfDay(time);
        return milli < 0 ? null : new Written(date, milli);
    }

    private @Nullable LocalDate date(Matcher matcher) {
        String written = matcher.group(year + 1);
        int m = month(matcher.group(month + 1));
        String d = matcher.group(day + 1);
        if (written.length() != 4 || m < 1 || d.length() > 2 || !Character.isDigit(d.charAt(0))) {
            return null;
        }
        try {
            int y = Integer.parseInt(written);
            return y < 1000 ? null : LocalDate.of(y, m, Integer.parseInt(d));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** Whether this is a month in English, whole or its beginning. */
    static boolean isMonth(String text) {
        return month(text.replace(".", "")) > 0;
    }

    /** The number of a month that is written as a number or by its English name, whole or its beginning; -1 for what is none. */
    public static int month(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return text.length() > 2 ? -1 : Integer.parseInt(text);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (month.name().toLowerCase(Locale.ROOT).startsWith(lower)) {
                return month.getValue();
            }
        }
        return lower.equals("sept") ? 9 : -1;
    }

    private static int timeOfDay(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return -1;
        }
        int hour = Integer.parseInt(matcher.group(1));
        String half = matcher.group(4);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return -1;
            }
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        int minute = Integer.parseInt(matcher.group(2));
        int second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        return hour > 23 || minute > 59 || second > 59 ? -1 : ((hour * 60 + minute) * 60 + second) * 1000;
    }

    /** What the mapping could say of a text that is no time; empty if nothing. */
    static String mend(String text) {
        if (text.matches("[0-9]{1,2}[./ -][0-9]{1,2}[./ -][0-9]{2}(\\D.*)?")) {
            return "years of two digits can be meant in two ways: write four";
        }
        if (text.matches("[0-9]{1,2}([./ -]+|\\. )[0-9]{1,2}([./ -]+|\\. )[0-9]{4}(\\D.*)?")) {
            return "a mapping says which number is which: `dates are day month year`, or `dates are month day year`";
        }
        if (text.matches(
                "[0-9]{4}[./ ][0-9]{1,2}[./ ][0-9]{1,2}(\\D.*)?|[0-9]{4}-([0-9]-[0-9]{1,2}|[0-9]{2}-[0-9])(\\D.*)?")) {
            return "a mapping says which number is which: `dates are year month day`";
        }
        if (text.matches("[0-9]{1,2}(st|nd|rd|th)?[. -]+[A-Za-z]{3,9}[., -]+[0-9]{4}(\\D.*)?")) {
            return "a mapping can say `dates are day month year`";
        }
        if (text.matches("[A-Za-z]{3,9}[. -]+[0-9]{1,2}(st|nd|rd|th)?[., -]+[0-9]{4}(\\D.*)?")) {
            return "a mapping can say `dates are month day year`";
        }
        if (text.matches("[1-9][0-9]{4}([.,][0-9]+)?")) {
            return "if this is a day's number in Excel, say `in Excel days` behind the column";
        }
        if (text.matches("[0-9]{8}")) {
            return "a mapping can say `as \"yyyyMMdd\"` behind the column";
        }
        if (text.matches("[0-9]{9,10}")) {
            return "if these are seconds since 1970, say `in seconds` behind the column";
        }
        return text.matches("[0-9]{12,13}")
                ? "if these are milliseconds since 1970, say `in milliseconds` behind the column"
                : "";
    }
}
