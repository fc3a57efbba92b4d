package holdfast.territory.series;

import holdfast.language.diagnostic.MonthNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a source writes the day of a map: {@code map_{dd}.{MM}.{yyyy}*}. {@code {yyyy}} is a year of four digits, {@code {MM}} and {@code {dd}} two digits, {@code {M}} and {@code {d}} one or
 * two, {@code {MMM}} an English name of a month, short or whole; {@code *} is anything. Capitals make no difference. {@code epoch ms} and {@code epoch s} count from 1970, in UTC.
 */
final class DayForm {
    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}|\\*+|[^{*]+|\\{");
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2199;
    private static final int LONGEST = 300;

    private final String written;
    private final Pattern shortest;
    private final Pattern longest;
    private final List<String> parts;

    private DayForm(String written, String shortest, String longest, List<String> parts) {
        this.written = written;
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
        this.shortest = Pattern.compile(shortest, flags);
        this.longest = Pattern.compile(longest, flags);
        this.parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException with the reason, if it is no such form */
    static DayForm of(String written) {
        if (isEpoch(written)) {
            return new DayForm(written, "", "", List.of());
        }
        List<String> parts = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        Matcher part = PART.matcher(written);
        while (part.find()) {
            String text = part.group();
            if (part.group(1) != null) {
                parts.add(part.group(1));
                pattern.append(part(part.group(1)));
            } else if (text.startsWith("*")) {
                pattern.append('*');
            } else {
                pattern.append(Pattern.quote(text));
            }
        }
        String kinds = String.join(
                " ", parts.stream().map(p -> p.substring(0, 1)).sorted().toList());
        if (!kinds.equals("M d y")) {
            throw new IllegalArgumentException("it has "
                    + (parts.isEmpty() ? "no part of a day" : "the parts {" + String.join("}, {", parts) + "}"));
        }
        String own = pattern.toString();
        return new DayForm(written, own.replace("*", ".*?"), own.replace("*", ".*"), parts);
    }

    private static String part(String name) {
        return switch (name) {
            case "yyyy" -> "(?<![0-9](?=[0-9]{4}(?![0-9])))([0-9]{4})";
            case "MM", "dd" -> "([0-9]{2})";
            case "M", "d" -> "([0-9]{1,2})";
            case "MMM" -> "([a-z]{3,9})";
            default -> throw new IllegalArgumentException("`{" + name + "}` is no part of a day");
        };
    }

    private static boolean isEpoch(String written) {
        return written.equals("epoch ms") || written.equals("epoch s");
    }

    /** The day in a text; empty: it is not of this form, or can be read as two days. */
    Optional<LocalDate> day(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (isEpoch(written)) {
            return epoch(text.strip());
        }
        Optional<LocalDate> one = day(shortest.matcher(text.strip()));
        Optional<LocalDate> other = day(longest.matcher(text.strip()));
        return one.equals(other) ? one : Optional.empty();
    }

    private Optional<LocalDate> epoch(String text) {
        try {
            long number = Math.round(Double.parseDouble(text));
            LocalDate day = Instant.ofEpochSecond(written.equals("epoch s") ? number : Math.floorDiv(number, 1000L))
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate();
            return within(day);
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> day(Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = 0;
        int month = 0;
        int day = 0;
        for (int i = 0; i < parts.size(); i++) {
            String found = matcher.group(i + 1);
            switch (parts.get(i).charAt(0)) {
                case 'y' -> year = Integer.parseInt(found);
                case 'd' -> day = Integer.parseInt(found);
                default ->
                    month = parts.get(i).equals("MMM")
                            ? MonthNames.number(found).orElse(0)
                            : Integer.parseInt(found);
            }
        }
        try {
            return within(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> within(LocalDate day) {
        return Optional.of(day).filter(d -> d.getYear() >= FIRST_YEAR && d.getYear() <= LAST_YEAR);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayForm form && written.equals(form.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return written;
    }
}
