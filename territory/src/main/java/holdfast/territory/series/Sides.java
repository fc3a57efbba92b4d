package holdfast.territory.series;

import holdfast.territory.cut.Ellipsoid;
import holdfast.territory.cut.Grounds;
import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * What of a strip lies left of its lines, and what lies right.
 *
 * <p>The lines cut the strip into faces. A face that has lines along its border, all of them with the face on their left, is left of them. A face that reaches round the end of a line
 * has both; there the line is continued straight on, as far as the strip is wide.
 */
public final class Sides {
    private final List<List<Coordinate>> lines;
    private final double metres;

    /** A tenth of a metre beside a line, in degrees. */
    private static final double BESIDE = 1e-6;

    /** A face with less of its lines on the other side than this is clear. */
    private static final double CLEAR = 1e-3;

    public Sides(List<List<Coordinate>> lines, double metres) {
        this.lines = lines;
        this.metres = metres;
    }

    /** @throws IllegalArgumentException if the lines cross, so that they have no sides */
    public MultiPolygon of(MultiPolygon strip, boolean left) {
        refuseCrossings();
        List<Polygon> wanted = new ArrayList<>();
        List<Polygon> unclear = new ArrayList<>();
        sort(faces(strip, List.of()), left, wanted, unclear);
        if (!unclear.isEmpty()) {
            List<Polygon> cut = faces(Grounds.of(unclear), ends());
            List<Polygon> still = new ArrayList<>();
            sort(cut, left, wanted, still);
            // The continuation met a line before it had cut the face: where its middle lies decides.
            still.stream().filter(face -> isNearerLeft(face) == left).forEach(wanted::add);
        }
        return Grounds.union(wanted);
    }

    private void refuseCrossings() {
        LineString[] all = lines.stream()
                .map(l -> Grounds.FACTORY.createLineString(l.toArray(Coordinate[]::new)))
                .toArray(LineString[]::new);
        if (!Grounds.FACTORY.createMultiLineString(all).isSimple()) {
            throw new IllegalArgumentException("the line crosses itself, and has no left and right side there");
        }
    }

    private List<Polygon> faces(MultiPolygon ground, List<LineString> more) {
        List<Geometry> edges = new ArrayList<>(more);
        edges.add(ground.getBoundary());
        lines.forEach(l -> edges.add(Grounds.FACTORY.createLineString(l.toArray(Coordinate[]::new))));
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(
                OverlayNGRobust.union(Grounds.FACTORY.createGeometryCollection(edges.toArray(Geometry[]::new))));
        List<Polygon> faces = new ArrayList<>();
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(ground);
        for (Object face : polygonizer.getPolygons()) {
            Polygon polygon = (Polygon) face;
            if (polygon.getArea() > Grounds.NOTHING
                    && inside.locate(polygon.getInteriorPoint().getCoordinate()) == Location.INTERIOR) {
                faces.add(polygon);
            }
        }
        return faces;
    }

    private void sort(List<Polygon> faces, boolean left, List<Polygon> wanted, List<Polygon> unclear) {
        STRtree tree = new STRtree();
        double[][] beside = new double[faces.size()][2];
        for (int i = 0; i < faces.size(); i++) {
            tree.insert(faces.get(i).getEnvelopeInternal(), new Face(i, new IndexedPointInAreaLocator(faces.get(i))));
        }
        for (List<Coordinate> line : lines) {
            for (int i = 1; i < line.size(); i++) {
                Coordinate from = line.get(i - 1);
                Coordinate to = line.get(i);
                double length = from.distance(to);
                double step = Math.min(BESIDE, length / 10) / length;
                double x = (from.x + to.x) / 2;
                double y = (from.y + to.y) / 2;
                double dx = (to.x - from.x) * step;
                double dy = (to.y - from.y) * step;
                count(tree, new CoordinateXY(x - dy, y + dx), 0, length, beside);
                count(tree, new CoordinateXY(x + dy, y - dx), 1, length, beside);
            }
        }
        for (int i = 0; i < faces.size(); i++) {
            double itsLeft = beside[i][0];
            double itsRight = beside[i][1];
            if (Math.min(itsLeft, itsRight) > CLEAR * (itsLeft + itsRight)) {
                unclear.add(faces.get(i));
            } else if ((itsLeft == itsRight ? isNearerLeft(faces.get(i)) : itsLeft > itsRight) == left) {
                wanted.add(faces.get(i));
            }
        }
    }

    private record Face(int number, IndexedPointInAreaLocator inside) {}

    private static void count(STRtree tree, Coordinate at, int side, double length, double[][] beside) {
        for (Object near : tree.query(new Envelope(at))) {
            Face face = (Face) near;
            if (face.inside().locate(at) == Location.INTERIOR) {
                beside[face.number()][side] += length;
            }
        }
    }

    /** By the part of a line that is nearest to a place in the middle of the face. */
    private boolean isNearerLeft(Polygon face) {
        Coordinate at = face.getInteriorPoint().getCoordinate();
        double squeeze = Math.cos(Math.toRadians(at.y));
        double nearest = Double.POSITIVE_INFINITY;
        boolean isLeft = true;
        for (List<Coordinate> line : lines) {
            for (int i = 1; i < line.size(); i++) {
                Coordinate from = line.get(i - 1);
                Coordinate to = line.get(i);
                double dx = (to.x - from.x) * squeeze;
                double dy = to.y - from.y;
                double px = (at.x - from.x) * squeeze;
                double py = at.y - from.y;
                double along = Math.clamp((px * dx + py * dy) / (dx * dx + dy * dy), 0, 1);
                double distance = Math.hypot(px - along * dx, py - along * dy);
                // At a bend two parts are equally near, and the place lies on the outer side of that bend.
                if (distance < nearest * (1 - 1e-12)) {
                    nearest = distance;
                    isLeft = along == 1 && i + 1 < line.size()
                            ? isLeftOfBend(from, to, line.get(i + 1), at)
                            : Orientation.index(from, to, at) == Orientation.LEFT;
                }
            }
        }
        return isLeft;
    }

    private static boolean isLeftOfBend(Coordinate from, Coordinate bend, Coordinate to, Coordinate at) {
        boolean first = Orientation.index(from, bend, at) == Orientation.LEFT;
        boolean second = Orientation.index(bend, to, at) == Orientation.LEFT;
        return Orientation.index(from, bend, to) == Orientation.LEFT ? first && second : first || second;
    }

    /** Each end of a line, continued straight on as far as the strip is wide, or to the next line. */
    private List<LineString> ends() {
        List<LineString> ends = new ArrayList<>();
        for (List<Coordinate> line : lines) {
            if (!line.getFirst().equals2D(line.getLast())) {
                ends.add(continued(line.get(1), line.getFirst()));
                ends.add(continued(line.get(line.size() - 2), line.getLast()));
            }
        }
        return ends;
    }

    private LineString continued(Coordinate before, Coordinate end) {
        double azimuth = Geodesic.WGS84.Inverse(before.y, before.x, end.y, end.x).azi2;
        List<Coordinate> on = new ArrayList<>(List.of(end));
        for (int i = 1; i <= PARTS; i++) {
            on.add(Ellipsoid.away(end, azimuth, 2.5 * metres * i / PARTS));
        }
        return Grounds.FACTORY.createLineString(on.toArray(Coordinate[]::new));
    }

    private static final int PARTS = 16;
}
