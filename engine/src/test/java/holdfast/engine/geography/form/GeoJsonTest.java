package holdfast.engine.geography.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.engine.geography.drawing.Drawing;
import holdfast.engine.geography.drawing.GeographyProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonTest {
    private static final String LINE = "{'type':'LineString','coordinates':[[30,50],[31,51]]}";
    private static final String SQUARE = "{'type':'Polygon','coordinates':[[[30,50],[31,50],[31,51],[30,51],[30,50]]]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'Point','coordinates':[30,50]}",
                "{'type':'Point','coordinates':[30,50,120.5]}",
                "{'type':'MultiPoint','coordinates':[[30,50],[31,50]]}",
                LINE,
                "{'type':'MultiLineString','coordinates':[[[30,50],[31,51]],[[30,50],[30,51]]]}",
                SQUARE,
                "{'type':'MultiPolygon','coordinates':[[[[30,50],[31,50],[31,51],[30,50]]]]}",
                "{'type':'GeometryCollection','geometries':[" + LINE + "," + SQUARE + "]}",
                "{'type':'Feature','properties':null,'geometry':" + LINE + "}",
                "{'type':'FeatureCollection','features':[{'type':'Feature','properties':{},'geometry':" + LINE + "}]}",
            })
    void readsEveryKind(String text) {
        assertThat(read(text).all()).hasSize(1).noneMatch(g -> g.isEmpty());
    }

    @Test
    void picksTheNamedFeature() {
        Drawing file = read(collection(feature("line", LINE), feature("square", SQUARE), feature("broken", "null")));
        assertThat(file.feature("square").getGeometryType()).isEqualTo("Polygon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'name','properties':{'name':'urn:ogc:def:crs:OGC:1.3:CRS84'}}",
                "{'type':'name','properties':{'name':'urn:ogc:def:crs:OGC::CRS84'}}",
                "{'type':'name','properties':{'name':'urn:ogc:def:crs:EPSG::4326'}}",
                "{'type':'name','properties':{'name':'EPSG:4326'}}",
                "{'type':'EPSG','properties':{'code':4326}}",
                "null"
            })
    void acceptsWhatMeansWgs84(String crs) {
        assertThat(read("{'crs':" + crs + "," + LINE.substring(1)).all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'name','properties':{'name':'urn:ogc:def:crs:EPSG::3857'}}",
                "{'type':'name','properties':{'name':'EPSG:43260'}}",
                "{'type':'link','properties':{'href':'x'}}",
                "{'type':'EPSG','properties':{'code':3857}}",
                "'EPSG:4326'"
            })
    void refusesAnotherCoordinateSystem(String crs) {
        refuses("{'crs':" + crs + "," + LINE.substring(1), "coordinate system", "(EPSG:4326)");
        refuses(collection("{'crs':" + crs + "," + feature("a", LINE).substring(1)), "feature 1 `a`", "(EPSG:4326)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[[30,50]]                         | a line with one position",
                "[]                                | the geometry is empty; expected at least one position",
                "[[30,50],[30,50]]                 | a line whose positions are all the same",
                "[[30,50],[50]]                    | position 2: found `[50]`; expected a position: `[longitude, latitude]`",
                "[[30,50],[31,'51']]               | position 2: `\\\"51\\\"` in `[31,\\\"51\\\"]` is no number",
                "[[30,50],[31,null]]               | `null` in `[31,null]` is no number",
                "[[30,50],[37.5,150.25]]           | the second number of `[37.5,150.25]` is no latitude; the longitude comes first: are they swapped?",
                "[[30,50],[100,91]]                | `[100,91]` is no position on the Earth",
                "[[30,50],[181,51]]                | longitudes run from -180 to 180",
                "[[3339584,6446275],[3450904,6621293]] | position 1: `[3339584,6446275]` are no degrees; these may be metres of a map projection",
                "[[30,50],[1e400,51]]              | feature 2 `b`",
                "[[179,50],[-179,50]]              | goes more than half around the Earth; cut the geometry in two where it crosses the 180th meridian",
                "{}                                | found `{}`; expected a list",
            })
    void refusesALine(String coordinates, String expected) {
        refuses(
                collection(feature("a", LINE), feature("b", "{'type':'LineString','coordinates':" + coordinates + "}")),
                "`test.geojson`, feature 2 `b`",
                expected.replace("\\\"", "\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[[[30,50],[31,50],[31,51],[30,51]]] | ring 1: the ring is not closed: it begins at `[30.0, 50.0]` and ends at `[30.0, 51.0]`; its last position must be its first again",
                "[[[30,50],[31,50],[30,50]]]         | a ring with 3 positions; expected four at least",
                "[[]]                                | ring 1: the geometry is empty",
                "[]                                  | the geometry is empty; expected at least one ring",
                "[[[30,50],[31,51],[31,50],[30,51],[30,50]]] | border crosses or touches itself near `[30.5, 50.5]`",
                "[[[30,50],[31,50],[30,50],[30,50]]] | feature 1 `a`",
                "[[[30,50],[31,50],[31,51],[30,50]],[[40,50],[41,50],[41,51],[40,50]]] | a hole lies outside the polygon",
            })
    void refusesAPolygon(String coordinates, String expected) {
        refuses(collection(feature("a", "{'type':'Polygon','coordinates':" + coordinates + "}")), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'type':'LineString','coordinates':[[30,50],[31,5 | the file ends in the middle; it is not complete",
                "{'type':'Point','coordinates':[NaN,50]}    | line 1, column 35: this cannot be read as JSON",
                "{'type':'Point','type':'Point'}            | line 1, column 23: a member stands twice",
                "{'type':'Point','coordinates':[30,50]} {} | cannot be read as JSON",
                "[30,50]                                    | this is `[30,50]`; expected a GeoJSON object",
                "{'type':'Point'}                           | found nothing; expected a position",
                "{}                                         | there is no `type`",
                "{'type':'Topology','objects':{}}           | a `Topology` without `objects`; expected TopoJSON",
                "{'type':'polygon','coordinates':[]}        | did you mean `Polygon`?",
                "{'type':'FeatureCollection'}               | a `FeatureCollection` without `features`",
                "{'type':'FeatureCollection','features':[]} | the list of features is empty",
                "{'type':'FeatureCollection','features':[{'type':'Point'}]} | feature 1: its `type` is `\\\"Point\\\"`",
                "{'type':'FeatureCollection','features':[{'type':'Feature','properties':{}}]} | feature 1: it has no geometry",
                "{'type':'Feature','geometry':null}         | it has no geometry",
                "{'type':'GeometryCollection','geometries':[]} | the geometry is empty",
                "{'type':'Feature','geometry':{'type':'Poligon'}} | did you mean `Polygon`?",
            })
    void refusesAFile(String text, String expected) {
        refuses(text, "`test.geojson`", expected.replace("\\\"", "\""));
    }

    @Test
    void refusesAnEmptyFile() {
        refuses(" \n", "`test.geojson`: the file is empty");
    }

    @Test
    void saysOnWhichLineTheTextBreaks() {
        refuses("{'type':'Point',\n'coordinates':[30,,50]}", "line 2, column 19: this cannot be read as JSON");
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        Drawing file = read(collection(feature("corridor", LINE), feature("line", LINE)));
        assertThatThrownBy(() -> file.feature("coridor"))
                .hasMessage("`test.geojson`: it has no feature named `coridor`; did you mean `corridor`?");
        assertThatThrownBy(() -> file.feature("zone")).hasMessageContaining("there is `corridor` and `line`");
        assertThatThrownBy(() -> read(LINE).feature("line")).hasMessageContaining("leave out `feature`");
        assertThatThrownBy(() -> read(collection(feature("", LINE))).feature("line"))
                .hasMessageContaining("none of its features has a `name`");
    }

    @Test
    void refusesANameThatTwoFeaturesHave() {
        Drawing file = read(collection(feature("line", LINE), feature("line", LINE)));
        assertThatThrownBy(() -> file.feature("line")).hasMessageContaining("it has 2 features named `line`");
    }

    @Test
    void quotesTheNameOfTheCoordinateSystemWhereItHasOne() {
        refuses(
                "{'crs':{'type':'name','properties':{'name':'EPSG:3857'}}," + LINE.substring(1),
                "(`crs`) is `\"EPSG:3857\"`");
        refuses("{'crs':{'type':'link'}," + LINE.substring(1), "(`crs`) is `{\"type\":\"link\"}`");
    }

    private static void refuses(String text, String... expected) {
        assertThatThrownBy(() -> read(text).all())
                .isInstanceOf(GeographyProblem.class)
                .hasMessageContainingAll(expected);
    }

    private static Drawing read(String text) {
        return MapForms.readGeoJson("test.geojson", text.replace('\'', '"'));
    }

    private static String collection(String... features) {
        return "{'type':'FeatureCollection','features':[" + String.join(",", features) + "]}";
    }

    private static String feature(String name, String geometry) {
        return "{'type':'Feature','properties':{'name':'" + name + "'},'geometry':" + geometry + "}";
    }
}
