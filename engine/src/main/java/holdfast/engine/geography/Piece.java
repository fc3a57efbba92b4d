package holdfast.engine.geography;

import java.util.function.Consumer;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/**
 * A short part of an edge: straight in longitude and latitude, which is neither a geodesic nor a line of constant bearing. A point is a piece without
 * length.
 *
 * <p>The distance s from a place to the position at t along the piece has the derivative v cos a, where v is the piece's speed on the ellipsoid and a the
 * angle between its direction and that of the geodesic arriving from the place. So the nearest position is beyond by about s cos a: the place where the
 * perpendicular would meet a straight line. Repeating this step shrinks the error by s tan(latitude) / R each time, a tenth at 500 km.
 */
final class Piece {
    private static final double LONGEST_DEGREES = 0.5;
    private static final double WIDEST_RADIUS = 6_400_000;
    private static final double STEP_METRES = 1e-3;
    private static final int PROJECTED_STEPS = 10;
    private static final int STEPS = 40;

    private final Spot start;
    private final double north;
    private final double east;
    private final double dx;
    private final double dy;
    private final double dz;
    private final double bulge;

    private Piece(Spot start, Spot end) {
        this.start = start;
        this.north = end.latitude() - start.latitude();
        this.east = end.longitude() - start.longitude();
        this.dx = end.x() - start.x();
        this.dy = end.y() - start.y();
        this.dz = end.z() - start.z();
        double turn = Math.toRadians(Math.abs(north) + Math.abs(east));
        // A curve leaves its chord by at most an eighth of its greatest second derivative, here with two per cent to
        // spare.
        this.bulge = WIDEST_RADIUS * 1.02 * turn * turn / 8;
    }

    static Piece point(double latitude, double longitude) {
        Spot spot = Spot.at(latitude, longitude);
        return new Piece(spot, spot);
    }

    /** Cuts an edge into pieces so short that each turns by less than a degree: along each the distance from any place falls, then rises. */
    static void cut(double latitude1, double longitude1, double latitude2, double longitude2, Consumer<Piece> pieces) {
        double degrees = Math.max(Math.abs(latitude2 - latitude1), Math.abs(longitude2 - longitude1));
        int count = Math.max(1, (int) Math.ceil(degrees / LONGEST_DEGREES));
        Spot from = Spot.at(latitude1, longitude1);
        for (int i = 1; i <= count; i++) {
            double part = (double) i / count;
            Spot to = i == count
                    ? Spot.at(latitude2, longitude2)
                    : Spot.at(
                            latitude1 + part * (latitude2 - latitude1), longitude1 + part * (longitude2 - longitude1));
            pieces.accept(new Piece(from, to));
            from = to;
        }
    }

    /** The first position. */
    Spot start() {
        return start;
    }

    /** A ball through space that holds the piece. */
    Ball ball() {
        double reach = Math.sqrt(dx * dx + dy * dy + dz * dz) / 2 + bulge;
        return new Ball(start.x() + dx / 2, start.y() + dy / 2, start.z() + dz / 2, reach);
    }

    /** The geodesic distance from {@code from} to the nearest position, in metres; or {@code limit}, if it is no less. */
    double metresFrom(Spot from, double limit) {
        double t = nearestOnChord(from);
        if (Ball.geodesicAtLeast(chordDistance(from, t) - bulge) >= limit) {
            return limit;
        }
        double low = 0;
        double high = 1;
        double least = limit;
        for (int i = 0; i < STEPS; i++) {
            Arrival arrival = arrival(from, t);
            least = Math.min(least, arrival.metres());
            double beyond = arrival.beyond();
            if (Math.abs(beyond) < STEP_METRES) {
                break;
            }
            if (beyond > 0) {
                high = t;
            } else {
                low = t;
            }
            double next = i < PROJECTED_STEPS ? Math.clamp(t - beyond / arrival.speed(), low, high) : (low + high) / 2;
            if (Math.abs(next - t) * arrival.speed() < STEP_METRES) {
                break;
            }
            t = next;
        }
        return least;
    }

    /**
     * The geodesic from a place to a position of the piece.
     *
     * @param beyond how far the position lies beyond the perpendicular, in metres along the piece
     * @param speed in metres for the whole piece
     */
    private record Arrival(double metres, double beyond, double speed) {}

    private Arrival arrival(Spot from, double t) {
        double latitude = start.latitude() + t * north;
        GeodesicData geodesic = Geodesic.WGS84.Inverse(
                from.latitude(),
                from.longitude(),
                latitude,
                start.longitude() + t * east,
                GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
        double phi = Math.toRadians(latitude);
        double bearing = Math.toRadians(geodesic.azi2);
        double northward = Spot.alongMeridian(phi) * Math.toRadians(north);
        double eastward = Spot.acrossMeridian(phi) * Math.cos(phi) * Math.toRadians(east);
        double speed = Math.hypot(northward, eastward);
        double beyond =
                speed == 0 ? 0 : geodesic.s12 * (northward * Math.cos(bearing) + eastward * Math.sin(bearing)) / speed;
        return new Arrival(geodesic.s12, beyond, speed);
    }

    /** As a part of the chord, from 0 to 1. */
    private double nearestOnChord(Spot from) {
        double square = dx * dx + dy * dy + dz * dz;
        if (square == 0) {
            return 0;
        }
        double along = (from.x() - start.x()) * dx + (from.y() - start.y()) * dy + (from.z() - start.z()) * dz;
        return Math.clamp(along / square, 0, 1);
    }

    private double chordDistance(Spot from, double t) {
        double x = start.x() + t * dx - from.x();
        double y = start.y() + t * dy - from.y();
        double z = start.z() + t * dz - from.z();
        return Math.sqrt(x * x + y * y + z * z);
    }
}
