package holdfast.intake.mapping;

import holdfast.intake.mapping.MappingModel.DateRange;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.TextPool;
import holdfast.intake.value.TimeReader;
import holdfast.language.diagnostic.UserWords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether the dates of a file can be meant. Where the mapping says between which days they lie, others are refused. Where it says nothing, those that lie fifty
 * years or more from the middle one of their column are told, and taken.
 */
final class DatesRead {
    private static final int FAR = 50;
    private static final int MOST_TOLD = 20;

    /** The dates of one year in one column. */
    private static final class Year {
        private long count;
        private long firstLine;
        private String first = "";
    }

    private final Optional<DateRange> range;
    private final long earliest;
    private final long latest;
    private final Map<String, TreeMap<Integer, Year>> columns = new LinkedHashMap<>();

    DatesRead(Optional<DateRange> range, ZoneId zone) {
        this.range = range;
        earliest = range.map(r -> start(r.from(), zone)).orElse(Long.MIN_VALUE);
        latest = range.map(r -> start(r.to().plusDays(1), zone) - 1).orElse(Long.MAX_VALUE);
    }

    private static long start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** Whether the time that was read from a cell may be what it says; if not, that is told. One of which a part lies between the days may. */
    boolean takes(TimeReader time, Row row, int cell, TextPool pool, Problems problems, String column) {
        if (time.hi() < earliest || time.lo() > latest) {
            refuse(row.trimmed(cell, pool), problems, row.line(), column);
            return false;
        }
        if (range.isEmpty() && note(time.year(), row.line(), column)) {
            year(time.year(), column).first = row.trimmed(cell, pool);
        }
        return true;
    }

    boolean takes(LocalDate day, Problems problems, long line, String column) {
        boolean within =
                range.map(r -> !day.isBefore(r.from()) && !day.isAfter(r.to())).orElse(true);
        if (!within) {
            refuse(day.toString(), problems, line, column);
        } else if (range.isEmpty() && note(day.getYear(), line, column)) {
            year(day.getYear(), column).first = day.toString();
        }
        return within;
    }

    private void refuse(String written, Problems problems, long line, String column) {
        DateRange days = range.orElseThrow();
        problems.error(
                RecordCode.OUT_OF_THE_DATES,
                line,
                column,
                UserWords.quoted(written) + " does not lie between the days that the mapping allows",
                "a date from " + days.from() + " to " + days.to(),
                "look in the source which year is meant");
    }

    /** Whether it is the first of its year. */
    private boolean note(int year, long line, String column) {
        Year of = year(year, column);
        if (of.count++ > 0) {
            return false;
        }
        of.firstLine = line;
        return true;
    }

    private Year year(int year, String column) {
        return columns.computeIfAbsent(column, c -> new TreeMap<>()).computeIfAbsent(year, y -> new Year());
    }

    /** Tells, when all rows have been read, which dates lie far from the others. */
    void tell(Problems problems) {
        columns.forEach((column, years) -> {
            int middle = middle(years);
            years.entrySet().stream()
                    .filter(y -> Math.abs(y.getKey() - middle) >= FAR)
                    .limit(MOST_TOLD)
                    .forEach(y -> tell(column, y.getValue(), middle, problems));
        });
    }

    private static int middle(TreeMap<Integer, Year> years) {
        long all = years.values().stream().mapToLong(y -> y.count).sum();
        long before = 0;
        for (Map.Entry<Integer, Year> year : years.entrySet()) {
            before += year.getValue().count;
            if (before * 2 >= all) {
                return year.getKey();
            }
        }
        return 0;
    }

    private static void tell(String column, Year year, int middle, Problems problems) {
        problems.warning(
                RecordCode.FAR_FROM_THE_OTHERS,
                year.firstLine,
                column,
                UserWords.quoted(year.first) + " lies far from the other dates of this column, which are of about "
                        + middle
                        + (year.count == 1 ? "" : "; so do " + (year.count - 1) + " more of that year"),
                "",
                "if it is not meant, say in the mapping between which days dates lie: `dates from " + middle
                        + "-01-01 to " + middle + "-12-31`");
    }
}
