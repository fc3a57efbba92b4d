package holdfast.territory.cut;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/**
 * Whether two pieces of ground have more in common than a border. Pieces of one series mostly lie side by side, with the same positions along their common border: that is told from their edges, without an
 * overlay.
 */
public final class Contact {
    private static final String INTERIORS_MEET = "T********";

    /** Beyond so many pairs of edges an index is quicker. */
    private static final int MOST_PAIRS = 40_000;

    private final Coordinate[] a;
    private final Coordinate[] b;
    private final boolean[] sharedOfA;
    private final boolean[] sharedOfB;

    private Contact(Coordinate[] a, Coordinate[] b) {
        this.a = a;
        this.b = b;
        this.sharedOfA = new boolean[a.length];
        this.sharedOfB = new boolean[b.length];
    }

    public static boolean overlap(Polygon a, Polygon b) {
        if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
            return false;
        }
        boolean plain = a.getNumInteriorRing() == 0
                && b.getNumInteriorRing() == 0
                && (long) a.getNumPoints() * b.getNumPoints() <= MOST_PAIRS;
        return plain
                ? new Contact(a.getCoordinates(), b.getCoordinates()).mayOverlap()
                : RelateNG.relate(a, b, RelatePredicate.matches(INTERIORS_MEET));
    }

    /** False is sure; true also where their borders meet in a way that is not looked into any further. */
    private boolean mayOverlap() {
        for (int i = 1; i < a.length; i++) {
            for (int j = 1; j < b.length; j++) {
                if (Envelope.intersects(a[i - 1], a[i], b[j - 1], b[j]) && meet(i, j)) {
                    return true;
                }
            }
        }
        // Now each edge lies on one side of the other border, or is an edge of it.
        return anyInside(a, sharedOfA, b) || anyInside(b, sharedOfB, a) || isWhole(sharedOfA) || isWhole(sharedOfB);
    }

    /** Whether the edges meet elsewhere than at positions of both. */
    private boolean meet(int i, int j) {
        boolean same = a[i - 1].equals2D(b[j - 1]) && a[i].equals2D(b[j]);
        boolean reverse = a[i - 1].equals2D(b[j]) && a[i].equals2D(b[j - 1]);
        if (same || reverse) {
            sharedOfA[i] = true;
            sharedOfB[j] = true;
            return false;
        }
        int first = Orientation.index(a[i - 1], a[i], b[j - 1]);
        int second = Orientation.index(a[i - 1], a[i], b[j]);
        if (first != 0 && first == second) {
            return false;
        }
        int third = Orientation.index(b[j - 1], b[j], a[i - 1]);
        int fourth = Orientation.index(b[j - 1], b[j], a[i]);
        if (third != 0 && third == fourth) {
            return false;
        }
        return first == 0 && second == 0
                ? !goOn(a[i - 1], a[i], b[j - 1], b[j])
                : !(isEnd(a[i - 1], j) || isEnd(a[i], j));
    }

    /** Of two edges on one straight line: whether one goes on where the other ends. */
    private static boolean goOn(Coordinate from, Coordinate to, Coordinate otherFrom, Coordinate otherTo) {
        return from.equals2D(otherFrom) && apart(from, to, otherTo)
                || from.equals2D(otherTo) && apart(from, to, otherFrom)
                || to.equals2D(otherFrom) && apart(to, from, otherTo)
                || to.equals2D(otherTo) && apart(to, from, otherFrom);
    }

    private static boolean apart(Coordinate at, Coordinate one, Coordinate other) {
        return (one.x - at.x) * (other.x - at.x) + (one.y - at.y) * (other.y - at.y) < 0;
    }

    private boolean isEnd(Coordinate position, int j) {
        return position.equals2D(b[j - 1]) || position.equals2D(b[j]);
    }

    private static boolean anyInside(Coordinate[] ring, boolean[] shared, Coordinate[] other) {
        for (int i = 1; i < ring.length; i++) {
            if (!shared[i]) {
                Coordinate middle = new CoordinateXY((ring[i - 1].x + ring[i].x) / 2, (ring[i - 1].y + ring[i].y) / 2);
                if (RayCrossingCounter.locatePointInRing(middle, other) == Location.INTERIOR) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWhole(boolean[] shared) {
        for (int i = 1; i < shared.length; i++) {
            if (!shared[i]) {
                return false;
            }
        }
        return true;
    }
}
