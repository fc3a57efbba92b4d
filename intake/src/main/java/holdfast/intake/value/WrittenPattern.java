package holdfast.intake.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Times in a form of their own, such as {@code dd.MM.yyyy HH:mm}. */
public final class WrittenPattern {
    private final DateTimeFormatter formatter;

    public WrittenPattern(String pattern) {
        formatter = formatter(pattern);
    }

    /** What the letters stand for; further ones mean nothing that a time needs. */
    private static final Map<Character, String> FIELDS = Map.ofEntries(
            Map.entry('y', "year"),
            Map.entry('u', "year"),
            Map.entry('M', "month"),
            Map.entry('L', "month"),
            Map.entry('d', "day"),
            Map.entry('H', "hour"),
            Map.entry('h', "hour of half a day"),
            Map.entry('a', "am or pm"),
            Map.entry('m', "minute"),
            Map.entry('s', "second"),
            Map.entry('S', "fraction"),
            Map.entry('E', "weekday"),
            Map.entry('X', "offset"),
            Map.entry('x', "offset"),
            Map.entry('Z', "offset"));

    /** Why it is no pattern of a time, in which nothing is lost and nothing is there twice; empty if it is one. */
    public static String trouble(String pattern) {
        Map<String, Integer> fields = new LinkedHashMap<>();
        String found = fields(pattern, fields);
        return !found.isEmpty() ? found : fields.isEmpty() ? "it takes nothing" : missing(pattern, fields);
    }

    /** The pattern that was probably meant, where letters are those of a spreadsheet or of another language; empty if that is none either. */
    public static String mend(String pattern) {
        StringBuilder meant = new StringBuilder();
        boolean time = false;
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            time |= !quoted && (c == 'H' || c == 'h');
            meant.append(
                    quoted
                            ? c
                            : switch (c) {
                                case 'D', 'T', 'J', 'j' -> c == 'D' || c == 'T' ? 'd' : 'y';
                                case 'Y', 'A' -> 'y';
                                case 'M', 'm' -> time ? 'm' : 'M';
                                case 'N', 'n' -> 'm';
                                default -> c;
                            });
        }
        String sure = meant.toString();
        String fixed = trouble(sure).isEmpty() ? sure : sure.replace("hh", "HH");
        return fixed.equals(pattern) || !trouble(fixed).isEmpty() ? "" : "did you mean `" + fixed + "`?";
    }

    private static String fields(String pattern, Map<String, Integer> fields) {
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); ) {
            char c = pattern.charAt(i);
            int end = i + 1;
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && (c == '[' || c == ']')) {
                return "what stands in brackets may be lost; write one pattern for the form that the file has";
            } else if (!quoted && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
                while (end < pattern.length() && pattern.charAt(end) == c) {
                    end++;
                }
                String field = FIELDS.get(c);
                String letters = "`" + pattern.substring(i, end) + "`";
                if (field == null) {
                    return letters + " is nothing that a time is made of"
                            + (c == 'Y' ? "; the year is `yyyy`" : c == 'D' ? "; the day is `dd`" : "");
                }
                if (fields.put(field, end - i) != null) {
                    return "it takes the " + field + " twice"
                            + (field.equals("month") ? "; minutes are `mm`, months are `MM`" : "")
                            + (field.equals("minute") ? "; months are `MM`, minutes are `mm`" : "");
                }
            }
            i = end;
        }
        return "";
    }

    private static String missing(String pattern, Map<String, Integer> fields) {
        Set<String> has = fields.keySet();
        for (String field : List.of("year", "month", "day")) {
            if (!has.contains(field)) {
                return "it takes no " + field
                        + (field.equals("month") && has.contains("minute")
                                ? "; months are `MM`, and `mm` are minutes"
                                : "; it needs at least day, month and year");
            }
        }
        if (fields.getOrDefault("year", 0) == 2) {
            return "a year of two digits can be meant in two ways; write `yyyy`, and the year with four digits in the file";
        }
        if (has.contains("hour of half a day") != has.contains("am or pm")) {
            return has.contains("am or pm")
                    ? "it takes am or pm, and no hour of half a day; that is `hh`"
                    : "it takes hours from 1 to 12 and drops which half of the day; write `HH`, or `a` for am or pm";
        }
        if (has.contains("hour") && has.contains("hour of half a day")) {
            return "it takes the hour twice";
        }
        boolean hour = has.contains("hour") || has.contains("hour of half a day");
        if (has.contains("minute") && !hour) {
            return "it takes minutes and no hour; the hour is `HH`";
        }
        if (has.contains("second") && !has.contains("minute")) {
            return "it takes seconds and no minutes";
        }
        if (has.contains("fraction") && !has.contains("second")) {
            return "it takes a fraction and no seconds";
        }
        if (has.contains("offset") && !hour) {
            return "it takes an offset and drops it: only a time of day has one";
        }
        return isPattern(pattern) ? "" : "it does not read back what it writes";
    }

    private static boolean isPattern(String pattern) {
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
        StringBuilder strict = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            strict.append(c == 'y' && !quoted ? 'u' : c);
        }
        return DateTimeFormatter.ofPattern(strict.toString(), Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Leaves the time in the reader; false if the text has another form. */
    public boolean read(String text, TimeReader into) {
        try {
            TemporalAccessor read =
                    formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read.isSupported(ChronoField.NANO_OF_SECOND)
                    && read.get(ChronoField.NANO_OF_SECOND) % 1_000_000 != 0
                    && !into.cut()) {
                return into.read("");
            }
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
