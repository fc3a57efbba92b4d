package holdfast.language.syntax.token;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.diagnostic.Place;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as people write it: {@code 15.11.2020}, {@code 15/11/2020}, {@code 2020/11/15}. With dots the day comes first; with strokes or hyphens
 * either of the two numbers may be the month, and where both could be, the text must say which.
 *
 * @param iso as the language writes it
 * @param other the same numbers, read the other way; empty where there is only one way
 * @param end where it ends in its line
 */
public record WrittenDate(String iso, String other, int end) {
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})(?![0-9/])");
    private static final Pattern DOTTED = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})(?![0-9.\\p{L}])");
    private static final Pattern STROKES =
            Pattern.compile("([0-9]{1,2})([/-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})(?![0-9/-])");

    public static Optional<WrittenDate> at(String text, int at) {
        Matcher m = YEAR_FIRST.matcher(text).region(at, text.length());
        if (m.lookingAt()) {
            return Optional.of(new WrittenDate(iso(m.group(1), m.group(2), m.group(3)), "", m.end()));
        }
        if (m.usePattern(DOTTED).lookingAt()) {
            return Optional.of(new WrittenDate(iso(m.group(3), m.group(2), m.group(1)), "", m.end()));
        }
        return m.usePattern(STROKES).lookingAt() ? Optional.of(strokes(m)) : Optional.empty();
    }

    private static WrittenDate strokes(Matcher m) {
        String year = m.group(4);
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(3));
        String dayFirst = iso(year, m.group(3), m.group(1));
        String monthFirst = iso(year, m.group(1), m.group(3));
        boolean twoWays = first <= 12 && second <= 12 && first != second;
        return new WrittenDate(second > 12 ? monthFirst : dayFirst, twoWays ? monthFirst : "", m.end());
    }

    private static String iso(String year, String month, String day) {
        return year + "-" + twoDigits(month) + "-" + twoDigits(day);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    /** A date that can be read in two ways, or whose century is open, is refused. */
    public void report(Place.InText place, Diagnostics diagnostics) {
        String written = place.sourceLine().substring(place.column() - 1, place.column() - 1 + place.length());
        if (!iso.matches("[0-9]{4}-.*")) {
            String full = "20" + iso;
            diagnostics.report(
                    Code.NO_SUCH_DATE,
                    place,
                    "`" + written + "` does not say the century",
                    "write the year in four digits: `" + full + "`" + (other.isEmpty() ? "" : " or `20" + other + "`"));
        } else if (!other.isEmpty()) {
            diagnostics.report(
                    Code.DATE_TWO_WAYS,
                    place,
                    "`" + written + "` can be read two ways: the month may be the first number or the second",
                    "write `" + iso + "` or `" + other + "`");
        }
    }
}
