package holdfast.engine.geography.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells by what is in a file of which form it is, and has it read. What is of no form that is read is told which tool turns it into one. */
final class MapForm {
    private static final String EXPECTED =
            "expected GeoJSON, TopoJSON, KML or KMZ, a shapefile, a GeoPackage, or a table"
                    + " with a column of well-known text";

    /** How the files of other forms begin, byte by byte, and what they are. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("7z\u00bc\u00af", "an archive (7z)"),
            Map.entry("Rar!", "an archive (rar)"),
            Map.entry("BZh", "packed with bzip2"),
            Map.entry("\u00fd7zXZ", "packed with xz"),
            Map.entry("(\u00b5/\u00fd", "packed with zstd"),
            Map.entry("%PDF", "a PDF"),
            Map.entry("\u00d0\u00cf\u0011\u00e0", "an old Office document"));

    private static final Map<String, String> IMAGES = Map.ofEntries(
            Map.entry("II*\0", "an image (TIFF)"),
            Map.entry("MM\0*", "an image (TIFF)"),
            Map.entry("\u0089PNG", "an image (PNG)"),
            Map.entry("\u00ff\u00d8\u00ff", "an image (JPEG)"));
    private static final Map<String, String> VECTORS = Map.ofEntries(
            Map.entry("fgb\u0003", "FlatGeobuf"),
            Map.entry("PAR1", "GeoParquet"),
            Map.entry("!table", "a MapInfo table"),
            Map.entry("Version ", "a MapInfo exchange file"),
            Map.entry("ARROW1", "GeoArrow"));

    private final Trail file;
    private final Companions beside;
    private final Optional<String> layer;

    MapForm(String file, Companions beside, Optional<String> layer) {
        this.file = Trail.file(file);
        this.beside = beside;
        this.layer = layer;
    }

    Drawing read(byte[] bytes) {
        try {
            return unpacked(bytes);
        } catch (OutOfMemoryError e) {
            throw file.problem(
                    "there is not enough memory to read it",
                    "give Java more, as `HOLDFAST_JAVA_OPTS=-Xmx4g` does, or draw it with fewer positions");
        }
    }

    private Drawing unpacked(byte[] bytes) {
        MapBounds.checkBytes(file.toString(), bytes.length);
        if (begins(bytes, "PK\u0003\u0004") || begins(bytes, "PK\u0005\u0006")) {
            return new Archive(file, layer).zip(bytes);
        }
        if (begins(bytes, "\u001f\u008b")) {
            return inArchive(new Archive(file, layer).gunzip(bytes));
        }
        return inArchive(bytes);
    }

    /** As a file that is not packed. */
    Drawing inArchive(byte[] bytes) {
        if (bytes.length == 0) {
            throw file.problem("the file is empty", EXPECTED);
        }
        if (GeoPackage.is(bytes)) {
            return GeoPackage.read(file, bytes, beside, layer);
        }
        if (begins(bytes, "\0\0\u0027\n")) {
            return Shapefile.read(file, bytes, beside);
        }
        refuseOthers(bytes);
        if (isXml(bytes)) {
            return Kml.read(file, bytes);
        }
        String text = text(bytes);
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[") || start.isEmpty()) {
            return GeoJson.read(file, text, layer);
        }
        if (start.startsWith("\u001e")) {
            throw file.problem("this is a sequence of GeoJSON features", Gdal.turns(file, ""));
        }
        return WktTable.read(file, text)
                .orElseThrow(
                        () -> file.problem(
                                "this is none of the forms of a map that are read",
                                EXPECTED + "; GDAL and QGIS"
                                        + " turn nearly every other form into GeoJSON: `ogr2ogr -t_srs EPSG:4326 map.geojson FILE`"));
    }

    private void refuseOthers(byte[] bytes) {
        for (var other : OTHERS.entrySet()) {
            if (begins(bytes, other.getKey())) {
                throw file.problem(
                        "this is " + other.getValue() + ", and no map",
                        "unpack it, or fetch the map itself; " + EXPECTED);
            }
        }
        for (var image : IMAGES.entrySet()) {
            if (begins(bytes, image.getKey())) {
                throw file.problem("this is " + image.getValue() + ", and no map of polygons", Gdal.polygons(file));
            }
        }
        for (var vector : VECTORS.entrySet()) {
            if (begins(bytes, vector.getKey())) {
                throw file.problem("this is " + vector.getValue() + ", which is not read", Gdal.turns(file, ""));
            }
        }
        String lower = file.file().toLowerCase(Locale.ROOT);
        for (String part : List.of(".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx")) {
            if (lower.endsWith(part)) {
                throw file.problem(
                        "this is a part of a shapefile", "give the file of the same name with the ending .shp");
            }
        }
        if (lower.endsWith(".shp")) {
            throw file.problem(
                    "the shapefile (.shp) is damaged: its head is not that of a shapefile", "fetch or export it again");
        }
    }

    private static boolean isXml(byte[] bytes) {
        int at = begins(bytes, "\u00ef\u00bb\u00bf")
                ? 3
                : begins(bytes, "\u00ff\u00fe") || begins(bytes, "\u00fe\u00ff") ? 2 : 0;
        while (at < bytes.length && (bytes[at] == 0 || bytes[at] == ' ' || bytes[at] >= '\t' && bytes[at] <= '\r')) {
            at++;
        }
        return at < bytes.length && bytes[at] == '<';
    }

    private String text(byte[] bytes) {
        if (begins(bytes, "\u00ff\u00fe") || begins(bytes, "\u00fe\u00ff")) {
            throw file.problem("it is UTF-16", "save it as UTF-8");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw file.problem("it is not UTF-8", EXPECTED + ": was it packed, or saved in another form?");
        }
    }

    private static boolean begins(byte[] bytes, String magic) {
        if (bytes.length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((bytes[i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
