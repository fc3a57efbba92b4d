package holdfast.record;

import holdfast.record.MappingModel.Comparing;
import holdfast.record.MappingModel.Test;
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
            case Test.OneOf(String column, Set<String> codes, int line) -> {
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
            case Test.Compares(String column, Comparing how, BigDecimal number, int line) -> {
                int cell = cells.cell(column, line);
                yield (row, pool) -> compares(cells.numbers().plain(row.trimmed(cell, pool)), how, number);
            }
        };
    }

    private static boolean compares(String content, Comparing how, BigDecimal number) {
        if (content.isEmpty() || content.length() > 40 || !content.matches("[-+]?[0-9]+(\\.[0-9]+)?")) {
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
}
