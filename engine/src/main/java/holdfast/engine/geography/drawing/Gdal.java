package holdfast.engine.geography.drawing;

/** The commands that turn what is not read into what is: GDAL's, which QGIS brings along. */
public final class Gdal {
    private Gdal() {}

    /** Such as {@code turn it into GeoJSON: `ogr2ogr -t_srs EPSG:4326 map.geojson map.tab` (GDAL, which QGIS brings)}. */
    public static String turns(Trail file, String options) {
        return turns(file, options, input(file));
    }

    private static String turns(Trail file, String options, String input) {
        String own = options.isEmpty() ? "" : options + " ";
        return "turn it into GeoJSON: `ogr2ogr -t_srs EPSG:4326 " + own + word(output(file)) + " " + word(input)
                + "` (GDAL, which QGIS brings)";
    }

    /** Of a file within an archive, or of an image. */
    public static String polygons(Trail file) {
        return "draw its ground as polygons: `gdal_polygonize " + word(input(file)) + " " + word(output(file))
                + "` (GDAL, which QGIS brings), and check what they are";
    }

    private static String input(Trail file) {
        String name = file.file();
        return name.endsWith(".zip") || name.endsWith(".kmz") ? "/vsizip/" + name : name;
    }

    private static String output(Trail file) {
        String name = file.file();
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        String stem = dot > 0 ? last.substring(0, dot) : last;
        return stem + (last.endsWith(".geojson") ? "-wgs84.geojson" : ".geojson");
    }

    /** As a shell takes it for one word. */
    private static String word(String text) {
        String safe = text.startsWith("-") ? "./" + text : text;
        return safe.matches("[A-Za-z0-9._/=@%+,:-]+") ? safe : "'" + safe.replace("'", "'\\''") + "'";
    }
}
