package holdfast.territory;

import holdfast.territory.series.SeriesRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One day of a line.
 *
 * @param km2 the ground beyond the line that the side holds on this day
 * @param pieces of how many connected pieces it is
 * @param takenKm2 ground beyond the line that the side gained since the map before
 * @param givenKm2 and lost
 * @param lostKm2 ground on the side's own side of the line that it does not hold
 * @param lastingKm2 what of {@code km2} counts: pieces larger than the rule asks, held without a break for the rule's days from this one on; empty where the maps end before that is
 *     known
 * @param lastingPieces the pieces that count, greatest first
 * @param known the day of the map by which {@code lastingKm2} was known
 * @param soFar where that is not known yet: the pieces that count, held without a break from this day up to the last map
 */
public record Beyond(
        LocalDate date,
        Optional<LocalDate> before,
        double km2,
        int pieces,
        double takenKm2,
        double givenKm2,
        double lostKm2,
        OptionalDouble lastingKm2,
        List<Patch> lastingPieces,
        Optional<LocalDate> known,
        List<Patch> soFar) {
    public Beyond {
        soFar = List.copyOf(soFar);
        lastingPieces = List.copyOf(lastingPieces);
    }

    /** In km2: what counts and was held from this day up to the last map, where the maps end before it could last. */
    public double soFarKm2() {
        return Counting.km2(soFar);
    }

    /** How far {@code lastingKm2} may be off. */
    public double lastingErrorKm2(SeriesRules rules) {
        return lastingPieces.stream().mapToDouble(p -> p.errorKm2(rules)).sum();
    }
}
