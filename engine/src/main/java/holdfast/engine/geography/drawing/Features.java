package holdfast.engine.geography.drawing;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes features of what the readers of forms find. */
public final class Features {
    private static final String NAME = "name";

    private Features() {}

    public static GeoFeature of(Trail at, JsonNode geometry, JsonNode properties) {
        String name = GeoFeature.text(properties.path(NAME));
        return new GeoFeature(at.named(name), name, geometry, properties);
    }

    /** Of a table whose columns are written in capitals or not, as its form wishes: the properties that mean something here are found all the same. */
    public static GeoFeature tolerant(Trail at, JsonNode geometry, ObjectNode properties) {
        Map<String, Integer> meant = new TreeMap<>();
        properties.propertyNames().forEach(n -> meant.merge(n.toLowerCase(Locale.ROOT), 1, Integer::sum));
        ObjectNode own = properties.deepCopy();
        for (String known : MEANT) {
            if (meant.getOrDefault(known, 0) == 1 && !properties.has(known)) {
                properties.properties().stream()
                        .filter(p -> p.getKey().equalsIgnoreCase(known))
                        .forEach(p -> own.set(known, p.getValue()));
            }
        }
        return of(at, geometry, own);
    }

    private static final String[] MEANT = {NAME, "side", "class", "date", "change", "width_km", "on"};
}
