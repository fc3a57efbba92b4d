package holdfast.territory.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
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
public final class Grounds {
    public static final GeometryFactory FACTORY = new GeometryFactory();

    /** In square degrees: less than a thousandth of a square metre. */
    public static final double NOTHING = 1e-13;

    private Grounds() {}

    public static MultiPolygon of(Collection<Polygon> polygons) {
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    public static MultiPolygon none() {
        return FACTORY.createMultiPolygon();
    }

    /** The polygons of a geometry; lines and points that an operation left over are no ground. */
    public static List<Polygon> polygons(Geometry geometry) {
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

    /**
     * The same ground with its edges in short parts along their geodesics: what is then cut off keeps the area that
     * it had.
     */
    public static MultiPolygon alongGeodesics(Geometry ground) {
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
            Coordinate[] parts = ShortParts.of(ring.getCoordinateN(i - 1), ring.getCoordinateN(i));
            positions.addAll(Arrays.asList(parts).subList(1, parts.length));
        }
        return FACTORY.createLinearRing(positions.toArray(Coordinate[]::new));
    }

    public static MultiPolygon union(Collection<? extends Geometry> grounds) {
        if (grounds.isEmpty()) {
            return none();
        }
        Curves curves = new Curves();
        grounds.forEach(g -> curves.walk(g, true, Curves.EVERYWHERE));
        return faces(curves, (ofGrounds, none) -> ofGrounds > 0).orElseGet(() -> {
            Geometry all = FACTORY.createGeometryCollection(
                    grounds.stream().flatMap(g -> polygons(g).stream()).toArray(Geometry[]::new));
            return of(left(OverlayNGRobust.union(all)));
        });
    }

    /** A millimetre, in degrees: borders that were cut twice, on different days, are no farther apart. */
    public static final double SEAM = 1e-8;

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
    public static MultiPolygon closed(Collection<Polygon> grounds) {
        UnaryUnionOp union = new UnaryUnionOp(grounds);
        union.setUnionFunction(OVER_SEAMS);
        Geometry closed = union.union();
        return closed == null ? none() : of(left(closed));
    }

    public static MultiPolygon common(Geometry a, Geometry b) {
        if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
            return none();
        }
        Curves curves = new Curves();
        curves.walk(a, true, b.getEnvelopeInternal());
        curves.walk(b, false, a.getEnvelopeInternal());
        return faces(curves, (ofA, ofB) -> ofA > 0 && ofB > 0)
                .orElseGet(() -> of(left(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION))));
    }

    public static MultiPolygon without(Geometry a, Geometry b) {
        return without(a, List.of(b));
    }

    /** What of a ground lies in none of others, which may overlap each other. */
    public static MultiPolygon without(Geometry ground, List<? extends Geometry> others) {
        Envelope at = ground.getEnvelopeInternal();
        List<? extends Geometry> near = others.stream()
                .filter(o -> at.intersects(o.getEnvelopeInternal()))
                .toList();
        if (near.isEmpty()) {
            return of(polygons(ground));
        }
        Curves curves = new Curves();
        curves.walk(ground, true, Curves.EVERYWHERE);
        near.forEach(o -> curves.walk(o, false, at));
        return faces(curves, (ofGround, ofOthers) -> ofGround > 0 && ofOthers <= 0)
                .orElseGet(() -> of(left(OverlayNGRobust.overlay(
                        ground, near.size() == 1 ? near.getFirst() : union(near), OverlayNG.DIFFERENCE))));
    }

    private static Optional<MultiPolygon> faces(Curves curves, Arrangement.Wanted wanted) {
        return Arrangement.of(curves).flatMap(a -> a.polygons(wanted)).map(Grounds::of);
    }
}
