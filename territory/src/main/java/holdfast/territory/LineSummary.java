package holdfast.territory;

import java.util.List;
import java.util.Optional;

/**
 * What a series says of a line.
 *
 * @param thresholdKm2 from how much ground on, beyond the line and lasting, the line is breached
 * @param breach the first day on which that much ground beyond it was held, and lasted
 * @param largest the largest pieces taken on one day, greatest first, with what became of them up to the end
 * @param reversed the largest of those that went back within the rule's days
 */
public record LineSummary(
        Line line,
        double thresholdKm2,
        List<Beyond> days,
        Optional<Beyond> breach,
        List<Movement> largest,
        List<Movement> reversed,
        Counts counts) {

    /** Pieces taken beyond the line on one day: how many in all, how many of them were below resolution, and how many were reversed within the rule's days. */
    public record Counts(
            int pieces, double km2, int belowResolution, double belowResolutionKm2, int reversed, double reversedKm2) {}

    public LineSummary {
        days = List.copyOf(days);
        largest = List.copyOf(largest);
        reversed = List.copyOf(reversed);
    }
}
