package holdfast.reference;

import holdfast.language.model.Agreement;
import holdfast.language.model.Value;
import holdfast.language.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Places and zones, roughly: edges straight in longitude and latitude, distances on a sphere to points along them. Cases must keep well away
 * (a few per cent) from every limit.
 */
record Geometry(Agreement agreement) {

    private static final double EARTH_RADIUS_KM = 6371.009;
    private static final int POINTS_ALONG_AN_EDGE = 400;

    private record Point(double lon, double lat) {}

    /** @param ring whether it bounds an area */
    private record Path(List<Point> points, boolean ring) {}

    boolean contains(String zone, Value.Place place) {
        return switch (zone(zone)) {
            case Zone.FromFile file -> contains(paths(file), new Point(place.longitude(), place.latitude()));
            case Zone.Around around ->
                distance(around.of(), place) <= around.km().doubleValue();
        };
    }

    /** In km; 0 inside. */
    double distance(String zone, Value.Place place) {
        return switch (zone(zone)) {
            case Zone.FromFile file -> distance(paths(file), new Point(place.longitude(), place.latitude()));
            case Zone.Around around ->
                Math.max(0, distance(around.of(), place) - around.km().doubleValue());
        };
    }

    private Zone zone(String name) {
        return agreement.zones().stream()
                .filter(z -> z.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    // the file

    private static List<Path> paths(Zone.FromFile file) {
        List<Path> paths = new ArrayList<>();
        collect(new Json(file.content().text()).read(), file.feature(), paths);
        return paths;
    }

    private static void collect(Object part, String feature, List<Path> paths) {
        if (part instanceof Map<?, ?> object) {
            boolean other = "Feature".equals(object.get("type"))
                    && !feature.isEmpty()
                    && !(object.get("properties") instanceof Map<?, ?> p && feature.equals(p.get("name")));
            if (object.get("coordinates") instanceof List<?> coordinates) {
                path(coordinates, String.valueOf(object.get("type")).endsWith("Polygon"), paths);
            } else if (!other) {
                object.values().forEach(value -> collect(value, feature, paths));
            }
        } else if (part instanceof List<?> several) {
            several.forEach(one -> collect(one, feature, paths));
        }
    }

    /** A list of positions is a path; a list of lists holds several. */
    private static void path(List<?> coordinates, boolean ring, List<Path> paths) {
        if (coordinates.getFirst() instanceof Double) {
            paths.add(new Path(List.of(point(coordinates)), false));
        } else if (coordinates.getFirst() instanceof List<?> first && first.getFirst() instanceof Double) {
            paths.add(new Path(coordinates.stream().map(p -> point((List<?>) p)).toList(), ring));
        } else {
            coordinates.forEach(inner -> path((List<?>) inner, ring, paths));
        }
    }

    private static Point point(List<?> position) {
        return new Point((Double) position.get(0), (Double) position.get(1));
    }

    // the plane

    /** Whether a ray to the east crosses the rings an odd number of times. */
    private static boolean contains(List<Path> paths, Point p) {
        boolean inside = false;
        for (Path path : paths) {
            for (int i = 1; path.ring() && i < path.points().size(); i++) {
                Point a = path.points().get(i - 1);
                Point b = path.points().get(i);
                boolean spans = (a.lat() > p.lat()) != (b.lat() > p.lat());
                if (spans && p.lon() < a.lon() + (b.lon() - a.lon()) * (p.lat() - a.lat()) / (b.lat() - a.lat())) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    private static double distance(List<Path> paths, Point p) {
        if (contains(paths, p)) {
            return 0;
        }
        double least = Double.MAX_VALUE;
        for (Path path : paths) {
            for (int i = 0; i < path.points().size(); i++) {
                least = Math.min(
                        least,
                        distance(
                                p,
                                path.points().get(Math.max(0, i - 1)),
                                path.points().get(i)));
            }
        }
        return least;
    }

    /** To the nearest of some points along an edge. */
    private static double distance(Point p, Point a, Point b) {
        double least = Double.MAX_VALUE;
        for (int k = 0; k <= POINTS_ALONG_AN_EDGE; k++) {
            double part = (double) k / POINTS_ALONG_AN_EDGE;
            Point q = new Point(a.lon() + part * (b.lon() - a.lon()), a.lat() + part * (b.lat() - a.lat()));
            least = Math.min(least, distance(p, q));
        }
        return least;
    }

    private static double distance(Point p, Point q) {
        double lat = Math.toRadians(q.lat() - p.lat());
        double lon = Math.toRadians(q.lon() - p.lon());
        double h = square(Math.sin(lat / 2))
                + Math.cos(Math.toRadians(p.lat())) * Math.cos(Math.toRadians(q.lat())) * square(Math.sin(lon / 2));
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h));
    }

    private static double square(double x) {
        return x * x;
    }
}
