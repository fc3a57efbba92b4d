package holdfast.cli.record;

import holdfast.record.ingest.ImportReport;

/** What becomes of a row, in a line. */
final class Rows {
    private Rows() {}

    /** {@code reports.csv:12  a12  new: entry 7}. */
    static String text(ImportReport.Row row) {
        String where = row.line() == 0
                ? row.file().isEmpty() ? "maps" : row.file() + " has it no more"
                : row.file() + ":" + row.line();
        return where + "  " + row.id() + "  "
                + switch (row.fate()) {
                    case ADDED -> "new: entry " + row.entry();
                    case THERE -> "there already: entry " + row.entry();
                };
    }
}
