package holdfast.intake.mapping;

import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Row;
import holdfast.language.diagnostic.UserWords;
import java.util.LinkedHashMap;
import java.util.Map;

/** Cells that a condition compares and that hold no number, or no time: the comparison is false for them, and that is said once for each. */
final class Incomparable {
    private record Where(int mappingLine, String column, String what) {}

    private static final class Met {
        private final long firstRow;
        private final String first;
        private long lastRow;
        private long rows = 1;

        private Met(long row, String text) {
            firstRow = row;
            lastRow = row;
            first = text;
        }
    }

    private final Map<Where, Met> met = new LinkedHashMap<>();

    /** @param what it is not: {@code number} or {@code time} */
    void add(Row row, String column, String text, String what, int mappingLine) {
        Met before = met.putIfAbsent(new Where(mappingLine, column, what), new Met(row.line(), text));
        if (before != null && before.lastRow != row.line()) {
            before.rows++;
            before.lastRow = row.line();
        }
    }

    void tell(Problems problems) {
        met.forEach((where, of) -> problems.warning(
                RecordCode.NOT_COMPARED,
                of.firstRow,
                where.column,
                UserWords.quoted(of.first) + " is no " + where.what + ", so the comparison on line "
                        + where.mappingLine
                        + " of the mapping is false for it"
                        + (of.rows == 1 ? "" : ", and for " + (of.rows - 1) + " more such rows"),
                "",
                "say in a rule of its own what becomes of such rows, or in the mapping how " + where.what
                        + "s are written"));
    }
}
