package holdfast.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.union.UnionStrategy;

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

    private static final double LONGEST_PART_METRES = 500;
    private static final int MOST_PARTS = 4000;

    /** The same ground with its edges in short parts along their geodesics: what is then cut off keeps the area that it had. */
    static MultiPolygon alongGeodesics(Geometry ground) {
        List<Polygon> polygons = new ArrayList<>();
        for (Polygon polygon : polygons(ground)) {
            LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
            for (int i = 0; i < holes.length; i++) {
                holes[i] = alongGeodesics(polygon.getInteriorRingN(i));
            }
            polygons.add(FACTORY.createPolygon(alongGeodesics(polygon.getExteriorRing()), holes));
        }
        return of(polygons);
    }

    private static LinearRing alongGeodesics(LinearRing ring) {
        List<Coordinate> positions = new ArrayList<>(List.of(ring.getCoordinateN(0)));
        for (int i = 1; i < ring.getNumPoints(); i++) {
            List<Coordinate> parts = new ArrayList<>();
            Ellipsoid.along(
                    ring.getCoordinateN(i - 1), ring.getCoordinateN(i), LONGEST_PART_METRES, MOST_PARTS, parts::add);
            positions.addAll(parts.subList(1, parts.size()));
        }
        return FACTORY.createLinearRing(positions.toArray(Coordinate[]::new));
    }

    static MultiPolygon union(Collection<? extends Geometry> grounds) {
        if (grounds.isEmpty()) {
            return none();
        }
        Geometry all = FACTORY.createGeometryCollection(
                grounds.stream().flatMap(g -> polygons(g).stream()).toArray(Geometry[]::new));
        return of(left(OverlayNGRobust.union(all)));
    }

    /** A millimetre, in degrees: borders that were cut twice, on different days, are no farther apart. */
    static final double SEAM = 1e-8;

    private static final UnionStrategy OVER_SEAMS = new UnionStrategy() {
        @Override
        public Geometry union(Geometry a, Geometry b) {
            try {
                return OverlayNG.overlay(a, b, OverlayNG.UNION, null, new SnappingNoder(SEAM));
            } catch (TopologyException notSnapped) {
                return OverlayNGRobust.overlay(a, b, OverlayNG.UNION);
            }
        }

        @Override
        public boolean isFloatingPrecision() {
            return true;
        }
    };

    /** All of it together, without the seams between pieces that were cut on different days. */
    static MultiPolygon closed(Collection<Polygon> grounds) {
        UnaryUnionOp union = new UnaryUnionOp(grounds);
        union.setUnionFunction(OVER_SEAMS);
        Geometry closed = union.union();
        return closed == null ? none() : of(left(closed));
    }

    static MultiPolygon common(Geometry a, Geometry b) {
        if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
            return none();
        }
        Curves curves = new Curves();
        curves.walk(a, true, b.getEnvelopeInternal());
        curves.walk(b, false, a.getEnvelopeInternal());
        return faces(curves, (ofA, ofB) -> ofA > 0 && ofB > 0)
                .orElseGet(() -> of(left(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION))));
    }

    static MultiPolygon without(Geometry a, Geometry b) {
        if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
            return of(polygons(a));
        }
        Curves curves = new Curves();
        curves.walk(a, true, Curves.EVERYWHERE);
        curves.walk(b, false, a.getEnvelopeInternal());
        return faces(curves, (ofA, ofB) -> ofA > 0 && ofB <= 0)
                .orElseGet(() -> of(left(OverlayNGRobust.overlay(a, b, OverlayNG.DIFFERENCE))));
    }

    private static Optional<MultiPolygon> faces(Curves curves, Arrangement.Wanted wanted) {
        return Arrangement.of(curves).flatMap(a -> a.polygons(wanted)).map(Grounds::of);
    }
}
