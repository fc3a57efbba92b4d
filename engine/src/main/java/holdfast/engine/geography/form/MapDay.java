package holdfast.engine.geography.form;

import java.time.DateTimeException;
import java.time.LocalDate;
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
