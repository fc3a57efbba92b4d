package holdfast.intake.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Days as Excel counts them: 1 is 1 January 1900, and the day after 28 February 1900 is 60, which never was. */
public final class ExcelDay {
    private static final long DAY_MILLIS = 86_400_000L;
    private static final BigDecimal LAST = BigDecimal.valueOf(2_958_466);

    private ExcelDay() {}

    /** Null where the number is no day. */
    public static @Nullable LocalDateTime of(BigDecimal number, boolean from1904) {
        BigDecimal first = from1904 ? BigDecimal.ZERO : BigDecimal.ONE;
        if (number.compareTo(first) < 0 || number.compareTo(LAST) >= 0) {
            return null;
        }
        long day = number.toBigInteger().longValueExact();
        if (!from1904 && day == 60) {
            return null;
        }
        long milli = number.subtract(BigDecimal.valueOf(day))
                .multiply(BigDecimal.valueOf(DAY_MILLIS))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        // A second has no exact fraction of a day: what is a few milliseconds off is meant to be the second.
        long second = Math.round(milli / 1000.0) * 1000;
        if (Math.abs(second - milli) <= 5) {
            milli = second;
        }
        LocalDate zero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, day < 60 ? 31 : 30);
        return zero.plusDays(day).atStartOfDay().plusNanos(milli * 1_000_000);
    }

    public static boolean isDate(@Nullable Integer id, @Nullable String format) {
        return showsDay(id, format) || showsTime(id, format);
    }

    public static boolean showsDay(@Nullable Integer id, @Nullable String format) {
        int of = id == null ? -1 : id;
        if (isBuiltIn(of)) {
            return !(of >= 18 && of <= 21 || of >= 45 && of <= 47);
        }
        String letters = letters(format);
        return letters.contains("d") || letters.contains("y") || letters.contains("m") && !letters.matches(".*[hs].*");
    }

    public static boolean showsTime(@Nullable Integer id, @Nullable String format) {
        int of = id == null ? -1 : id;
        if (isBuiltIn(of)) {
            return of >= 18 && of <= 22 || of >= 45 && of <= 47;
        }
        return letters(format).matches(".*[hs].*");
    }

    private static boolean isBuiltIn(int id) {
        return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
    }

    /** The letters of a format that stand for something, without texts, colours, conditions and elapsed hours. */
    private static String letters(@Nullable String format) {
        if (format == null || format.equalsIgnoreCase("general")) {
            return "";
        }
        return format.split(";", 2)[0]
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\[[^\\]]*\\]", "")
                .replaceAll("\\\\.", "")
                .replaceAll("_.|\\*.", "")
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("general|am/pm|a/p", "")
                .replaceAll("[^a-z]", "");
    }
}
