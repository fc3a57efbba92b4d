package holdfast.engine.geography.drawing;

import holdfast.language.diagnostic.MonthNames;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day of a map, as the names of files and the properties of features write it: {@code 2024-08-01}, {@code 2024_08_01}, {@code 20240801}. */
public final class MapDay {
    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(\\d{4})(?:-(\\d{2})-(\\d{2})|_(\\d{2})_(\\d{2})|(\\d{2})(\\d{2}))(?!\\d)");

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2199;

    private MapDay() {}

    /** Written the way people write days, where it is not said which number is the month: {@code 02.10.2017}, {@code 10/2/2017}, {@code 2OCT2017}. */
    private static final Pattern OTHERWISE = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:([./_ -])(\\d{1,2})\\2|[. _-]?([A-Za-z]{3})[A-Za-z]*[. ,_-]{0,2})(\\d{4})(?!\\d)");

    /** All days that a text may mean which has none as {@link #all} takes them: day first and month first. */
    public static Set<LocalDate> readings(String text) {
        Set<LocalDate> days = new LinkedHashSet<>();
        Matcher matcher = OTHERWISE.matcher(text);
        while (matcher.find()) {
            int year = Integer.parseInt(matcher.group(5));
            int first = Integer.parseInt(matcher.group(1));
            if (matcher.group(3) != null) {
                int second = Integer.parseInt(matcher.group(3));
                add(days, year, second, first);
                add(days, year, first, second);
            } else {
                // Of other languages' names the first three letters are often the same: `octobre`.
                MonthNames.number(matcher.group(4)).ifPresent(month -> add(days, year, month, first));
            }
        }
        return days;
    }

    private static void add(Set<LocalDate> days, int year, int month, int day) {
        if (year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth()) {
            days.add(LocalDate.of(year, month, day));
        }
    }

    /** The first three, in words. */
    static String words(Set<LocalDate> days) {
        return String.join(", ", days.stream().limit(3).map(LocalDate::toString).toList())
                + (days.size() > 3 ? " …" : "");
    }

    /** All days in a text, each once, in their order there. */
    public static Set<LocalDate> all(String text) {
        Set<LocalDate> days = new LinkedHashSet<>();
        Matcher matcher = DATE.matcher(text);
        while (matcher.find()) {
            int group = matcher.group(2) != null ? 2 : matcher.group(4) != null ? 4 : 6;
            try {
                LocalDate date = LocalDate.of(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(group)),
                        Integer.parseInt(matcher.group(group + 1)));
                if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                    days.add(date);
                }
            } catch (DateTimeException e) {
                // Digits that are no date: perhaps the next ones are.
            }
        }
        return days;
    }
}
