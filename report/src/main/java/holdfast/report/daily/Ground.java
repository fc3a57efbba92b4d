package holdfast.report.daily;

import holdfast.report.ledger.LedgerRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a series of maps shows of the day.
 *
 * @param series what it is called
 * @param last the day of its last map up to the day of the report; empty: it has none
 * @param before the day of the map before that one
 * @param rows of that last day, beside the map before; empty where there is no map of the day itself
 */
public record Ground(String series, Optional<LocalDate> last, Optional<LocalDate> before, List<LedgerRow> rows) {
    public Ground {
        rows = List.copyOf(rows);
    }
}
