package holdfast.intake.mapping;

import holdfast.intake.mapping.MappingModel.Outcome;
import holdfast.intake.mapping.MappingModel.Rule;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.TextPool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a mapping, in order; where all look at the same column, they are found by its code at once. */
final class BoundRules {
    /** What becomes of a row: results, or a reason for which it is left out. */
    record Bound(List<BoundResult> results, @Nullable String leftOut) {}

    /** @param met to which its codes are added when they come up */
    private record One(
            int cell, String column, Set<String> codes, RowTest when, Bound outcome, int line, Set<String> met) {
        boolean fits(Row row, TextPool pool) {
            if (cell >= 0) {
                String code = row.trimmed(cell, pool);
                if (!codes.contains(code)) {
                    return false;
                }
                met.add(code);
            }
            return when.holds(row, pool);
        }
    }

    private static final int EVERY_ROW = -1;
    /** A column that no row has had so far. */
    private static final int NO_CELL = Integer.MAX_VALUE;

    private final One[] all;
    private final int onlyCell;
    private final Map<String, One[]> byCode = new HashMap<>();
    private final One[] general;
    private final MappingUse use;
    /** Rules that applied to no row so far. */
    private final Set<One> unsaid = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<String, Set<String>> codesOf = new LinkedHashMap<>();
    private final Map<String, Integer> cellOf = new HashMap<>();
    private int firstOfCell;

    BoundRules(List<Rule> rules, Cells cells, MappingBinder binder, MappingUse use) {
        this.use = use;
        List<One> bound = new ArrayList<>();
        for (Rule rule : rules) {
            int cell = rule.column().map(c -> cells.cell(c, rule.line())).orElse(EVERY_ROW);
            bound.add(new One(
                    rule.column().isPresent() && cell < 0 ? NO_CELL : cell,
                    rule.column().orElse(""),
                    rule.codes(),
                    RowTest.of(rule.when(), cells),
                    bind(rule.outcome(), binder),
                    rule.line(),
                    use.met(rule.column().orElse(""))));
        }
        all = bound.toArray(One[]::new);
        unsaid.addAll(bound);
        for (int i = all.length - 1; i >= 0; i--) {
            if (!all[i].column.isEmpty()) {
                codesOf.computeIfAbsent(all[i].column, c -> new HashSet<>()).addAll(all[i].codes);
                cellOf.put(all[i].column, all[i].cell);
                firstOfCell = i;
            }
        }
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
        One one = onlyCell >= 0 ? byCode(row, pool) : oneByOne(row, pool);
        if (one == null || one.cell == EVERY_ROW) {
            strays(row, pool);
        }
        if (one == null) {
            return null;
        }
        if (unsaid.remove(one)) {
            use.applied(one.line);
        }
        return one.outcome;
    }

    private @Nullable One byCode(Row row, TextPool pool) {
        String code = row.trimmed(onlyCell, pool);
        One[] candidates = byCode.get(code);
        if (candidates != null) {
            all[firstOfCell].met.add(code);
        }
        for (One rule : candidates == null ? general : candidates) {
            if (rule.when.holds(row, pool)) {
                return rule;
            }
        }
        return null;
    }

    private @Nullable One oneByOne(Row row, TextPool pool) {
        for (One rule : all) {
            if (rule.cell != NO_CELL && rule.fits(row, pool)) {
                return rule;
            }
        }
        return null;
    }

    /** No rule takes the row for its code: those that it has may be meant by one that never comes up. */
    private void strays(Row row, TextPool pool) {
        for (Map.Entry<String, Set<String>> column : codesOf.entrySet()) {
            int cell = cellOf.getOrDefault(column.getKey(), NO_CELL);
            String code = cell == NO_CELL || row.isUnreadable(cell) ? "" : row.trimmed(cell, pool);
            if (!column.getValue().contains(code)) {
                use.stray(column.getKey(), code);
            }
        }
    }
}
