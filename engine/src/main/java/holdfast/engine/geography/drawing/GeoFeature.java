package holdfast.engine.geography.drawing;

import holdfast.language.diagnostic.Place;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One feature of a GeoJSON file, for readers that take a file feature by feature. */
public final class GeoFeature {
    private final Trail trail;
    private final String name;
    private final JsonNode geometry;
    private final Map<String, String> properties;
    private final Map<String, String> notOneValue;

    public GeoFeature(Trail trail, String name, JsonNode geometry, JsonNode properties) {
        this.trail = trail;
        this.name = name;
        this.geometry = geometry;
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> others = new LinkedHashMap<>();
        properties.properties().forEach(p -> {
            String key = PlainText.of(p.getKey());
            if (!p.getValue().isValueNode()) {
                others.put(key, JsonWords.of(p.getValue()));
            } else if (!p.getValue().isNull()) {
                texts.put(key, text(p.getValue()));
            }
        });
        this.notOneValue = others;
        this.properties = Collections.unmodifiableMap(texts);
    }

    /** A number has one text, however it is written: 1 and 1.0 are the same; and so has a text ({@link PlainText}). */
    public static String text(JsonNode value) {
        return value.isNumber() ? plain(value) : PlainText.of(value.asString(""));
    }

    private static String plain(JsonNode number) {
        try {
            BigDecimal plain = number.decimalValue().stripTrailingZeros();
            return Math.abs((long) plain.scale()) <= MOST_DIGITS ? plain.toPlainString() : plain.toString();
        } catch (ArithmeticException | JacksonException notFinite) {
            return number.asString("");
        }
    }

    private static final int MOST_DIGITS = 40;

    /** Its property {@code name}; empty where there is none. */
    public String name() {
        return name;
    }

    /** Where it stands, as messages say it: {@code `map.geojson`, feature 2 `corridor`}. */
    public String where() {
        return trail.toString();
    }

    /** Where it stands, for a problem. */
    public Place place() {
        return trail.place();
    }

    /** Its place in the file: {@code feature 2 `corridor`}; {@code the geometry} where the file has no features. */
    public String label() {
        return trail.outer() == null
                ? "the geometry"
                : trail.kind() + " " + trail.number() + (trail.name().isEmpty() ? "" : " `" + trail.name() + "`");
    }

    /** Its properties that are texts, numbers or truth values, as texts. */
    public Map<String, String> properties() {
        return properties;
    }

    /**
     * Whose ground it is, by its property {@code side}; empty where nothing stands there.
     *
     * @throws GeographyProblem if a list or an object stands there
     */
    public Optional<String> side() {
        checkOneValue("side");
        return Optional.ofNullable(properties.get("side")).filter(s -> !s.isBlank());
    }

    /**
     * Its property {@code class}, as {@link GroundClass} has it.
     *
     * @throws GeographyProblem if a list or an object stands there
     */
    public String kind() {
        checkOneValue("class");
        return GroundClass.of(properties.getOrDefault("class", ""));
    }

    /** @throws GeographyProblem if the property is a list or an object: which of its values is meant, nobody said */
    public void checkOneValue(String property) {
        String other = notOneValue.get(property);
        if (other != null) {
            throw problem(
                    "its `" + property + "` is " + other,
                    "expected one text, such as `\"" + property + "\": \""
                            + (property.equals("class") ? "contested" : "North") + "\"`");
        }
    }

    /** Whether its geometry is {@code null} or missing, or there but empty. */
    public boolean isWithoutGeometry() {
        return geometry.isNull() || geometry.isMissingNode() || isEmpty();
    }

    /** Whether its geometry is there, and has nothing in it. */
    public boolean isEmpty() {
        if (geometry.path("geometries").isArray()) {
            for (JsonNode part : geometry.path("geometries")) {
                if (!isBlank(part.path("coordinates"))) {
                    return false;
                }
            }
            return true;
        }
        return isBlank(geometry.path("coordinates"));
    }

    /** Lists of lists in which nothing stands. */
    private static boolean isBlank(JsonNode coordinates) {
        if (!coordinates.isArray()) {
            return false;
        }
        for (JsonNode part : coordinates) {
            if (!isBlank(part)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Its geometry; x is the longitude, y the latitude, in degrees on WGS84.
     *
     * @throws GeographyProblem if it cannot be read, or a polygon's border crosses itself
     */
    public Geometry geometry() {
        return new GeometryReader(trail, false).geometry(geometry);
    }

    /**
     * As {@link #geometry()}, but polygons come as they are drawn, for a reader who repairs them: borders may cross themselves, holes may lie outside.
     *
     * @throws GeographyProblem if it cannot be read
     */
    public Geometry asDrawn() {
        return new GeometryReader(trail, true).geometry(geometry);
    }

    /** A problem of this feature, to be thrown. */
    public GeographyProblem problem(String found, String help) {
        return trail.problem(found, help);
    }
}
