package holdfast.territory.cut;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Closed curves of two grounds, edge by edge: each edge with how often the curves of the first ground, and those of
 * the second one, run along it from its one end to the other.
 */
final class Curves {
    /** All of the plane. */
    static final Envelope EVERYWHERE = new Envelope(
            Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final int WEST = 1;
    private static final int EAST = 2;
    private static final int SOUTH = 4;
    private static final int NORTH = 8;

    private double[] ends = new double[EdgePairs.NUMBERS * 64];
    private int[] first = new int[64];
    private int[] second = new int[64];
    private int size;

    /** Walks the borders of a ground with the ground on the left. */
    void walk(Geometry ground, boolean isFirst, Envelope window) {
        for (Polygon polygon : Grounds.polygons(ground)) {
            walk(polygon.getExteriorRing(), true, isFirst, window);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                walk(polygon.getInteriorRingN(i), false, isFirst, window);
            }
        }
    }

    /**
     * Parts of a ring that run on one side of the window are walked straight from their beginning to their end:
     * within the window the curve winds as the ring does, and of outside there is little.
     */
    private void walk(LineString ring, boolean outer, boolean isFirst, Envelope window) {
        Coordinate[] positions = ring.getCoordinates();
        int turn = Ellipsoid.isCounterclockwise(positions) == outer ? 1 : -1;
        int last = 0;
        int pending = 0;
        int sides = sides(positions[0], window);
        for (int i = 1; i < positions.length; i++) {
            int common = sides & sides(positions[i], window);
            if (common == 0) {
                add(positions[last], positions[pending], turn, isFirst);
                last = pending;
                common = sides(positions[pending], window) & sides(positions[i], window);
            }
            sides = common;
            pending = i;
        }
        add(positions[last], positions[pending], turn, isFirst);
    }

    /** On which sides of the window a position lies. */
    private static int sides(Coordinate at, Envelope window) {
        return (at.x < window.getMinX() ? WEST : 0)
                | (at.x > window.getMaxX() ? EAST : 0)
                | (at.y < window.getMinY() ? SOUTH : 0)
                | (at.y > window.getMaxY() ? NORTH : 0);
    }

    private void add(Coordinate from, Coordinate to, int turn, boolean isFirst) {
        add(from.x, from.y, to.x, to.y, isFirst ? turn : 0, isFirst ? 0 : turn);
    }

    void add(double fromX, double fromY, double toX, double toY, int ofFirst, int ofSecond) {
        if (fromX == toX && fromY == toY) {
            return;
        }
        if (size == first.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
            first = Arrays.copyOf(first, 2 * size);
            second = Arrays.copyOf(second, 2 * size);
        }
        int at = EdgePairs.NUMBERS * size;
        ends[at] = fromX;
        ends[at + 1] = fromY;
        ends[at + 2] = toX;
        ends[at + 3] = toY;
        first[size] = ofFirst;
        second[size] = ofSecond;
        size++;
    }

    int size() {
        return size;
    }

    /** {@link EdgePairs#NUMBERS} for each edge. */
    double[] ends() {
        return ends;
    }

    int ofFirst(int edge) {
        return first[edge];
    }

    int ofSecond(int edge) {
        return second[edge];
    }
}
