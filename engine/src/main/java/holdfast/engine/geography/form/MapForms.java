package holdfast.engine.geography.form;

import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.Trail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The forms of maps that are read, told by what is in a file. What is recognised only to be refused stands in
 * {@link UnreadMaps}.
 */
public final class MapForms {
    static final String EXPECTED = "expected GeoJSON, TopoJSON, KML or KMZ, a shapefile, a GeoPackage, or a table"
            + " with a column of well-known text";

    /** Of what is packed, which is not looked for in what is packed. */
    private static final List<MapForm> PACKED = List.of(Archive.ZIP, Archive.GZIP);

    /** In the order in which they are asked whether a file is theirs. */
    private static final List<MapForm> PLAIN =
            List.of(GeoPackage.FORM, Shapefile.FORM, Kml.FORM, GeoJson.FORM, WktTable.FORM);

    private MapForms() {}

    /**
     * A file by itself, in any form that docs/territory.md names.
     *
     * @param name how the user calls the file, for messages
     * @throws GeographyProblem if it cannot be read
     */
    public static Drawing read(String name, byte[] bytes) {
        return read(name, bytes, Companions.NONE, Optional.empty());
    }

    /**
     * @param name how the user calls the file, for messages
     * @throws GeographyProblem if it is no GeoJSON in longitude and latitude
     */
    public static Drawing readGeoJson(String name, String text) {
        return GeoJson.read(Trail.file(name), text, Optional.empty());
    }

    /**
     * A file with what lies beside it.
     *
     * @param name how the user calls the file, for messages
     * @param layer which layer of several
     * @throws GeographyProblem if it cannot be read
     */
    public static Drawing read(String name, byte[] bytes, Companions beside, Optional<String> layer) {
        Trail file = Trail.file(name);
        try {
            MapBounds.checkBytes(file.place(), bytes.length);
            MapContent content = new MapContent(file, bytes, beside, layer);
            return first(PACKED, content).orElseGet(() -> unpacked(content));
        } catch (OutOfMemoryError e) {
            throw file.problem(
                    "there is not enough memory to read it",
                    "give Java more, as `HOLDFAST_JAVA_OPTS=-Xmx4g` does, or draw it with fewer positions");
        }
    }

    /** As a file that is not packed. */
    static Drawing unpacked(MapContent content) {
        if (content.bytes.length == 0) {
            throw content.file.problem("the file is empty", EXPECTED);
        }
        UnreadMaps.refuse(content);
        return first(PLAIN, content)
                .orElseThrow(
                        () -> content.file.problem(
                                "this is none of the forms of a map that are read",
                                EXPECTED + "; GDAL and QGIS"
                                        + " turn nearly every other form into GeoJSON: `ogr2ogr -t_srs EPSG:4326 map.geojson FILE`"));
    }

    private static Optional<Drawing> first(List<MapForm> forms, MapContent content) {
        return forms.stream().flatMap(f -> f.reader().read(content).stream()).findFirst();
    }

    /** Whether a file of that name in a folder is taken for a map. */
    public static boolean isNamedAsMap(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Stream.concat(PACKED.stream(), PLAIN.stream())
                .flatMap(f -> f.endings().stream())
                .anyMatch(e -> lower.endsWith("." + e));
    }

    /** Whether a file of that name in a folder may be a map: it is looked into. */
    public static boolean mayBeMap(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return PLAIN.stream().flatMap(f -> f.sharedEndings().stream()).anyMatch(e -> lower.endsWith("." + e));
    }

    /** Whether what {@link #mayBeMap} begins as a map does: it is a table with a column of geometries. */
    public static boolean beginsAsMap(String start) {
        return WktTable.isTable(start);
    }

    /** Whether what has this ending in an archive is a map. */
    static boolean isMapInArchive(String ending) {
        return PLAIN.stream()
                .anyMatch(f -> f.endings().contains(ending) || f.sharedEndings().contains(ending));
    }

    /** Whether what has this ending in an archive is a map or a part of one. */
    static boolean isWantedInArchive(String ending) {
        return isMapInArchive(ending) || PLAIN.stream().anyMatch(f -> f.parts().contains(ending));
    }
}
