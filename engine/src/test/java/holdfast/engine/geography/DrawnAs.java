package holdfast.engine.geography;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.sqlite.SQLiteConnection;

/** Writes the same small map in every form, for tests: as other programs do, by the forms' own specifications. */
public final class DrawnAs {
    public static final String WGS84 =
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                    + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    public static final String WEB_MERCATOR = "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\"," + WGS84
            + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],PARAMETER[\"False_Northing\",0.0],"
            + "PARAMETER[\"Central_Meridian\",0.0],PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],"
            + "UNIT[\"Meter\",1.0]]";

    /** A feature: properties in order, and a polygon or several. */
    public record Feature(Map<String, String> properties, Geometry geometry) {
        /** @param properties name, value, name, value */
        public static Feature of(String wkt, String... properties) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < properties.length; i += 2) {
                named.put(properties[i], properties[i + 1]);
            }
            try {
                return new Feature(named, new WKTReader().read(wkt));
            } catch (ParseException e) {
                throw new IllegalArgumentException(e);
            }
        }

        private List<Polygon> polygons() {
            List<Polygon> polygons = new ArrayList<>();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                polygons.add((Polygon) geometry.getGeometryN(i));
            }
            return polygons;
        }
    }

    private DrawnAs() {}

    private static Set<String> names(List<Feature> features) {
        Set<String> names = new LinkedHashSet<>();
        features.forEach(f -> names.addAll(f.properties().keySet()));
        return names;
    }

    public static byte[] geoJson(List<Feature> features) {
        List<String> all = new ArrayList<>();
        for (Feature feature : features) {
            List<String> polygons = new ArrayList<>();
            feature.polygons()
                    .forEach(p -> polygons.add("["
                            + String.join(
                                    ",", rings(p).stream().map(DrawnAs::array).toList()) + "]"));
            all.add("{\"type\":\"Feature\",\"properties\":" + json(feature.properties())
                    + ",\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[" + String.join(",", polygons)
                    + "]}}");
        }
        return utf8("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", all) + "]}");
    }

    /**
     * Quantized to {@code 1e-5} degrees. Each ring is two arcs; every second ring is written backwards, with its arcs reversed.
     *
     * @param layer the name of its one object
     */
    public static byte[] topoJson(List<Feature> features, String layer) {
        List<String> arcs = new ArrayList<>();
        List<String> objects = new ArrayList<>();
        for (Feature feature : features) {
            List<String> polygons = new ArrayList<>();
            for (Polygon polygon : feature.polygons()) {
                List<String> rings = new ArrayList<>();
                for (LinearRing ring : rings(polygon)) {
                    Coordinate[] all = ring.getCoordinates();
                    int half = all.length / 2;
                    boolean backwards = arcs.size() % 4 == 2;
                    if (backwards) {
                        arcs.add(arc(all, half, 0));
                        arcs.add(arc(all, all.length - 1, half));
                        rings.add("[" + ~(arcs.size() - 2) + "," + ~(arcs.size() - 1) + "]");
                    } else {
                        arcs.add(arc(all, 0, half));
                        arcs.add(arc(all, half, all.length - 1));
                        rings.add("[" + (arcs.size() - 2) + "," + (arcs.size() - 1) + "]");
                    }
                }
                polygons.add("[" + String.join(",", rings) + "]");
            }
            objects.add("{\"type\":\"MultiPolygon\",\"arcs\":[" + String.join(",", polygons) + "],\"properties\":"
                    + json(feature.properties()) + "}");
        }
        return utf8(
                "{\"type\":\"Topology\",\"transform\":{\"scale\":[0.00001,0.00001],\"translate\":[30,40]},\"objects\":{\""
                        + layer + "\":{\"type\":\"GeometryCollection\",\"geometries\":[" + String.join(",", objects)
                        + "]}},\"arcs\":[" + String.join(",", arcs) + "]}");
    }

    private static String arc(Coordinate[] all, int from, int to) {
        List<String> deltas = new ArrayList<>();
        long x = 0;
        long y = 0;
        for (int i = from; from < to ? i <= to : i >= to; i += from < to ? 1 : -1) {
            long nextX = Math.round((all[i].x - 30) / 0.00001);
            long nextY = Math.round((all[i].y - 40) / 0.00001);
            deltas.add("[" + (nextX - x) + "," + (nextY - y) + "]");
            x = nextX;
            y = nextY;
        }
        return "[" + String.join(",", deltas) + "]";
    }

    /** With extended data, heights, and several polygons as a {@code MultiGeometry}. */
    public static byte[] kml(List<Feature> features) {
        StringBuilder kml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>map</name><Folder>\n");
        for (Feature feature : features) {
            kml.append("<Placemark><ExtendedData>");
            feature.properties()
                    .forEach((name, value) -> kml.append("<Data name=\"")
                            .append(xml(name))
                            .append("\"><value>")
                            .append(xml(value))
                            .append("</value></Data>"));
            kml.append("</ExtendedData><MultiGeometry>\n");
            for (Polygon polygon : feature.polygons()) {
                kml.append("<Polygon><outerBoundaryIs>")
                        .append(linearRing(polygon.getExteriorRing()))
                        .append("</outerBoundaryIs>");
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    kml.append("<innerBoundaryIs>")
                            .append(linearRing(polygon.getInteriorRingN(i)))
                            .append("</innerBoundaryIs>");
                }
                kml.append("</Polygon>\n");
            }
            kml.append("</MultiGeometry></Placemark>\n");
        }
        return utf8(kml + "</Folder></Document></kml>\n");
    }

    private static String linearRing(LinearRing ring) {
        List<String> positions = new ArrayList<>();
        for (Coordinate at : ring.getCoordinates()) {
            positions.add(at.x + "," + at.y + ",0");
        }
        return "<LinearRing><coordinates>\n" + String.join("\n ", positions) + "\n</coordinates></LinearRing>";
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** @param separator what stands between the cells */
    public static byte[] csv(List<Feature> features, char separator) {
        Set<String> names = names(features);
        StringBuilder csv = new StringBuilder(String.join(String.valueOf(separator), names))
                .append(separator)
                .append("WKT\r\n");
        for (Feature feature : features) {
            names.forEach(n -> csv.append('"')
                    .append(feature.properties().getOrDefault(n, "").replace("\"", "\"\""))
                    .append('"')
                    .append(separator));
            csv.append('"').append(feature.geometry().toText()).append("\"\r\n");
        }
        return utf8(csv.toString());
    }

    /** The files of a shapefile by their endings. */
    public static Map<String, byte[]> shapefile(List<Feature> features, String prj, String letters) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("shp", shp(features, prj.equals(WEB_MERCATOR)));
        files.put("dbf", dbf(features, Charset.forName(letters)));
        files.put("prj", utf8(prj));
        files.put("cpg", utf8(letters));
        return files;
    }

    public static byte[] zippedShapefile(List<Feature> features, String stem) {
        Map<String, byte[]> named = new TreeMap<>();
        shapefile(features, WGS84, "UTF-8").forEach((ending, bytes) -> named.put(stem + "." + ending, bytes));
        return zip(named);
    }

    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] shp(List<Feature> features, boolean mercator) {
        ByteBuffer shp = ByteBuffer.allocate(1 << 20);
        shp.position(100);
        int number = 0;
        for (Feature feature : features) {
            List<Coordinate[]> rings = new ArrayList<>();
            for (Polygon polygon : feature.polygons()) {
                rings.add(wound(polygon.getExteriorRing(), false));
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    // Holes before what they lie in, as some programs have it.
                    rings.addFirst(wound(polygon.getInteriorRingN(i), true));
                }
            }
            int positions = rings.stream().mapToInt(r -> r.length).sum();
            int length = 44 + 4 * rings.size() + 16 * positions;
            shp.order(ByteOrder.BIG_ENDIAN).putInt(++number).putInt(length / 2);
            shp.order(ByteOrder.LITTLE_ENDIAN).putInt(5);
            var reach = feature.geometry().getEnvelopeInternal();
            shp.putDouble(reach.getMinX())
                    .putDouble(reach.getMinY())
                    .putDouble(reach.getMaxX())
                    .putDouble(reach.getMaxY());
            shp.putInt(rings.size()).putInt(positions);
            int start = 0;
            for (Coordinate[] ring : rings) {
                shp.putInt(start);
                start += ring.length;
            }
            for (Coordinate[] ring : rings) {
                for (Coordinate at : ring) {
                    shp.putDouble(mercator ? 6378137 * Math.toRadians(at.x) : at.x);
                    shp.putDouble(
                            mercator ? 6378137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(at.y) / 2)) : at.y);
                }
            }
        }
        int size = shp.position();
        shp.order(ByteOrder.BIG_ENDIAN).putInt(0, 9994).putInt(24, size / 2);
        shp.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
        byte[] bytes = new byte[size];
        shp.get(0, bytes);
        return bytes;
    }

    private static Coordinate[] wound(LinearRing ring, boolean counterClockwise) {
        Coordinate[] positions = ring.getCoordinates();
        return Orientation.isCCW(positions) == counterClockwise
                ? positions
                : ring.reverse().getCoordinates();
    }

    private static byte[] dbf(List<Feature> features, Charset letters) {
        Set<String> names = names(features);
        int width = 80;
        ByteBuffer dbf = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        int header = 33 + 32 * names.size();
        dbf.put(0, (byte) 3)
                .putInt(4, features.size())
                .putShort(8, (short) header)
                .putShort(10, (short) (1 + width * names.size()));
        int at = 32;
        for (String name : names) {
            dbf.put(at, name.getBytes(letters));
            dbf.put(at + 11, (byte) 'C');
            dbf.put(at + 16, (byte) width);
            at += 32;
        }
        dbf.put(at++, (byte) 0x0d);
        for (Feature feature : features) {
            dbf.put(at++, (byte) ' ');
            for (String name : names) {
                byte[] value = feature.properties().getOrDefault(name, "").getBytes(letters);
                for (int i = 0; i < width; i++) {
                    dbf.put(at++, i < value.length ? value[i] : (byte) ' ');
                }
            }
        }
        dbf.put(at++, (byte) 0x1a);
        byte[] bytes = new byte[at];
        dbf.get(0, bytes);
        return bytes;
    }

    /** A layer for each entry. */
    public static byte[] geoPackage(Map<String, List<Feature>> layers) {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement sql = database.createStatement()) {
            sql.execute(
                    "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,"
                            + " organization_coordsys_id INTEGER, definition TEXT, description TEXT)");
            sql.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, '" + WGS84 + "', '')");
            sql.execute(
                    "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER)");
            sql.execute(
                    "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT,"
                            + " srs_id INTEGER, z INTEGER, m INTEGER)");
            for (var layer : layers.entrySet()) {
                layer(database, sql, layer.getKey(), layer.getValue());
            }
            return database.unwrap(SQLiteConnection.class).serialize("main");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void layer(Connection database, Statement sql, String name, List<Feature> features)
            throws SQLException {
        Set<String> names = names(features);
        StringBuilder columns = new StringBuilder("fid INTEGER PRIMARY KEY, geom BLOB");
        names.forEach(n -> columns.append(", \"").append(n).append("\" TEXT"));
        sql.execute("CREATE TABLE \"" + name + "\" (" + columns + ")");
        sql.execute("INSERT INTO gpkg_contents VALUES ('" + name + "', 'features', '" + name + "', 4326)");
        sql.execute("INSERT INTO gpkg_geometry_columns VALUES ('" + name + "', 'geom', 'MULTIPOLYGON', 4326, 0, 0)");
        String marks = "?, ?" + ", ?".repeat(names.size());
        try (PreparedStatement insert =
                database.prepareStatement("INSERT INTO \"" + name + "\" VALUES (" + marks + ")")) {
            int row = 0;
            for (Feature feature : features) {
                insert.setInt(1, ++row);
                byte[] wkb = new WKBWriter().write(feature.geometry());
                ByteBuffer blob = ByteBuffer.allocate(8 + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
                blob.put((byte) 'G')
                        .put((byte) 'P')
                        .put((byte) 0)
                        .put((byte) 1)
                        .putInt(4326)
                        .put(wkb);
                insert.setBytes(2, blob.array());
                int at = 3;
                for (String property : names) {
                    insert.setString(at++, feature.properties().get(property));
                }
                insert.execute();
            }
        }
    }

    private static List<LinearRing> rings(Polygon polygon) {
        List<LinearRing> rings = new ArrayList<>(List.of(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(polygon.getInteriorRingN(i));
        }
        return rings;
    }

    private static String array(LinearRing ring) {
        List<String> positions = new ArrayList<>();
        for (Coordinate at : ring.getCoordinates()) {
            positions.add("[" + at.x + "," + at.y + "]");
        }
        return "[" + String.join(",", positions) + "]";
    }

    private static String json(Map<String, String> properties) {
        List<String> members = new ArrayList<>();
        properties.forEach((name, value) -> members.add("\"" + name + "\":\"" + value.replace("\"", "\\\"") + "\""));
        return "{" + String.join(",", members) + "}";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
