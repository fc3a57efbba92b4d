package holdfast.engine.geography.form;

import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.engine.geography.drawing.JsonWords;
import holdfast.engine.geography.drawing.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads TopoJSON: borders that two areas have in common are written once, as an arc, and areas name their arcs; -1 is arc 0 walked backwards. In a quantized file an arc's positions are
 * whole numbers, each seen from the one before.
 */
final class TopoJson {
    private final Trail file;
    private final GeometryNodes nodes;
    private final JsonNode transform;
    private final List<Coordinate[]> arcs = new ArrayList<>();

    private TopoJson(JsonNode topology, Trail file) {
        this.file = file;
        this.nodes = new GeometryNodes(file, Projection.DEGREES);
        this.transform = topology.path("transform");
    }

    static Drawing read(JsonNode topology, Trail file, Optional<String> layer) {
        return new TopoJson(topology, file).drawing(topology, layer);
    }

    private Drawing drawing(JsonNode topology, Optional<String> layer) {
        if (!transform.isMissingNode()) {
            pair(transform.path("scale"), "scale");
            pair(transform.path("translate"), "translate");
        }
        JsonNode objects = topology.path("objects");
        if (!objects.isObject() || objects.isEmpty()) {
            throw file.problem("a `Topology` without `objects`", "expected TopoJSON with one layer in `objects`");
        }
        String chosen = Layers.choose(file, List.copyOf(objects.propertyNames()), layer);
        JsonNode list = topology.path("arcs");
        if (!list.isArray()) {
            throw file.problem("a `Topology` without `arcs`", "expected a list of arcs");
        }
        int positions = 0;
        for (JsonNode arc : list) {
            Coordinate[] read = arc(arc, file.in("arc", arcs.size()));
            positions += read.length;
            if (positions > MapBounds.MOST_POSITIONS) {
                throw MapBounds.tooManyPositions(file);
            }
            arcs.add(read);
        }
        JsonNode object = objects.path(chosen);
        List<GeoFeature> features = new ArrayList<>();
        if (object.path("type").asString("").equals("GeometryCollection")) {
            for (JsonNode member : object.path("geometries")) {
                features.add(feature(member, file.in("feature", features.size())));
            }
        } else {
            features.add(feature(object, file.in("feature", 0)));
        }
        if (features.isEmpty()) {
            throw file.problem("its layer `" + chosen + "` is empty", "expected at least one geometry");
        }
        return new Drawing(file, false, features, List.of());
    }

    private GeoFeature feature(JsonNode member, Trail trail) {
        String name = member.path("properties").path("name").asString("");
        Trail at = trail.named(name);
        return new GeoFeature(at, name, geometry(member, at, 0), member.path("properties"));
    }

    private JsonNode geometry(JsonNode member, Trail at, int depth) {
        if (depth > MapBounds.DEEPEST) {
            throw at.problem("its collections are nested too deep", "expected polygons");
        }
        String type = member.path("type").asString("");
        JsonNode of = member.path("arcs");
        return switch (type) {
            case "" -> MissingNode.getInstance();
            case "Point" -> GeometryNodes.geometry(type, position(member.path("coordinates"), at));
            case "MultiPoint" -> {
                ArrayNode all = GeometryNodes.list();
                for (JsonNode each : list(member.path("coordinates"), at)) {
                    all.add(position(each, at));
                }
                yield GeometryNodes.geometry(type, all);
            }
            case "LineString" -> GeometryNodes.geometry(type, line(of, at));
            case "MultiLineString", "Polygon" -> GeometryNodes.geometry(type, lines(of, at));
            case "MultiPolygon" -> {
                ArrayNode all = GeometryNodes.list();
                for (JsonNode each : list(of, at)) {
                    all.add(lines(each, at.in("polygon", all.size())));
                }
                yield GeometryNodes.geometry(type, all);
            }
            case "GeometryCollection" -> {
                ArrayNode all = GeometryNodes.list();
                for (JsonNode each : list(member.path("geometries"), at)) {
                    all.add(geometry(each, at.in("geometry", all.size()), depth + 1));
                }
                yield GeometryNodes.geometry(type, all);
            }
            default -> {
                ObjectNode other = GeometryNodes.object();
                other.put("type", type);
                yield other;
            }
        };
    }

    private ArrayNode lines(JsonNode arcLists, Trail at) {
        ArrayNode lines = GeometryNodes.list();
        for (JsonNode each : list(arcLists, at)) {
            lines.add(line(each, at.in("ring", lines.size())));
        }
        return lines;
    }

    /** The arcs of a line one after another; where one ends, the next one begins. */
    private ArrayNode line(JsonNode indices, Trail at) {
        ArrayNode line = GeometryNodes.list();
        Optional<Coordinate> end = Optional.empty();
        for (JsonNode index : list(indices, at)) {
            Coordinate[] arc = arc(index, at, index.isIntegralNumber() ? index.asLong() : Long.MAX_VALUE);
            if (end.isPresent() && !end.get().equals2D(arc[0])) {
                throw at.problem(
                        "arc " + index + " begins at [" + arc[0].x + ", " + arc[0].y + "], and the one before ends at ["
                                + end.get().x + ", " + end.get().y + "]",
                        "the arcs of a ring follow one another: export the file again");
            }
            for (int i = end.isPresent() ? 1 : 0; i < arc.length; i++) {
                line.add(nodes.position(arc[i].x, arc[i].y));
            }
            end = Optional.of(arc[arc.length - 1]);
        }
        return line;
    }

    private Coordinate[] arc(JsonNode written, Trail at, long index) {
        long number = index < 0 ? ~index : index;
        if (number >= arcs.size()) {
            throw at.problem(
                    "it names arc " + written + ", and there are " + arcs.size(),
                    "arcs count from 0, and -1 is arc 0 backwards: is the file complete?");
        }
        Coordinate[] arc = arcs.get((int) number);
        if (index >= 0) {
            return arc;
        }
        Coordinate[] backwards = new Coordinate[arc.length];
        for (int i = 0; i < arc.length; i++) {
            backwards[i] = arc[arc.length - 1 - i];
        }
        return backwards;
    }

    private Coordinate[] arc(JsonNode positions, Trail at) {
        List<Coordinate> arc = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (JsonNode position : list(positions, at)) {
            if (transform.isMissingNode()) {
                arc.add(new CoordinateXY(number(position, 0, at), number(position, 1, at)));
            } else {
                x += number(position, 0, at);
                y += number(position, 1, at);
                arc.add(transformed(x, y));
            }
        }
        if (arc.size() < 2) {
            throw at.problem("it has " + arc.size() + " positions", "expected two at least");
        }
        return arc.toArray(Coordinate[]::new);
    }

    private ArrayNode position(JsonNode written, Trail at) {
        double x = number(written, 0, at);
        double y = number(written, 1, at);
        Coordinate position = transform.isMissingNode() ? new CoordinateXY(x, y) : transformed(x, y);
        return nodes.position(position.x, position.y);
    }

    private Coordinate transformed(double x, double y) {
        JsonNode scale = transform.path("scale");
        JsonNode translate = transform.path("translate");
        return new CoordinateXY(
                x * scale.get(0).asDouble() + translate.get(0).asDouble(),
                y * scale.get(1).asDouble() + translate.get(1).asDouble());
    }

    private void pair(JsonNode pair, String name) {
        boolean fits = pair.size() == 2 && pair.get(0).isNumber() && pair.get(1).isNumber();
        if (!fits) {
            throw file.problem(
                    "the `" + name + "` of its `transform` is " + JsonWords.of(pair), "expected two numbers");
        }
    }

    private static double number(JsonNode position, int index, Trail at) {
        if (!position.isArray() || position.size() < 2 || !position.get(index).isNumber()) {
            throw at.problem("found " + JsonWords.of(position), "expected a position of two numbers");
        }
        return position.get(index).numberValue().doubleValue();
    }

    private static JsonNode list(JsonNode list, Trail at) {
        if (!list.isArray()) {
            throw at.problem("found " + JsonWords.of(list), "expected a list");
        }
        return list;
    }
}
