package holdfast.engine.geography;

import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.language.model.Agreement;
import holdfast.language.model.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Places on both sides of a zone's border, and of distances from it: where a text that asks whether a place is in a zone, or so near to it, can get another answer.
 * Proposals only: how far each is, is for the {@link Shape} to say.
 */
public final class Nearby {
    /** Of a border with many corners so many edges, spread along it, are looked at. */
    private static final int MOST_EDGES = 16;

    private static final double JUST_KM = 0.02;
    private static final double METRES_IN_KM = 1000;

    /** A position in degrees on WGS84. */
    public record Position(double latitude, double longitude) {}

    private record Edge(Coordinate from, Coordinate to) {}

    private final List<Position> found = new ArrayList<>();
    private final TreeSet<Double> distances = new TreeSet<>();

    private Nearby() {}

    /**
     * @param kilometres distances from the zone that the text tells apart
     * @return nothing for a zone whose file cannot be read
     */
    public static List<Position> of(Agreement agreement, String zone, List<Double> kilometres) {
        double around = 0;
        Optional<Zone> at = named(agreement, zone);
        for (int i = 0; i <= agreement.zones().size() && at.orElse(null) instanceof Zone.Around outer; i++) {
            around += outer.km().doubleValue();
            at = named(agreement, outer.of());
        }
        if (!(at.orElse(null) instanceof Zone.FromFile file)) {
            return List.of();
        }
        Nearby nearby = new Nearby();
        nearby.distances.add(0.0);
        nearby.distances.add(around);
        for (double km : kilometres) {
            nearby.distances.add(around + km);
        }
        try {
            nearby.around(Geography.geometries(file));
        } catch (GeographyProblem unreadable) {
            return List.of();
        }
        return nearby.found;
    }

    private static Optional<Zone> named(Agreement agreement, String name) {
        return agreement.zones().stream().filter(z -> z.name().equals(name)).findFirst();
    }

    private void around(List<Geometry> geometries) {
        List<Edge> edges = new ArrayList<>();
        List<Coordinate> corners = new ArrayList<>();
        geometries.forEach(g -> add(g, edges, corners));
        List<Double> steps = steps();
        for (Comparator<Coordinate> order : List.<Comparator<Coordinate>>of(
                Comparator.comparingDouble(c -> -c.y),
                Comparator.comparingDouble(c -> c.y),
                Comparator.comparingDouble(c -> -c.x),
                Comparator.comparingDouble(c -> c.x))) {
            // From the outermost corner straight on nothing of it is nearer.
            corners.stream().min(order).ifPresent(corner -> {
                for (int bearing = 0; bearing < 360; bearing += 90) {
                    for (double km : steps) {
                        step(corner, bearing, km);
                    }
                }
            });
        }
        int stride = Math.max(1, (edges.size() + MOST_EDGES - 1) / MOST_EDGES);
        for (int i = 0; i < edges.size(); i += stride) {
            Edge edge = edges.get(i);
            Coordinate middle = new Coordinate((edge.from().x + edge.to().x) / 2, (edge.from().y + edge.to().y) / 2);
            double along = Geodesic.WGS84.Inverse(edge.from().y, edge.from().x, edge.to().y, edge.to().x).azi1;
            for (double km : steps) {
                step(middle, along + 90, km);
                step(middle, along - 90, km);
            }
        }
    }

    /** On the border; between every two distances; and just on either side of each. */
    private List<Double> steps() {
        List<Double> steps = new ArrayList<>();
        double last = -1;
        for (double km : distances) {
            if (last >= 0) {
                steps.add((last + km) / 2);
            }
            last = km;
        }
        steps.add(last * 1.25 + 1);
        for (double km : distances) {
            steps.add(km + JUST_KM);
            if (km > JUST_KM) {
                steps.add(km - JUST_KM);
            }
        }
        return steps;
    }

    private void add(Geometry geometry, List<Edge> edges, List<Coordinate> corners) {
        switch (geometry) {
            case Polygon polygon -> {
                Point inside = polygon.getInteriorPoint();
                found.add(new Position(inside.getY(), inside.getX()));
                cut(polygon.getExteriorRing(), edges, corners);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    cut(polygon.getInteriorRingN(i), edges, corners);
                    Point hole = polygon.getFactory()
                            .createPolygon(polygon.getInteriorRingN(i))
                            .getInteriorPoint();
                    found.add(new Position(hole.getY(), hole.getX()));
                }
            }
            case LineString line -> cut(line, edges, corners);
            case Point point -> {
                found.add(new Position(point.getY(), point.getX()));
                corners.add(point.getCoordinate());
            }
            default -> {
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    add(geometry.getGeometryN(i), edges, corners);
                }
            }
        }
    }

    private void cut(LineString line, List<Edge> edges, List<Coordinate> corners) {
        for (int i = 0; i < line.getNumPoints(); i++) {
            corners.add(line.getCoordinateN(i));
            if (i > 0) {
                edges.add(new Edge(line.getCoordinateN(i - 1), line.getCoordinateN(i)));
            }
        }
        if (line.getNumPoints() > 0) {
            Coordinate first = line.getCoordinateN(0);
            found.add(new Position(first.y, first.x));
        }
    }

    private void step(Coordinate from, double bearing, double km) {
        GeodesicData to = Geodesic.WGS84.Direct(from.y, from.x, bearing, km * METRES_IN_KM);
        found.add(new Position(to.lat2, to.lon2));
    }
}
