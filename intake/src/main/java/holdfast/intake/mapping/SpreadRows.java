package holdfast.intake.mapping;

import holdfast.intake.mapping.MappingModel.Spread;
import holdfast.intake.problem.DidYouMean;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.problem.SheetColumns;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.RowSink;
import holdfast.intake.rows.RowsPassedOn;
import holdfast.intake.rows.UnnamedColumns;
import holdfast.intake.value.SumRows;
import holdfast.language.diagnostic.UserWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes rows of columns: of a table with a column for each giver, a row for each good and giver. The other columns are the same in all of them. An empty cell is no row; neither is a line in which all
 * of these cells are empty, except for one row in which the name and the cell are empty, so that it is counted and a rule can say what becomes of it.
 */
final class SpreadRows extends RowsPassedOn {
    private final Spread spread;
    private final RowSink rows;
    private final Problems ofMapping;
    private final Problems ofFile;
    private final Row one = new Row();

    private List<String> columns = List.of();
    private int first;
    private int last;
    private long all;
    /** How many rows have a number in the column before the first, and behind the last. */
    private long numbersBefore;

    private long numbersBehind;

    SpreadRows(Spread spread, RowSink rows, Problems ofMapping, Problems ofFile) {
        super(rows);
        this.spread = spread;
        this.rows = rows;
        this.ofMapping = ofMapping;
        this.ofFile = ofFile;
    }

    @Override
    public boolean columns(List<String> header, long line) {
        columns = UnnamedColumns.named(header);
        first = place(spread.from());
        last = place(spread.to());
        if (first < 0 || last < 0) {
            return false;
        }
        if (last < first) {
            error(
                    RecordCode.MAPPING_COLUMN,
                    UserWords.quoted(spread.to()) + " stands before " + UserWords.quoted(spread.from()),
                    "the first column and then the last, as they stand in the file",
                    "");
            return false;
        }
        List<String> others = new ArrayList<>(columns);
        others.subList(first, last + 1).clear();
        for (String name : List.of(spread.name(), spread.cell())) {
            if (others.contains(name)) {
                error(
                        RecordCode.MAPPING_COLUMN,
                        "the file has a column " + UserWords.quoted(name) + " already",
                        "a name that no column has",
                        "");
                return false;
            }
            others.add(name);
        }
        return rows.columns(others, line);
    }

    private int place(String column) {
        int place = columns.indexOf(column);
        if (place < 0) {
            error(
                    RecordCode.MAPPING_COLUMN,
                    "the file has no column " + UserWords.quoted(column),
                    "",
                    DidYouMean.heading(column, columns, "there are"));
        }
        return place;
    }

    private void error(RecordCode code, String found, String expected, String mend) {
        ofMapping.error(code, spread.line(), "", found, expected, mend);
    }

    @Override
    public void row(Row row) {
        all++;
        numbersBefore += hasNumber(row, first - 1) ? 1 : 0;
        numbersBehind += hasNumber(row, last + 1) ? 1 : 0;
        boolean none = true;
        for (int cell = first; cell <= last; cell++) {
            if (row.isUnreadable(cell) || !row.isBlank(cell)) {
                none = false;
                take(row, columns.get(cell), cell);
            }
        }
        if (none) {
            take(row, "", -1);
        }
    }

    private static boolean hasNumber(Row row, int cell) {
        return cell >= 0
                && cell < row.cells()
                && !row.isUnreadable(cell)
                && row.fresh(cell).matches("-?[0-9]+([.,][0-9]+)?");
    }

    /**
     * Tells, when all rows have been read, of columns beside these that look like them: another edition has one more.
     *
     * @param reads whether the mapping reads a column otherwise
     */
    void tellNeighbours(Predicate<String> reads) {
        if (numbersBefore * 2 > all) {
            tellNeighbour(first - 1, "before", spread.from(), reads);
        }
        if (numbersBehind * 2 > all) {
            tellNeighbour(last + 1, "behind", spread.to(), reads);
        }
    }

    private void tellNeighbour(int place, String side, String beside, Predicate<String> reads) {
        String column = columns.get(place);
        if (reads.test(column) || SumRows.isSum(column) || SheetColumns.isUnnamed(column)) {
            return;
        }
        ofMapping.warning(
                RecordCode.COLUMN_BESIDE,
                spread.line(),
                "",
                UserWords.quoted(column) + " stands right " + side + " " + UserWords.quoted(beside)
                        + " and has numbers, too: it is not read",
                "",
                "if it is one of them, begin or end with it: `each column from ... to ...`");
    }

    private void take(Row row, String name, int cell) {
        int others = columns.size() - (last - first + 1);
        one.begin(row.line(), others + 2);
        for (int i = 0; i < others; i++) {
            one.take(i, row, i < first ? i : i + (last - first + 1));
        }
        one.set(others, name);
        if (cell >= 0) {
            one.take(others + 1, row, cell);
        }
        one.part(name);
        ofFile.columnsMadeOf(Set.of(spread.name(), spread.cell()), name);
        rows.row(one);
        ofFile.columnsMadeOf(Set.of(), "");
    }
}
