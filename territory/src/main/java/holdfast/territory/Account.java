package holdfast.territory;

import holdfast.territory.series.Holding;
import holdfast.territory.series.SeriesRules;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What one side, or one class of its ground, gained and lost from the map before to this one: in all, or in one sector.
 *
 * @param sector empty: everywhere
 * @param km2 the area at the end; empty for a side that holds what no map shows
 * @param errorKm2 how far that area may be off, in km2: the resolution times the length of all borders; empty where that is not known
 * @param lastingGainKm2 by how much the lasting ground grew on this day ({@link LastingGround}); {@code lastingLossKm2}: shrank
 * @param settled whether it is known what lasts; before that, both are 0
 */
public record Account(
        Holding holding,
        String sector,
        OptionalDouble km2,
        OptionalDouble errorKm2,
        List<Share> gained,
        List<Share> lost,
        double lastingGainKm2,
        double lastingLossKm2,
        boolean settled,
        SeriesRules rules) {

    /** What of a movement lies in the account's sector, in km2. */
    public record Share(Movement movement, double km2, double perimeterKm) {}

    public Account {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    public double gainedKm2() {
        return sum(gained);
    }

    public double lostKm2() {
        return sum(lost);
    }

    /** Gained less lost. */
    public double netKm2() {
        return gainedKm2() - lostKm2();
    }

    public double gainedErrorKm2() {
        return error(gained);
    }

    public double lostErrorKm2() {
        return error(lost);
    }

    Account lasting(double gainKm2, double lossKm2) {
        return new Account(holding, sector, km2, errorKm2, gained, lost, gainKm2, lossKm2, true, rules);
    }

    /** The answer in two or three words. */
    public String answer() {
        if (gained.isEmpty() && lost.isEmpty()) {
            return "unchanged";
        }
        boolean all = all(Movement.Standing.BELOW_RESOLUTION);
        return all ? "below resolution" : all(Movement.Standing.REVERSED) ? "reversed" : "changed";
    }

    /** Why, where the answer is that nothing counts; otherwise empty. */
    public String reason() {
        if (!answer().equals("below resolution")) {
            return "";
        }
        Share largest = Stream.concat(gained.stream(), lost.stream())
                .max(Comparator.comparingDouble(Share::km2))
                .orElseThrow();
        int pieces = gained.size() + lost.size();
        return (pieces == 1 ? "its one piece: " : "the largest of its " + pieces + " pieces: ")
                + largest.movement().reason();
    }

    private boolean all(Movement.Standing standing) {
        return Stream.concat(gained.stream(), lost.stream())
                .allMatch(s -> s.movement().standing() == standing
                        || s.movement().standing() == Movement.Standing.BELOW_RESOLUTION);
    }

    private static double sum(List<Share> shares) {
        return shares.stream().mapToDouble(Share::km2).sum();
    }

    private double error(List<Share> shares) {
        return shares.stream().mapToDouble(Share::perimeterKm).sum() * rules.resolutionMetres() / 1000;
    }
}
