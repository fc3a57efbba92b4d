package holdfast.territory.cut;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;

/**
 * Geodesics, with those remembered that were asked for lately: from one day's map to the next nearly all edges are
 * the same. An edge has one place in a table of fixed size, and whoever
 * comes later takes it over. Each thread has a table of its own; what is remembered is what would be computed.
 */
final class GeodesicEdges {
    private static final int BITS = 15;

    /** The ends, the length and the area. */
    private static final int NUMBERS = 6;

    private static final int METRES = 4;
    private static final int M2_TO_EQUATOR = 5;

    private static final ThreadLocal<GeodesicEdges> OF_THREAD = ThreadLocal.withInitial(GeodesicEdges::new);

    private final double[] table = new double[NUMBERS << BITS];

    static GeodesicEdges ofThread() {
        return OF_THREAD.get();
    }

    /**
     * An edge is walked both ways, by what lies left and what lies right of it, and is remembered once.
     *
     * @param from the lower end, by {@link Coordinate#compareTo}
     * @return for {@link #metres} and {@link #m2ToEquator}, until the next one is asked for
     */
    int of(Coordinate from, Coordinate to) {
        int at = NUMBERS * place(from, to);
        if (table[at] != from.x || table[at + 1] != from.y || table[at + 2] != to.x || table[at + 3] != to.y) {
            GeodesicData geodesic =
                    Geodesic.WGS84.Inverse(from.y, from.x, to.y, to.x, GeodesicMask.DISTANCE | GeodesicMask.AREA);
            table[at] = from.x;
            table[at + 1] = from.y;
            table[at + 2] = to.x;
            table[at + 3] = to.y;
            table[at + METRES] = geodesic.s12;
            table[at + M2_TO_EQUATOR] = geodesic.S12;
        }
        return at;
    }

    double metres(int edge) {
        return table[edge + METRES];
    }

    /**
     * The area between it and the equator, in m2; negative if it runs to the west in the north, or to the east in the
     * south.
     */
    double m2ToEquator(int edge) {
        return table[edge + M2_TO_EQUATOR];
    }

    private static int place(Coordinate from, Coordinate to) {
        long hash = Double.doubleToRawLongBits(from.x + 0.0);
        hash = hash * MIX + Double.doubleToRawLongBits(from.y + 0.0);
        hash = hash * MIX + Double.doubleToRawLongBits(to.x + 0.0);
        hash = hash * MIX + Double.doubleToRawLongBits(to.y + 0.0);
        return (int) ((hash * MIX) >>> (Long.SIZE - BITS));
    }

    private static final long MIX = 0x9E3779B97F4A7C15L;
}
