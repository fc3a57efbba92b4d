package holdfast.engine.geography.form;

import holdfast.engine.geography.drawing.Crs;
import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.Gdal;
import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.engine.geography.drawing.GeometryReader;
import holdfast.engine.geography.drawing.JsonWords;
import holdfast.engine.geography.drawing.Trail;
import holdfast.language.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads GeoJSON (RFC 7946), and has TopoJSON read, strictly: what is not understood is refused, never skipped. */
final class GeoJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** Some tools put it before the text; it says nothing. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Set<String> TOP =
            Set.of("FeatureCollection", "Feature", "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon");

    static final MapForm FORM = MapForm.of(List.of("geojson", "json", "topojson"), GeoJson::recognised);

    private GeoJson() {}

    private static Optional<Drawing> recognised(MapContent map) {
        String text = map.text();
        String start = text.stripLeading();
        if (start.startsWith("\u001e")) {
            throw map.file.problem("this is a sequence of GeoJSON features", Gdal.turns(map.file, ""));
        }
        return start.startsWith("{") || start.startsWith("[") || start.isEmpty()
                ? Optional.of(read(map.file, text, map.layer))
                : Optional.empty();
    }

    /** @param layer of a TopoJSON file */
    static Drawing read(Trail trail, String text, Optional<String> layer) {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            return read(trail, text.substring(1), layer);
        }
        if (text.isBlank()) {
            throw trail.problem("the file is empty", "expected a map, such as GeoJSON");
        }
        MapBounds.checkPositions(text, trail);
        JsonNode top = parse(text, trail);
        if (top.path("type").asString("").equals("Topology")) {
            return TopoJson.read(top, trail, layer);
        }
        if (layer.isPresent()) {
            throw trail.problem(
                    "it has no layers, and the layer `" + layer.get() + "` was named",
                    "leave `layer` out of the rules of the series");
        }
        Crs.check(top, trail);
        return switch (typeOf(top, trail)) {
            case "FeatureCollection" -> new Drawing(trail, false, features(top, trail), List.of());
            case "Feature" -> new Drawing(trail, false, List.of(feature(top, trail)), List.of());
            default ->
                new Drawing(trail, true, List.of(new GeoFeature(trail, "", top, MissingNode.getInstance())), List.of());
        };
    }

    private static JsonNode parse(String text, Trail trail) {
        try {
            return JSON.readTree(text);
        } catch (UnexpectedEndOfInputException e) {
            throw trail.problem("the file ends in the middle", "it is not complete: fetch or export it again");
        } catch (JacksonException e) {
            if (text.matches("(?s)\\{[^\\n]{1,1000000}\\}\\r?\\n\\{.*")) {
                throw trail.problem("this is GeoJSON line by line, a feature on each", Gdal.turns(trail, ""));
            }
            throw trail.problem(
                    place(e) + (isTwice(e) ? "a member stands twice" : "this cannot be read as JSON"),
                    "expected GeoJSON, as mapping tools export it");
        }
    }

    private static boolean isTwice(JacksonException e) {
        return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }

    private static List<GeoFeature> features(JsonNode collection, Trail trail) {
        JsonNode list = collection.path("features");
        if (!list.isArray()) {
            throw trail.problem("a `FeatureCollection` without `features`", "expected a list of features");
        }
        if (list.isEmpty()) {
            throw trail.problem("the list of features is empty", "expected at least one feature");
        }
        List<GeoFeature> features = new ArrayList<>();
        for (JsonNode member : list) {
            Trail at = trail.in("feature", features.size());
            if (!member.path("type").asString("").equals("Feature")) {
                throw at.problem(
                        "its `type` is " + JsonWords.of(member.path("type")),
                        "expected `\"type\": \"Feature\"` for each of the `features`");
            }
            features.add(feature(member, at));
        }
        return features;
    }

    private static GeoFeature feature(JsonNode member, Trail trail) {
        String name = member.path("properties").path("name").asString("");
        Trail at = trail.outer() == null ? trail : trail.named(name);
        Crs.check(member, at);
        return new GeoFeature(at, name, member.path("geometry"), member.path("properties"));
    }

    private static String typeOf(JsonNode top, Trail trail) {
        if (!top.isObject()) {
            throw trail.problem("this is " + JsonWords.of(top), "expected a GeoJSON object, beginning with `{`");
        }
        JsonNode type = top.path("type");
        if (type.isMissingNode() && top.has("geometryType") && top.has("features")) {
            throw trail.problem("this is the JSON of an ArcGIS server", Gdal.turns(trail, ""));
        }
        if (type.isMissingNode()) {
            throw trail.problem(
                    "there is no `type`", "expected GeoJSON: `\"type\": \"FeatureCollection\"` or a geometry");
        }
        String written = type.asString("");
        if (!TOP.contains(written) && !GeometryReader.TYPES.contains(written)) {
            throw trail.problem(
                    "the `type` is " + JsonWords.of(type),
                    Suggestion.help(written, TOP, "expected `FeatureCollection`, `Feature` or a geometry"));
        }
        return written;
    }
}
