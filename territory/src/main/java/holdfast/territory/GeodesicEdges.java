package holdfast.territory;

import java.util.concurrent.atomic.AtomicReferenceArray;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;

/**
 * Geodesics, with those remembered that were asked for lately: from one day's map to the next nearly all edges are the same. An edge has one place in a table of fixed size, and whoever
 * comes later takes it over. Safe for several threads: what is remembered is what would be computed.
 */
final class GeodesicEdges {
    private static final int SIZE = 1 << 15;

    private final AtomicReferenceArray<GeodesicEdge> table = new AtomicReferenceArray<>(SIZE);

    GeodesicEdge of(Coordinate from, Coordinate to) {
        int place = place(from, to);
        GeodesicEdge known = table.getAcquire(place);
        if (known != null && known.isFrom(from.x, from.y, to.x, to.y)) {
            return known;
        }
        GeodesicData geodesic =
                Geodesic.WGS84.Inverse(from.y, from.x, to.y, to.x, GeodesicMask.DISTANCE | GeodesicMask.AREA);
        GeodesicEdge edge = new GeodesicEdge(from.x, from.y, to.x, to.y, geodesic.s12, geodesic.S12);
        table.setRelease(place, edge);
        return edge;
    }

    private static int place(Coordinate from, Coordinate to) {
        long hash = Double.doubleToLongBits(from.x);
        hash = hash * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(from.y);
        hash = hash * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(to.x);
        hash = hash * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(to.y);
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - 15));
    }
}
