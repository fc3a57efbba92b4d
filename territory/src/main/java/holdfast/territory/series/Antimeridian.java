package holdfast.territory.series;

import holdfast.territory.cut.Grounds;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Ground on both sides of the 180th meridian, which GeoJSON cuts there (RFC 7946, 3.1.9), is put together again: what lies west of Greenwich continues east of 180
 * degrees. Ground that also reaches across Greenwich, as a polar cap does, stays as it is.
 */
final class Antimeridian {
    private static final double ROUND = 360;
    private static final double HALF = 180;

    private Antimeridian() {}

    /** Whether ground lies against the 180th meridian from both sides, and may be put together there. */
    static boolean cuts(ControlMap map) {
        Envelope all = map.envelope();
        return all.getMaxX() == HALF
                && all.getMinX() == -HALF
                && map.grounds().values().stream()
                        .flatMap(g -> Grounds.polygons(g).stream())
                        .noneMatch(Antimeridian::isAcrossGreenwich);
    }

    static MultiPolygon joined(MultiPolygon ground) {
        List<Polygon> polygons = new ArrayList<>();
        for (Polygon polygon : Grounds.polygons(ground)) {
            boolean west = polygon.getEnvelopeInternal().getMinX() < 0 && !isAcrossGreenwich(polygon);
            polygons.add(west ? moved(polygon) : polygon);
        }
        return Grounds.union(polygons);
    }

    private static boolean isAcrossGreenwich(Polygon polygon) {
        Envelope at = polygon.getEnvelopeInternal();
        return at.getMinX() < 0 && at.getMaxX() > 0;
    }

    private static Polygon moved(Polygon polygon) {
        Polygon moved = (Polygon) polygon.copy();
        moved.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence positions, int i) {
                positions.setOrdinate(i, Coordinate.X, positions.getX(i) + ROUND);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return moved;
    }
}
