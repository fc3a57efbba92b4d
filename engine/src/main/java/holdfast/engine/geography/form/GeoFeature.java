package holdfast.engine.geography.form;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One feature of a GeoJSON file, for readers that take a file feature by feature. */
public final class GeoFeature {
    private final Trail trail;
    private final String name;
    private final JsonNode geometry;
    private final Map<String, String> properties;

    GeoFeature(Trail trail, String name, JsonNode geometry, JsonNode properties) {
        this.trail = trail;
        this.name = name;
        this.geometry = geometry;
        Map<String, String> texts = new LinkedHashMap<>();
        properties.properties().forEach(p -> {
            if (p.getValue().isValueNode() && !p.getValue().isNull()) {
                texts.put(p.getKey(), text(p.getValue()));
            }
        });
        this.properties = Collections.unmodifiableMap(texts);
    }

    /** A number has one text, however it is written: 1 and 1.0 are the same. */
    public static String text(JsonNode value) {
        return value.isNumber() ? plain(value) : value.asString("");
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

    /** Whether its geometry is {@code null} or missing, or there but empty. */
    public boolean isWithoutGeometry() {
        return geometry.isNull() || geometry.isMissingNode() || isEmpty();
    }

    /** Whether its geometry is there, and has nothing in it. */
    public boolean isEmpty() {
        JsonNode of = geometry.has("coordinates") ? geometry.path("coordinates") : geometry.path("geometries");
        return of.isArray() && of.isEmpty();
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
