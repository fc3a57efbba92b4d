package holdfast.territory;

import java.util.List;
import java.util.Optional;

/**
 * What a series says of a line.
 *
 * @param thresholdKm2 from how much ground on, beyond the line and lasting, the line is breached
 * @param breach the first day on which that much ground beyond it was held, and lasted
 * @param largest the largest pieces taken on one day, greatest first
 */
public record LineSummary(
        Line line,
        double thresholdKm2,
        List<Beyond> days,
        Optional<Beyond> breach,
        List<Movement> largest,
        Counts counts) {

    /** Pieces taken beyond the line on one day: how many in all, and how many of them were below resolution. */
    public record Counts(int pieces, double km2, int belowResolution, double belowResolutionKm2) {}

    public LineSummary {
        days = List.copyOf(days);
        largest = List.copyOf(largest);
    }
}
