package holdfast.territory.series;

import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.form.Companions;
import holdfast.engine.geography.form.MapBounds;
import holdfast.engine.geography.form.MapForms;
import holdfast.language.diagnostic.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A file with a map, read with the files that belong to it.
 *
 * @param sha256 of the file, in hexadecimal; of a shapefile, of its .shp, .dbf, .prj and .cpg one after another
 */
public record MapSource(Drawing drawing, String sha256) {
    /** Of an unpacked shapefile, in the order in which they are digested. */
    private static final List<String> PARTS = List.of("dbf", "prj", "cpg");

    /**
     * @param name how messages call it
     * @param layer which layer of several
     * @throws GeographyProblem if it cannot be read
     */
    public static MapSource read(Path path, String name, Optional<String> layer) throws IOException {
        byte[] bytes = bytes(path, name);
        TreeMap<String, byte[]> parts = new TreeMap<>();
        Companions beside = ending -> {
            try {
                Optional<Path> part = beside(path, ending);
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                byte[] content = bytes(part.get(), String.valueOf(part.get().getFileName()));
                parts.put(ending, content);
                return Optional.of(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        try {
            Drawing drawing = MapForms.read(name, bytes, beside, layer);
            List<byte[]> digested = new ArrayList<>(List.of(bytes));
            PARTS.forEach(part -> digested.add(parts.getOrDefault(part, new byte[0])));
            return new MapSource(drawing, sha256(digested));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Of a map that is drawn in several files: of the lines {@code digest, two blanks, name} of these, as sha256sum prints them. */
    static String sha256(List<String> names, List<MapSource> sources) {
        if (sources.size() == 1) {
            return sources.getFirst().sha256();
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < sources.size(); i++) {
            lines.append(sources.get(i).sha256())
                    .append("  ")
                    .append(names.get(i))
                    .append('\n');
        }
        return sha256(List.of(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** By the file's name, and of its only layer. */
    public static MapSource read(Path path) throws IOException {
        return read(path, String.valueOf(path.getFileName()), Optional.empty());
    }

    private static Optional<Path> beside(Path path, String ending) throws IOException {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        String wanted =
                ending.equals("gpkg-wal") ? name + "-wal" : (dot > 0 ? name.substring(0, dot) : name) + "." + ending;
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            return Optional.empty();
        }
        Path exact = folder.resolve(wanted);
        if (Files.isRegularFile(exact)) {
            return Optional.of(exact);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> String.valueOf(f.getFileName())
                            .toLowerCase(Locale.ROOT)
                            .equals(wanted.toLowerCase(Locale.ROOT)))
                    .sorted()
                    .findFirst();
        }
    }

    /** What is no file of its own has no size, and may never end: it is read as far as a map may go, and one byte more. */
    static byte[] bytes(Path path, String name) throws IOException {
        if (Files.isDirectory(path)) {
            throw new GeographyProblem(
                    Place.onMap(name),
                    "this is a folder, and no map",
                    name.toLowerCase(Locale.ROOT).endsWith(".gdb")
                            ? "turn it into GeoJSON: `ogr2ogr -t_srs EPSG:4326 map.geojson FOLDER.gdb LAYER` (GDAL, which QGIS"
                                    + " brings)"
                            : "name a file in it");
        }
        MapBounds.checkBytes(Place.onMap(name), Files.size(path));
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes((int) MapBounds.LARGEST_BYTES + 1);
            MapBounds.checkBytes(Place.onMap(name), bytes.length);
            return bytes;
        }
    }

    private static String sha256(List<byte[]> bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            bytes.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
