package holdfast.report.ledger;

import holdfast.intake.rows.SafeCell;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A ledger as a table (RFC 4180), safe to open in a spreadsheet: one row for each day and side, and for each class and sector where there are any. */
public final class LedgerCsv {
    private LedgerCsv() {}

    public static void write(LedgerReport report, PrintWriter out) {
        out.print("date,side,area_km2,gained_km2,lost_km2,net_km2,area_error_km2,gained_error_km2,lost_error_km2,"
                + "gained_lasting_km2,lost_lasting_km2,pieces,pieces_below_resolution,answer,reason,class,sector,"
                + "days_since_map,source,method,map,sha256,gained_from,lost_to\r\n");
        for (LedgerRow r : report.rows()) {
            out.print(String.join(
                    ",",
                    List.of(
                            r.date().toString(),
                            text(r.side()),
                            number(r.km2()),
                            number(r.gainedKm2()),
                            number(r.lostKm2()),
                            number(r.netKm2()),
                            number(r.errorKm2()),
                            number(r.gainedErrorKm2()),
                            number(r.lostErrorKm2()),
                            r.settled() ? number(r.lastingGainKm2()) : "",
                            r.settled() ? number(r.lastingLossKm2()) : "",
                            String.valueOf(r.counted()),
                            String.valueOf(r.small()),
                            text(r.answer()),
                            text(r.reason()),
                            text(r.kind()),
                            text(r.sector()),
                            String.valueOf(r.daysSinceMap()),
                            text(report.source()),
                            text(LedgerReport.METHOD),
                            text(r.file()),
                            r.sha256(),
                            text(LedgerTransfers.cell(r.gainedFrom(), true)),
                            text(LedgerTransfers.cell(r.lostTo(), false)))));
            out.print("\r\n");
        }
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() ? number(number.getAsDouble()) : "";
    }

    /** To a tenth of a square metre times a thousand: four decimals of a km2. */
    private static String number(double number) {
        String text = String.format(Locale.ROOT, "%.4f", number);
        return text.equals("-0.0000") ? "0.0000" : text;
    }

    private static String text(String said) {
        String text = SafeCell.guarded(said);
        return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
