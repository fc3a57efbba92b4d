package holdfast.report.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Days on which much more changed hands than is usual: the maps may have been corrected or redrawn, and not the ground. A jump is {@value #LEAST_KM2} km2 or more, gained or lost, for each
 * day since the map before, and {@value #TIMES} times the median of all days of that account or more. Series of fewer than {@value #LEAST_MAPS} maps have no usual day.
 */
public final class LedgerJumps {
    private static final double LEAST_KM2 = 10;
    private static final double TIMES = 10;
    private static final int LEAST_MAPS = 8;

    private LedgerJumps() {}

    /** In words, in order of day. */
    public static List<String> of(List<LedgerRow> rows) {
        Map<String, List<LedgerRow>> accounts = new LinkedHashMap<>();
        rows.stream()
                .filter(r -> r.sector().isEmpty() && r.daysSinceMap() > 0)
                .forEach(r -> accounts.computeIfAbsent(r.account(), a -> new ArrayList<>())
                        .add(r));
        List<String> jumps = new ArrayList<>();
        accounts.forEach((account, its) -> {
            if (its.size() + 1 >= LEAST_MAPS && its.getFirst().km2().isPresent()) {
                double usual = usual(its);
                for (LedgerRow row : its) {
                    jump(row, "gained", row.gainedKm2(), usual, jumps);
                    jump(row, "lost", row.lostKm2(), usual, jumps);
                }
            }
        });
        jumps.sort(null);
        return jumps;
    }

    private static double usual(List<LedgerRow> rows) {
        double[] changes = rows.stream()
                .mapToDouble(r -> (r.gainedKm2() + r.lostKm2()) / r.daysSinceMap())
                .sorted()
                .toArray();
        return Arrays.stream(changes).skip(changes.length / 2).findFirst().orElse(0);
    }

    private static void jump(LedgerRow row, String what, double km2, double usual, List<String> jumps) {
        double daily = km2 / row.daysSinceMap();
        if (daily >= LEAST_KM2 && daily >= TIMES * usual) {
            jumps.add(String.format(
                    Locale.ROOT,
                    "%s: %s %s %.1f km2 from one map to the next, where %.1f km2 change hands on a usual day: a jump. Look"
                            + " whether the source says that it corrected its map",
                    row.date(),
                    row.account(),
                    what,
                    km2,
                    usual));
        }
    }
}
