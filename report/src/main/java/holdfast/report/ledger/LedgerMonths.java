package holdfast.report.ledger;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a ledger by account and calendar month. A change counts in the month of the first map that shows it. */
final class LedgerMonths {
    private LedgerMonths() {}

    record Month(
            String account,
            YearMonth month,
            int maps,
            double gainedKm2,
            double lostKm2,
            double lastingGainKm2,
            double lastingLossKm2,
            double errorKm2) {

        private Month plus(LedgerRow row) {
            return new Month(
                    account,
                    month,
                    maps + 1,
                    gainedKm2 + row.gainedKm2(),
                    lostKm2 + row.lostKm2(),
                    lastingGainKm2 + row.lastingGainKm2(),
                    lastingLossKm2 + row.lastingLossKm2(),
                    errorKm2 + row.gainedErrorKm2() + row.lostErrorKm2());
        }
    }

    static List<Month> of(List<LedgerRow> rows) {
        Map<String, Month> months = new LinkedHashMap<>();
        for (LedgerRow row : rows) {
            YearMonth month = YearMonth.from(row.date());
            months.compute(
                    row.account() + " " + month,
                    (key, m) -> (m == null ? new Month(row.account(), month, 0, 0, 0, 0, 0, 0) : m).plus(row));
        }
        return List.copyOf(months.values());
    }
}
