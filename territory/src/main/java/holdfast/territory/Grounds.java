package holdfast.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Ground as a valid multipolygon, and what is done with it in the plane of longitude and latitude. */
final class Grounds {
    static final GeometryFactory FACTORY = new GeometryFactory();

    /** In square degrees: less than a thousandth of a square metre. */
    static final double NOTHING = 1e-13;

    private Grounds() {}

    static MultiPolygon of(Collection<Polygon> polygons) {
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    static MultiPolygon none() {
        return FACTORY.createMultiPolygon();
    }

    /** The polygons of a geometry; lines and points that an operation left over are no ground. */
    static List<Polygon> polygons(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        collect(geometry, polygons);
        return polygons;
    }

    /** What an operation left, without the threads that rounding spins along common borders. */
    private static List<Polygon> left(Geometry geometry) {
        List<Polygon> polygons = polygons(geometry);
        polygons.removeIf(p -> p.getArea() < NOTHING);
        return polygons;
    }

    private static void collect(Geometry geometry, List<Polygon> polygons) {
        if (geometry instanceof Polygon polygon) {
            if (!polygon.isEmpty()) {
                polygons.add(polygon);
            }
        } else if (geometry.getDimension() == 2) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                collect(geometry.getGeometryN(i), polygons);
            }
        }
    }

    static MultiPolygon union(Collection<? extends Geometry> grounds) {
        if (grounds.isEmpty()) {
            return none();
        }
        Geometry all = FACTORY.createGeometryCollection(
                grounds.stream().flatMap(g -> polygons(g).stream()).toArray(Geometry[]::new));
        return of(left(OverlayNGRobust.union(all)));
    }

    static MultiPolygon common(Geometry a, Geometry b) {
        return a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())
                ? of(left(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION)))
                : none();
    }

    static MultiPolygon without(Geometry a, Geometry b) {
        return a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())
                ? of(left(OverlayNGRobust.overlay(a, b, OverlayNG.DIFFERENCE)))
                : of(polygons(a));
    }
}
