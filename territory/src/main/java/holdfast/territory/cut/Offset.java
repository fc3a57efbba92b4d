package holdfast.territory.cut;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Position;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.buffer.OffsetCurveBuilder;

/**
 * Ground that is grown by a distance, or shrunk: what the curves beside its borders, at that distance, wind around.
 * The curves are those of a library, which can find what they wind around by itself, and takes
 * twice as long.
 */
public final class Offset {
    /** Curves beside a ring of fewer positions may be turned inside out; the library knows when. */
    private static final int FEWEST_POSITIONS = 9;

    private final double distance;
    private final OffsetCurveBuilder beside;
    private final Curves curves = new Curves();

    private Offset(double distance, OffsetCurveBuilder beside) {
        this.distance = distance;
        this.beside = beside;
    }

    /** @param distance in the unit of the positions; less than 0: shrunk */
    public static Geometry of(Geometry ground, double distance, BufferParameters discs) {
        return plain(ground, distance, discs).orElseGet(() -> BufferOp.bufferOp(ground, distance, discs));
    }

    private static Optional<Geometry> plain(Geometry ground, double distance, BufferParameters discs) {
        Offset offset = new Offset(distance, new OffsetCurveBuilder(Grounds.FACTORY.getPrecisionModel(), discs));
        for (Polygon polygon : Grounds.polygons(ground)) {
            if (!offset.walk(polygon)) {
                return Optional.empty();
            }
        }
        return Arrangement.of(offset.curves)
                .flatMap(a -> a.polygons((winding, none) -> winding > 0))
                .map(Grounds::of);
    }

    /** @return whether it is known how to */
    private boolean walk(Polygon polygon) {
        LinearRing shell = polygon.getExteriorRing();
        if (shell.getNumPoints() < FEWEST_POSITIONS) {
            return false;
        }
        if (distance < 0 && isTooNarrow(shell)) {
            return true;
        }
        boolean known = walk(shell, true);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            LinearRing hole = polygon.getInteriorRingN(i);
            known &=
                    hole.getNumPoints() >= FEWEST_POSITIONS && (distance > 0 && isTooNarrow(hole) || walk(hole, false));
        }
        return known;
    }

    /** Whether nothing of what the ring encloses is left. */
    private boolean isTooNarrow(LinearRing ring) {
        Envelope at = ring.getEnvelopeInternal();
        return 2 * Math.abs(distance) > Math.min(at.getHeight(), at.getWidth());
    }

    private boolean walk(LinearRing ring, boolean outer) {
        Coordinate[] positions = CoordinateArrays.removeRepeatedOrInvalidPoints(ring.getCoordinates());
        if (positions.length < FEWEST_POSITIONS) {
            return false;
        }
        boolean counterclockwise = Ellipsoid.isCounterclockwise(positions);
        boolean outward = outer == distance > 0;
        Coordinate[] curve = beside.getRingCurve(
                positions, outward == counterclockwise ? Position.RIGHT : Position.LEFT, Math.abs(distance));
        int turn = counterclockwise == outer ? 1 : -1;
        for (int i = 1; i < curve.length; i++) {
            curves.add(curve[i - 1].x, curve[i - 1].y, curve[i].x, curve[i].y, turn, 0);
        }
        return true;
    }
}
