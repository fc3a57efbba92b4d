package holdfast.engine.geography.form;

import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.Features;
import holdfast.engine.geography.drawing.Gdal;
import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.engine.geography.drawing.Trail;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.sqlite.SQLiteConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a GeoPackage: an SQLite database in which a table of features is a layer. It is read in memory, so nothing is written beside the file; and only tables are asked, since a view can be
 * written so that it never ends.
 */
final class GeoPackage {
    static final String MAGIC = "SQLite format 3\0";
    private static final int WRITE_VERSION = 18;
    private static final int READ_VERSION = 19;
    private static final int LONGEST_SECONDS = 120;

    static final MapForm FORM = MapForm.of(
            List.of("gpkg"),
            map -> is(map.bytes) ? Optional.of(read(map.file, map.bytes, map.beside, map.layer)) : Optional.empty());

    private final Trail file;
    private final Optional<String> layer;

    private GeoPackage(Trail file, Optional<String> layer) {
        this.file = file;
        this.layer = layer;
    }

    private static Drawing read(Trail file, byte[] bytes, Companions beside, Optional<String> layer) {
        if (beside.with("gpkg-wal").map(b -> b.length > 0).orElse(false)) {
            throw file.problem(
                    "a part of it is still in the file beside it that ends in -wal",
                    "close the program that has it open, and the two become one");
        }
        byte[] own = bytes.clone();
        // A journal of this kind cannot be had in memory; without one beside the file, the file is all there is.
        own[WRITE_VERSION] = 1;
        own[READ_VERSION] = 1;
        return new GeoPackage(file, layer).read(own);
    }

    private Drawing read(byte[] bytes) {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            database.unwrap(SQLiteConnection.class).deserialize("main", bytes);
            try (Statement statement = database.createStatement()) {
                statement.execute("PRAGMA trusted_schema = OFF");
                statement.execute("PRAGMA cell_size_check = ON");
                statement.execute("PRAGMA query_only = ON");
            }
            return drawing(database);
        } catch (SQLException e) {
            throw file.problem(
                    "the database is damaged, or no GeoPackage: " + said(e),
                    "fetch or export it again; " + Gdal.turns(file, ""));
        } catch (LinkageError e) {
            throw file.problem(
                    "GeoPackages cannot be read on this machine, since the library for SQLite does not load",
                    Gdal.turns(file, ""));
        }
    }

    private static String said(SQLException e) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return said.replaceFirst("^\\[\\w+]\\s*", "");
    }

    private Drawing drawing(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        table(database, "gpkg_contents");
        table(database, "gpkg_geometry_columns");
        try (Statement statement = statement(database);
                ResultSet found = statement.executeQuery(
                        "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY table_name")) {
            while (found.next()) {
                tables.add(text(found, 1));
            }
        }
        if (tables.isEmpty()) {
            throw file.problem(
                    "it has no layer of features", "expected one with polygons; images and plain tables are no map");
        }
        String chosen = Layers.choose(file, tables, layer);
        table(database, chosen);
        String column;
        int system;
        try (var statement = database.prepareStatement(
                "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?")) {
            statement.setQueryTimeout(LONGEST_SECONDS);
            statement.setString(1, chosen);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    throw file.problem(
                            "its layer `" + chosen + "` does not say where its geometries are", "export it again");
                }
                column = text(found, 1);
                system = found.getInt(2);
            }
        }
        return features(database, chosen, column, new GeometryNodes(file, projection(database, system)));
    }

    private Projection projection(Connection database, int system) throws SQLException {
        table(database, "gpkg_spatial_ref_sys");
        try (var statement =
                database.prepareStatement("SELECT srs_name, organization, organization_coordsys_id, definition FROM"
                        + " gpkg_spatial_ref_sys WHERE srs_id = ?")) {
            statement.setInt(1, system);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    throw file.problem(
                            "its coordinate system " + system + " is not described in it",
                            Gdal.turns(file, "-s_srs EPSG:" + system));
                }
                boolean epsg = text(found, 2).equalsIgnoreCase("EPSG");
                int number = found.getInt(3);
                if (epsg && number == 4326) {
                    return Projection.DEGREES;
                }
                if (epsg && number == 3857) {
                    return Projection.WEB_MERCATOR;
                }
                String name = text(found, 1);
                return CrsText.projection(text(found, 4))
                        .orElseThrow(() -> file.problem(
                                "its coordinate system is `" + name + "`" + (epsg ? " (EPSG:" + number + ")" : "")
                                        + ", and only longitude and latitude on WGS84 and the Mercator map of the web"
                                        + " are read",
                                Gdal.turns(file, "")));
            }
        }
    }

    private Drawing features(Connection database, String table, String column, GeometryNodes nodes)
            throws SQLException {
        List<GeoFeature> features = new ArrayList<>();
        try (Statement statement = statement(database);
                ResultSet row = statement.executeQuery("SELECT * FROM " + quoted(table))) {
            ResultSetMetaData columns = row.getMetaData();
            while (row.next()) {
                if (features.size() == MapBounds.MOST_FEATURES) {
                    throw MapBounds.tooManyFeatures(file);
                }
                Trail at = file.in("row", features.size());
                ObjectNode properties = GeometryNodes.object();
                JsonNode geometry = MissingNode.getInstance();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    String name = columns.getColumnName(i);
                    if (name.equalsIgnoreCase(column)) {
                        geometry = geometry(row.getBytes(i), at, nodes);
                    } else {
                        put(properties, name, row.getObject(i));
                    }
                }
                features.add(Features.tolerant(at, geometry, properties));
            }
        }
        if (features.isEmpty()) {
            throw file.problem("its layer `" + table + "` is empty", "expected at least one feature");
        }
        return new Drawing(file, false, features, List.of());
    }

    private static void put(ObjectNode properties, String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Integer number -> properties.put(name, number);
            case Long number -> properties.put(name, number);
            case Double number -> properties.put(name, number);
            case String text -> properties.put(name, text);
            default -> {}
        }
    }

    /** Well-known binary behind a head of its own. */
    private JsonNode geometry(byte @Nullable [] blob, Trail at, GeometryNodes nodes) {
        if (blob == null) {
            return NullNode.getInstance();
        }
        if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
            throw at.problem("its geometry is not that of a GeoPackage", "export the file again");
        }
        int flags = blob[3];
        int envelope = new int[] {0, 32, 48, 48, 64, -1, -1, -1}[flags >> 1 & 7];
        if ((flags & 0x20) != 0 || envelope < 0 || blob.length < 8 + envelope) {
            throw at.problem(
                    "its geometry is of a kind of its own, or damaged", Gdal.turns(file, "-nlt CONVERT_TO_LINEAR"));
        }
        byte[] binary = new byte[blob.length - 8 - envelope];
        System.arraycopy(blob, 8 + envelope, binary, 0, binary.length);
        try {
            return nodes.of(WellKnown.binary(binary));
        } catch (ParseException e) {
            throw at.problem(
                    "its geometry cannot be read: " + WellKnown.said(e), Gdal.turns(file, "-nlt CONVERT_TO_LINEAR"));
        }
    }

    /** A view, or a table that code makes up, is none. */
    private void table(Connection database, String name) throws SQLException {
        try (var statement = database.prepareStatement("SELECT type, sql FROM sqlite_schema WHERE name = ?")) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                boolean is = found.next()
                        && text(found, 1).equals("table")
                        && !text(found, 2).toUpperCase(Locale.ROOT).startsWith("CREATE VIRTUAL");
                if (!is) {
                    throw file.problem(
                            "it has no table `" + name + "`, so it is no GeoPackage, or one whose layer is a view",
                            Gdal.turns(file, ""));
                }
            }
        }
    }

    private static Statement statement(Connection database) throws SQLException {
        Statement statement = database.createStatement();
        statement.setQueryTimeout(LONGEST_SECONDS);
        return statement;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static boolean is(byte[] bytes) {
        return bytes.length >= 100 && new String(bytes, 0, MAGIC.length(), StandardCharsets.ISO_8859_1).equals(MAGIC);
    }
}
