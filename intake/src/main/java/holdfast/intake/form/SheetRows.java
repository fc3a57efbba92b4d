package holdfast.intake.form;

import holdfast.intake.form.SheetLayout.Merged;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.problem.SheetColumns;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.RowSink;
import holdfast.intake.value.SignsOfCells;
import holdfast.language.diagnostic.UserWords;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of one sheet, of whatever program. */
final class SheetRows {
    private final String name;
    private final SheetLayout layout;
    private final HiddenCells hidden = new HiddenCells();
    /** What stands in the first of merged cells. */
    private final Map<Merged, String> shownInMerged = new HashMap<>();

    private final TableForm form;
    private final Problems problems;
    private final RowSink sink;
    private final HeaderRows header;
    private final Row row = new Row();
    private List<String> columns = List.of();
    private boolean open;
    private boolean stopped;
    private boolean aside;
    private long firstBeyond;

    /** @param name of the sheet */
    SheetRows(String name, SheetLayout layout, TableForm form, Problems problems, RowSink sink) {
        this.name = name;
        this.layout = layout;
        this.form = form;
        this.problems = problems;
        this.sink = sink;
        this.header = new HeaderRows(form);
        if (!name.isEmpty()) {
            problems.onSheet(name, form.columns());
        }
        if (!form.columns().isEmpty()) {
            columns = form.columns();
            open = true;
            stopped = !sink.columns(columns, 0);
        }
    }

    /** Before a text, not a number, that could be a number with decimals or a thousand and more: {@code 1.000}. */
    static final String IN_DOUBT = "\0?";

    /** Before a number that is shown as a percentage. */
    static final String PERCENT = "\0%";

    /** In place of the result of a formula that no program has reckoned: other programs write workbooks too. */
    static final String NOT_RECKONED = "=\0";

    /** What a formula that failed shows. */
    static boolean isError(String text) {
        return text.matches("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)|Err:[0-9]{3}");
    }

    /** Takes the cells of a row, from the left on; false if no more are wanted. */
    boolean take(long number, String[] cells) {
        if (stopped) {
            return false;
        }
        if (Arrays.stream(cells).allMatch(String::isBlank)) {
            return true;
        }
        keepMerged(number, cells);
        if (sink.skips(number)) {
            sink.skipped(number);
        } else if (!open) {
            header(number, cells);
        } else {
            body(number, cells);
        }
        return !stopped;
    }

    private void header(long number, String[] cells) {
        if (header.isAbove(number)) {
            return;
        }
        List<String> names = Arrays.stream(cells)
                .map(SheetRows::unmarked)
                .map(SignsOfCells::cleaned)
                .map(String::strip)
                .toList();
        boolean last = header.take(names, number);
        boolean beyond = form.headerFrom() > 0 && number > form.headerTo();
        if (!last) {
            return;
        }
        if (header.isEmpty()) {
            HeaderRows.tellNone(problems, form);
            stopped = true;
            return;
        }
        columns = HeaderRows.toldApart(header.names(), sink);
        problems.onSheet(name, columns);
        open = true;
        stopped = HeaderRows.namedTwice(columns, problems, number) || !sink.columns(columns, number);
        if (beyond && !stopped) {
            body(number, cells);
        }
    }

    private void body(long number, String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i >= columns.size()) {
                if (!cells[i].isBlank() && !aside(number, i, cells[i])) {
                    return;
                }
                continue;
            }
            if (isUnreadable(cells[i]) && !sink.readsOnlyWhatItNeeds()) {
                refuse(RecordCode.BROKEN_TEXT, number, columns.get(i), found(cells[i]), "a value", mend(cells[i]));
                return;
            }
        }
        row.begin(number, columns.size());
        for (int i = 0; i < Math.min(cells.length, columns.size()); i++) {
            if (isUnreadable(cells[i])) {
                row.unreadable(i, found(cells[i]), mend(cells[i]));
            } else if (!cells[i].isEmpty() && !row.set(i, unmarked(cells[i]))) {
                refuse(RecordCode.TOO_LONG, number, "", "this row is longer than a megabyte", "", "");
                return;
            }
            if (cells[i].startsWith(IN_DOUBT)) {
                row.markInDoubt(i);
            } else if (cells[i].startsWith(PERCENT)) {
                row.markPercent(i);
            }
        }
        merged(number, cells);
        hidden.read(number, layout);
        sink.row(row);
    }

    private static String unmarked(String cell) {
        return cell.startsWith(IN_DOUBT) || cell.startsWith(PERCENT) ? cell.substring(2) : cell;
    }

    /** What is merged with a cell further up shows what stands there, and holds nothing. */
    private void merged(long number, String[] cells) {
        for (Merged above : layout.from(number)) {
            String shown = shownInMerged.getOrDefault(above, "");
            for (int i = above.firstColumn(); i <= Math.min(above.lastColumn(), columns.size() - 1); i++) {
                if (!shown.isEmpty() && (i >= cells.length || cells[i].isBlank())) {
                    row.unreadable(
                            i,
                            "this cell is merged with "
                                    + SheetColumns.letters(above.firstColumn()) + above.firstRow() + ", where "
                                    + UserWords.quoted(shown) + " stands, and holds nothing itself",
                            "split the cells in the sheet and fill in each; or say it in the mapping: `row " + number
                                    + " reads COLUMN as \"" + shown + "\"`");
                }
            }
        }
    }

    /** Keeps what stands in the first of merged cells, for the rows below. */
    private void keepMerged(long number, String[] cells) {
        for (Merged of : layout.beginningIn(number)) {
            String shown = of.firstColumn() < cells.length
                    ? unmarked(cells[of.firstColumn()]).strip()
                    : "";
            shownInMerged.put(of, shown);
        }
    }

    private static boolean isUnreadable(String cell) {
        return cell.equals(NOT_RECKONED) || isError(cell);
    }

    private static String found(String cell) {
        return cell.equals(NOT_RECKONED)
                ? "the formula here has no result: no spreadsheet program has reckoned it yet"
                : "the formula here has failed: " + UserWords.quoted(cell);
    }

    private static String mend(String cell) {
        return cell.equals(NOT_RECKONED)
                ? "open the workbook in Excel or LibreOffice and save it again"
                : "mend it in the sheet";
    }

    /** Notes and sums beside a table have no column; in somebody else's workbook they are left, and that is said once. */
    private boolean aside(long number, int place, String cell) {
        String column = SheetColumns.unnamed(place);
        String found = UserWords.quoted(cell) + " stands to the right of the last column that has a name";
        boolean title = columns.stream().filter(c -> !c.isEmpty()).count() <= 1;
        firstBeyond = firstBeyond == 0 ? number : firstBeyond;
        String further = "if a title stands above the table, the mapping says where its header is: `header is row "
                + firstBeyond + "`";
        if (form.equals(TableForm.OWN)) {
            refuse(
                    RecordCode.WRONG_NUMBER_OF_CELLS,
                    number,
                    column,
                    found,
                    "",
                    title ? further : "give the column a name, or empty the cell");
            return false;
        }
        if (!aside) {
            aside = true;
            problems.warning(
                    RecordCode.WRONG_NUMBER_OF_CELLS,
                    number,
                    column,
                    found + ": nothing is read there, in this row or in others",
                    "",
                    title ? further : "if it belongs to the table, give the column a name");
        }
        return true;
    }

    private void refuse(RecordCode code, long number, String column, String found, String expected, String mend) {
        problems.error(code, number, column, found, expected, mend);
        sink.broken(number);
    }

    void end() {
        if (!open && !stopped) {
            HeaderRows.tellNone(problems, form);
        }
        hidden.tell(layout, columns, problems);
    }
}
