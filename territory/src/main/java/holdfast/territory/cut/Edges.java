package holdfast.territory.cut;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Edges of borders, each with how often it was walked from its lower to its upper end, less how often the other way round. Numbers in a table with open addresses: two maps have thousands of edges
 * and share nearly all of them, so that making an object of each would be most of the work.
 */
final class Edges {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int NUMBERS = 4;

    /** Lower end, upper end. */
    private double[] ends;

    private int[] turns;

    /** One more than the number of the edge; 0: free. */
    private int[] slots;

    private int size;

    Edges(int expected) {
        int room = Math.max(16, expected);
        ends = new double[NUMBERS * room];
        turns = new int[room];
        slots = new int[Integer.highestOneBit(room) * 4];
    }

    /** Walks all borders with the ground on the left. */
    void walk(Geometry ground, int sign) {
        for (Polygon polygon : Grounds.polygons(ground)) {
            walk(polygon.getExteriorRing(), true, sign);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                walk(polygon.getInteriorRingN(i), false, sign);
            }
        }
    }

    private void walk(LineString ring, boolean outer, int sign) {
        Coordinate[] positions = ring.getCoordinates();
        int turn = Ellipsoid.isCounterclockwise(positions) == outer ? sign : -sign;
        for (int i = 1; i < positions.length; i++) {
            Coordinate a = positions[i - 1];
            Coordinate b = positions[i];
            int order = a.compareTo(b);
            if (order < 0) {
                add(a.x, a.y, b.x, b.y, turn);
            } else if (order > 0) {
                add(b.x, b.y, a.x, a.y, -turn);
            }
        }
    }

    private void add(double x1, double y1, double x2, double y2, int turn) {
        int slot = slot(x1, y1, x2, y2);
        if (slots[slot] == 0) {
            if (size == turns.length) {
                grow();
                slot = slot(x1, y1, x2, y2);
            }
            int at = NUMBERS * size;
            ends[at] = x1;
            ends[at + 1] = y1;
            ends[at + 2] = x2;
            ends[at + 3] = y2;
            slots[slot] = ++size;
        }
        turns[slots[slot] - 1] += turn;
    }

    private int slot(double x1, double y1, double x2, double y2) {
        long hash = mixed(mixed(mixed(mixed(0, x1), y1), x2), y2);
        int slot = (int) (hash >>> 32) & (slots.length - 1);
        while (slots[slot] != 0 && !is(slots[slot] - 1, x1, y1, x2, y2)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** Zero has two signs, and is one number. */
    private static long mixed(long hash, double number) {
        return (hash ^ Double.doubleToRawLongBits(number + 0.0)) * MIX;
    }

    private boolean is(int edge, double x1, double y1, double x2, double y2) {
        int at = NUMBERS * edge;
        return ends[at] == x1 && ends[at + 1] == y1 && ends[at + 2] == x2 && ends[at + 3] == y2;
    }

    private void grow() {
        ends = Arrays.copyOf(ends, 2 * ends.length);
        turns = Arrays.copyOf(turns, 2 * turns.length);
        slots = new int[2 * slots.length];
        for (int edge = 0; edge < size; edge++) {
            int at = NUMBERS * edge;
            slots[slot(ends[at], ends[at + 1], ends[at + 2], ends[at + 3])] = edge + 1;
        }
    }

    boolean areNone() {
        for (int edge = 0; edge < size; edge++) {
            if (turns[edge] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Hears an edge that did not cancel. */
    interface Taker {
        void take(Coordinate lower, Coordinate upper, int turns);
    }

    /** Those that did not cancel, in the order in which they were first walked. */
    void forEach(Taker taker) {
        for (int edge = 0; edge < size; edge++) {
            if (turns[edge] != 0) {
                int at = NUMBERS * edge;
                taker.take(
                        new CoordinateXY(ends[at], ends[at + 1]),
                        new CoordinateXY(ends[at + 2], ends[at + 3]),
                        turns[edge]);
            }
        }
    }
}
