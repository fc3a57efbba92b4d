package holdfast.intake.mapping;

import holdfast.intake.mapping.MappingModel.Argument;
import holdfast.intake.mapping.MappingModel.Lines;
import holdfast.intake.mapping.MappingModel.Result;
import holdfast.intake.mapping.MappingModel.RowSays;
import holdfast.intake.mapping.MappingModel.RowStatement;
import holdfast.intake.problem.ProblemCode;
import holdfast.intake.problem.Problems;
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
    }

    private final Map<Long, Plan> plans = new HashMap<>();
    private final Cells cells;
    private final MappingBinder binder;
    private final TimeReader times;
    private final Problems problems;
    private final String stem;

    BoundRows(
            List<RowStatement> statements,
            Cells cells,
            MappingBinder binder,
            ZoneId zone,
            Problems problems,
            String stem) {
        this.cells = cells;
        this.binder = binder;
        this.times = new TimeReader(zone);
        this.problems = problems;
        this.stem = stem;
        statements.forEach(this::add);
    }

    @Nullable
    Plan plan(long line) {
        return plans.isEmpty() ? null : plans.get(line);
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
                        ProblemCode.NO_SUCH_ROW,
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
                    ProblemCode.MAPPING_SYNTAX,
                    statement.line(),
                    "",
                    "that are too many single rows",
                    "",
                    "write a rule");
            return;
        }
        RowTest where = RowTest.of(statement.where(), cells);
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
