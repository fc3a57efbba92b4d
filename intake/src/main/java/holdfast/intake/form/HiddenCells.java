package holdfast.intake.form;

import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.problem.SheetColumns;
import holdfast.language.diagnostic.UserWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows and columns of a sheet that are hidden and were read all the same, which is said. */
final class HiddenCells {
    private static final int SHOWN = 20;

    private final List<long[]> rows = new ArrayList<>();
    private long count;

    void read(long row, SheetLayout layout) {
        if (!layout.hidesRow(row)) {
            return;
        }
        count++;
        if (!rows.isEmpty() && rows.getLast()[1] + 1 == row) {
            rows.getLast()[1] = row;
        } else {
            rows.add(new long[] {row, row});
        }
    }

    void tell(SheetLayout layout, List<String> columns, Problems problems) {
        if (layout.isHidden()) {
            problems.warning(
                    RecordCode.HIDDEN, 0, "", "the sheet is hidden: it is read because the mapping names it", "", "");
        }
        if (count > 0) {
            List<String> ranges = rows.stream()
                    .limit(SHOWN)
                    .map(r -> r[0] + (r[0] == r[1] ? "" : " to " + r[1]))
                    .toList();
            problems.warning(
                    RecordCode.HIDDEN,
                    rows.getFirst()[0],
                    "",
                    (count == 1 ? "this row is hidden, and is" : count + " rows are hidden, and are")
                            + " read like the others"
                            + (count == 1
                                    ? ""
                                    : ": " + String.join(", ", ranges) + (rows.size() > SHOWN ? ", and more" : "")),
                    "",
                    "if hidden rows do not count, leave them out: `rows " + ranges.getFirst()
                            + " left out: \"hidden\"`");
        }
        List<String> unseen = IntStream.range(0, columns.size())
                .filter(layout::hidesColumn)
                .mapToObj(i -> UserWords.quoted(columns.get(i).isEmpty() ? SheetColumns.unnamed(i) : columns.get(i)))
                .toList();
        if (!unseen.isEmpty()) {
            problems.warning(
                    RecordCode.HIDDEN,
                    0,
                    "",
                    "columns are hidden, and are read like the others: "
                            + String.join(", ", unseen.stream().limit(SHOWN).toList())
                            + (unseen.size() > SHOWN ? " and " + (unseen.size() - SHOWN) + " more" : ""),
                    "",
                    "");
        }
    }
}
