package holdfast.intake.rows;

import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.language.diagnostic.UserWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Passes rows on, and tells at the end, once for a file, of what nobody sees in its cells and was not read. */
public final class WatchedRows extends RowsPassedOn {
    private static final int MOST_COLUMNS = 5;

    private final RowSink sink;
    /** Whether blanks at the ends of cells are told of too. */
    private final boolean blanks;

    private List<String> columns = List.of();
    private final Oddity unseen = new Oddity();
    private final Oddity ends = new Oddity();
    private String first = "";

    /** Cells that were read otherwise than they are written. */
    private static final class Oddity {
        private long cells;
        private long line;
        private String column = "";
        /** The columns of all but the first. */
        private final TreeSet<String> others = new TreeSet<>();

        private void add(long atLine, String inColumn) {
            if (cells == 0) {
                line = atLine;
                column = inColumn;
            } else if (others.size() <= MOST_COLUMNS) {
                others.add(inColumn);
            }
            cells++;
        }

        /** {@code ; likewise in 12 more cells (`id`, `by`)}. */
        private String more() {
            if (cells == 1) {
                return "";
            }
            List<String> shown =
                    others.stream().limit(MOST_COLUMNS).map(UserWords::quoted).toList();
            return ", likewise in " + (cells - 1) + (cells == 2 ? " more cell" : " more cells") + " ("
                    + String.join(", ", shown) + (others.size() > MOST_COLUMNS ? " and others)" : ")");
        }
    }

    public WatchedRows(RowSink sink, boolean blanks) {
        super(sink);
        this.sink = sink;
        this.blanks = blanks;
    }

    @Override
    public boolean columns(List<String> names, long line) {
        columns = names;
        return sink.columns(names, line);
    }

    /** In a line that is taken as a whole there is nothing to tell of. */
    @Override
    public Optional<LineTaker> lines(char separator) {
        return sink.lines(separator);
    }

    @Override
    public void row(Row row) {
        if (row.hasUnseen()) {
            if (unseen.cells == 0) {
                first = signWords(row.firstUnseen());
            }
            row.unseenCells().forEach(cell -> unseen.add(row.line(), name(cell)));
        }
        if (blanks && row.mayHaveBlanks()) {
            for (int i = 0; i < row.cells(); i++) {
                if (row.hasBlankEnds(i)) {
                    ends.add(row.line(), name(i));
                }
            }
        }
        sink.row(row);
    }

    private String name(int cell) {
        return cell < columns.size() ? columns.get(cell) : "";
    }

    private static String signWords(int sign) {
        String name = Character.getName(sign);
        return String.format(Locale.ROOT, "U+%04X", sign) + (name == null ? "" : ", " + name.toLowerCase(Locale.ROOT));
    }

    public void tell(Problems problems) {
        if (unseen.cells > 0) {
            problems.warning(
                    RecordCode.NOT_SEEN,
                    unseen.line,
                    unseen.column,
                    "a sign stands here that cannot be seen (" + first + "); it was left out" + unseen.more(),
                    "",
                    "");
        }
        if (ends.cells > 0) {
            problems.warning(
                    RecordCode.NOT_SEEN,
                    ends.line,
                    ends.column,
                    "blanks stand around what is written here; they were left out" + ends.more(),
                    "",
                    "");
        }
    }
}
