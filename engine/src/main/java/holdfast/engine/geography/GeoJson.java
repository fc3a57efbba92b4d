package holdfast.engine.geography;

import holdfast.language.diagnostic.Suggestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A GeoJSON file (RFC 7946), read strictly: what is not understood is refused, never skipped. Positions are longitude and latitude on WGS84 in degrees.
 * Geometry is read when it is asked for, so a fault in a feature that nobody names does no harm.
 */
public final class GeoJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** Some tools put it before the text; it says nothing. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Set<String> TOP =
            Set.of("FeatureCollection", "Feature", "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon");

    private static final String HELD = "held";

    private final String name;
    private final Trail file;
    private final boolean bare;
    private final List<GeoFeature> features;

    private GeoJson(String name, Trail file, boolean bare, List<GeoFeature> features) {
        this.name = name;
        this.file = file;
        this.bare = bare;
        this.features = features;
    }

    /**
     * @param file how the user calls it, for messages
     * @throws GeographyProblem if it is no GeoJSON in longitude and latitude
     */
    public static GeoJson read(String file, String text) {
        Trail trail = Trail.file(file);
        if (text.startsWith(BYTE_ORDER_MARK)) {
            return read(file, text.substring(1));
        }
        if (text.isBlank()) {
            throw trail.problem("the file is empty", "expected GeoJSON");
        }
        JsonNode top = parse(text, trail);
        Crs.check(top, trail);
        return switch (typeOf(top, trail)) {
            case "FeatureCollection" -> new GeoJson(file, trail, false, features(top, trail));
            case "Feature" -> new GeoJson(file, trail, false, List.of(feature(top, trail)));
            default ->
                new GeoJson(file, trail, true, List.of(new GeoFeature(trail, "", top, MissingNode.getInstance())));
        };
    }

    /** The geometries of all features. */
    public List<Geometry> all() {
        return features.stream().map(GeoFeature::geometry).toList();
    }

    /**
     * The geometries of the features that are held by a side: their property {@code side} is this, and their {@code class}, if they have one, is {@code held}. In a file of
     * which no feature has a {@code side}, all are. Features that say what changed are no ground.
     */
    List<Geometry> of(String side) {
        List<Geometry> its = new ArrayList<>();
        TreeSet<String> others = new TreeSet<>();
        boolean named = saysSides();
        for (GeoFeature feature : features) {
            if (!feature.properties().containsKey("change")) {
                String held = feature.properties().getOrDefault("class", HELD);
                String whose = feature.properties().getOrDefault("side", named ? "" : side);
                if (whose.equals(side) && held.equals(HELD)) {
                    its.add(feature.geometry());
                } else if (!whose.isEmpty()) {
                    others.add("`" + whose + "`" + (held.equals(HELD) ? "" : " (class `" + held + "`)"));
                }
            }
        }
        if (its.isEmpty()) {
            throw file.problem(
                    "it shows no ground held by `" + side + "`",
                    others.isEmpty()
                            ? "whose ground a feature is stands in its property `side`"
                            : "it shows that of " + String.join(", ", others)
                                    + "; a side is written as in the property `side` of the features");
        }
        return its;
    }

    /** Whether any feature says whose ground it is: then one that does not is nobody's. */
    public boolean saysSides() {
        return features.stream().anyMatch(f -> f.properties().containsKey("side"));
    }

    /**
     * @param date of which day the map is said to be
     * @throws GeographyProblem if the map says that it is of another one, in its name or in the property {@code date} of its features
     */
    void checkDay(LocalDate date) {
        Set<LocalDate> own = MapDay.all(name);
        if (own.isEmpty()) {
            own = days();
        }
        if (!own.isEmpty() && !own.contains(date)) {
            throw file.problem(
                    "it is the map of " + own.iterator().next() + ", and not of " + date,
                    "name the map of " + date + ", or the day of this one");
        }
    }

    /** The days in the property {@code date} of the features that are ground. */
    public Set<LocalDate> days() {
        Set<LocalDate> days = new TreeSet<>();
        features.stream()
                .filter(f -> !f.properties().containsKey("change"))
                .flatMap(f -> Optional.ofNullable(f.properties().get("date")).stream())
                .forEach(d -> days.addAll(MapDay.all(d)));
        return days;
    }

    /** The features, in the file's order; a bare geometry is one feature. */
    public List<GeoFeature> features() {
        return List.copyOf(features);
    }

    /** A problem of the whole file, to be thrown. */
    public GeographyProblem problem(String found, String help) {
        return file.problem(found, help);
    }

    /** The geometry of the one feature whose property {@code name} is this. */
    public Geometry feature(String name) {
        List<GeoFeature> found =
                features.stream().filter(f -> f.name().equals(name)).toList();
        if (found.isEmpty()) {
            throw file.problem("it has no feature named `" + name + "`", otherNames(name));
        }
        if (found.size() > 1) {
            throw file.problem(
                    "it has " + found.size() + " features named `" + name + "`",
                    "a zone is one of them: give each a `name` of its own in its `properties`");
        }
        return found.getFirst().geometry();
    }

    private String otherNames(String name) {
        if (bare) {
            return "it is a bare geometry without features: leave out `feature`";
        }
        List<String> names = features.stream()
                .map(GeoFeature::name)
                .filter(n -> !n.isEmpty())
                .distinct()
                .toList();
        return Suggestion.help(
                name,
                names,
                names.isEmpty()
                        ? "none of its features has a `name` in its `properties`"
                        : "name a feature as the `name` in its `properties` has it");
    }

    private static JsonNode parse(String text, Trail trail) {
        try {
            return JSON.readTree(text);
        } catch (UnexpectedEndOfInputException e) {
            throw trail.problem("the file ends in the middle", "it is not complete: fetch or export it again");
        } catch (JacksonException e) {
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
        if (type.isMissingNode()) {
            throw trail.problem(
                    "there is no `type`", "expected GeoJSON: `\"type\": \"FeatureCollection\"` or a geometry");
        }
        String written = type.asString("");
        if (written.equals("Topology")) {
            throw trail.problem("this is TopoJSON", "export it as GeoJSON");
        }
        if (!TOP.contains(written) && !GeometryReader.TYPES.contains(written)) {
            throw trail.problem(
                    "the `type` is " + JsonWords.of(type),
                    Suggestion.help(written, TOP, "expected `FeatureCollection`, `Feature` or a geometry"));
        }
        return written;
    }
}
