package holdfast.engine.reference;

import holdfast.language.model.Agreement;
import holdfast.language.model.Value;
import holdfast.language.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places and zones, roughly: one polygon for each zone, edges straight in longitude and latitude, distances on a sphere to points along them.
 * Cases must keep well away (a few per cent) from every limit.
 */
record Geometry(Agreement agreement) {

    private static final Pattern POSITION = Pattern.compile("\\[\\s*(-?[\\d.]+)\\s*,\\s*(-?[\\d.]+)\\s*]");
    private static final double EARTH_RADIUS_KM = 6371.009;
    private static final int POINTS_ALONG_AN_EDGE = 400;

    private record Point(double lon, double lat) {}

    boolean contains(String zone, Value.Place place) {
        return switch (zone(zone)) {
            case Zone.FromFile file -> contains(ring(file), new Point(place.longitude(), place.latitude()));
            case Zone.Around around ->
                distance(around.of(), place) <= around.km().doubleValue();
        };
    }

    /** In km; 0 inside. */
    double distance(String zone, Value.Place place) {
        return switch (zone(zone)) {
            case Zone.FromFile file -> distance(ring(file), new Point(place.longitude(), place.latitude()));
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

    /** The positions in the file's text; the last is the first again. */
    private static List<Point> ring(Zone.FromFile file) {
        List<Point> ring = new ArrayList<>();
        Matcher position = POSITION.matcher(file.geoJson());
        while (position.find()) {
            ring.add(new Point(Double.parseDouble(position.group(1)), Double.parseDouble(position.group(2))));
        }
        return ring;
    }

    /** Whether a ray to the east crosses the ring an odd number of times. */
    private static boolean contains(List<Point> ring, Point p) {
        boolean inside = false;
        for (int i = 1; i < ring.size(); i++) {
            Point a = ring.get(i - 1);
            Point b = ring.get(i);
            boolean spans = (a.lat() > p.lat()) != (b.lat() > p.lat());
            if (spans && p.lon() < a.lon() + (b.lon() - a.lon()) * (p.lat() - a.lat()) / (b.lat() - a.lat())) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static double distance(List<Point> ring, Point p) {
        if (contains(ring, p)) {
            return 0;
        }
        double least = Double.MAX_VALUE;
        for (int i = 1; i < ring.size(); i++) {
            Point a = ring.get(i - 1);
            Point b = ring.get(i);
            for (int k = 0; k <= POINTS_ALONG_AN_EDGE; k++) {
                double part = (double) k / POINTS_ALONG_AN_EDGE;
                Point q = new Point(a.lon() + part * (b.lon() - a.lon()), a.lat() + part * (b.lat() - a.lat()));
                least = Math.min(least, distance(p, q));
            }
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
