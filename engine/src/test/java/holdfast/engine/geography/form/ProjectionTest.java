package holdfast.engine.geography.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts of coordinate systems mean degrees on WGS84 or the metres of web maps, and what those metres are. */
class ProjectionTest {
    private static final double EDGE = 20037508.342789244;

    @Test
    void theEdgeOfAWebMapIsThe180thMeridian() {
        assertThat(Projection.WEB_MERCATOR.position(EDGE, 0).x).isEqualTo(180);
        assertThat(Projection.WEB_MERCATOR.position(-EDGE, 0).x).isEqualTo(-180);
        assertThat(Projection.WEB_MERCATOR.position(EDGE - 1, 0).x).isBetween(179.99998, 179.999999);
        assertThat(Projection.WEB_MERCATOR.position(0, 0).x).isZero();
        assertThat(Projection.WEB_MERCATOR.position(EDGE / 2, 0).x)
                .isCloseTo(90, org.assertj.core.api.Assertions.within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GEOGCS[\"x\",DATUM[\"WGS_1984\"],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]",
                " GEOGCS [ \"x\" , DATUM [ \"WGS_1984\" ] ,\n PRIMEM[ \"Greenwich\" , 0 ] ] ",
                "GEOGCRS[\"x\",DATUM[\"World Geodetic System 1984\"],CS[ellipsoidal,2],ANGLEUNIT[\"degree\",0.0174532925199433]]",
                "GEODCRS(\"x\",DATUM(\"WGS84\"),CS(ellipsoidal,2,ANGLEUNIT(\"degree\",0.0174532925199433)))"
            })
    void degreesOnWgs84(String text) {
        assertThat(CrsText.projection(text)).contains(Projection.DEGREES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GEOGCS[\"x\",DATUM[\"WGS_1984\"],UNIT[\"grad\",0.015707963267949]]",
                "GEODCRS[\"x\",DATUM[\"WGS84\"],CS[ellipsoidal,2,ANGLEUNIT[\"grad\",0.015707963267949]]]",
                "GEOGCS[\"x\",DATUM[\"WGS_1984\"],PRIMEM[\"Paris\",2.337]]",
                "GEOGCS[\"x\",DATUM[\"Pulkovo_1942\"]]",
                "GEOGCS[\"x\",DATUM[\"WGS_1984\"]",
                "\"GEOGCS"
            })
    void anythingElse(String text) {
        assertThat(CrsText.projection(text)).isEmpty();
    }

    @Test
    void aTextThatIsNestedWithoutEndIsNotFollowed() {
        String deep = "GEOGCS[\"x\",DATUM[\"WGS_1984\"],%s%s]";
        assertThat(CrsText.projection(deep.formatted("A[".repeat(3), "]".repeat(3))))
                .contains(Projection.DEGREES);
        assertThat(CrsText.projection(deep.formatted("A[".repeat(1000), "]".repeat(1000))))
                .isEmpty();
    }

    @Test
    void whatMayBeAMapIsToldByItsEndingAndByItsFirstLine() {
        assertThat(MapForms.mayBeMap("front.CSV")).isTrue();
        assertThat(MapForms.mayBeMap("front.geojson")).isFalse();
        assertThat(MapForms.mayBeMap("front.docx")).isFalse();
        assertThat(MapForms.beginsAsMap("side,WKT\nNord,POINT (1 2)")).isTrue();
        assertThat(MapForms.beginsAsMap("id,time,event\n1,2017-10-01,shot")).isFalse();
        assertThat(MapForms.isWantedInArchive("prj")).isTrue();
        assertThat(MapForms.isWantedInArchive("png")).isFalse();
    }

    @Test
    void aMapOfAnotherProgramIsToldItsTool() {
        assertThat(UnreadMaps.mend("front.GPX")).isPresent();
        assertThat(UnreadMaps.mend("front.geojson")).isEmpty();
    }
}
