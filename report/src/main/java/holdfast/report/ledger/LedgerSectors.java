package holdfast.report.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The rows of a ledger by account, for the sectors that were asked for: from the first map to the last. */
final class LedgerSectors {
    private LedgerSectors() {}

    record Sum(
            String sector,
            String side,
            OptionalDouble firstKm2,
            OptionalDouble lastKm2,
            double gainedKm2,
            double lostKm2,
            double lastingKm2,
            double errorKm2) {

        private Sum plus(LedgerRow row) {
            return new Sum(
                    sector,
                    side,
                    firstKm2,
                    row.km2(),
                    gainedKm2 + row.gainedKm2(),
                    lostKm2 + row.lostKm2(),
                    lastingKm2 + row.lastingGainKm2() - row.lastingLossKm2(),
                    errorKm2 + row.gainedErrorKm2() + row.lostErrorKm2());
        }
    }

    static List<Sum> of(List<LedgerRow> rows) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (LedgerRow row : rows) {
            if (!row.sector().isEmpty()) {
                String side = row.side() + (row.kind().equals("held") ? "" : " " + row.kind());
                sums.compute(
                        row.account(),
                        (key, sum) -> (sum == null
                                        ? new Sum(row.sector(), side, row.km2(), row.km2(), 0, 0, 0, 0)
                                        : sum)
                                .plus(row));
            }
        }
        return List.copyOf(sums.values());
    }
}
