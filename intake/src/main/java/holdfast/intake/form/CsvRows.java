package holdfast.intake.form;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import holdfast.intake.rows.Row;
import holdfast.intake.rows.RowSink;
import holdfast.intake.rows.TextPool;
import holdfast.intake.text.UnreadableText;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table in RFC 4180. */
final class CsvRows {
    private final TableForm form;
    private boolean firstIsNone;

    CsvRows(TableForm form) {
        this.form = form;
    }

    void read(Reader text, Problems problems, RowSink sink) {
        try (text) {
            Separator.Found found = Separator.find(text, form.headerFrom());
            firstIsNone = found.said();
            char separator = form.separator() == 0 ? found.separator() : form.separator();
            // Where cells are not separated by commas, a comma may well be for decimals.
            sink.numbers(form.numbers().inDoubt(separator != ','));
            read(found.text(), separator, problems, sink);
        } catch (UnreadableText e) {
            e.tell(problems);
        } catch (IOException e) {
            problems.error(RecordCode.CANNOT_BE_OPENED, 0, "", "reading failed", "", "");
        }
    }

    private void read(Reader text, char separator, Problems problems, RowSink sink) {
        Cells cells = new Cells();
        try (Rows rows = new Rows(text, separator, cells)) {
            readAll(rows, problems, sink);
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            cells.explain(e).tell(problems);
        }
    }

    private void readAll(Rows rows, Problems problems, RowSink sink) throws IOException {
        if (!form.columns().isEmpty()) {
            if (sink.columns(form.columns(), 0)) {
                body(rows, form.columns().size(), problems, sink);
            }
            return;
        }
        HeaderRows header = new HeaderRows(form);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            if (firstIsNone && row.line() == 1 || header.isAbove(row.line())) {
                continue;
            }
            if (sink.skips(row.line())) {
                sink.skipped(row.line());
                continue;
            }
            long line = row.line();
            if (form.headerFrom() > 0 && line > form.headerTo()) {
                break;
            }
            int cells = row.cells();
            if (header.take(names(row), line)) {
                List<String> names = HeaderRows.toldApart(padded(header.names(), cells), sink);
                if (!HeaderRows.namedTwice(names, problems, line) && sink.columns(names, line)) {
                    body(rows, names.size(), problems, sink);
                }
                return;
            }
        }
        HeaderRows.tellNone(problems, form);
    }

    /** A table has a cell for each column, also where the last have no name. */
    private static List<String> padded(List<String> names, int cells) {
        List<String> all = new ArrayList<>(names);
        while (all.size() < cells) {
            all.add("");
        }
        return all;
    }

    private static void body(Rows rows, int columns, Problems problems, RowSink sink) throws IOException {
        rows.plain.handTo(sink.lines(rows.separator).orElse(null));
        for (Row row = rows.next(); row != null; row = rows.next()) {
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

    private static List<String> names(Row row) {
        List<String> names = new ArrayList<>();
        TextPool pool = new TextPool();
        for (int i = 0; i < row.cells(); i++) {
            names.add(row.trimmed(i, pool));
        }
        return names;
    }

    private static void tellCells(Row row, int columns, Problems problems) {
        problems.error(
                RecordCode.WRONG_NUMBER_OF_CELLS,
                row.line(),
                "",
                row.cells() + (row.cells() == 1 ? " cell" : " cells"),
                columns + ", one for each column of the header",
                columns == 1
                        ? "if a title stands above the table, the mapping says where its header is: `header is row 3`"
                        : row.cells() > columns
                                ? "put a cell that holds a comma between quotes"
                                : "a quote or a comma may be missing on this line or the one before");
    }

    /** The rows, plain ones first; from the first on that is otherwise, the parser reads. */
    private static final class Rows implements AutoCloseable {
        private final PlainRows plain;
        private final char separator;
        private final Cells cells;
        private @Nullable CsvReader<Row> csv;
        private @Nullable CloseableIterator<Row> parsed;

        Rows(Reader text, char separator, Cells cells) {
            plain = new PlainRows(text, separator);
            this.separator = separator;
            this.cells = cells;
        }

        /** The next row, lent; null where there is none. */
        @Nullable
        Row next() throws IOException {
            if (parsed == null) {
                Row row = plain.next();
                if (row != null || !plain.isOdd()) {
                    return row;
                }
                parsed = parser().iterator();
            }
            return parsed.hasNext() ? parsed.next() : null;
        }

        private CsvReader<Row> parser() {
            cells.above = plain.line() - 1;
            csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(Row.LONGEST)
                    .build(cells, plain.rest());
            return csv;
        }

        @Override
        public void close() throws IOException {
            if (csv != null) {
                csv.close();
            }
        }
    }

    /** Copies the cells of each row into one that is used again. */
    private static final class Cells extends AbstractBaseCsvCallbackHandler<Row> {
        private final Row row = new Row();
        /** Lines that others have read. */
        private long above;

        @Override
        protected void handleBegin(long line) {
            row.begin(above + line);
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
                    RecordCode.TOO_LONG,
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
                        RecordCode.ENDS_IN_THE_MIDDLE,
                        row.line(),
                        "the file ends inside a quoted cell of the row that begins here",
                        "a closing quote",
                        "the end of the file is missing, or a quote is");
            }
            if (failure instanceof CsvParseException) {
                return new UnreadableText(
                        RecordCode.BROKEN_TEXT,
                        row.line(),
                        "something stands between a closing quote and the next comma",
                        "",
                        "write a quote inside a quoted cell twice");
            }
            return new UnreadableText(RecordCode.CANNOT_BE_OPENED, 0, "reading failed", "", "");
        }
    }
}
