package holdfast.engine.geography;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
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
                texts.put(p.getKey(), p.getValue().asString());
            }
        });
        this.properties = Collections.unmodifiableMap(texts);
    }

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
