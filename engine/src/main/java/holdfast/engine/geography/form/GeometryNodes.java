package holdfast.engine.geography.form;

import holdfast.engine.geography.drawing.Trail;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the geometries of other forms into those of GeoJSON, so that all forms are held to the same rules. Counts the positions of a file. */
final class GeometryNodes {
    private final Trail file;
    private final Projection projection;
    private int positions;

    GeometryNodes(Trail file, Projection projection) {
        this.file = file;
        this.projection = projection;
    }

    static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** @param of coordinates; of a collection, geometries */
    static ObjectNode geometry(String type, JsonNode of) {
        ObjectNode geometry = object();
        geometry.put("type", type);
        geometry.set(type.equals("GeometryCollection") ? "geometries" : "coordinates", of);
        return geometry;
    }

    ArrayNode position(double x, double y) {
        if (++positions > MapBounds.MOST_POSITIONS) {
            throw MapBounds.tooManyPositions(file);
        }
        Coordinate at = projection.position(x, y);
        ArrayNode position = JsonNodeFactory.instance.arrayNode(2);
        position.add(at.x);
        position.add(at.y);
        return position;
    }

    ArrayNode positions(Coordinate[] line) {
        ArrayNode positions = JsonNodeFactory.instance.arrayNode(line.length);
        for (Coordinate at : line) {
            positions.add(position(at.x, at.y));
        }
        return positions;
    }

    /** One polygon, or several. */
    static ObjectNode polygons(List<ArrayNode> polygons) {
        if (polygons.size() == 1) {
            return geometry("Polygon", polygons.getFirst());
        }
        ArrayNode all = list();
        polygons.forEach(all::add);
        return geometry("MultiPolygon", all);
    }

    ObjectNode of(Geometry geometry) {
        return switch (geometry) {
            case Point point -> geometry("Point", point.isEmpty() ? list() : position(point.getX(), point.getY()));
            case LineString line -> geometry("LineString", positions(line.getCoordinates()));
            case Polygon polygon -> geometry("Polygon", rings(polygon));
            case MultiPoint points -> geometry("MultiPoint", positions(points.getCoordinates()));
            case MultiLineString lines -> {
                ArrayNode all = list();
                for (int i = 0; i < lines.getNumGeometries(); i++) {
                    all.add(positions(lines.getGeometryN(i).getCoordinates()));
                }
                yield geometry("MultiLineString", all);
            }
            case MultiPolygon polygons -> {
                ArrayNode all = list();
                for (int i = 0; i < polygons.getNumGeometries(); i++) {
                    all.add(rings((Polygon) polygons.getGeometryN(i)));
                }
                yield geometry("MultiPolygon", all);
            }
            case GeometryCollection collection -> {
                ArrayNode all = list();
                for (int i = 0; i < collection.getNumGeometries(); i++) {
                    all.add(of(collection.getGeometryN(i)));
                }
                yield geometry("GeometryCollection", all);
            }
            default -> geometry(geometry.getGeometryType(), list());
        };
    }

    private ArrayNode rings(Polygon polygon) {
        ArrayNode rings = list();
        if (!polygon.isEmpty()) {
            rings.add(positions(polygon.getExteriorRing().getCoordinates()));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                rings.add(positions(polygon.getInteriorRingN(i).getCoordinates()));
            }
        }
        return rings;
    }
}
