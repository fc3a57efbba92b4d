package holdfast.intake.value;

import holdfast.language.diagnostic.UserWords;
import holdfast.language.diagnostic.ZoneNames;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a text is no time, and how the time that was probably meant is written. Nothing is read by this: it only answers.
 *
 * @param why what is wrong, such as {@code April 2031 has 30 days}; may be empty
 * @param mend what to write; may be empty
 */
public record NoTime(String why, String mend) {
    private static final NoTime UNCLEAR = new NoTime("", "");
    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[Tt ]\\s*(.*))?");
    private static final Pattern OFFSET = Pattern.compile("(.*?)\\s*([+\u2212-][0-9]{1,2}(:?[0-9]{2}){0,2}|Z|z)");
    private static final Pattern HALF_DAY =
            Pattern.compile("([0-9]{1,2})(?:[:.]([0-9]{2}))?(?:[:.][0-9]{2})?\\s*([AaPp])\\.?\\s?[Mm]\\.?");
    private static final Pattern LOOSE =
            Pattern.compile("([0-9]{1,2})\\s*(?:[.:hHu\u0447]|hrs?|Uhr)?\\s*([0-9]{2})?\\s*(?:h|hrs?|Uhr|min)?");
    private static final Pattern WORDS = Pattern.compile(
            "(?i)(today|yesterday|tomorrow|now|unknown|unclear|n/?a|nil|none|null|tba|tbc|tbd|-+|\\?+|\\.+|hoy|ayer|heute|gestern|hier|aujourd'hui|bug\u00fcn|"
                    + "\u0441\u044c\u043e\u0433\u043e\u0434\u043d\u0456|\u0432\u0447\u043e\u0440\u0430|\u0441\u0435\u0433\u043e\u0434\u043d\u044f|\u0627\u0644\u064a\u0648\u0645)");
    private static final Pattern ONE_END = Pattern.compile(
            "(?i)(until|till|up to|before|by|\u0434\u043e|bis|since|from|after|as of|\u0437|ab|seit)\\s+(?=.*[0-9]).*");
    private static final Pattern VAGUE = Pattern.compile(
            "(?i)(between|around|about|approx\\.?|ca\\.?|circa|early|mid|late|end of|not specified|unspecified|undated|unclear|unknown)\\b.*");
    private static final Pattern NAMED_MONTH =
            Pattern.compile("([0-9]{1,2})\\.?\\s+(?:de\\s+)?(\\p{L}{3,}\\.?)\\s+(?:de\\s+)?([0-9]{4}).*");

    /** @param text which {@link TimeReader} does not read */
    public static NoTime of(String text) {
        String written = text.strip();
        if (written.length() > 60) {
            return UNCLEAR;
        }
        String digits = inPlainDigits(written);
        if (!digits.equals(written)) {
            return new NoTime("its digits are not those of a time", "write `" + digits + "`, with the digits 0 to 9");
        }
        Matcher day = DAY.matcher(written);
        if (day.matches()) {
            return ofDay(day);
        }
        String mend = DateOrder.mend(written);
        return mend.isEmpty() ? ofOther(written) : new NoTime("", mend);
    }

    /** @param order which the file is said to have; null: none */
    static NoTime of(String text, @Nullable DateOrder order) {
        NoTime plain = of(text);
        if (order == null || !plain.mend.contains("`dates are ")) {
            return plain;
        }
        String written = text.strip();
        DateOrder.Begun begun = order.begun(written);
        if (begun != null) {
            return ofTimeOfDay(begun.date(), written.substring(begun.rest()));
        }
        Matcher month = NAMED_MONTH.matcher(written);
        if (month.matches() && !DateOrder.isMonth(month.group(2))) {
            return ofMonth(month);
        }
        String why = "in the order `" + order.words() + "` there is no such day";
        for (DateOrder other : DateOrder.values()) {
            if (other.read(written) != null) {
                return new NoTime(
                        why, "`dates are " + other.words() + "` would read it: is that the order of this file?");
            }
        }
        return new NoTime(why, "");
    }

    private static NoTime ofMonth(Matcher month) {
        return new NoTime(
                UserWords.quoted(month.group(2)) + " is no month in English",
                "write the date in digits, as in `" + month.group(3) + "-01-"
                        + (month.group(1).length() == 1 ? "0" : "") + month.group(1) + "`");
    }

    static String inPlainDigits(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .forEach(c -> plain.append(
                        Character.isDigit(c) ? String.valueOf(Character.digit(c, 10)) : Character.toString(c)));
        return plain.toString();
    }

    private static NoTime ofDay(Matcher matcher) {
        int year = Integer.parseInt(matcher.group(1));
        int month = Integer.parseInt(matcher.group(2));
        int day = Integer.parseInt(matcher.group(3));
        if (year < 1000) {
            return new NoTime("years are 1000 to 9999", "look at the year: the century may have been lost");
        }
        if (month < 1 || month > 12) {
            boolean swapped = day >= 1
                    && day <= 12
                    && month >= 1
                    && month <= YearMonth.of(year, day).lengthOfMonth();
            return new NoTime(
                    "there is no month " + matcher.group(2),
                    "the year comes first, then the month, then the day"
                            + (swapped ? ": `" + LocalDate.of(year, day, month) + "`" : ""));
        }
        YearMonth of = YearMonth.of(year, month);
        if (day < 1 || day > of.lengthOfMonth()) {
            return new NoTime(
                    of.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + year + " has "
                            + of.lengthOfMonth() + " days",
                    "");
        }
        String rest = matcher.group(4);
        return rest == null ? UNCLEAR : ofTimeOfDay(LocalDate.of(year, month, day), rest.strip());
    }

    private static NoTime ofTimeOfDay(LocalDate day, String rest) {
        Matcher half = HALF_DAY.matcher(rest);
        if (half.matches()) {
            int hour = Integer.parseInt(half.group(1));
            return hour < 1 || hour > 12
                    ? new NoTime("there is no such hour of half a day", "")
                    : at(
                            day,
                            hour % 12 + (half.group(3).equalsIgnoreCase("p") ? 12 : 0),
                            half.group(2),
                            "hours are counted from 0 to 23");
        }
        int zone = rest.indexOf('[');
        if (zone >= 0 || rest.matches(".*[0-9] [A-Za-z].*")) {
            return ofZone(zone >= 0 ? rest.substring(zone + 1).replace("]", "") : rest.replaceFirst("^\\S+ ", ""));
        }
        Matcher offset = OFFSET.matcher(rest);
        String clock = offset.matches() ? offset.group(1) : rest;
        if (clock.matches("[0-9]{2}:[0-9]{2}(:[0-9]{2})?(\\.[0-9]+)?")) {
            return ofClock(day, clock, offset.matches());
        }
        Matcher loose = LOOSE.matcher(clock);
        return loose.matches()
                ? at(
                        day,
                        Integer.parseInt(loose.group(1)),
                        loose.group(2),
                        "hours and minutes stand with a colon between them")
                : UNCLEAR;
    }

    private static NoTime ofZone(String zone) {
        if (ZoneId.getAvailableZoneIds().contains(zone)) {
            return UNCLEAR;
        }
        return new NoTime("there is no time zone " + UserWords.quoted(zone), ZoneNames.mend(zone));
    }

    private static NoTime ofClock(LocalDate day, String clock, boolean offset) {
        int hour = Integer.parseInt(clock.substring(0, 2));
        int minute = Integer.parseInt(clock.substring(3, 5));
        if (hour == 24 && minute == 0) {
            return new NoTime("a day ends at 23:59", "write `" + day.plusDays(1) + " 00:00`");
        }
        if (hour > 23 || minute > 59) {
            return new NoTime("hours are 00 to 23, minutes 00 to 59", "");
        }
        if (clock.length() > 6 && clock.startsWith("6", 6)) {
            return new NoTime("seconds are 00 to 59: a leap second is not counted", "write second 59");
        }
        if (clock.contains(".")) {
            return new NoTime("a time is exact to a thousandth of a second", "write at most three decimals");
        }
        return offset
                ? new NoTime("an offset is at most 18 hours", "write it as +03:00; `Z` is that of Greenwich")
                : UNCLEAR;
    }

    private static NoTime at(LocalDate day, int hour, String minute, String why) {
        try {
            LocalTime time = LocalTime.of(hour, minute == null ? 0 : Integer.parseInt(minute));
            return new NoTime(why, "write `" + day + " " + time + "`");
        } catch (DateTimeException e) {
            return new NoTime("hours are 00 to 23, minutes 00 to 59", "");
        }
    }

    private static NoTime ofOther(String text) {
        if (WORDS.matcher(text).matches()) {
            return new NoTime(
                    "it names no day", "write the day, as far as it is known: a month such as 2015-02 will do");
        }
        if (ONE_END.matcher(text).matches() || VAGUE.matcher(text).matches()) {
            return new NoTime(
                    ONE_END.matcher(text).matches() ? "it names one end only" : "it names no one day",
                    "a mapping can say how such a cell is read: `rows where COLUMN is \"" + text
                            + "\" read COLUMN as \"2015-02-15\"`");
        }
        if (text.matches("[0-9]{4}-W.*|[0-9]{4}-[0-9]{3}")) {
            try {
                LocalDate day = LocalDate.parse(
                        text,
                        text.contains("W") ? DateTimeFormatter.ISO_WEEK_DATE : DateTimeFormatter.ISO_ORDINAL_DATE);
                return new NoTime("days are written with their month", "write `" + day + "`");
            } catch (DateTimeException e) {
                return new NoTime("days are written with their month", "");
            }
        }
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}\\s*([Zz]|[+][0-9:]+|-[0-9]{2}:?[0-9]{2})")) {
            return new NoTime(
                    "only a time of day has an offset",
                    "write the day alone, or its first instant: `" + text.substring(0, 10) + "T00:00"
                            + text.substring(10).strip() + "`");
        }
        if (text.matches("[0-9]{1,2}[:.][0-9]{2}(:[0-9]{2})?")) {
            return new NoTime("it has a time of day, and no day", "");
        }
        if (text.matches("[0-9]{4}.{4,8}\\s*([/\u2013\u2014]|--|-|to|bis|a|al)\\s*[0-9]{4}.{4,8}")) {
            return new NoTime(
                    "there are two", "write the second one into `occurred_to`; a mapping says `time is A to B`");
        }
        Matcher month = NAMED_MONTH.matcher(text);
        return month.matches() ? ofMonth(month) : UNCLEAR;
    }
}
