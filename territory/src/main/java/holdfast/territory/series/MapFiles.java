package holdfast.territory.series;

import holdfast.engine.geography.form.Drawing;
import holdfast.engine.geography.form.GeographyProblem;
import holdfast.engine.geography.form.MapDay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which files of a folder are maps. */
final class MapFiles {
    private static final List<String> MAPS = List.of(
            ".geojson",
            ".json",
            ".topojson",
            ".kml",
            ".kmz",
            ".shp",
            ".zip",
            ".gpkg",
            ".wkt",
            ".geojson.gz",
            ".json.gz",
            ".kml.gz",
            ".csv.gz");
    private static final List<String> TABLES = List.of(".csv", ".tsv");

    /** Forms of maps that are not read, by the endings of their files. */
    private static final Set<String> OTHERS = Set.of(
            "gml",
            "gpx",
            "tab",
            "mif",
            "fgb",
            "parquet",
            "geoparquet",
            "gdb",
            "tif",
            "tiff",
            "dxf",
            "dwg",
            "dgn",
            "gmt",
            "e00",
            "geojsonl",
            "geojsons",
            "ndjson",
            "rar",
            "7z",
            "bz2",
            "xz",
            "sqlite",
            "osm",
            "pbf",
            "mbtiles",
            "shz",
            "svg");

    private static final int START = 1 << 16;

    private MapFiles() {}

    /**
     * In order of their names.
     *
     * @throws GeographyProblem if a file that is named like a map of a day is of a form that is not read: it would be a day without a map, silently
     */
    static List<Path> in(Path folder) throws IOException {
        List<Path> maps = new ArrayList<>();
        for (Path file : sorted(folder)) {
            String name = String.valueOf(file.getFileName());
            if (Files.isRegularFile(file) && !MapSeries.isRules(file) && isMap(file, name.toLowerCase(Locale.ROOT))) {
                maps.add(file);
            }
        }
        if (!maps.isEmpty()) {
            refuseOthers(folder);
        }
        return maps;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static boolean isMap(Path file, String name) throws IOException {
        if (name.startsWith("._")) {
            return false;
        }
        return MAPS.stream().anyMatch(name::endsWith)
                || TABLES.stream().anyMatch(name::endsWith) && Drawing.isTable(start(file));
    }

    private static String start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(START), StandardCharsets.UTF_8).replace("\uFEFF", "");
        }
    }

    private static void refuseOthers(Path folder) throws IOException {
        for (Path file : sorted(folder)) {
            String name = String.valueOf(file.getFileName());
            if (OTHERS.contains(ending(name)) && !MapDay.all(name).isEmpty()) {
                throw new GeographyProblem(
                        "`" + file + "`",
                        "it is named as the map of a day, and files of the form `." + ending(name) + "` are not read",
                        mend(name) + ", or take it out of the folder");
            }
        }
    }

    /** That there is nothing to read in a place, and what there is. */
    static GeographyProblem none(Path at) throws IOException {
        if (Files.isDirectory(at)) {
            if (ending(String.valueOf(at.getFileName())).equals("gdb")) {
                return new GeographyProblem(
                        "`" + at + "`",
                        "this is a file geodatabase, which is not read",
                        "turn each layer into GeoJSON: `ogr2ogr -t_srs EPSG:4326 MAP.geojson FOLDER.gdb LAYER` (GDAL, which QGIS"
                                + " brings)");
            }
            for (Path file : sorted(at)) {
                String name = String.valueOf(file.getFileName());
                if (OTHERS.contains(ending(name))) {
                    return new GeographyProblem(
                            "`" + at + "`", "there is no map in it that is read; there is `" + name + "`", mend(name));
                }
            }
        }
        return new GeographyProblem(
                "`" + at + "`",
                "there is no map in it",
                "a map is a file of GeoJSON, TopoJSON, KML, KMZ, a shapefile, a GeoPackage, or a table with a column `wkt`");
    }

    private static String mend(String name) {
        return switch (ending(name)) {
            case "rar", "7z", "bz2", "xz" -> "unpack it";
            case "tif", "tiff" ->
                "an image has no polygons: `gdal_polygonize` (GDAL, which QGIS brings) draws them, and somebody must check"
                        + " what they are";
            default -> "turn it into GeoJSON: `ogr2ogr -t_srs EPSG:4326 MAP.geojson FILE` (GDAL, which QGIS brings)";
        };
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
