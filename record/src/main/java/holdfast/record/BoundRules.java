package holdfast.record;

import holdfast.record.MappingModel.Outcome;
import holdfast.record.MappingModel.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a mapping, in order; where all look at the same column, they are found by its code at once. */
final class BoundRules {
    /** What becomes of a row: results, or a reason for which it is left out. */
    record Bound(List<BoundResult> results, @Nullable String leftOut) {}

    private record One(int cell, Set<String> codes, RowTest when, Bound outcome) {
        boolean fits(Row row, TextPool pool) {
            return (cell < 0 || codes.contains(row.trimmed(cell, pool))) && when.holds(row, pool);
        }
    }

    private static final int EVERY_ROW = -1;
    /** A column that no row has had so far. */
    private static final int NO_CELL = Integer.MAX_VALUE;

    private final One[] all;
    private final int onlyCell;
    private final Map<String, One[]> byCode = new HashMap<>();
    private final One[] general;

    BoundRules(List<Rule> rules, Cells cells, MappingBinder binder) {
        List<One> bound = new ArrayList<>();
        for (Rule rule : rules) {
            int cell = rule.column().map(c -> cells.cell(c, rule.line())).orElse(EVERY_ROW);
            bound.add(new One(
                    rule.column().isPresent() && cell < 0 ? NO_CELL : cell,
                    rule.codes(),
                    RowTest.of(rule.when(), cells),
                    bind(rule.outcome(), binder)));
        }
        all = bound.toArray(One[]::new);
        onlyCell = onlyCell(bound);
        general = bound.stream().filter(r -> r.cell == EVERY_ROW).toArray(One[]::new);
        for (One rule : bound) {
            for (String code : rule.codes) {
                byCode.computeIfAbsent(
                        code,
                        c -> bound.stream()
                                .filter(r -> r.cell == EVERY_ROW || r.codes.contains(c))
                                .toArray(One[]::new));
            }
        }
    }

    static Bound bind(Outcome outcome, MappingBinder binder) {
        return switch (outcome) {
            case Outcome.LeftOut(String reason) -> new Bound(List.of(), reason);
            case Outcome.Becomes(var results) ->
                new Bound(results.stream().map(binder::result).toList(), null);
        };
    }

    private static int onlyCell(List<One> rules) {
        int[] cells = rules.stream()
                .mapToInt(One::cell)
                .filter(c -> c != EVERY_ROW)
                .distinct()
                .toArray();
        return cells.length == 1 && cells[0] != NO_CELL ? cells[0] : -1;
    }

    /** What the first rule that fits says; null if none does. */
    @Nullable
    Bound choose(Row row, TextPool pool) {
        if (onlyCell >= 0) {
            One[] candidates = byCode.getOrDefault(row.trimmed(onlyCell, pool), general);
            for (One rule : candidates) {
                if (rule.when.holds(row, pool)) {
                    return rule.outcome;
                }
            }
            return null;
        }
        for (One rule : all) {
            if (rule.cell != NO_CELL && rule.fits(row, pool)) {
                return rule.outcome;
            }
        }
        return null;
    }
}
