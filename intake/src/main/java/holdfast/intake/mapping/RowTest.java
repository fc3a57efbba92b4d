package holdfast.intake.mapping;

import holdfast.intake.mapping.MappingModel.Comparing;
import holdfast.intake.mapping.MappingModel.Test;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.TextPool;
import holdfast.intake.value.Glob;
import holdfast.intake.value.TimeReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A condition of a mapping on the cells of a row. */
@FunctionalInterface
interface RowTest {
    RowTest ALWAYS = (row, pool) -> true;

    boolean holds(Row row, TextPool pool);

    static RowTest of(Optional<Test> test, Cells cells) {
        return test.map(t -> of(t, cells)).orElse(ALWAYS);
    }

    private static RowTest of(Test test, Cells cells) {
        return switch (test) {
            case Test.All(List<Test> tests) -> {
                List<RowTest> all = tests.stream().map(t -> of(t, cells)).toList();
                yield (row, pool) -> all.stream().allMatch(t -> t.holds(row, pool));
            }
            case Test.Any(List<Test> tests) -> {
                List<RowTest> any = tests.stream().map(t -> of(t, cells)).toList();
                yield (row, pool) -> any.stream().anyMatch(t -> t.holds(row, pool));
            }
            case Test.Not(Test inner) -> {
                RowTest not = of(inner, cells);
                yield (row, pool) -> !not.holds(row, pool);
            }
            case Test.OneOf(String column, Set<String> codes, Set<String> bare, int line) -> {
                bare.stream().filter(cells::has).forEach(word -> cells.tellColumnOrCode(word, line));
                int cell = cells.cell(column, line);
                yield (row, pool) -> codes.contains(row.trimmed(cell, pool));
            }
            case Test.Contains(String column, String text, boolean atStart, int line) -> {
                int cell = cells.cell(column, line);
                yield (row, pool) -> {
                    String content = row.trimmed(cell, pool);
                    return atStart ? content.startsWith(text) : content.contains(text);
                };
            }
            case Test.Same(String column, String other, int line) -> {
                int cell = cells.cell(column, line);
                int second = cells.cell(other, line);
                yield (row, pool) -> row.trimmed(cell, pool).equals(row.trimmed(second, pool));
            }
            case Test.Matches(String column, String pattern, int line) -> {
                int cell = cells.cell(column, line);
                yield (row, pool) -> Glob.matches(pattern, row.trimmed(cell, pool));
            }
            case Test.ComparesWith(String column, Comparing how, String other, int line) -> {
                int cell = cells.cell(column, line);
                int second = cells.cell(other, line);
                yield (row, pool) -> {
                    String one = number(row, cell, column, line, cells, pool);
                    String number = number(row, second, other, line, cells, pool);
                    return !one.isEmpty() && !number.isEmpty() && compares(one, how, new BigDecimal(number));
                };
            }
            case Test.Before before -> before(before, cells);
            case Test.Compares(String column, Comparing how, BigDecimal number, int line) -> {
                int cell = cells.cell(column, line);
                yield (row, pool) -> {
                    String one = number(row, cell, column, line, cells, pool);
                    return !one.isEmpty() && compares(one, how, number);
                };
            }
        };
    }

    private static boolean compares(String content, Comparing how, BigDecimal number) {
        int comparison = new BigDecimal(content).compareTo(number);
        return switch (how) {
            case AT_LEAST -> comparison >= 0;
            case AT_MOST -> comparison <= 0;
            case MORE_THAN -> comparison > 0;
            case LESS_THAN -> comparison < 0;
        };
    }

    /** The number in a cell; empty where there is none, which is said if something else stands there. */
    private static String number(Row row, int cell, String column, int line, Cells cells, TextPool pool) {
        String text = row.trimmed(cell, pool);
        String number = cells.numbers().plain(text);
        if (isNumber(number)) {
            return number;
        }
        if (!text.isEmpty()) {
            cells.incomparable().add(row, column, text, "number", line);
        }
        return "";
    }

    private static boolean isNumber(String content) {
        return !content.isEmpty() && content.length() <= 40 && content.matches("[-+]?[0-9]+(\\.[0-9]+)?");
    }

    private static boolean isTime(Row row, int cell, String column, int line, Cells cells, TextPool pool) {
        if (row.isBlank(cell)) {
            return false;
        }
        boolean read = cells.times().read(row, cell, column);
        if (!read) {
            cells.incomparable().add(row, column, row.trimmed(cell, pool), "time", line);
        }
        return read;
    }

    /** All of the one lies before all of the other; false where one of them is no time. */
    private static RowTest before(Test.Before before, Cells cells) {
        int cell = cells.cell(before.column(), before.line());
        int second = before.constant().isPresent() ? -1 : cells.cell(before.other(), before.line());
        CellTimes times = cells.times();
        return (row, pool) -> {
            if (!isTime(row, cell, before.column(), before.line(), cells, pool)) {
                return false;
            }
            long lo = times.reader().lo();
            long hi = times.reader().hi();
            TimeReader other = before.constant().isPresent() ? times.ofConstant() : times.reader();
            boolean read = before.constant().isPresent()
                    ? times.constant(before.constant().get())
                    : isTime(row, second, before.other(), before.line(), cells, pool);
            return read && (before.after() ? lo > other.hi() : hi < other.lo());
        };
    }
}
