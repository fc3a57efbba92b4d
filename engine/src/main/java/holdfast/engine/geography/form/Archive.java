package holdfast.engine.geography.form;

import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.Trail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What is packed: a zipped shapefile, a KMZ, any one map in a zip, or one file under gzip. Nothing is unpacked onto the disk, and no more than {@link MapBounds} allows. */
final class Archive {
    static final MapForm ZIP = MapForm.of(
            List.of("zip", "kmz"),
            map -> map.begins("PK\u0003\u0004") || map.begins("PK\u0005\u0006")
                    ? Optional.of(new Archive(map.file, map.layer).zip(map.bytes))
                    : Optional.empty());

    /** One file; in a folder, only what is named as a map in it. */
    static final MapForm GZIP = MapForm.of(
            List.of("geojson.gz", "json.gz", "kml.gz", "csv.gz"),
            map -> map.begins("\u001f\u008b")
                    ? Optional.of(MapForms.unpacked(new MapContent(
                            map.file, new Archive(map.file, map.layer).gunzip(map.bytes), map.beside, map.layer)))
                    : Optional.empty());

    private final Trail file;
    private final Optional<String> layer;
    private long unpacked;

    Archive(Trail file, Optional<String> layer) {
        this.file = file;
        this.layer = layer;
    }

    /** What gzip packed. */
    private byte[] gunzip(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return whole(in);
        } catch (IOException e) {
            throw damaged();
        }
    }

    private Drawing zip(byte[] bytes) {
        Map<String, byte[]> entries = entries(bytes);
        List<String> maps = new ArrayList<>();
        for (String name : entries.keySet()) {
            if (MapForms.isMapInArchive(ending(name))) {
                maps.add(name);
            }
        }
        // A KMZ is its first KML; the others are what it may link to.
        Optional<String> kmz =
                maps.stream().filter(n -> n.equalsIgnoreCase("doc.kml")).findFirst();
        if (kmz.isPresent() && file.file().toLowerCase(Locale.ROOT).endsWith(".kmz")) {
            maps = List.of(kmz.get());
        }
        if (maps.isEmpty()) {
            throw file.problem(
                    entries.containsKey("xl/workbook.xml")
                            ? "this is a workbook, and no map"
                            : "there is no map in this archive",
                    "expected a shapefile (.shp, .dbf, .prj), or one .kml, .geojson, .topojson, .gpkg or .csv");
        }
        Map<String, String> byLayer = new TreeMap<>();
        for (String name : maps) {
            byLayer.put(stem(name), name);
        }
        String chosen = maps.size() == 1
                ? maps.getFirst()
                : byLayer.size() == maps.size()
                        ? String.valueOf(byLayer.get(Layers.choose(file, List.copyOf(byLayer.keySet()), layer)))
                        : Layers.choose(file, maps, layer);
        String stem = chosen.substring(0, chosen.length() - ending(chosen).length());
        Companions beside = ending -> entries.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(stem + ending))
                .map(Map.Entry::getValue)
                .findFirst();
        byte[] content = entries.get(chosen);
        // Which one it is among several is decided; inside it there may be layers again.
        Optional<String> inner = maps.size() == 1 ? layer : Optional.empty();
        return MapForms.unpacked(
                new MapContent(Trail.file(file.file()), content == null ? new byte[0] : content, beside, inner));
    }

    private Map<String, byte[]> entries(byte[] bytes) {
        Map<String, byte[]> entries = new TreeMap<>();
        int seen = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++seen > MapBounds.MOST_ENTRIES) {
                    throw file.problem(
                            "there are more than " + MapBounds.MOST_ENTRIES + " files in it", "pack only the map");
                }
                String name = entry.getName();
                boolean hidden = name.startsWith("__MACOSX/") || name.contains("/._");
                if (name.equals("xl/workbook.xml")
                        || !entry.isDirectory() && !hidden && MapForms.isWantedInArchive(ending(name))) {
                    if (entries.put(name, whole(zip)) != null) {
                        throw file.problem("two files in it are called `" + name + "`", "pack it anew");
                    }
                } else {
                    // What is left out is unpacked as well to come to what is behind it.
                    skip(zip);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged();
        }
        if (seen == 0) {
            throw damaged();
        }
        return entries;
    }

    private byte[] whole(InputStream in) throws IOException {
        byte[] content = in.readNBytes((int) (MapBounds.LARGEST_BYTES - unpacked) + 1);
        count(content.length);
        return content;
    }

    private void skip(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            count(n);
        }
    }

    private void count(long bytes) {
        unpacked += bytes;
        if (unpacked > MapBounds.LARGEST_BYTES) {
            throw file.problem(
                    "what is packed in it has more than " + MapBounds.largest() + ", the most that is unpacked",
                    "unpack it, and give each day a file of its own");
        }
    }

    private GeographyProblem damaged() {
        return file.problem(
                "the archive is damaged, locked with a password, or ends in the middle", "fetch or pack it again");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String stem(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return last.substring(0, last.length() - ending(last).length() - 1);
    }
}
