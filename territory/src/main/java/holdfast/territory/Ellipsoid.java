package holdfast.territory;

import java.util.function.Consumer;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Measures on the ellipsoid WGS84. An edge between two positions is the geodesic between them, as other tools take it too; x is the longitude and y the
 * latitude in degrees. Areas after C. F. F. Karney, Algorithms for geodesics, Journal of Geodesy 87 (2013), section 6: good to 0.1 m2 for each edge.
 */
public final class Ellipsoid {
    static final double M2_IN_KM2 = 1e6;
    private static final double M_IN_KM = 1000;

    private Ellipsoid() {}

    /** The area of all polygons in a geometry less their holes, in km2; overlaps count twice. Polygons may lie against the antimeridian and the poles. */
    public static double km2(Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            if (polygon.isEmpty()) {
                return 0;
            }
            double area = ringKm2(polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                area -= ringKm2(polygon.getInteriorRingN(i));
            }
            return area;
        }
        double area = 0;
        if (geometry.getNumGeometries() > 1 || geometry.getGeometryN(0) != geometry) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                area += km2(geometry.getGeometryN(i));
            }
        }
        return area;
    }

    private static double ringKm2(LineString ring) {
        Coordinate[] positions = ring.getCoordinates();
        boolean clockwise = !Orientation.isCCW(positions);
        return traversed(positions).Compute(clockwise, false).area / M2_IN_KM2;
    }

    /**
     * The area that a ring winds around, in km2: counter-clockwise parts count for, clockwise parts against it, those wound around twice count twice. For a ring that crosses
     * itself this differs from the area of any polygon that it may mean.
     */
    static double woundKm2(LineString ring) {
        return traversed(ring.getCoordinates()).Compute(false, true).area / M2_IN_KM2;
    }

    private static PolygonArea traversed(Coordinate[] closed) {
        PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
        for (int i = 0; i < closed.length - 1; i++) {
            area.AddPoint(closed[i].y, closed[i].x);
        }
        return area;
    }

    /** The length of all borders and lines in a geometry, in km. */
    public static double perimeterKm(Geometry geometry) {
        return switch (geometry) {
            case Polygon polygon -> {
                double length = lengthKm(polygon.getExteriorRing());
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    length += lengthKm(polygon.getInteriorRingN(i));
                }
                yield length;
            }
            case LineString line -> lengthKm(line);
            default -> {
                double length = 0;
                if (geometry.getDimension() > 0) {
                    for (int i = 0; i < geometry.getNumGeometries(); i++) {
                        length += perimeterKm(geometry.getGeometryN(i));
                    }
                }
                yield length;
            }
        };
    }

    private static double lengthKm(LineString line) {
        double metres = 0;
        for (int i = 1; i < line.getNumPoints(); i++) {
            Coordinate a = line.getCoordinateN(i - 1);
            Coordinate b = line.getCoordinateN(i);
            metres += metres(a, b);
        }
        return metres / M_IN_KM;
    }

    /** The geodesic distance, in metres. */
    static double metres(Coordinate a, Coordinate b) {
        return Geodesic.WGS84.Inverse(a.y, a.x, b.y, b.x, GeodesicMask.DISTANCE).s12;
    }

    /** The place {@code metres} away from {@code from} in the direction {@code azimuth}, in degrees clockwise from north. Longitudes do not jump. */
    static Coordinate away(Coordinate from, double azimuth, double metres) {
        GeodesicData end = Geodesic.WGS84.Direct(
                from.y,
                from.x,
                azimuth,
                metres,
                GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE | GeodesicMask.LONG_UNROLL);
        return new CoordinateXY(end.lon2, end.lat2);
    }

    /**
     * The positions of an edge along its geodesic, both ends among them, at most {@code longest} metres apart, in at most {@code most} parts. An edge and its reverse have the
     * same positions.
     */
    static void along(Coordinate from, Coordinate to, double longest, int most, Consumer<Coordinate> positions) {
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
