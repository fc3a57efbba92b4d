package holdfast.territory;

import holdfast.territory.cut.Grounds;
import holdfast.territory.series.MapProgress;
import holdfast.territory.series.MapSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Small maps for tests. */
public final class Drawn {
    private Drawn() {}

    /**
     * A ring around a rectangle, as GeoJSON has it. Parallels are no geodesics: they get a position at every hundredth of a degree, so that rectangles side by side have edges in
     * common.
     */
    static String ring(double west, double south, double east, double north) {
        List<String> positions = new ArrayList<>();
        List<Double> across = across(west, east);
        across.forEach(x -> positions.add("[" + x + "," + south + "]"));
        across.reversed().forEach(x -> positions.add("[" + x + "," + north + "]"));
        positions.add(positions.getFirst());
        return "[" + String.join(",", positions) + "]";
    }

    private static List<Double> across(double west, double east) {
        List<Double> across = new ArrayList<>(List.of(west));
        for (long hundredth = (long) Math.floor(west * 100) + 1; hundredth / 100.0 < east; hundredth++) {
            across.add(hundredth / 100.0);
        }
        across.add(east);
        return across;
    }

    static String polygon(String... rings) {
        return "{\"type\":\"Polygon\",\"coordinates\":[" + String.join(",", rings) + "]}";
    }

    /** A square with its lower left corner there. */
    static Polygon square(double west, double south, double degrees) {
        return Grounds.FACTORY.createPolygon(new Coordinate[] {
            new Coordinate(west, south),
            new Coordinate(west + degrees, south),
            new Coordinate(west + degrees, south + degrees),
            new Coordinate(west, south + degrees),
            new Coordinate(west, south)
        });
    }

    static String geoJson(Geometry ground) {
        List<String> polygons = new ArrayList<>();
        for (Polygon polygon : Grounds.polygons(ground)) {
            List<String> rings = new ArrayList<>(List.of(positions(polygon.getExteriorRing())));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                rings.add(positions(polygon.getInteriorRingN(i)));
            }
            polygons.add("[" + String.join(",", rings) + "]");
        }
        return "{\"type\":\"MultiPolygon\",\"coordinates\":[" + String.join(",", polygons) + "]}";
    }

    private static String positions(LineString ring) {
        List<String> positions = new ArrayList<>();
        for (Coordinate at : ring.getCoordinates()) {
            positions.add("[" + at.x + "," + at.y + "]");
        }
        return "[" + String.join(",", positions) + "]";
    }

    static String feature(String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
    }

    static String map(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}";
    }

    static Path file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    public static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Territory read(Path series, Consumer<Day> days) throws IOException {
        return Territory.read(MapSeries.open(series), List.of(), List.of(), 1, days, MapProgress.NONE);
    }

    /** One to four stars, some with a hole, joined where they overlap. */
    public static MultiPolygon ground(Random random, double longitude, double latitude, double size) {
        List<Polygon> stars = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            double x = longitude + size * (random.nextDouble() - 0.5);
            double y = latitude + size * (random.nextDouble() - 0.5);
            Polygon star = star(random, x, y, size * (0.3 + random.nextDouble()) / 2);
            Polygon hole = star(random, x, y, size * 0.05);
            stars.addAll(Grounds.polygons(random.nextBoolean() ? Grounds.without(star, hole) : star));
        }
        return Grounds.union(stars);
    }

    public static Polygon star(Random random, double x, double y, double radius) {
        int corners = 3 + random.nextInt(40);
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double turn = 2 * Math.PI * i / corners;
            double r = radius * (0.4 + 0.6 * random.nextDouble());
            ring.add(new Coordinate(x + r * Math.cos(turn), y + r * Math.sin(turn)));
        }
        ring.add(ring.getFirst());
        return Grounds.FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** The next day's map of the same source: bites taken and pieces added, the rest to the last digit the same. */
    public static MultiPolygon moved(Random random, MultiPolygon ground, double size) {
        MultiPolygon moved = ground;
        for (int i = 0; i < 3; i++) {
            Coordinate[] border = moved.isEmpty() ? ground.getCoordinates() : moved.getCoordinates();
            Coordinate at = border[random.nextInt(border.length)];
            Polygon piece = star(random, at.x, at.y, size * 0.1);
            moved = random.nextBoolean() ? Grounds.union(List.of(moved, piece)) : Grounds.without(moved, piece);
        }
        return moved;
    }
}
