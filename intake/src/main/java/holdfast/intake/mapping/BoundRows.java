package holdfast.intake.mapping;

import holdfast.intake.mapping.MappingModel.Argument;
import holdfast.intake.mapping.MappingModel.Lines;
import holdfast.intake.mapping.MappingModel.Result;
import holdfast.intake.mapping.MappingModel.RowSays;
import holdfast.intake.mapping.MappingModel.RowStatement;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.TextPool;
import holdfast.intake.value.Occurrence;
import holdfast.intake.value.TimeReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mapping says of single rows. */
final class BoundRows {
    private static final long MOST_ROWS = 1_000_000;

    /** All that is said of one row. */
    static final class Plan {
        final List<RowTest> where = new ArrayList<>();
        final List<Integer> whereLines = new ArrayList<>();
        final List<Argument> has = new ArrayList<>();
        final Map<Integer, String> reads = new HashMap<>();
        RowTime.Override time = RowTime.Override.NOTHING;

        @Nullable
        String corrects;

        @Nullable
        String incident;

        BoundRules.@Nullable Bound instead;
        final List<BoundResult> also = new ArrayList<>();
        /** Line of the mapping; 0 if only a range names the row, which may have gaps. */
        int namedOn;

        boolean seen;

        /** What was said, to be said again of a row of which more is said by a condition. */
        private final List<RowStatement> said = new ArrayList<>();
    }

    /** Rows that no number names: all for which the condition holds. */
    private record ByCondition(RowTest where, RowStatement statement) {}

    private record Together(@Nullable Plan own, List<RowStatement> more) {}

    private final List<ByCondition> byCondition = new ArrayList<>();
    private final Map<Together, Plan> together = new HashMap<>();

    private final Map<Long, Plan> plans = new HashMap<>();
    private final Cells cells;
    private final MappingBinder binder;
    private final TimeReader times;
    private final Problems problems;
    private final String stem;
    private final MappingUse use;

    BoundRows(
            List<RowStatement> statements,
            Cells cells,
            MappingBinder binder,
            ZoneId zone,
            Problems problems,
            String stem,
            MappingUse use) {
        this.use = use;
        this.cells = cells;
        this.binder = binder;
        this.times = new TimeReader(zone);
        this.problems = problems;
        this.stem = stem;
        statements.forEach(this::add);
    }

    /** What is said of a row by its number comes after what is said of it by a condition. */
    @Nullable
    Plan plan(Row row, TextPool pool) {
        Plan own = plans.isEmpty() ? null : plans.get(row.line());
        if (byCondition.isEmpty()) {
            return own;
        }
        List<RowStatement> more = new ArrayList<>();
        for (ByCondition rows : byCondition) {
            if (rows.where.holds(row, pool)) {
                more.add(rows.statement);
                use.applied(rows.statement.line());
            }
        }
        if (own != null) {
            own.seen = true;
        }
        return more.isEmpty() ? own : together.computeIfAbsent(new Together(own, more), this::join);
    }

    private Plan join(Together parts) {
        Plan plan = new Plan();
        parts.more.forEach(s -> s.says().forEach(says -> apply(says, plan, s.line())));
        if (parts.own != null) {
            plan.where.addAll(parts.own.where);
            plan.whereLines.addAll(parts.own.whereLines);
            parts.own.said.forEach(s -> s.says().forEach(says -> apply(says, plan, s.line())));
        }
        return plan;
    }

    /** Takes over which rows have been seen, when the columns are bound anew. */
    void keepSeen(@Nullable BoundRows before) {
        if (before != null) {
            plans.forEach((row, plan) -> {
                Plan old = before.plans.get(row);
                plan.seen = old != null && old.seen;
            });
        }
    }

    /** Tells of rows that the mapping names and the file does not have. */
    void tellUnseen(Problems into) {
        plans.forEach((row, plan) -> {
            if (!plan.seen && plan.namedOn > 0) {
                into.error(
                        RecordCode.NO_SUCH_ROW,
                        plan.namedOn,
                        "",
                        "no row of the file begins on line " + row,
                        "the line on which a row begins",
                        "the header is line 1");
            }
        });
    }

    private void add(RowStatement statement) {
        long count =
                statement.lines().stream().mapToLong(l -> l.to() - l.from() + 1).sum();
        if (count + plans.size() > MOST_ROWS) {
            problems.error(
                    RecordCode.MAPPING_SYNTAX,
                    statement.line(),
                    "",
                    "that are too many single rows",
                    "",
                    "write a rule");
            return;
        }
        RowTest where = RowTest.of(statement.where(), cells);
        if (statement.lines().isEmpty()) {
            byCondition.add(new ByCondition(where, statement));
            // What is wrong in it is told at once, not at the first row that it fits.
            statement.says().forEach(says -> apply(says, new Plan(), statement.line()));
            return;
        }
        for (Lines lines : statement.lines()) {
            for (long line = lines.from(); line <= lines.to(); line++) {
                Plan plan = plans.computeIfAbsent(line, l -> new Plan());
                if (lines.from() == lines.to()) {
                    plan.namedOn = statement.line();
                }
                if (statement.where().isPresent()) {
                    plan.where.add(where);
                    plan.whereLines.add(statement.line());
                }
                plan.said.add(statement);
                for (RowSays says : statement.says()) {
                    apply(says, plan, statement.line());
                }
            }
        }
    }

    private void apply(RowSays says, Plan plan, int line) {
        switch (says) {
            case RowSays.Has(List<Argument> arguments) -> plan.has.addAll(arguments);
            case RowSays.Reads(String column, String text) -> {
                int cell = cells.cell(column, line);
                if (cell >= 0) {
                    plan.reads.put(cell, text);
                }
            }
            case RowSays.Begins(String time) ->
                plan.time = new RowTime.Override(time(time, line, true), plan.time.ends(), plan.time.recorded());
            case RowSays.Ends(String time) ->
                plan.time = new RowTime.Override(plan.time.begins(), time(time, line, false), plan.time.recorded());
            case RowSays.RecordedAt(String time) ->
                plan.time = new RowTime.Override(plan.time.begins(), plan.time.ends(), time(time, line, false));
            case RowSays.Corrects(long row, String letters) -> plan.corrects = binder.idOfRow(row, line) + letters;
            case RowSays.Instead(var outcome) -> plan.instead = BoundRules.bind(outcome, binder);
            case RowSays.Also(List<Result> results) -> results.forEach(r -> plan.also.add(binder.result(r)));
            case RowSays.OneIncident(long first) -> plan.incident = stem + ":" + first;
        }
    }

    private @Nullable Long time(String written, int line, boolean first) {
        if (!times.read(written)) {
            Occurrence.tellUnreadable(problems, times.trouble(), written, line, "");
            return null;
        }
        return first ? times.lo() : times.hi();
    }
}
