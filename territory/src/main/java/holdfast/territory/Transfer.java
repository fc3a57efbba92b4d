package holdfast.territory;

import holdfast.territory.cut.Difference;
import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import holdfast.territory.series.Holding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Ground that one holding lost and another gained from one map to the next: who took from whom. What was gained from nobody, or lost to nobody, is in none of them.
 *
 * @param km2 of the ground that is in what the one lost and in what the other gained
 */
public record Transfer(Holding from, Holding to, double km2) {
    /** Less is rounding along common borders, in km2. */
    private static final double LEAST_KM2 = 1e-6;

    /** @param differences of all holdings of a day, and of the remainder */
    static List<Transfer> of(Map<Holding, Difference> differences) {
        List<Transfer> transfers = new ArrayList<>();
        new TreeMap<>(differences)
                .forEach((to, gained) -> new TreeMap<>(differences).forEach((from, lost) -> {
                    if (!from.equals(to)) {
                        double km2 = common(lost.lost(), gained.gained());
                        if (km2 >= LEAST_KM2) {
                            transfers.add(new Transfer(from, to, km2));
                        }
                    }
                }));
        return transfers;
    }

    private static double common(List<Polygon> lost, List<Polygon> gained) {
        // What the remainder gains is what another lost: the very same pieces.
        Set<Polygon> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(lost);
        double km2 = 0;
        for (Polygon piece : gained) {
            if (same.contains(piece)) {
                km2 += Ellipsoid.km2(piece);
                continue;
            }
            for (Polygon other : lost) {
                MultiPolygon common = Grounds.common(piece, other);
                if (!common.isEmpty()) {
                    km2 += Ellipsoid.km2(common);
                }
            }
        }
        return km2;
    }
}
