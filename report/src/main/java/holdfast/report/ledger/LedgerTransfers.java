package holdfast.report.ledger;

import holdfast.territory.Transfer;
import holdfast.territory.series.Holding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who took from whom, over all days of a ledger: what went to and fro is in both directions. */
final class LedgerTransfers {
    private LedgerTransfers() {}

    /** The greatest first. */
    static List<Transfer> total(List<LedgerRow> rows) {
        Map<Holding, Map<Holding, Double>> sums = new TreeMap<>();
        for (LedgerRow row : rows) {
            for (Transfer transfer : row.gainedFrom()) {
                sums.computeIfAbsent(transfer.to(), t -> new TreeMap<>())
                        .merge(transfer.from(), transfer.km2(), Double::sum);
            }
        }
        List<Transfer> total = new ArrayList<>();
        sums.forEach((to, froms) -> froms.forEach((from, km2) -> total.add(new Transfer(from, to, km2))));
        total.sort((a, b) -> Double.compare(b.km2(), a.km2()));
        return total;
    }

    /** {@code Southland 85.9656; Northland contested 0.5000}. */
    static String cell(List<Transfer> transfers, boolean from) {
        return transfers.stream()
                .map(t -> String.format(Locale.ROOT, "%s %.4f", from ? t.from() : t.to(), t.km2()))
                .collect(Collectors.joining("; "));
    }
}
