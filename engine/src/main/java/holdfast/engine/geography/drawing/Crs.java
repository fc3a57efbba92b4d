package holdfast.engine.geography.drawing;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The member {@code crs} of older files: fine if it says what GeoJSON means anyway, longitude and latitude on WGS84. */
public final class Crs {
    private Crs() {}

    public static void check(JsonNode owner, Trail trail) {
        JsonNode crs = owner.path("crs");
        if (crs.isMissingNode() || crs.isNull() || isWgs84(crs)) {
            return;
        }
        JsonNode name = crs.path("properties").path("name");
        throw trail.problem(
                "its coordinate system (`crs`) is " + JsonWords.of(name.isMissingNode() ? crs : name),
                "export it in longitude and latitude on WGS84 (EPSG:4326), or " + Gdal.turns(trail, ""));
    }

    private static boolean isWgs84(JsonNode crs) {
        JsonNode properties = crs.path("properties");
        if (crs.path("type").asString("").equals("EPSG")) {
            return properties.path("code").asString("").equals("4326");
        }
        String name = properties.path("name").asString("").toUpperCase(Locale.ROOT);
        return name.matches("(URN:OGC:DEF:CRS:)?OGC:[0-9.]*:?CRS84")
                || name.matches("(URN:OGC:DEF:CRS:)?EPSG:[0-9.]*:?4326");
    }
}
