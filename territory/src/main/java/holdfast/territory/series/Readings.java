package holdfast.territory.series;

import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The areas that a drawing with crossing borders can mean, in km2. Its borders cut the plane into faces, and a face is ground if it lies inside an odd number of rings; or if a shell, and no
 * hole of that shell, winds around it at all.
 */
record Readings(double oddKm2, double woundKm2) {

    static Readings of(List<Polygon> polygons) {
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(OverlayNGRobust.union(Grounds.FACTORY.createGeometryCollection(
                polygons.stream().map(Polygon::getBoundary).toArray(org.locationtech.jts.geom.Geometry[]::new))));
        List<Polygon> odd = new ArrayList<>();
        List<Polygon> wound = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            Polygon polygon = (Polygon) face;
            Coordinate at = polygon.getInteriorPoint().getCoordinate();
            if (crossings(polygons, at) % 2 == 1) {
                odd.add(polygon);
            }
            if (polygons.stream().anyMatch(p -> isWound(p, at))) {
                wound.add(polygon);
            }
        }
        return new Readings(Ellipsoid.km2(Grounds.of(odd)), Ellipsoid.km2(Grounds.of(wound)));
    }

    double most() {
        return Math.max(oddKm2, woundKm2);
    }

    double least() {
        return Math.min(oddKm2, woundKm2);
    }

    private static boolean isWound(Polygon polygon, Coordinate at) {
        if (around(polygon.getExteriorRing(), at).winding() == 0) {
            return false;
        }
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            if (around(polygon.getInteriorRingN(i), at).winding() != 0) {
                return false;
            }
        }
        return true;
    }

    private static int crossings(List<Polygon> polygons, Coordinate at) {
        int crossings = 0;
        for (Polygon polygon : polygons) {
            crossings += around(polygon.getExteriorRing(), at).crossings();
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                crossings += around(polygon.getInteriorRingN(i), at).crossings();
            }
        }
        return crossings;
    }

    private record Ray(int crossings, int winding) {}

    /** Along a ray to the east. */
    private static Ray around(LinearRing ring, Coordinate at) {
        int crossings = 0;
        int winding = 0;
        for (int i = 1; i < ring.getNumPoints(); i++) {
            Coordinate from = ring.getCoordinateN(i - 1);
            Coordinate to = ring.getCoordinateN(i);
            boolean up = from.y <= at.y && at.y < to.y;
            boolean down = to.y <= at.y && at.y < from.y;
            if (up && Orientation.index(from, to, at) == Orientation.LEFT) {
                crossings++;
                winding++;
            } else if (down && Orientation.index(to, from, at) == Orientation.LEFT) {
                crossings++;
                winding--;
            }
        }
        return new Ray(crossings, winding);
    }
}
