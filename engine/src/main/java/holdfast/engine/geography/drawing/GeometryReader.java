package holdfast.engine.geography.drawing;

import holdfast.language.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.databind.JsonNode;

/** Reads the geometry of one feature; x is the longitude, y the latitude, in degrees. */
public final class GeometryReader {
    public static final Set<String> TYPES = Set.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double HALF_ROUND = 180;

    private final Trail feature;
    private final boolean asDrawn;

    /** @param asDrawn polygons are not held to be simple */
    public GeometryReader(Trail feature, boolean asDrawn) {
        this.feature = feature;
        this.asDrawn = asDrawn;
    }

    public Geometry geometry(JsonNode geometry) {
        return geometry(geometry, feature);
    }

    private Geometry geometry(JsonNode geometry, Trail at) {
        if (geometry.isMissingNode() || geometry.isNull()) {
            throw at.problem("it has no geometry", "expected a point, a line or an area");
        }
        Crs.check(geometry, at);
        JsonNode type = geometry.path("type");
        JsonNode coordinates = geometry.path("coordinates");
        return switch (type.asString("")) {
            case "Point" -> point(coordinates, at);
            case "MultiPoint" ->
                FACTORY.createMultiPoint(
                        each(coordinates, at, "position", this::point).toArray(Point[]::new));
            case "LineString" -> line(coordinates, at);
            case "MultiLineString" ->
                FACTORY.createMultiLineString(
                        each(coordinates, at, "line", this::line).toArray(LineString[]::new));
            case "Polygon" -> polygon(coordinates, at);
            case "MultiPolygon" ->
                FACTORY.createMultiPolygon(
                        each(coordinates, at, "polygon", this::polygon).toArray(Polygon[]::new));
            case "GeometryCollection" ->
                FACTORY.createGeometryCollection(each(geometry.path("geometries"), at, "geometry", this::geometry)
                        .toArray(Geometry[]::new));
            default ->
                throw at.problem(
                        "the `type` of its geometry is " + JsonWords.of(type),
                        Suggestion.help(type.asString(""), TYPES, "expected a GeoJSON geometry, such as `Polygon`"));
        };
    }

    private Point point(JsonNode coordinates, Trail at) {
        return FACTORY.createPoint(position(coordinates, at));
    }

    private LineString line(JsonNode coordinates, Trail at) {
        Coordinate[] positions = positions(coordinates, at);
        if (positions.length < 2) {
            throw at.problem("a line with one position", "expected two at least");
        }
        LineString line = FACTORY.createLineString(positions);
        if (line.getLength() == 0) {
            throw at.problem("a line whose positions are all the same", "expected two different ones at least");
        }
        return line;
    }

    private Polygon polygon(JsonNode coordinates, Trail at) {
        List<LinearRing> rings = each(coordinates, at, "ring", this::ring);
        LinearRing outer = rings.removeFirst();
        Polygon polygon = FACTORY.createPolygon(outer, rings.toArray(LinearRing[]::new));
        if (!asDrawn) {
            checkSimple(polygon, at);
        }
        return polygon;
    }

    private LinearRing ring(JsonNode coordinates, Trail at) {
        Coordinate[] positions = positions(coordinates, at);
        Coordinate first = positions[0];
        Coordinate last = positions[positions.length - 1];
        if (!first.equals2D(last)) {
            throw at.problem(
                    "the ring is not closed: it begins at " + words(first) + " and ends at " + words(last),
                    "its last position must be its first again");
        }
        if (positions.length < 4) {
            throw at.problem(
                    "a ring with " + positions.length + " positions",
                    "expected four at least, the last being the first again");
        }
        return FACTORY.createLinearRing(positions);
    }

    /** An area whose border crosses itself can be read in several ways, so it is refused. */
    private static void checkSimple(Polygon polygon, Trail at) {
        IsValidOp validity = new IsValidOp(polygon);
        validity.setSelfTouchingRingFormingHoleValid(true);
        TopologyValidationError error = validity.getValidationError();
        if (error != null) {
            throw at.problem(
                    fault(error), "a polygon is one area; mend it, for instance with `fix geometries` of QGIS");
        }
    }

    private static String fault(TopologyValidationError error) {
        String near = " near " + words(error.getCoordinate());
        return switch (error.getErrorType()) {
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "a hole lies outside the polygon" + near;
            case TopologyValidationError.NESTED_HOLES -> "a hole lies in another hole" + near;
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "its holes cut the polygon into pieces" + near;
            case TopologyValidationError.TOO_FEW_POINTS -> "a ring with fewer than three different positions" + near;
            default -> "the polygon's border crosses or touches itself" + near;
        };
    }

    private Coordinate[] positions(JsonNode coordinates, Trail at) {
        Coordinate[] positions =
                each(coordinates, at, "position", GeometryReader::position).toArray(Coordinate[]::new);
        for (int i = 1; i < positions.length; i++) {
            checkAntimeridian(positions[i - 1], positions[i], at);
        }
        return positions;
    }

    private static void checkAntimeridian(Coordinate from, Coordinate to, Trail at) {
        if (Math.abs(to.x - from.x) > HALF_ROUND) {
            throw at.problem(
                    "the edge from " + words(from) + " to " + words(to) + " goes more than half around the Earth",
                    "cut the geometry in two where it crosses the 180th meridian");
        }
    }

    private static Coordinate position(JsonNode position, Trail at) {
        if (!position.isArray() || position.size() < 2) {
            throw at.problem("found " + JsonWords.of(position), "expected a position: `[longitude, latitude]`");
        }
        for (JsonNode number : position) {
            if (!number.isNumber()) {
                throw at.problem(
                        JsonWords.of(number) + " in " + JsonWords.of(position) + " is no number",
                        "expected `[longitude, latitude]` in degrees");
            }
        }
        Coordinate read = new CoordinateXY(
                position.get(0).numberValue().doubleValue(),
                position.get(1).numberValue().doubleValue());
        checkRange(read, position, at);
        return read;
    }

    private static void checkRange(Coordinate position, JsonNode found, Trail at) {
        boolean longitude = Math.abs(position.x) <= 180;
        boolean latitude = Math.abs(position.y) <= 90;
        if (longitude && latitude) {
            return;
        }
        String written = JsonWords.of(found);
        if (!Double.isFinite(position.x) || !Double.isFinite(position.y)) {
            throw at.problem(
                    "a number in " + written + " is beyond all bounds", "expected `[longitude, latitude]` in degrees");
        }
        if (Math.abs(position.x) <= 90 && Math.abs(position.y) <= 180) {
            throw at.problem(
                    "the second number of " + written + " is no latitude",
                    "the longitude comes first: are they swapped?");
        }
        if (Math.abs(position.x) > 360 || Math.abs(position.y) > 360) {
            throw at.problem(
                    written + " are no degrees",
                    "these may be metres of a map projection: export it in longitude and latitude on WGS84 (EPSG:4326)");
        }
        throw at.problem(
                written + " is no position on the Earth",
                "longitudes run from -180 to 180, latitudes from -90 to 90 degrees");
    }

    private static <T> List<T> each(
            JsonNode list, Trail at, String kind, BiFunction<JsonNode, Trail, ? extends T> read) {
        if (!list.isArray()) {
            throw at.problem("found " + JsonWords.of(list), "expected a list: each " + kind + " in brackets");
        }
        if (list.isEmpty()) {
            throw at.problem("the geometry is empty", "expected at least one " + kind);
        }
        List<T> all = new ArrayList<>(list.size());
        for (JsonNode member : list) {
            all.add(read.apply(member, at.in(kind, all.size())));
        }
        return all;
    }

    private static String words(Coordinate position) {
        return "`[" + position.x + ", " + position.y + "]`";
    }
}
