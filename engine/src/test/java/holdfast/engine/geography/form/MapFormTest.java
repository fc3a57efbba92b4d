package holdfast.engine.geography.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.engine.geography.DrawnAs;
import holdfast.engine.geography.DrawnAs.Feature;
import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.GeoFeature;
import holdfast.engine.geography.drawing.GeographyProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.sqlite.SQLiteConnection;

/** Every form of a map says the same of the same ground; what cannot be read is refused with its place and a mend. */
class MapFormTest {
    private static final List<Feature> MAP = List.of(
            Feature.of(
                    "MULTIPOLYGON (((36 47, 37.25 47, 37.25 48, 36 48, 36 47), (36.5 47.25, 36.75 47.25, 36.75 47.5, 36.5 47.25)), ((38 47, 38.5 47, 38.5 47.5, 38 47)))",
                    "side",
                    "Північ",
                    "status",
                    "окуповано"),
            Feature.of("POLYGON ((36 48, 38 48, 38 49, 36 49, 36 48))", "side", "South & co", "status", "held"));

    /** Who lies beside a file. */
    private static Companions beside(Map<String, byte[]> files) {
        return ending -> Optional.ofNullable(files.get(ending));
    }

    private static Drawing read(String name, byte[] bytes) {
        return MapForms.read(name, bytes);
    }

    private static void same(Drawing drawing) {
        assertThat(drawing.features()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            GeoFeature feature = drawing.features().get(i);
            Geometry geometry = feature.geometry();
            assertThat(geometry.symDifference(MAP.get(i).geometry()).getArea())
                    .as(feature.where())
                    .isLessThan(1e-9);
            assertThat(feature.properties()).containsAllEntriesOf(MAP.get(i).properties());
        }
    }

    @Test
    void everyFormHasTheSameGround() {
        same(read("m.geojson", DrawnAs.geoJson(MAP)));
        same(read("m.topojson", DrawnAs.topoJson(MAP, "ground")));
        same(read("m.kml", DrawnAs.kml(MAP)));
        same(read("m.kmz", DrawnAs.zip(Map.of("doc.kml", DrawnAs.kml(MAP), "files/icon.png", new byte[9]))));
        same(read("m.zip", DrawnAs.zippedShapefile(MAP, "inner/ground")));
        same(read("m.zip", DrawnAs.zip(Map.of("a/m.geojson", DrawnAs.geoJson(MAP), "README.txt", new byte[3]))));
        same(read("m.gpkg", DrawnAs.geoPackage(Map.of("ground", MAP))));
        same(read("m.csv", DrawnAs.csv(MAP, ',')));
        same(read("m.csv", DrawnAs.csv(MAP, ';')));
        same(read("m.tsv", DrawnAs.csv(MAP, '\t')));
    }

    @Test
    void kmlInOtherLetters() {
        String text = new String(DrawnAs.kml(MAP), StandardCharsets.UTF_8);
        same(read("m.kml", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)));
        String cyrillic = text.replace("UTF-8", "windows-1251");
        same(read("m.kml", cyrillic.getBytes(Charset.forName("windows-1251"))));
        refused("m.kml", text.getBytes(Charset.forName("windows-1251")), "letters that are not UTF-8");
        refused("m.kml", text.replace("UTF-8", "x-nothing"), "`x-nothing`, which is not known here");
    }

    @Test
    void packedWithGzip() throws IOException {
        same(read("m.geojson.gz", gzip(DrawnAs.geoJson(MAP))));
        same(read("m.csv.gz", gzip(DrawnAs.csv(MAP, ','))));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void aShapefileInItsPartsInOtherLettersAndOnTheMapOfTheWeb() {
        for (String letters : List.of("UTF-8", "windows-1251")) {
            for (String prj : List.of(DrawnAs.WGS84, DrawnAs.WEB_MERCATOR)) {
                Map<String, byte[]> files = DrawnAs.shapefile(MAP, prj, letters);
                same(MapForms.read("m.shp", files.get("shp"), beside(files), Optional.empty()));
            }
        }
        Map<String, byte[]> files = DrawnAs.shapefile(MAP, DrawnAs.WGS84, "windows-1251");
        files.put("cpg", "1251".getBytes(StandardCharsets.UTF_8));
        same(MapForms.read("m.shp", files.get("shp"), beside(files), Optional.empty()));
        files.remove("cpg");
        refused("m.shp", files, "nothing says in which letters it is written", "with the ending .cpg");
        files.get("dbf")[29] = (byte) 0xc9;
        same(MapForms.read("m.shp", files.get("shp"), beside(files), Optional.empty()));
        files.put("cpg", "Klingon".getBytes(StandardCharsets.UTF_8));
        refused("m.shp", files, "its .cpg says `Klingon`");
        files.put("cpg", "Klingon ".repeat(6).getBytes(StandardCharsets.UTF_8));
        refused("m.shp", files, "its .cpg says `" + "Klingon ".repeat(5) + "`");
    }

    @Test
    void aColumnInOtherCapitalsIsMeantWhereItIsTheOnlyOne() {
        String ground = "\"POLYGON ((36 48, 38 48, 38 49, 36 48))\"";
        byte[] one = ("WKT,SIDE\n" + ground + ",Nord\n").getBytes(StandardCharsets.UTF_8);
        assertThat(read("m.csv", one).of("Nord")).hasSize(1);
        byte[] two = ("WKT,SIDE,Side\n" + ground + ",Nord,Sud\n").getBytes(StandardCharsets.UTF_8);
        assertThat(read("m.csv", two).saysSides()).isFalse();
        byte[] own = ("WKT,SIDE,side\n" + ground + ",Nord,Sud\n").getBytes(StandardCharsets.UTF_8);
        assertThat(read("m.csv", own).of("Sud")).hasSize(1);
    }

    @Test
    void groundInPiecesKeepsAllOfThem() {
        String[] pieces = {
            "MULTILINESTRING ((36 48, 38 48), (36 49, 38 49))",
            "GEOMETRYCOLLECTION (POINT (36 48), LINESTRING (36 48, 38 48))",
            "MULTIPOINT ((36 48), (37 48))"
        };
        for (String piece : pieces) {
            byte[] table = ("WKT,side\n\"" + piece + "\",Nord\n").getBytes(StandardCharsets.UTF_8);
            assertThat(read("m.csv", table).features().getFirst().geometry().getNumGeometries())
                    .as(piece)
                    .isEqualTo(2);
        }
    }

    private static void refused(String name, Map<String, byte[]> files, String... says) {
        assertThatThrownBy(() -> MapForms.read(name, files.get("shp"), beside(files), Optional.empty()))
                .isInstanceOf(GeographyProblem.class)
                .message()
                .startsWith("`" + name + "`")
                .contains(says);
    }

    private static void refused(String name, byte[] bytes, String... says) {
        assertThatThrownBy(() -> read(name, bytes).features().forEach(GeoFeature::asDrawn))
                .isInstanceOf(GeographyProblem.class)
                .message()
                .startsWith("`" + name + "`")
                .contains(says);
    }

    private static void refused(String name, String text, String... says) {
        refused(name, text.getBytes(StandardCharsets.UTF_8), says);
    }

    @Test
    void aShapefileWithoutItsPartsOrWithOthers() {
        Map<String, byte[]> files = DrawnAs.shapefile(MAP, DrawnAs.WGS84, "UTF-8");
        refused(
                "it's.shp",
                without(files, "prj"),
                "the ending .prj is missing",
                "`ogr2ogr -t_srs EPSG:4326 -s_srs EPSG:4326",
                "'it'\\''s.geojson' 'it'\\''s.shp'`");
        refused("m.shp", without(files, "dbf"), "the ending .dbf, is missing");
        refused("m.shp", DrawnAs.shapefile(MAP, DrawnAs.WGS84, "UTF-8").get("shp"), "is missing");
        Map<String, byte[]> fewer = new TreeMap<>(files);
        fewer.put(
                "dbf",
                DrawnAs.shapefile(MAP.subList(0, 1), DrawnAs.WGS84, "UTF-8").get("dbf"));
        refused("m.shp", fewer, "it has more shapes than its table (.dbf) has rows, 1");
        Map<String, byte[]> more = new TreeMap<>(files);
        more.put(
                "shp",
                DrawnAs.shapefile(MAP.subList(0, 1), DrawnAs.WGS84, "UTF-8").get("shp"));
        refused("m.shp", more, "it has 1 shapes, and its table (.dbf) has 2 rows");
        refused("m.dbf", files.get("dbf"), "this is a part of a shapefile");
    }

    private static Map<String, byte[]> without(Map<String, byte[]> files, String ending) {
        Map<String, byte[]> fewer = new TreeMap<>(files);
        fewer.remove(ending);
        return fewer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PROJCS[\"WGS_1984_UTM_Zone_37N\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],UNIT[\"Meter\",1.0]]",
                "GEOGCS[\"GCS_Pulkovo_1942\",DATUM[\"D_Pulkovo_1942\",SPHEROID[\"Krasovsky_1940\",6378245.0,298.3]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]",
                "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Paris\",2.337229167],UNIT[\"Degree\",0.0174532925199433]]",
                "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Grad\",0.01570796326794897]]",
                "LOCAL_CS[\"somewhere\"]",
                "",
                "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS",
                "[[[[[[[["
            })
    void anotherCoordinateSystemIsNotGuessed(String prj) {
        refused(
                "m.shp",
                DrawnAs.shapefile(MAP, prj, "UTF-8"),
                "its coordinate system (.prj) is",
                "`ogr2ogr -t_srs EPSG:4326 m.geojson m.shp`");
    }

    @Test
    void wgs84InTheWordsOfOtherPrograms() {
        for (String prj : List.of(
                "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]\r\n",
                "GEOGCRS[\"WGS 84\",ENSEMBLE[\"World Geodetic System 1984 ensemble\",MEMBER[\"World Geodetic System 1984 (Transit)\"],ELLIPSOID[\"WGS 84\",6378137,298.257223563,LENGTHUNIT[\"metre\",1]],ENSEMBLEACCURACY[2.0]],PRIMEM[\"Greenwich\",0,ANGLEUNIT[\"degree\",0.0174532925199433]],CS[ellipsoidal,2],AXIS[\"latitude\",north],ANGLEUNIT[\"degree\",0.0174532925199433]]",
                "GEOGCS[\"WGS 84\", DATUM[\"World Geodetic System 1984\", SPHEROID[\"WGS 84\", 6378137.0, 298.257223563]], PRIMEM[\"Greenwich\", 0.0], UNIT[\"degree\", 0.017453292519943295]]")) {
            assertThat(CrsText.projection(prj)).contains(Projection.DEGREES);
        }
        assertThat(
                        CrsText.projection(
                                "PROJCS[\"WGS 84 / Pseudo-Mercator\"," + DrawnAs.WGS84
                                        + ",PROJECTION[\"Mercator_1SP\"],PARAMETER[\"central_meridian\",0],PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",0],UNIT[\"metre\",1]]"))
                .contains(Projection.WEB_MERCATOR);
    }

    @Test
    void shapefilesThatAreDamaged() {
        Map<String, byte[]> files = DrawnAs.shapefile(MAP, DrawnAs.WGS84, "UTF-8");
        byte[] shp = files.get("shp");
        refused(
                "m.shp",
                with(files, Arrays.copyOf(shp, shp.length - 40)),
                "it says that it has " + shp.length + " bytes");
        refused("m.shp", with(files, Arrays.copyOf(shp, 60)), "the file ends in the middle");
        refused("m.shp", with(files, put(shp, ByteOrder.LITTLE_ENDIAN, 32, 31)), "MultiPatch", "-nlt MULTIPOLYGON");
        refused("m.shp", with(files, put(shp, ByteOrder.LITTLE_ENDIAN, 108, 31)), "shape 1", "MultiPatch");
        refused("m.shp", with(files, put(shp, ByteOrder.LITTLE_ENDIAN, 108, 7)), "shape 1", "no kind of shapes 7");
        refused(
                "m.shp",
                with(files, put(shp, ByteOrder.LITTLE_ENDIAN, 144, Integer.MAX_VALUE)),
                "shape 1",
                "2147483647 parts");
        refused("m.shp", with(files, put(shp, ByteOrder.LITTLE_ENDIAN, 148, -1)), "shape 1", "parts or positions");
        refused("m.shp", with(files, put(shp, ByteOrder.LITTLE_ENDIAN, 156, 9999)), "shape 1", "ring 1 goes from");
        // The order of the bytes of a length, the other way round.
        refused("m.shp", with(files, put(shp, ByteOrder.LITTLE_ENDIAN, 104, 200)), "shape 1", "are left in the file");
        refused("m.shp", with(files, put(shp, ByteOrder.BIG_ENDIAN, 28, 1000)), "its head is not that of a shapefile");
        byte[] dbf = files.get("dbf");
        files.put("dbf", Arrays.copyOf(dbf, dbf.length - 100));
        refused("m.shp", files, "its table (.dbf) is damaged: it says that it has 2 rows");
        files.put("dbf", put(dbf, ByteOrder.LITTLE_ENDIAN, 4, Integer.MAX_VALUE));
        refused("m.shp", files, "its table (.dbf) is damaged: it says that it has 2147483647 rows");
        byte[] deleted = dbf.clone();
        deleted[97] = '*';
        files.put("dbf", deleted);
        refused("m.shp", files, "shape 1", "marked as deleted");
    }

    private static Map<String, byte[]> with(Map<String, byte[]> files, byte[] shp) {
        Map<String, byte[]> other = new TreeMap<>(files);
        other.put("shp", shp);
        return other;
    }

    private static byte[] put(byte[] bytes, ByteOrder order, int at, int number) {
        byte[] other = bytes.clone();
        ByteBuffer.wrap(other).order(order).putInt(at, number);
        return other;
    }

    @Test
    void aLoneRingThatRunsAsHolesDoIsGroundAndSaidToBe() {
        Map<String, byte[]> files = DrawnAs.shapefile(MAP.subList(1, 2), DrawnAs.WGS84, "UTF-8");
        ByteBuffer shp = ByteBuffer.wrap(files.get("shp")).order(ByteOrder.LITTLE_ENDIAN);
        double[] ring = new double[10];
        for (int i = 0; i < 10; i++) {
            ring[i] = shp.getDouble(156 + 8 * i);
        }
        for (int i = 0; i < 5; i++) {
            shp.putDouble(156 + 16 * i, ring[8 - 2 * i]).putDouble(164 + 16 * i, ring[9 - 2 * i]);
        }
        Drawing drawing = MapForms.read("m.shp", files.get("shp"), beside(files), Optional.empty());
        assertThat(drawing.features().getFirst().geometry().getArea()).isEqualTo(2);
        assertThat(drawing.remarks()).singleElement().asString().contains("shape 1: 1 ring runs as holes do");
    }

    @Test
    void severalLayers() {
        byte[] two = DrawnAs.geoPackage(Map.of("ground", MAP, "roads", MAP.subList(0, 1)));
        refused("m.gpkg", two, "it has 2 layers: `ground`, `roads`", "`\"layer\": \"ground\"`");
        same(MapForms.read("m.gpkg", two, Companions.NONE, Optional.of("ground")));
        assertThatThrownBy(() -> MapForms.read("m.gpkg", two, Companions.NONE, Optional.of("Ground")))
                .hasMessageContaining("it has no layer `Ground`; did you mean `ground`?");
        byte[] zip = DrawnAs.zip(Map.of("a.geojson", DrawnAs.geoJson(MAP), "b.kml", DrawnAs.kml(MAP)));
        refused("m.zip", zip, "it has 2 layers: `a`, `b`");
        same(MapForms.read("m.zip", zip, Companions.NONE, Optional.of("b")));
        String topo = new String(DrawnAs.topoJson(MAP, "ground"), StandardCharsets.UTF_8)
                .replace("\"objects\":{", "\"objects\":{\"other\":{\"type\":null},");
        refused("m.topojson", topo, "it has 2 layers");
        same(MapForms.read(
                "m.topojson", topo.getBytes(StandardCharsets.UTF_8), Companions.NONE, Optional.of("ground")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            <!DOCTYPE kml [<!ENTITY a "b">]><kml><Placemark><name>&a;</name></Placemark></kml> | it defines or uses names for texts
            <!DOCTYPE kml SYSTEM "file:///etc/passwd"><kml/> | it defines or uses names for texts
            <kml><Document><Placemark><Polygon><outerBoundaryIs> | cannot be read as XML
            <kml><Document></Document></kml> | there is no placemark in it
            <kml><NetworkLink><Link><href>http://example.org/a.kml</href></Link></NetworkLink></kml> | `http://example.org/a.kml` (`NetworkLink`)
            <gpx/> | this is XML of another kind, `<gpx>`; turn it into GeoJSON: `ogr2ogr -t_srs EPSG:4326 m.geojson m.kml`
            <html><body>sign in</body></html> | this is a web page
            <kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>36, 47 37, 47</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml> | placemark 1: `36,` in the coordinates from line 1 on is no position
            <kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>36,47 37,47 37,48 36,48</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml> | placemark 1, ring 1: the ring is not closed
            <kml><Placemark><name>x</name></Placemark></kml> | placemark 1 `x`: it has no geometry
            <kml><Placemark><Polygon/></Placemark></kml> | placemark 1: the geometry is empty
            <kml><Placemark><Point><coordinates>47,136,0</coordinates></Point></Placemark></kml> | the longitude comes first: are they swapped?
            <kml><Placemark><Point><coordinates>NaN,1</coordinates></Point></Placemark></kml> | is no position
            """)
    void kmlThatIsRefused(String kml, String says) {
        refused("m.kml", kml, says);
    }

    @Test
    void whatAPlacemarkSays() {
        Drawing drawing = read(
                "m.kml",
                ("<kml><Folder><name>Fronts</name><Folder><name>Contested</name><Placemark><name>x</name>"
                                + "<styleUrl>#red</styleUrl><TimeStamp><when>2024-08-01</when></TimeStamp><ExtendedData><SchemaData>"
                                + "<SimpleData name=\"holder\">North</SimpleData></SchemaData></ExtendedData><Point><coordinates>36,47"
                                + "</coordinates></Point></Placemark></Folder></Folder></kml>")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(drawing.features().getFirst().properties())
                .containsEntry("folder", "Contested")
                .containsEntry("style", "red")
                .containsEntry("date", "2024-08-01")
                .containsEntry("holder", "North")
                .containsEntry("name", "x");
        assertThat(drawing.days()).hasToString("[2024-08-01]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'Topology','objects':{'a':{'type':'Polygon','arcs':[[7]]}},'arcs':[[[0,0],[1,1]]]} | feature 1, ring 1: it names arc 7, and there are 1
            {'type':'Topology','objects':{'a':{'type':'Polygon','arcs':[[-2]]}},'arcs':[[[0,0],[1,1]]]} | it names arc -2
            {'type':'Topology','objects':{'a':{'type':'Polygon','arcs':[['x']]}},'arcs':[[[0,0],[1,1]]]} | it names arc "x"
            {'type':'Topology','objects':{'a':{'type':'Polygon','arcs':[[0.5]]}},'arcs':[[[0,0],[1,1]]]} | it names arc 0.5
            {'type':'Topology','objects':{'a':{'type':'Polygon','arcs':[[0,1]]}},'arcs':[[[0,0],[1,1]],[[2,2],[0,0]]]} | arc 1 begins at [2.0, 2.0], and the one before ends at [1.0, 1.0]
            {'type':'Topology','objects':{'a':{'type':'Polygon','arcs':[[0]]}},'arcs':[[[0,0]]]} | arc 1: it has 1 positions
            {'type':'Topology','objects':{'a':{'type':'Polygon','arcs':[[0]]}}} | a `Topology` without `arcs`
            {'type':'Topology','transform':{'scale':[1]},'objects':{'a':{'type':'Polygon','arcs':[[0]]}},'arcs':[]} | the `scale` of its `transform`
            {'type':'Topology','objects':{},'arcs':[]} | a `Topology` without `objects`
            {'type':'Topology','objects':{'a':{'type':'Sphere'}},'arcs':[]} | the `type` of its geometry is `"Sphere"`
            {'type':'Topology','objects':{'a':{'type':'Polygon','arcs':[[0,1]]}},'arcs':[[[36,47],[37,47],[37,48]],[[37,48],[36,48]]]} | the ring is not closed
            """, quoteCharacter = '\u0001')
    void topoJsonThatIsRefused(String topology, String says) {
        refused("m.topojson", topology.replace('\'', '"'), says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            side,wkt\\nN,"POLYGON ((36 47, 37 47, 37 48, 36 48))" | line 2, column `wkt`: this geometry cannot be read
            side,wkt\\nN,"POLYGON ((36 47, 37 47, 37 48, 36 47)" | line 2, column `wkt`: this geometry cannot be read
            side,wkt\\nN,"CIRCULARSTRING (0 0, 1 1, 1 0)" | none of the forms
            side,wkt\\nN,"CURVEPOLYGON (CIRCULARSTRING (0 0, 4 0, 4 4, 0 4, 0 0))" | line 2, column `wkt`
            side,wkt\\nN,"SRID=3857;POLYGON ((36 47, 37 47, 37 48, 36 47))" | its coordinate system is SRID 3857
            side,wkt\\nN,POLYGON ((36 47, 37 47, 37 48, 36 47)) | line 2: it has 5 cells, and the header has 2
            side,wkt\\nN,"POLYGON ((47 136, 47 137, 48 137, 47 136))" | the longitude comes first: are they swapped?
            side,wkt\\nN,"POLYGON ((4000000 5900000, 4100000 5900000, 4100000 6000000, 4000000 5900000))" | are no degrees
            side,wkt\\nN,POLYGON EMPTY | line 2: the geometry is empty
            side,side,wkt\\nN,N,"POLYGON ((36 47, 37 47, 37 48, 36 47))" | two columns are called `side`
            a,b\\n1,2 | none of the forms of a map
            """, quoteCharacter = '\u0001')
    void tablesThatAreRefused(String table, String says) {
        refused("m.csv", table.replace("\\n", "\n"), says);
    }

    @Test
    void wellKnownTextWithHeightsAndBinaryAsDatabasesWriteIt() {
        String table = "geom;side\n\"SRID=4326;POLYGON Z ((36 47 1, 37 47 1, 37 48 1, 36 47 1))\";A\n"
                + "0103000020E61000000100000004000000000000000000424000000000008047400000000000804240000000000080474000000000008042400000000000004840000000000000424000000000008047 40;B\n"
                        .replace(" ", "")
                + "\"MULTIPOLYGON ZM (((36 47 1 2, 37 47 1 2, 37 48 1 2, 36 47 1 2)))\";C\n";
        Drawing drawing = read("m.csv", table.getBytes(StandardCharsets.UTF_8));
        assertThat(drawing.features()).extracting(f -> f.geometry().getArea()).containsExactly(0.5, 0.5, 0.5);
        assertThat(read("m.wkt", "POLYGON ((36 47, 37 47, 37 48, 36 47))".getBytes(StandardCharsets.UTF_8))
                        .all())
                .singleElement()
                .satisfies(g -> assertThat(g.getArea()).isEqualTo(0.5));
    }

    @Test
    void otherFormsAreToldTheirTool() {
        refused("m.tif", "II*\0....", "this is an image (TIFF)", "`gdal_polygonize m.tif m.geojson`");
        refused(
                "m.fgb",
                new byte[] {'f', 'g', 'b', 3, 'f', 'g', 'b', 0},
                "FlatGeobuf",
                "`ogr2ogr -t_srs EPSG:4326 m.geojson m.fgb`");
        refused("m.tab", "!table\n!version 300\n", "a MapInfo table", "ogr2ogr");
        refused("m.7z", new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c}, "an archive (7z)", "unpack it");
        refused(
                "m.json",
                "{\"geometryType\":\"esriGeometryPolygon\",\"features\":[]}",
                "the JSON of an ArcGIS server",
                "ogr2ogr");
        refused(
                "m.geojson",
                "{\"type\":\"Feature\",\"geometry\":null}\n{\"type\":\"Feature\",\"geometry\":null}\n",
                "line by line",
                "ogr2ogr");
        refused("m.zip", DrawnAs.zip(Map.of("xl/workbook.xml", new byte[1])), "this is a workbook, and no map");
        refused("m.zip", DrawnAs.zip(Map.of("a.txt", new byte[1])), "there is no map in this archive");
        refused("m.x", "hello", "none of the forms of a map");
    }

    @Test
    void archivesThatAreBombsOrDamaged() throws IOException {
        byte[] bomb = DrawnAs.zip(Map.of("m.geojson", new byte[(int) MapBounds.LARGEST_BYTES + 1]));
        assertThat(bomb.length).isLessThan(1 << 20);
        refused("m.zip", bomb, "what is packed in it has more than 128 MiB");
        refused(
                "m.zip",
                DrawnAs.zip(Map.of("a.bin", new byte[(int) MapBounds.LARGEST_BYTES + 1])),
                "has more than 128 MiB");
        refused("m.geojson.gz", gzip(new byte[(int) MapBounds.LARGEST_BYTES + 1]), "has more than 128 MiB");
        byte[] whole = DrawnAs.zippedShapefile(MAP, "m");
        refused("m.zip", Arrays.copyOf(whole, whole.length / 3), "the archive is damaged");
        refused("m.zip", new byte[] {'P', 'K', 3, 4, 0, 0}, "the archive is damaged");
        byte[] locked = whole.clone();
        locked[6] |= 1;
        refused("m.zip", locked, "locked with a password");
        refused("m.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 1}, "the archive is damaged");
        Map<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i <= MapBounds.MOST_ENTRIES; i++) {
            many.put("f" + i, new byte[0]);
        }
        refused("m.zip", DrawnAs.zip(many), "more than 10000 files");
    }

    @Test
    void tooMuchOfAnything() {
        refused(
                "m.geojson",
                new byte[(int) MapBounds.LARGEST_BYTES + 1],
                "it has 129 MiB, and a map has 128 MiB at most");
        String positions = "[0,0],".repeat(2 * MapBounds.MOST_POSITIONS);
        refused(
                "m.geojson",
                "{\"type\":\"Polygon\",\"coordinates\":[[" + positions + "[0,0]]]}",
                "more than 3,000,000 positions");
        refused("m.geojson", "{\"a\":[" + "{},".repeat(7_000_000) + "1]}", "more than 3,000,000 positions");
        // A few arcs, walked very often.
        String ring = "[" + "0,-1,".repeat(400_000) + "0]";
        String arc = "[" + "[1,1],[2,2],".repeat(5) + "[1,1]]";
        refused(
                "m.topojson",
                "{\"type\":\"Topology\",\"objects\":{\"a\":{\"type\":\"Polygon\",\"arcs\":[" + ring + "]}},\"arcs\":["
                        + arc + "]}",
                "more than 3,000,000 positions");
    }

    @Test
    void whatIsNestedWithoutEnd() {
        refused("m.geojson", "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(20_000), "cannot be read");
        refused("m.csv", "wkt\n\"" + "GEOMETRYCOLLECTION (".repeat(50_000) + "\"", "this geometry cannot be read");
        refused("m.kml", "<kml>" + "<Folder>".repeat(50_000), "m.kml");
        refused("m.kml", "<kml><Placemark>" + "<MultiGeometry>".repeat(50_000), "m.kml");
        StringBuilder binary = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            binary.append("010700000001000000");
        }
        refused("m.csv", "wkt\n" + binary + "\n", "this geometry cannot be read");
    }

    @Test
    void geoPackagesThatAreRefused() throws Exception {
        byte[] whole = DrawnAs.geoPackage(Map.of("ground", MAP));
        refused("m.gpkg", Arrays.copyOf(whole, whole.length / 2), "m.gpkg");
        refused("m.gpkg", Arrays.copyOf(whole, 100), "m.gpkg");
        Companions open = ending -> ending.equals("gpkg-wal") ? Optional.of(new byte[1]) : Optional.empty();
        assertThatThrownBy(() -> MapForms.read("m.gpkg", whole, open, Optional.empty()))
                .hasMessageContaining("close the program that has it open");
        byte[] journal = whole.clone();
        journal[18] = 2;
        journal[19] = 2;
        same(read("m.gpkg", journal));
        refused("m.gpkg", changed(whole, "DROP TABLE gpkg_contents"), "it has no table `gpkg_contents`");
        refused(
                "m.gpkg",
                changed(
                        whole,
                        "DROP TABLE ground",
                        "CREATE VIEW ground AS WITH RECURSIVE c(geom) AS (SELECT 1 UNION ALL SELECT geom + 1 FROM c) SELECT * FROM c"),
                "it has no table `ground`");
        refused(
                "m.gpkg",
                changed(whole, "UPDATE ground SET geom = x'4750000100000000'"),
                "row 1",
                "its geometry cannot be read");
        refused(
                "m.gpkg",
                changed(whole, "UPDATE ground SET geom = x'00'"),
                "row 1",
                "its geometry is not that of a GeoPackage");
        refused("m.gpkg", changed(whole, "UPDATE ground SET geom = NULL"), "row 1", "it has no geometry");
        refused("m.gpkg", changed(whole, "DELETE FROM ground"), "its layer `ground` is empty");
        refused(
                "m.gpkg",
                changed(
                        whole,
                        "INSERT INTO gpkg_spatial_ref_sys VALUES ('Pulkovo', 4284, 'EPSG', 4284, 'GEOGCS[\"Pulkovo 1942\"]', '')",
                        "UPDATE gpkg_geometry_columns SET srs_id = 4284"),
                "its coordinate system is `Pulkovo` (EPSG:4284)",
                "`ogr2ogr -t_srs EPSG:4326 m.geojson m.gpkg`");
        // A count of rings beyond all bytes.
        refused(
                "m.gpkg",
                changed(whole, "UPDATE ground SET geom = x'4750000100000000010300000" + "0ffffff7f'"),
                "row 1",
                "its geometry cannot be read");
    }

    private static byte[] changed(byte[] bytes, String... statements) throws Exception {
        try (var database = java.sql.DriverManager.getConnection("jdbc:sqlite::memory:");
                var sql = database.createStatement()) {
            database.unwrap(SQLiteConnection.class).deserialize("main", bytes);
            for (String statement : statements) {
                sql.execute(statement);
            }
            return database.unwrap(SQLiteConnection.class).serialize("main");
        }
    }

    /** Damaged in any place, a file is read, or is refused; {@code -Dcases=20000} for a long run. */
    @Test
    void damagedFilesOfEveryFormAreReadOrRefused() {
        int cases = Integer.getInteger("cases", 300);
        Map<String, byte[]> whole = new TreeMap<>(Map.of(
                "m.topojson", DrawnAs.topoJson(MAP, "ground"),
                "m.kml", DrawnAs.kml(MAP),
                "m.kmz", DrawnAs.zip(Map.of("doc.kml", DrawnAs.kml(MAP))),
                "m.zip", DrawnAs.zippedShapefile(MAP, "m"),
                "m.gpkg", DrawnAs.geoPackage(Map.of("ground", MAP)),
                "m.csv", DrawnAs.csv(MAP, ';')));
        Map<String, byte[]> parts = DrawnAs.shapefile(MAP, DrawnAs.WGS84, "UTF-8");
        for (int seed = 0; seed < cases; seed++) {
            Random random = new Random(seed);
            for (var file : whole.entrySet()) {
                tried(seed, file.getKey(), damaged(file.getValue(), random), Companions.NONE);
            }
            Map<String, byte[]> damaged = new TreeMap<>(parts);
            damaged.replaceAll((ending, bytes) -> random.nextInt(3) == 0 ? damaged(bytes, random) : bytes);
            tried(seed, "m.shp", damaged.get("shp"), beside(damaged));
        }
    }

    private static void tried(int seed, String name, byte[] bytes, Companions beside) {
        try {
            MapForms.read(name, bytes, beside, Optional.empty()).features().forEach(f -> {
                try {
                    f.geometry();
                } catch (GeographyProblem problem) {
                    assertThat(problem).message().startsWith("`" + name + "`");
                }
            });
        } catch (GeographyProblem problem) {
            assertThat(problem).message().startsWith("`" + name + "`");
        } catch (Throwable other) {
            throw new AssertionError("seed " + seed + ", " + name, other);
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int times = random.nextInt(4); times >= 0; times--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), (byte) 0xff);
                case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), (byte) 0);
                default -> {
                    int length = Math.min(random.nextInt(30), bytes.length - at);
                    System.arraycopy(bytes.clone(), random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
            }
        }
        return bytes;
    }
}
