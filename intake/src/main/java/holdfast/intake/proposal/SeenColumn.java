package holdfast.intake.proposal;

import holdfast.intake.value.DateOrder;
import holdfast.intake.value.NoNumber;
import holdfast.intake.value.SumRows;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What was seen of one column of a file for which a mapping is drafted. What most of its cells hold is what it is; the others are kept to be told. */
public final class SeenColumn {
    private static final int MOST_CODES = 40;
    private static final int MOST_ODD = 6;

    /** What the cells of a column can be, the narrower first. */
    public enum Kind {
        SECONDS("seconds or milliseconds since 1970, or a number"),
        NUMBER("numbers"),
        TIME("times"),
        TIME_OF_DAY("times of day"),
        DATE("dates");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Something that is not of a kind. */
    public static final class Odd {
        private final long firstLine;
        private long count;

        Odd(long firstLine) {
            this.firstLine = firstLine;
        }

        long firstLine() {
            return firstLine;
        }

        long count() {
            return count;
        }
    }

    private final Map<String, Long> values = new TreeMap<>();
    private boolean many;
    private long given;
    private long nothing;
    private long unreadable;
    private long longest;
    private long longestSeconds;
    private String example = "";
    private String sum = "";
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, Odd>> odd = new EnumMap<>(Kind.class);
    private boolean comma;
    private boolean point;
    private boolean pointThousand;
    private boolean commaThousand;
    private boolean colon;
    private boolean dayFirst = true;
    private boolean monthFirst = true;

    public void seeUnreadable() {
        unreadable++;
    }

    /** @param inTwoWays whether a text such as {@code 1.234} could be a thousand: a number of a spreadsheet cannot */
    public void see(String value, long line, boolean inTwoWays) {
        given++;
        nothing += NoNumber.saysNothing(value) ? 1 : 0;
        longest = Math.max(longest, value.length());
        example = example.isEmpty() ? value : example;
        sum = sum.isEmpty() && SumRows.isSum(value) ? value : sum;
        if (!many) {
            values.merge(value, 1L, Long::sum);
            many = values.size() > MOST_CODES;
        }
        for (Kind kind : Kind.values()) {
            if (is(kind, value)) {
                counts.merge(kind, 1L, Long::sum);
                note(kind, value, inTwoWays);
            } else {
                keep(odd.computeIfAbsent(kind, k -> new LinkedHashMap<>()), value, line);
            }
        }
    }

    private static void keep(Map<String, Odd> of, String value, long line) {
        if (of.size() < MOST_ODD || of.containsKey(value)) {
            of.computeIfAbsent(value, v -> new Odd(line)).count++;
        }
    }

    private static boolean is(Kind kind, String value) {
        return switch (kind) {
            case SECONDS -> value.matches("[0-9]{9,13}");
            case NUMBER -> value.matches("-?[0-9]+([.,][0-9]+)?");
            case TIME -> value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.]+.*)?");
            case TIME_OF_DAY -> value.matches("([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?");
            case DATE -> DateOrder.DAY_MONTH_YEAR.read(value) != null || DateOrder.MONTH_DAY_YEAR.read(value) != null;
        };
    }

    /** How what is of that kind is written. */
    private void note(Kind kind, String value, boolean inTwoWays) {
        switch (kind) {
            case NUMBER -> {
                boolean asPoint = value.matches("-?[1-9][0-9]{0,2}\\.[0-9]{3}");
                boolean asComma = value.matches("-?[1-9][0-9]{0,2},[0-9]{3}");
                pointThousand |= asPoint && inTwoWays;
                commaThousand |= asComma;
                point |= !asPoint && value.indexOf('.') >= 0;
                comma |= !asComma && value.indexOf(',') >= 0;
            }
            case SECONDS -> longestSeconds = Math.max(longestSeconds, value.length());
            case TIME -> colon |= value.indexOf(':') >= 0;
            case DATE -> {
                colon |= value.indexOf(':') >= 0;
                dayFirst &= DateOrder.DAY_MONTH_YEAR.read(value) != null;
                monthFirst &= DateOrder.MONTH_DAY_YEAR.read(value) != null;
            }
            case TIME_OF_DAY -> {
                // All are written in one way.
            }
        }
    }

    /** Whether most of its cells that say something are of that kind; of one or two, all. */
    public boolean is(Kind kind) {
        long count = counts.getOrDefault(kind, 0L);
        long telling = given - nothing;
        return count > 0 && (count >= telling || telling > 2 && count * 2 > telling);
    }

    /** Whether it is a column of codes or of text: of no kind. */
    public boolean isOfNoKind() {
        for (Kind kind : Kind.values()) {
            if (is(kind)) {
                return false;
            }
        }
        return true;
    }

    /** How many of its cells are not of that kind. */
    public long others(Kind kind) {
        return given - counts.getOrDefault(kind, 0L);
    }

    /** The first of them. */
    public Map<String, Odd> odd(Kind kind) {
        return odd.getOrDefault(kind, Map.of());
    }

    public long given() {
        return given;
    }

    public long unreadable() {
        return unreadable;
    }

    public String example() {
        return example;
    }

    /** A word for a sum that stands in it; empty if there is none. */
    public String sum() {
        return sum;
    }

    public boolean inMilliseconds() {
        return longestSeconds > 10;
    }

    /** Whether days have their times of day with them. */
    public boolean hasTimesOfDay() {
        return colon;
    }

    public boolean isDayFirst() {
        return dayFirst;
    }

    public boolean isMonthFirst() {
        return monthFirst;
    }

    public boolean hasComma() {
        return comma;
    }

    public boolean hasPoint() {
        return point;
    }

    public boolean hasPointThousand() {
        return pointThousand;
    }

    public boolean hasCommaThousand() {
        return commaThousand;
    }

    /** Whether it has few different values, and short ones. */
    public boolean isOfCodes() {
        return !many && longest <= 60;
    }

    /** With how many rows have each; of a column with many only the first. */
    public Map<String, Long> values() {
        return values;
    }
}
