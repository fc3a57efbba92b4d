package holdfast.engine.geography;

import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.language.diagnostic.Place;
import holdfast.language.model.Zone;
import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The line around a ground: borders between parts of the ground are none, and what lies along a coast or an outer border is left away where the text says so. */
final class Edges {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Between two places so near, the line is either near the coast or not. */
    private static final double STEP_METRES = 200;

    /** To a metre or less. */
    private static final int HALVINGS = 10;

    private final List<Ground> without = new ArrayList<>();
    private final double km;
    private final List<LineString> kept = new ArrayList<>();
    private final List<Coordinate> open = new ArrayList<>();

    private Edges(Zone.Edge edge) {
        this.km = edge.km().doubleValue();
        edge.without().forEach(zone -> without.add(new Ground(Geography.geometries(zone))));
    }

    /** @throws GeographyProblem if there is no ground, or nothing is left of its edge */
    static Geometry of(Zone.FromFile zone, List<Geometry> ground) {
        List<Polygon> areas = new ArrayList<>();
        ground.forEach(g -> collect(g, areas));
        if (areas.isEmpty()) {
            throw new GeographyProblem(
                    Place.onMap(zone.file()),
                    "it shows no area, and only an area has an edge",
                    "a line is a line already");
        }
        Geometry whole = OverlayNGRobust.union(FACTORY.createMultiPolygon(areas.toArray(Polygon[]::new)));
        Geometry border = whole.getBoundary();
        Zone.Edge edge = zone.edge().orElseThrow();
        if (edge.without().isEmpty()) {
            return border;
        }
        Edges edges = new Edges(edge);
        for (int i = 0; i < border.getNumGeometries(); i++) {
            edges.walk((LineString) border.getGeometryN(i));
        }
        if (edges.kept.isEmpty()) {
            throw new GeographyProblem(
                    Place.onMap(zone.file()),
                    "nothing is left of the edge: all of it lies within "
                            + edge.km().toPlainString() + " km of what is left away",
                    "name the edge of a ground (`zone coast is the edge of land`), not the ground itself, or a smaller distance");
        }
        return FACTORY.createMultiLineString(edges.kept.toArray(LineString[]::new));
    }

    private static void collect(Geometry geometry, List<Polygon> areas) {
        if (geometry instanceof Polygon polygon) {
            areas.add(polygon);
        } else if (geometry.getNumGeometries() > 1 || geometry.getDimension() == 2) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                collect(geometry.getGeometryN(i), areas);
            }
        }
    }

    private void walk(LineString line) {
        for (int i = 1; i < line.getNumPoints(); i++) {
            Coordinate from = line.getCoordinateN(i - 1);
            Coordinate to = line.getCoordinateN(i);
            double metres = Geodesic.WGS84.Inverse(from.y, from.x, to.y, to.x).s12;
            int parts = (int) Math.clamp((long) Math.ceil(metres / STEP_METRES), 1, 100_000);
            Coordinate last = from;
            boolean lastKept = isKept(from);
            if (open.isEmpty() && lastKept) {
                open.add(from);
            }
            for (int part = 1; part <= parts; part++) {
                Coordinate next = part == parts ? to : between(from, to, (double) part / parts);
                boolean nextKept = isKept(next);
                if (lastKept != nextKept) {
                    Coordinate change = change(last, next, lastKept);
                    open.add(change);
                    if (lastKept) {
                        close();
                    }
                }
                last = next;
                lastKept = nextKept;
            }
            if (lastKept) {
                open.add(to);
            }
        }
        close();
    }

    private void close() {
        if (open.size() > 1) {
            kept.add(FACTORY.createLineString(open.toArray(Coordinate[]::new)));
        }
        open.clear();
    }

    private Coordinate change(Coordinate from, Coordinate to, boolean fromKept) {
        Coordinate low = from;
        Coordinate high = to;
        for (int i = 0; i < HALVINGS; i++) {
            Coordinate middle = between(low, high, 0.5);
            if (isKept(middle) == fromKept) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static Coordinate between(Coordinate from, Coordinate to, double part) {
        return new CoordinateXY(from.x + part * (to.x - from.x), from.y + part * (to.y - from.y));
    }

    private boolean isKept(Coordinate at) {
        return without.stream().allMatch(w -> w.kilometresFrom(at.y, at.x) > km);
    }
}
