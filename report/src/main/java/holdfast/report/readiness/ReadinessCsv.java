package holdfast.report.readiness;

import holdfast.intake.rows.SafeCell;
import holdfast.report.readiness.Sheet.Cell;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** One table of a ledger as CSV (RFC 4180), safe to open in a spreadsheet. */
public final class ReadinessCsv {
    private ReadinessCsv() {}

    public static void write(Sheet sheet, PrintWriter out) {
        line(sheet.columns(), out);
        sheet.rows().forEach(row -> line(row.stream().map(ReadinessCsv::text).toList(), out));
    }

    private static void line(List<String> cells, PrintWriter out) {
        out.print(cells.stream().map(ReadinessCsv::quoted).collect(Collectors.joining(",")));
        out.print("\r\n");
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Words(String text) -> SafeCell.guarded(text);
            case Cell.Amount(var number) ->
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case Cell.Day(var date) -> date.toString();
            case Cell.Nothing() -> "";
        };
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
