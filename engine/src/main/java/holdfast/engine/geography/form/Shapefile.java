package holdfast.engine.geography.form;

import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.Features;
import holdfast.engine.geography.drawing.Gdal;
import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.Trail;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;

/**
 * Reads a shapefile: shapes, the table with a row for each, and the coordinate system beside them. Heights and measures are left away. A polygon's rings come in any order: those that run
 * clockwise are its outer ones, the others holes in the outer ring around them.
 */
final class Shapefile {
    static final int CODE = 9994;
    private static final int HEADER = 100;
    private static final int VERSION = 1000;

    static final MapForm FORM =
            new MapForm(List.of("shp"), List.of(), List.of("dbf", "prj", "cpg"), Shapefile::recognised);

    /** What else may lie beside one. */
    private static final List<String> FURTHER_PARTS = List.of("shx", "sbn", "sbx");

    private final Trail file;
    private final ByteBuffer bytes;
    private final Companions beside;
    private final List<String> remarks = new ArrayList<>();

    private Shapefile(Trail file, byte[] shapes, Companions beside) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(shapes);
        this.beside = beside;
    }

    /** By how it begins; what is only called a shapefile, or is a part of one, is refused. */
    private static Optional<Drawing> recognised(MapContent map) {
        if (map.begins("\0\0\u0027\n")) {
            return Optional.of(new Shapefile(map.file, map.bytes, map.beside).drawing());
        }
        if (Stream.concat(FORM.parts().stream(), FURTHER_PARTS.stream()).anyMatch(map::isNamed)) {
            throw map.file.problem(
                    "this is a part of a shapefile", "give the file of the same name with the ending .shp");
        }
        if (map.isNamed("shp")) {
            throw map.file.problem(
                    "the shapefile (.shp) is damaged: its head is not that of a shapefile", "fetch or export it again");
        }
        return Optional.empty();
    }

    private Drawing drawing() {
        header();
        GeometryNodes nodes = new GeometryNodes(file, projection());
        DbfTable table = new DbfTable(
                file,
                beside.with("dbf")
                        .orElseThrow(() -> file.problem(
                                "its table, the file of the same name with the ending .dbf, is missing",
                                "a shapefile is at least .shp, .dbf and .prj: put them side by side, or into one zip (the zone of an"
                                        + " agreement is one file, so there it is a zip)")),
                beside.with("cpg"));
        List<GeoFeature> features = new ArrayList<>();
        int at = HEADER;
        while (at < bytes.capacity()) {
            Trail trail = file.in("shape", features.size());
            if (bytes.capacity() - at < 12) {
                throw broken(trail, "the file ends in the middle");
            }
            long length = 2L * bytes.order(ByteOrder.BIG_ENDIAN).getInt(at + 4);
            if (length < 4 || at + 8 + length > bytes.capacity()) {
                throw broken(
                        trail,
                        "it says that it has " + length + " bytes, and " + (bytes.capacity() - at - 8)
                                + " are left in the file");
            }
            if (features.size() == table.rows()) {
                throw file.problem(
                        "it has more shapes than its table (.dbf) has rows, " + table.rows(),
                        "the two do not belong together, or one is not complete: export them again");
            }
            ByteBuffer content = bytes.slice(at + 8, (int) length).order(ByteOrder.LITTLE_ENDIAN);
            features.add(Features.tolerant(trail, shape(content, trail, nodes), table.row(features.size(), trail)));
            if (features.size() > MapBounds.MOST_FEATURES) {
                throw MapBounds.tooManyFeatures(file);
            }
            at += 8 + (int) length;
        }
        if (features.size() != table.rows()) {
            throw file.problem(
                    "it has " + features.size() + " shapes, and its table (.dbf) has " + table.rows() + " rows",
                    "the two do not belong together, or one is not complete: export them again");
        }
        if (features.isEmpty()) {
            throw file.problem("there are no shapes in it", "expected at least one");
        }
        return new Drawing(file, false, features, remarks);
    }

    private void header() {
        if (bytes.capacity() < HEADER) {
            throw broken(file, "the file ends in the middle");
        }
        long length = 2L * bytes.getInt(24);
        int version = bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(28);
        if (bytes.order(ByteOrder.BIG_ENDIAN).getInt(0) != CODE || version != VERSION) {
            throw broken(file, "its head is not that of a shapefile");
        }
        if (length != bytes.capacity()) {
            throw broken(file, "it says that it has " + length + " bytes, and it has " + bytes.capacity());
        }
        int type = bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
        if (type == 31) {
            throw multiPatch(file);
        }
    }

    private Projection projection() {
        String text = beside.with("prj")
                .map(b -> new String(b, StandardCharsets.UTF_8).replace("\uFEFF", ""))
                .orElseThrow(() -> file.problem(
                        "nothing says in which coordinate system it is: the file of the same name with the ending"
                                + " .prj is missing",
                        "put it beside or into the zip (the zone of an agreement is one file, so there a shapefile is a zip);"
                                + " if the numbers are longitude and latitude on WGS84, "
                                + Gdal.turns(file, "-s_srs EPSG:4326")));
        return CrsText.projection(text)
                .orElseThrow(() -> file.problem(
                        "its coordinate system (.prj) is `" + CrsText.name(text)
                                + "`, and only longitude and latitude on WGS84 and the Mercator map of the web are"
                                + " read",
                        Gdal.turns(file, "")));
    }

    private JsonNode shape(ByteBuffer content, Trail at, GeometryNodes nodes) {
        int type = content.getInt(0);
        return switch (type) {
            case 0 -> NullNode.getInstance();
            case 1, 11, 21 -> {
                need(content, 20, at);
                yield GeometryNodes.geometry("Point", nodes.position(content.getDouble(4), content.getDouble(12)));
            }
            case 8, 18, 28 -> {
                need(content, 40, at);
                Coordinate[] points = points(content, 40, count(content, 36, at), at);
                yield GeometryNodes.geometry("MultiPoint", nodes.positions(points));
            }
            case 3, 13, 23 -> {
                ArrayNode lines = GeometryNodes.list();
                parts(content, at).forEach(line -> lines.add(nodes.positions(line)));
                yield GeometryNodes.geometry("MultiLineString", lines);
            }
            case 5, 15, 25 -> polygons(parts(content, at), at, nodes);
            case 31 -> throw multiPatch(at);
            default -> throw broken(at, "there is no kind of shapes " + Integer.toUnsignedString(type));
        };
    }

    private static int count(ByteBuffer content, int at, Trail trail) {
        int count = content.getInt(at);
        if (count < 0 || count > content.capacity() / 4) {
            throw broken(
                    trail,
                    "it says that it has " + Integer.toUnsignedString(count) + " parts or positions, and it" + " has "
                            + content.capacity() + " bytes");
        }
        return count;
    }

    private static List<Coordinate[]> parts(ByteBuffer content, Trail at) {
        need(content, 44, at);
        int parts = count(content, 36, at);
        int positions = count(content, 40, at);
        long begin = 44 + 4L * parts;
        need(content, begin, at);
        Coordinate[] all = points(content, (int) begin, positions, at);
        List<Coordinate[]> found = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int from = content.getInt(44 + 4 * i);
            int to = i + 1 < parts ? content.getInt(44 + 4 * (i + 1)) : positions;
            if (from < 0 || to < from || to > positions || i == 0 && from != 0) {
                throw broken(at, "ring " + (i + 1) + " goes from position " + from + " to " + to + " of " + positions);
            }
            Coordinate[] part = new Coordinate[to - from];
            System.arraycopy(all, from, part, 0, part.length);
            found.add(part);
        }
        return found;
    }

    private static Coordinate[] points(ByteBuffer content, int begin, int count, Trail at) {
        need(content, begin + 16L * count, at);
        Coordinate[] points = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            points[i] = new CoordinateXY(content.getDouble(begin + 16 * i), content.getDouble(begin + 16 * i + 8));
        }
        return points;
    }

    private static void need(ByteBuffer content, long length, Trail at) {
        if (content.capacity() < length) {
            throw broken(at, "it has " + content.capacity() + " bytes, and " + length + " were expected");
        }
    }

    private record Outer(Coordinate[] ring, Envelope reach, ArrayNode rings) {}

    private JsonNode polygons(List<Coordinate[]> rings, Trail at, GeometryNodes nodes) {
        if (rings.isEmpty()) {
            return MissingNode.getInstance();
        }
        List<Outer> outers = new ArrayList<>();
        List<Coordinate[]> holes = new ArrayList<>();
        for (Coordinate[] ring : rings) {
            if (ring.length >= 4 && isFinite(ring) && Orientation.isCCW(ring)) {
                holes.add(ring);
            } else {
                outers.add(outer(ring, nodes));
            }
        }
        int lone = 0;
        List<Outer> others = new ArrayList<>();
        for (Coordinate[] hole : holes) {
            Optional<Outer> around = around(hole, outers);
            if (around.isPresent()) {
                around.get().rings().add(nodes.positions(hole));
            } else {
                others.add(outer(hole, nodes));
                lone++;
            }
        }
        if (lone > 0) {
            remarks.add(at + ": " + lone + (lone == 1 ? " ring runs" : " rings run") + " as holes do and lie"
                    + (lone == 1 ? "s" : "") + " in no polygon; read as ground");
        }
        outers.addAll(others);
        return GeometryNodes.polygons(outers.stream().map(Outer::rings).toList());
    }

    private static Outer outer(Coordinate[] ring, GeometryNodes nodes) {
        Envelope reach = new Envelope();
        for (Coordinate c : ring) {
            reach.expandToInclude(c);
        }
        return new Outer(ring, reach, GeometryNodes.list().add(nodes.positions(ring)));
    }

    /** The smallest outer ring in which a hole lies. Positions that both have in common do not tell. */
    private static Optional<Outer> around(Coordinate[] hole, List<Outer> outers) {
        Envelope reach = new Envelope();
        for (Coordinate c : hole) {
            reach.expandToInclude(c);
        }
        Optional<Outer> smallest = Optional.empty();
        for (Outer outer : outers) {
            if (outer.reach().covers(reach)
                    && lies(hole, outer)
                    && smallest.map(s -> outer.reach().getArea() < s.reach().getArea())
                            .orElse(true)) {
                smallest = Optional.of(outer);
            }
        }
        return smallest;
    }

    private static boolean lies(Coordinate[] hole, Outer outer) {
        for (Coordinate c : hole) {
            int where = PointLocation.locateInRing(c, outer.ring());
            if (where != Location.BOUNDARY) {
                return where == Location.INTERIOR;
            }
        }
        return true;
    }

    private static boolean isFinite(Coordinate[] ring) {
        for (Coordinate c : ring) {
            if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
                return false;
            }
        }
        return true;
    }

    private static GeographyProblem broken(Trail at, String found) {
        return at.problem("the shapefile (.shp) is damaged: " + found, "fetch or export it again");
    }

    private GeographyProblem multiPatch(Trail at) {
        return at.problem(
                "it is a surface in space (MultiPatch), which is no ground",
                Gdal.turns(file, "-nlt MULTIPOLYGON -dim XY"));
    }
}
