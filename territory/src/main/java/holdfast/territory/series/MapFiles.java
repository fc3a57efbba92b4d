package holdfast.territory.series;

import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.MapDay;
import holdfast.engine.geography.form.MapForms;
import holdfast.engine.geography.form.UnreadMaps;
import holdfast.language.diagnostic.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which files of a folder are maps. */
final class MapFiles {
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
        return MapForms.isNamedAsMap(name) || MapForms.mayBeMap(name) && MapForms.beginsAsMap(start(file));
    }

    private static String start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(START), StandardCharsets.UTF_8).replace("\uFEFF", "");
        }
    }

    private static void refuseOthers(Path folder) throws IOException {
        for (Path file : sorted(folder)) {
            String name = String.valueOf(file.getFileName());
            Optional<String> mend = UnreadMaps.mend(name);
            if (mend.isPresent() && !MapDay.all(name).isEmpty()) {
                throw new GeographyProblem(
                        Place.onMap(file.toString()),
                        "it is named as the map of a day, and files of the form `." + ending(name) + "` are not read",
                        mend.get() + ", or take it out of the folder");
            }
        }
    }

    /** That there is nothing to read in a place, and what there is. */
    static GeographyProblem none(Path at) throws IOException {
        if (Files.isDirectory(at)) {
            if (ending(String.valueOf(at.getFileName())).equals("gdb")) {
                return new GeographyProblem(
                        Place.onMap(at.toString()),
                        "this is a file geodatabase, which is not read",
                        "turn each layer into GeoJSON: `ogr2ogr -t_srs EPSG:4326 MAP.geojson FOLDER.gdb LAYER` (GDAL, which QGIS"
                                + " brings)");
            }
            for (Path file : sorted(at)) {
                String name = String.valueOf(file.getFileName());
                Optional<String> mend = UnreadMaps.mend(name);
                if (mend.isPresent()) {
                    return new GeographyProblem(
                            Place.onMap(at.toString()),
                            "there is no map in it that is read; there is `" + name + "`",
                            mend.get());
                }
            }
        }
        return new GeographyProblem(
                Place.onMap(at.toString()),
                "there is no map in it",
                "a map is a file of GeoJSON, TopoJSON, KML, KMZ, a shapefile, a GeoPackage, or a table with a column `wkt`");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
