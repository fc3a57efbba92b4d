package holdfast.record;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows of a table in RFC 4180. */
final class CsvRows {
    private final char separator;
    private final List<String> givenColumns;

    /** @param givenColumns the columns of a file without a header line; otherwise empty */
    CsvRows(char separator, List<String> givenColumns) {
        this.separator = separator;
        this.givenColumns = List.copyOf(givenColumns);
    }

    void read(Reader text, Problems problems, RowSink sink) {
        Cells cells = new Cells();
        try (CsvReader<Row> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(Row.LONGEST)
                .build(cells, text)) {
            readAll(csv.iterator(), problems, sink);
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            cells.explain(e).tell(problems);
        }
    }

    private void readAll(CloseableIterator<Row> rows, Problems problems, RowSink sink) {
        int columns = givenColumns.isEmpty() ? header(rows, problems, sink) : givenColumns.size();
        if (columns == 0 || !givenColumns.isEmpty() && !sink.columns(givenColumns, 0)) {
            return;
        }
        while (rows.hasNext()) {
            Row row = rows.next();
            if (sink.skips(row.line())) {
                sink.skipped(row.line());
            } else if (row.cells() == columns) {
                sink.row(row);
            } else {
                tellCells(row, columns, problems);
                sink.broken(row.line());
            }
        }
    }

    /** The number of columns; 0 if the header is no good. */
    private static int header(CloseableIterator<Row> rows, Problems problems, RowSink sink) {
        while (rows.hasNext()) {
            Row row = rows.next();
            if (sink.skips(row.line())) {
                sink.skipped(row.line());
                continue;
            }
            List<String> header = header(row);
            return namedTwice(header, problems, row.line()) || !sink.columns(header, row.line()) ? 0 : header.size();
        }
        problems.error(ProblemCode.EMPTY_FILE, 0, "", "the file is empty", "a header line and rows", "");
        return 0;
    }

    private static List<String> header(Row row) {
        List<String> names = new ArrayList<>();
        TextPool pool = new TextPool();
        for (int i = 0; i < row.cells(); i++) {
            names.add(row.trimmed(i, pool));
        }
        return names;
    }

    private static boolean namedTwice(List<String> header, Problems problems, long line) {
        Set<String> seen = new HashSet<>();
        boolean twice = false;
        for (String name : header) {
            if (!name.isEmpty() && !seen.add(name)) {
                twice = true;
                problems.error(
                        ProblemCode.NAMED_TWICE, 1, name, "two columns have this name", "", "rename one of them");
            }
        }
        return twice;
    }

    private static void tellCells(Row row, int columns, Problems problems) {
        problems.error(
                ProblemCode.WRONG_NUMBER_OF_CELLS,
                row.line(),
                "",
                row.cells() + (row.cells() == 1 ? " cell" : " cells"),
                columns + ", one for each column of the header",
                row.cells() > columns
                        ? "put a cell that holds a comma between quotes"
                        : "a quote or a comma may be missing on this line or the one before");
    }

    /** Copies the cells of each row into one that is used again. */
    private static final class Cells extends AbstractBaseCsvCallbackHandler<Row> {
        private final Row row = new Row();

        @Override
        protected void handleBegin(long line) {
            row.begin(line);
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (!row.add(buffer, offset, length)) {
                throw new UncheckedIOException(tooLong(row.line()));
            }
        }

        @Override
        protected Row buildRecord() {
            return row;
        }

        private static UnreadableText tooLong(long line) {
            return new UnreadableText(
                    ProblemCode.TOO_LONG,
                    line,
                    "the row that begins here is longer than a megabyte",
                    "",
                    "a quote may be missing: everything up to the next quote is one cell");
        }

        /** What the parser's exception means. The row in which it happened begins after the last one that was begun or is it. */
        UnreadableText explain(Exception failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof UnreadableText known) {
                    return known;
                }
            }
            String said = String.valueOf(failure.getMessage()) + failure.getCause();
            if (said.contains("buffer")) {
                return tooLong(row.line());
            }
            if (said.contains("nclosed") || said.contains("nterminated") || said.contains("not closed")) {
                return new UnreadableText(
                        ProblemCode.ENDS_IN_THE_MIDDLE,
                        row.line(),
                        "the file ends inside a quoted cell of the row that begins here",
                        "a closing quote",
                        "the end of the file is missing, or a quote is");
            }
            if (failure instanceof CsvParseException) {
                return new UnreadableText(
                        ProblemCode.BROKEN_TEXT,
                        row.line(),
                        "something stands between a closing quote and the next comma",
                        "",
                        "write a quote inside a quoted cell twice");
            }
            return new UnreadableText(ProblemCode.CANNOT_BE_OPENED, 0, "reading failed", "", "");
        }
    }
}
