package holdfast.territory.cut;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Edges in short parts along their geodesics: so short that a straight line in longitude and latitude is as good.
 * Those that were asked for lately are remembered, as {@link GeodesicEdges} are: a line is held
 * against every map.
 */
final class ShortParts {
    /**
     * A geodesic of this length leaves the straight line in longitude and latitude by less than a centimetre, up to
     * 60 degrees of latitude.
     */
    private static final double LONGEST_METRES = 500;

    private static final int MOST = 4000;

    private static final int BITS = 12;

    private static final ThreadLocal<ShortParts> OF_THREAD = ThreadLocal.withInitial(ShortParts::new);

    private final Coordinate[][] table = new Coordinate[1 << BITS][];

    /** The positions of an edge, both ends among them. */
    static Coordinate[] of(Coordinate from, Coordinate to) {
        return OF_THREAD.get().parts(from, to);
    }

    private Coordinate[] parts(Coordinate from, Coordinate to) {
        if (Ellipsoid.isShorter(from, to, LONGEST_METRES)) {
            return new Coordinate[] {from, to};
        }
        int place = (31 * from.hashCode() + to.hashCode()) * 0x9E3779B9 >>> (Integer.SIZE - BITS);
        Coordinate[] known = table[place];
        if (known != null && known[0].equals2D(from) && known[known.length - 1].equals2D(to)) {
            return known;
        }
        List<Coordinate> parts = new ArrayList<>();
        Ellipsoid.along(from, to, LONGEST_METRES, MOST, parts::add);
        Coordinate[] found = parts.toArray(Coordinate[]::new);
        if (found.length <= MOST_REMEMBERED) {
            table[place] = found;
        }
        return found;
    }

    private static final int MOST_REMEMBERED = 200;
}
