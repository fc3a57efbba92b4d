package holdfast.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a series says of a line.
 *
 * @param thresholdKm2 from how much ground on, beyond the line and lasting, the line is breached
 * @param breach the first day on which that much ground beyond it was held, and lasted
 * @param ifItStays where there is no breach: the first day of which the line is breached if what was held from then up to the last map stays
 * @param largest the largest pieces taken on one day, greatest first, with what became of them up to the end
 * @param reversed the largest of those that went back within the rule's days
 */
public record LineSummary(
        Line line,
        double thresholdKm2,
        List<Beyond> days,
        Optional<Beyond> breach,
        Optional<Beyond> ifItStays,
        List<Movement> largest,
        List<Movement> reversed,
        Counts counts) {
    private static final double ROUNDING_KM2 = 1e-4;

    /** Pieces taken beyond the line on one day: how many in all, how many of them were below resolution, and how many were reversed within the rule's days. */
    public record Counts(
            int pieces, double km2, int belowResolution, double belowResolutionKm2, int reversed, double reversedKm2) {}

    /** How much of what counts on the last map has not lasted yet, in km2. */
    public double notYetLastingKm2() {
        return days.isEmpty() || days.getLast().known().isPresent()
                ? 0
                : Math.max(0, days.getLast().soFarKm2() - lastingKm2());
    }

    /** The first day since which some of that was held. */
    public Optional<LocalDate> notYetLastingSince() {
        return days.stream()
                .filter(d -> d.known().isEmpty() && d.soFarKm2() > lastingKm2() + ROUNDING_KM2)
                .map(Beyond::date)
                .findFirst();
    }

    /** What lasted, on the last day of which that is known. */
    private double lastingKm2() {
        return days.reversed().stream()
                .filter(d -> d.known().isPresent())
                .findFirst()
                .map(d -> d.lastingKm2().orElse(0))
                .orElse(0.0);
    }

    public LineSummary {
        days = List.copyOf(days);
        largest = List.copyOf(largest);
        reversed = List.copyOf(reversed);
    }
}
