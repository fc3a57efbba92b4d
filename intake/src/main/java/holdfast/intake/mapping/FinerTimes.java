package holdfast.intake.mapping;

import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.language.diagnostic.UserWords;
import java.util.List;

/** Times of a file that are finer than a millisecond: the rest is cut off, which is said once. */
final class FinerTimes {
    private long cells;
    private long line;
    private int cell;
    private String text = "";

    void add(long atLine, int inCell, String written) {
        if (cells++ == 0) {
            line = atLine;
            cell = inCell;
            text = written;
        }
    }

    void tell(Problems problems, List<String> columns) {
        if (cells > 0) {
            problems.warning(
                    RecordCode.FINER_TIME,
                    line,
                    columns.get(cell),
                    UserWords.quoted(text) + " is finer than a thousandth of a second: the rest was cut off"
                            + (cells == 1 ? "" : ", likewise in " + (cells - 1) + " more"),
                    "",
                    "");
        }
    }
}
