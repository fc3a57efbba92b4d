package holdfast.territory.cut;

import java.util.function.Consumer;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Measures on the ellipsoid WGS84. An edge between two positions is the geodesic between them, as other tools take it
 * too; x is the longitude and y the
 * latitude in degrees. Areas after C. F. F. Karney, Algorithms for geodesics, Journal of Geodesy 87 (2013), section
 * 6: good to 0.1 m2 for each edge.
 */
public final class Ellipsoid {
    public static final double M2_IN_KM2 = 1e6;
    private static final double M_IN_KM = 1000;

    private Ellipsoid() {}

    /**
     * The area of all polygons in a geometry less their holes, in km2; overlaps count twice. Rings do not wrap around
     * a pole: as GeoJSON has it, they are cut at the antimeridian.
     */
    public static double km2(Geometry geometry) {
        return extent(geometry).km2();
    }

    /** The length of all borders and lines in a geometry, in km. */
    public static double perimeterKm(Geometry geometry) {
        return extent(geometry).perimeterKm();
    }

    /**
     * How much ground there is.
     *
     * @param perimeterKm of all rings, those of holes among them, and all lines
     */
    public record Measure(double km2, double perimeterKm) {
        static final Measure NONE = new Measure(0, 0);

        Measure plus(Measure other, int sign) {
            return new Measure(km2 + sign * other.km2, perimeterKm + other.perimeterKm);
        }
    }

    public static Measure extent(Geometry geometry) {
        Measure sum = Measure.NONE;
        if (geometry instanceof Polygon polygon) {
            if (!polygon.isEmpty()) {
                sum = ring(polygon.getExteriorRing());
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    sum = sum.plus(ring(polygon.getInteriorRingN(i)), -1);
                }
            }
        } else if (geometry instanceof LineString line) {
            sum = new Measure(0, traverse(line.getCoordinates()).perimeterKm());
        } else if (geometry instanceof GeometryCollection several) {
            for (int i = 0; i < several.getNumGeometries(); i++) {
                sum = sum.plus(extent(several.getGeometryN(i)), 1);
            }
        }
        return sum;
    }

    private static Measure ring(LineString ring) {
        Coordinate[] positions = ring.getCoordinates();
        Measure counterclockwise = traverse(positions);
        return new Measure(
                isCounterclockwise(positions) ? counterclockwise.km2() : -counterclockwise.km2(),
                counterclockwise.perimeterKm());
    }

    /**
     * Which way a ring that does not cross itself runs in the plane: by the sum of its area, where that is more than
     * rounding can make; or by its topmost position, which takes longer to find.
     */
    static boolean isCounterclockwise(Coordinate[] ring) {
        double sum = 0;
        double all = 0;
        Coordinate first = ring[0];
        for (int i = 2; i < ring.length; i++) {
            double one = (ring[i - 1].x - first.x) * (ring[i].y - first.y);
            double other = (ring[i].x - first.x) * (ring[i - 1].y - first.y);
            sum += one - other;
            all += Math.abs(one) + Math.abs(other);
        }
        return Math.abs(sum) > all * ring.length * ROUNDING ? sum > 0 : Orientation.isCCW(ring);
    }

    /** Of one operation, with some to spare. */
    private static final double ROUNDING = 1e-15;

    /**
     * The area that a ring winds around, in km2: counter-clockwise parts count for, clockwise parts against it, those
     * wound around twice count twice. For a ring that crosses
     * itself this differs from the area of any polygon that it may mean.
     */
    public static double woundKm2(LineString ring) {
        return traverse(ring.getCoordinates()).km2();
    }

    /**
     * The areas between edges and equator, which of a closed ring sum to its own; an edge to the west counts for, one
     * to the east against.
     */
    private static Measure traverse(Coordinate[] positions) {
        GeodesicEdges edges = GeodesicEdges.ofThread();
        double m2 = 0;
        double metres = 0;
        for (int i = 1; i < positions.length; i++) {
            boolean forward = positions[i - 1].compareTo(positions[i]) <= 0;
            int edge = edges.of(positions[forward ? i - 1 : i], positions[forward ? i : i - 1]);
            m2 -= forward ? edges.m2ToEquator(edge) : -edges.m2ToEquator(edge);
            metres += edges.metres(edge);
        }
        return new Measure(m2 / M2_IN_KM2, metres / M_IN_KM);
    }

    /** The geodesic distance, in metres. */
    static double metres(Coordinate a, Coordinate b) {
        return Geodesic.WGS84.Inverse(a.y, a.x, b.y, b.x, GeodesicMask.DISTANCE).s12;
    }

    /** How long a degree of longitude, and one of latitude, is at a latitude, in metres. */
    public record Degree(double eastMetres, double northMetres) {}

    /** @param latitude in radians */
    public static Degree degreeAt(double latitude) {
        double a = Geodesic.WGS84.EquatorialRadius();
        double f = Geodesic.WGS84.Flattening();
        double e2 = f * (2 - f);
        double w2 = 1 - e2 * Math.pow(Math.sin(latitude), 2);
        return new Degree(
                Math.toRadians(a * Math.cos(latitude) / Math.sqrt(w2)),
                Math.toRadians(a * (1 - e2) / Math.pow(w2, 1.5)));
    }

    /**
     * The place {@code metres} away from {@code from} in the direction {@code azimuth}, in degrees clockwise from
     * north. Longitudes do not jump.
     */
    public static Coordinate away(Coordinate from, double azimuth, double metres) {
        GeodesicData end = Geodesic.WGS84.Direct(
                from.y,
                from.x,
                azimuth,
                metres,
                GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE | GeodesicMask.LONG_UNROLL);
        return new CoordinateXY(end.lon2, end.lat2);
    }

    /**
     * No less than the geodesic distance: along a meridian and a parallel, with the greatest radius of curvature that
     * there is.
     */
    private static double atMostMetres(Coordinate a, Coordinate b) {
        double nearest = a.y * b.y <= 0 ? 0 : Math.min(Math.abs(a.y), Math.abs(b.y));
        double north = Math.toRadians(b.y - a.y);
        double east = Math.toRadians(b.x - a.x) * Math.cos(Math.toRadians(nearest));
        return POLAR_RADIUS * (Math.abs(north) + Math.abs(east));
    }

    /** Told without computing the geodesic; false leaves it open. */
    static boolean isShorter(Coordinate from, Coordinate to, double metres) {
        return atMostMetres(from, to) < metres;
    }

    private static final double POLAR_RADIUS = 6_399_594;

    /**
     * The positions of an edge along its geodesic, both ends among them, at most {@code longest} metres apart, in at
     * most {@code most} parts. An edge and its reverse have the
     * same positions.
     */
    public static void along(Coordinate from, Coordinate to, double longest, int most, Consumer<Coordinate> positions) {
        if (isShorter(from, to, longest)) {
            positions.accept(from);
            positions.accept(to);
            return;
        }
        boolean forward = from.compareTo(to) <= 0;
        Coordinate a = forward ? from : to;
        Coordinate b = forward ? to : from;
        GeodesicLine line = Geodesic.WGS84.InverseLine(a.y, a.x, b.y, b.x);
        double metres = line.Distance();
        int parts = Math.clamp((long) Math.ceil(metres / longest), 1, most);
        positions.accept(from);
        for (int i = 1; i < parts; i++) {
            GeodesicData at = line.Position(
                    metres * (forward ? i : parts - i) / parts,
                    GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE | GeodesicMask.LONG_UNROLL);
            positions.accept(new CoordinateXY(at.lon2, at.lat2));
        }
        positions.accept(to);
    }
}
