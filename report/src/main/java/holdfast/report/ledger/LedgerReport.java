package holdfast.report.ledger;

import holdfast.territory.Territory;
import holdfast.territory.series.SeriesRules;
import java.util.Comparator;
import java.util.List;

/**
 * What is known of a series, to be shown.
 *
 * @param name of the series, as it was asked for
 * @param rows by day, then by side, class and sector
 * @param remarks about maps: what was mended or left out
 * @param version of Holdfast
 */
public record LedgerReport(
        String name,
        SeriesRules rules,
        Territory territory,
        List<LedgerRow> rows,
        List<String> remarks,
        String version) {
    public LedgerReport {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /** Who draws the maps; the series' own name where nobody said. */
    public String source() {
        return rules.source().isEmpty() ? name : rules.source();
    }

    /** How areas and differences are come by. */
    public static final String METHOD = "geodesic on WGS84; edges are geodesics between the positions of the map";

    /** From which day on it is not known yet what lasts, as a sentence; empty where it is known of all days. */
    String lastingUnknown() {
        return rows.stream()
                .filter(r -> !r.settled())
                .map(LedgerRow::date)
                .min(Comparator.naturalOrder())
                .map(day -> " From " + day + " on it is not known yet: no map is of " + rules.persistenceDays()
                        + (rules.persistenceDays() == 1 ? " day" : " days") + " later.")
                .orElse("");
    }
}
