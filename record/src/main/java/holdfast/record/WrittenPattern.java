package holdfast.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Times in a form of their own, such as {@code dd.MM.yyyy HH:mm}. */
final class WrittenPattern {
    private final DateTimeFormatter formatter;

    WrittenPattern(String pattern) {
        formatter = formatter(pattern);
    }

    static boolean isPattern(String pattern) {
        try {
            DateTimeFormatter formatter = formatter(pattern);
            String sample = formatter.format(OffsetDateTime.parse("2015-02-13T12:34:56Z"));
            TemporalAccessor back = formatter.parse(sample);
            return LocalDate.from(back).equals(LocalDate.of(2015, 2, 13));
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Strict, so that 30 February is no day; which needs the year as `u`. */
    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Leaves the time in the reader; false if the text has another form. */
    boolean read(String text, TimeReader into) {
        try {
            TemporalAccessor read =
                    formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return switch (read) {
                case OffsetDateTime time ->
                    time.getYear() > 9999 || time.getYear() < 1000
                            ? into.read("")
                            : into.instant(time.toInstant().toEpochMilli());
                case LocalDateTime time -> into.local(time);
                default -> into.local(LocalDate.from(read));
            };
        } catch (DateTimeException e) {
            return into.read("");
        }
    }
}
