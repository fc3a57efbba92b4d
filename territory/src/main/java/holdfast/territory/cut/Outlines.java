package holdfast.territory.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * The polygons of some faces of an arrangement: the half-edges that have such a face on their left, and none on their
 * right, in rings.
 */
final class Outlines {
    private final Arrangement arrangement;
    private final boolean[] in;
    private final boolean[] walked;

    /** While a ring is walked: where along it each node stands; -1: nowhere. */
    private final int[] at;

    private final List<Shell> shells = new ArrayList<>();
    private final List<LinearRing> loose = new ArrayList<>();

    private record Shell(LinearRing ring, Envelope envelope, List<LinearRing> holes) {
        boolean holds(LinearRing hole) {
            return envelope.covers(hole.getEnvelopeInternal())
                    && RayCrossingCounter.locatePointInRing(hole.getCoordinateN(0), ring.getCoordinates())
                            == Location.INTERIOR;
        }
    }

    /** @param in whether the face on the left of a ring of the arrangement is asked for */
    Outlines(Arrangement arrangement, boolean[] in) {
        this.arrangement = arrangement;
        this.in = in;
        this.walked = new boolean[arrangement.halves()];
        this.at = new int[arrangement.network().nodes()];
        Arrays.fill(at, -1);
    }

    /** Empty where a hole lies in no polygon, as rounding may have it. */
    Optional<List<Polygon>> polygons() {
        for (int half = 0; half < walked.length; half++) {
            if (!walked[half] && isOutline(half)) {
                walk(half);
            }
        }
        for (LinearRing hole : loose) {
            Shell around = around(hole);
            if (around == null) {
                return Optional.empty();
            }
            around.holes().add(hole);
        }
        List<Polygon> polygons = new ArrayList<>();
        for (Shell shell : shells) {
            Polygon polygon =
                    Grounds.FACTORY.createPolygon(shell.ring(), shell.holes().toArray(LinearRing[]::new));
            if (polygon.getArea() >= Grounds.NOTHING) {
                polygons.add(polygon);
            }
        }
        return Optional.of(polygons);
    }

    private boolean isOutline(int half) {
        return in[arrangement.ring(half)] && !in[arrangement.ring(Arrangement.twin(half))];
    }

    /**
     * Walks around a face, and makes a ring whenever a node comes again: what is between touches the rest at a place
     * only.
     */
    private void walk(int begin) {
        List<LinearRing> rings = new ArrayList<>();
        int[] nodes = new int[16];
        int count = 0;
        int half = begin;
        do {
            walked[half] = true;
            int node = arrangement.tail(half);
            int before = at[node];
            if (before >= 0) {
                rings.add(ring(nodes, before, count));
                count = before;
            }
            if (count == nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * count);
            }
            at[node] = count;
            nodes[count++] = node;
            half = next(half);
        } while (half != begin);
        rings.add(ring(nodes, 0, count));
        Shell shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (LinearRing ring : rings) {
            if (Ellipsoid.isCounterclockwise(ring.getCoordinates())) {
                shell = new Shell(ring, ring.getEnvelopeInternal(), new ArrayList<>());
                shells.add(shell);
            } else {
                holes.add(ring);
            }
        }
        (shell == null ? loose : shell.holes()).addAll(holes);
    }

    private int next(int half) {
        int next = arrangement.clockwise(Arrangement.twin(half));
        while (!isOutline(next)) {
            next = arrangement.clockwise(next);
        }
        return next;
    }

    private LinearRing ring(int[] nodes, int from, int to) {
        Coordinate[] positions = new Coordinate[to - from + 1];
        for (int i = from; i < to; i++) {
            positions[i - from] = new CoordinateXY(
                    arrangement.network().x(nodes[i]), arrangement.network().y(nodes[i]));
            at[nodes[i]] = -1;
        }
        positions[to - from] = positions[0];
        return Grounds.FACTORY.createLinearRing(positions);
    }

    /** The smallest that holds it. */
    private @Nullable Shell around(LinearRing hole) {
        Shell around = null;
        for (Shell shell : shells) {
            if ((around == null
                            || around.envelope().getArea() > shell.envelope().getArea())
                    && shell.holds(hole)) {
                around = shell;
            }
        }
        return around;
    }
}
