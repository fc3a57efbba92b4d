package holdfast.intake.mapping;

import holdfast.intake.mapping.MappingModel.Comparing;
import holdfast.intake.mapping.MappingModel.Test;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.TextPool;
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
                    String number = cells.numbers().plain(row.trimmed(second, pool));
                    return isNumber(number)
                            && compares(cells.numbers().plain(row.trimmed(cell, pool)), how, new BigDecimal(number));
                };
            }
            case Test.Before before -> before(before, cells);
            case Test.Compares(String column, Comparing how, BigDecimal number, int line) -> {
                int cell = cells.cell(column, line);
                yield (row, pool) -> compares(cells.numbers().plain(row.trimmed(cell, pool)), how, number);
            }
        };
    }

    private static boolean compares(String content, Comparing how, BigDecimal number) {
        if (!isNumber(content)) {
            return false;
        }
        int comparison = new BigDecimal(content).compareTo(number);
        return switch (how) {
            case AT_LEAST -> comparison >= 0;
            case AT_MOST -> comparison <= 0;
            case MORE_THAN -> comparison > 0;
            case LESS_THAN -> comparison < 0;
        };
    }

    private static boolean isNumber(String content) {
        return !content.isEmpty() && content.length() <= 40 && content.matches("[-+]?[0-9]+(\\.[0-9]+)?");
    }

    /** All of the one lies before all of the other; false where one of them is no time. */
    private static RowTest before(Test.Before before, Cells cells) {
        int cell = cells.cell(before.column(), before.line());
        int second = before.constant().isPresent() ? -1 : cells.cell(before.other(), before.line());
        CellTimes times = cells.times();
        return (row, pool) -> {
            if (row.isBlank(cell) || !times.read(row, cell, before.column())) {
                return false;
            }
            long lo = times.reader().lo();
            long hi = times.reader().hi();
            TimeReader other = before.constant().isPresent() ? times.ofConstant() : times.reader();
            boolean read = before.constant().isPresent()
                    ? times.constant(before.constant().get())
                    : !row.isBlank(second) && times.read(row, second, before.other());
            return read && (before.after() ? lo > other.hi() : hi < other.lo());
        };
    }
}
