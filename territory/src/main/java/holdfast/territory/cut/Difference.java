package holdfast.territory.cut;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.intervalrtree.SortedPackedIntervalRTree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * What was gained and lost between two grounds. Two maps of one source share nearly all of their edges, so only those
 * that they do not share are looked at:
 *
 * <ol>
 *   <li>Each border is walked with its ground on the left. Edges of the later ground count +1, edges of the earlier
 * one -1 (or the other way round where they run
 *       the other way); what cancels is gone.
 *   <li>What is left are closed curves. They are cut into short parts along their geodesics, so that a part that
 * another border crosses keeps its length and
 *       area, and are split where they meet.
 *   <li>Around a place of the plane they wind once if it was gained, minus once if it was lost, and not at all
 * otherwise.
 * </ol>
 *
 * @param gained in the later ground and not in the earlier one; pieces do not overlap
 * @param lost the other way round
 */
public record Difference(List<Polygon> gained, List<Polygon> lost) {
    private record Edge(double x1, double y1, double x2, double y2) {}

    /** @param turns how often the curve runs along it, from the lower to the upper end */
    private record Upward(Coordinate low, Coordinate high, int turns) {}

    /** Both grounds valid, their polygons not overlapping. */
    public static Difference between(Geometry before, Geometry after) {
        Edges edges = new Edges(before.getNumPoints() + after.getNumPoints());
        edges.walk(after, 1);
        edges.walk(before, -1);
        return edges.areNone() ? new Difference(List.of(), List.of()) : of(edges);
    }

    private static Difference of(Edges edges) {
        Curves curves = new Curves();
        edges.forEach((from, to, turns) -> {
            Coordinate[] parts = ShortParts.of(from, to);
            for (int i = 1; i < parts.length; i++) {
                curves.add(parts[i - 1].x, parts[i - 1].y, parts[i].x, parts[i].y, turns, 0);
            }
        });
        return Arrangement.of(curves).flatMap(Difference::of).orElseGet(() -> snapped(edges));
    }

    private static Optional<Difference> of(Arrangement arrangement) {
        Optional<List<Polygon>> gained = arrangement.polygons((turns, none) -> turns > 0);
        Optional<List<Polygon>> lost = arrangement.polygons((turns, none) -> turns < 0);
        return gained.flatMap(g -> lost.map(l -> new Difference(inOrder(g), inOrder(l))));
    }

    /**
     * Where rounding leaves it open how the edges lie to one another: noded by a library that then snaps them
     * together.
     */
    private static Difference snapped(Edges edges) {
        List<LineString> lines = new ArrayList<>();
        SortedPackedIntervalRTree byLatitude = new SortedPackedIntervalRTree();
        edges.forEach((from, to, turns) -> {
            Coordinate[] parts = ShortParts.of(from, to);
            lines.add(Grounds.FACTORY.createLineString(parts.clone()));
            for (int i = 1; i < parts.length; i++) {
                upward(parts[i - 1], parts[i], turns, byLatitude);
            }
        });
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(OverlayNGRobust.union(Grounds.FACTORY.createMultiLineString(lines.toArray(LineString[]::new))));
        List<Polygon> gained = new ArrayList<>();
        List<Polygon> lost = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            Polygon polygon = (Polygon) face;
            if (polygon.getArea() > Grounds.NOTHING) {
                int winding = winding(polygon.getInteriorPoint().getCoordinate(), byLatitude);
                if (winding != 0) {
                    (winding > 0 ? gained : lost).add(polygon);
                }
            }
        }
        return new Difference(inOrder(joined(gained)), inOrder(joined(lost)));
    }

    /** From the polygonizer they come in an order that hangs on where the machine put them in its memory. */
    private static List<Polygon> inOrder(List<Polygon> pieces) {
        List<Polygon> ordered = new ArrayList<>(pieces);
        ordered.replaceAll(p -> (Polygon) p.norm());
        ordered.sort(null);
        return ordered;
    }

    private static void upward(Coordinate a, Coordinate b, int turns, SortedPackedIntervalRTree byLatitude) {
        if (a.y < b.y) {
            byLatitude.insert(a.y, b.y, new Upward(a, b, turns));
        } else if (a.y > b.y) {
            byLatitude.insert(b.y, a.y, new Upward(b, a, -turns));
        }
    }

    /** Follows a ray to the east. */
    private static int winding(Coordinate place, SortedPackedIntervalRTree byLatitude) {
        int[] winding = new int[1];
        byLatitude.query(place.y, place.y, item -> {
            Upward edge = (Upward) item;
            if (edge.low.y <= place.y
                    && place.y < edge.high.y
                    && Orientation.index(edge.low, edge.high, place) == Orientation.LEFT) {
                winding[0] += edge.turns;
            }
        });
        return winding[0];
    }

    /** Faces that share an edge are one piece. Few do: between two of a kind lies what another border drew twice. */
    private static List<Polygon> joined(List<Polygon> faces) {
        Map<Edge, Integer> owners = new HashMap<>();
        int[] group = new int[faces.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
            for (Edge edge : edges(faces.get(i))) {
                Integer other = owners.putIfAbsent(edge, i);
                if (other != null) {
                    group[root(group, i)] = root(group, other);
                }
            }
        }
        Map<Integer, List<Polygon>> groups = new TreeMap<>();
        for (int i = 0; i < group.length; i++) {
            groups.computeIfAbsent(root(group, i), g -> new ArrayList<>()).add(faces.get(i));
        }
        List<Polygon> joined = new ArrayList<>();
        groups.values().forEach(g -> joined.addAll(g.size() == 1 ? g : Grounds.polygons(Grounds.union(g))));
        return joined;
    }

    private static int root(int[] group, int face) {
        int at = face;
        while (group[at] != at) {
            at = group[at];
        }
        return at;
    }

    private static List<Edge> edges(Polygon face) {
        List<Edge> edges = new ArrayList<>();
        edges(face.getExteriorRing(), edges);
        for (int i = 0; i < face.getNumInteriorRing(); i++) {
            edges(face.getInteriorRingN(i), edges);
        }
        return edges;
    }

    private static void edges(LineString ring, List<Edge> edges) {
        Coordinate[] positions = ring.getCoordinates();
        for (int i = 1; i < positions.length; i++) {
            Coordinate a = positions[i - 1];
            Coordinate b = positions[i];
            edges.add(a.compareTo(b) <= 0 ? new Edge(a.x, a.y, b.x, b.y) : new Edge(b.x, b.y, a.x, a.y));
        }
    }
}
