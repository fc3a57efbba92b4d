package holdfast.intake.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the number that somebody probably meant is written. Nothing is read by this: it only answers. */
public final class NoNumber {
    private static final List<String> WORDS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern MISSING = Pattern.compile(
            "(?i)n/?a|n\\.a\\.|nan|nil|none|null|unknown|unk|undisclosed|tb[acd]|-+|\u2013|\u2014|\\?+|\\.+|x|k\\.?\\s?a\\.?|s/d|n/d|\u043d/\u0434|\u043d/\u0456");
    private static final Pattern ESTIMATE = Pattern.compile(
            "(?i)([<>~\u2248\u2264\u2265+]|>=|<=|(about|around|approx\\.?|ca\\.?|circa|at least|up to|over|under|more than|less than|some)\\s)\\s*([0-9][0-9.,_ ]*)"
                    + "|([0-9][0-9.,_ ]*)\\s*([+?]|or more|\\+/-.*|\u00b1.*)");
    private static final Pattern RANGE =
            Pattern.compile("(?i)[0-9.,]+\\s*(-|\u2013|\u2014|/|\\.\\.+|to|or|a|bis)\\s*[0-9.,]+");
    private static final Pattern WITH_UNIT = Pattern.compile(
            "([^0-9\\s-]{0,4})\\s?(-?[0-9]+(?:\\.[0-9]{1,6})?)\\s?([\\p{L}%\u20ac$\u00b2\u00b3\u00b0][^0-9]{0,30})?");
    private static final Pattern DEGREES = Pattern.compile(
            "([NSEWnsew])?\\s*([0-9]{1,3}(?:\\.[0-9]+)?)\\s*(?:[\u00b0\u00ba d:]\\s*)?(?:([0-9]{1,2}(?:\\.[0-9]+)?)\\s*['\u2019\u2032: m]\\s*)?"
                    + "(?:([0-9]{1,2}(?:\\.[0-9]+)?)\\s*(?:\"|\u201d|\u2033|''|s)?)?\\s*([NSEWnsew])?");

    private NoNumber() {}

    /** Whether a text only says that nothing is known: {@code n/a}, {@code undisclosed}, a point. */
    public static boolean saysNothing(String text) {
        return MISSING.matcher(text.strip()).matches();
    }

    static String mend(String text) {
        String written = text.strip();
        if (written.length() > 40) {
            return "";
        }
        String digits = NoTime.inPlainDigits(written).replace('\u066b', '.');
        if (!digits.equals(written)) {
            return "write `" + digits + "`, with the digits 0 to 9";
        }
        int word = WORDS.indexOf(written.toLowerCase(Locale.ROOT));
        if (word >= 0) {
            return "write `" + word + "`";
        }
        if (MISSING.matcher(written).matches()) {
            return "leave the cell empty where the number is not known; in a mapping, a line of `codes for` that column says `is not given`";
        }
        Matcher estimate = ESTIMATE.matcher(written);
        if (estimate.matches()) {
            String number = estimate.group(3) == null ? estimate.group(4) : estimate.group(3);
            return "write the number alone, `" + number.strip() + "`, if that is what the source is sure of";
        }
        if (RANGE.matcher(written).matches()) {
            return "write one number: the lower one, if only that is sure";
        }
        if (written.matches("-?[0-9]+(\\.[0-9]+)?[eE][+-]?[0-9]{1,2}")) {
            return "write it out: `" + new BigDecimal(written).toPlainString() + "`";
        }
        Matcher unit = WITH_UNIT.matcher(written);
        boolean more = unit.matches() && (!unit.group(1).isEmpty() || unit.group(3) != null);
        return more
                ? "write the number alone: `" + unit.group(2) + "`"
                : written.chars().anyMatch(c -> c >= '0' && c <= '9') ? "" : "write the number in digits";
    }

    /** Degrees with minutes and seconds, or with a letter for the side of the world. */
    static String degreesMend(String latitude, String longitude) {
        String lat = decimal(latitude, 90);
        String lon = decimal(longitude, 180);
        if (!lat.isEmpty() && !lon.isEmpty() && !(lat.equals(latitude) && lon.equals(longitude))) {
            return "write degrees with decimals: `" + lat + "`, `" + lon + "`; south and west are negative";
        }
        boolean swapped = latitude.matches("-?[0-9]{2,3}(\\.[0-9]+)?")
                && longitude.matches("-?[0-9]{1,2}(\\.[0-9]+)?")
                && Math.abs(Double.parseDouble(latitude)) <= 180
                && Math.abs(Double.parseDouble(longitude)) <= 90;
        return swapped ? "are the two swapped?" : "write degrees with decimals and a point, such as `48.3` and `-73.9`";
    }

    private static String decimal(String text, int most) {
        Matcher m = DEGREES.matcher(text.strip());
        if (text.strip().matches("-?[0-9]{1,3}(\\.[0-9]+)?")) {
            return Math.abs(Double.parseDouble(text.strip())) <= most ? text.strip() : "";
        }
        if (!m.matches()) {
            return "";
        }
        BigDecimal minutes = m.group(3) == null ? BigDecimal.ZERO : new BigDecimal(m.group(3));
        BigDecimal seconds = m.group(4) == null ? BigDecimal.ZERO : new BigDecimal(m.group(4));
        String side = m.group(1) == null ? m.group(5) : m.group(1);
        BigDecimal degrees = new BigDecimal(m.group(2))
                .add(minutes.divide(BigDecimal.valueOf(60), 6, RoundingMode.HALF_EVEN))
                .add(seconds.divide(BigDecimal.valueOf(3600), 6, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        boolean good = minutes.intValue() < 60 && seconds.intValue() < 60 && degrees.intValue() <= most;
        boolean negative = side != null && "SWsw".contains(side);
        return good ? (negative ? "-" : "") + degrees.toPlainString() : "";
    }
}
