package holdfast.engine.geography.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.engine.geography.form.MapForms;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What the names, days and properties of maps mean, however somebody wrote them. */
class MapWordsTest {
    private static final String GROUND =
            "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[9,4],[9.1,4],[9.1,4.1],[9,4]]]}";

    private static Drawing map(String... properties) {
        StringBuilder features = new StringBuilder();
        for (String own : properties) {
            features.append(features.isEmpty() ? "" : ",")
                    .append("{\"type\":\"Feature\",\"properties\":{")
                    .append(own)
                    .append("},")
                    .append(GROUND)
                    .append("}");
        }
        return MapForms.read(
                "m.geojson",
                ("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}").getBytes(StandardCharsets.UTF_8));
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    @Test
    void aDayIsWrittenWithHyphensOrUnderscoresOrNothing() {
        assertThat(MapDay.all("front 2017-10-02, 2017_10_03, 20171004"))
                .containsExactly(day(2017, 10, 2), day(2017, 10, 3), day(2017, 10, 4));
        assertThat(MapDay.all("1800-01-01 2199-12-31 1799-12-31 2200-01-01"))
                .containsExactly(day(1800, 1, 1), day(2199, 12, 31));
        assertThat(MapDay.all("2017-02-30 or 120171004")).isEmpty();
    }

    @Test
    void aDayThatIsWrittenOtherwiseMayBeTwo() {
        assertThat(MapDay.readings("03/02/2017")).containsExactly(day(2017, 2, 3), day(2017, 3, 2));
        assertThat(MapDay.readings("31.12.2017")).containsExactly(day(2017, 12, 31));
        assertThat(MapDay.readings("28 Feb 2017")).containsExactly(day(2017, 2, 28));
        assertThat(MapDay.readings("29 Feb 2017")).isEmpty();
        assertThat(MapDay.readings("1.1.1800, 1.1.1799, 1.1.2199, 1.1.2200"))
                .containsExactly(day(1800, 1, 1), day(2199, 1, 1));
        assertThat(MapDay.readings("0.5.2017")).isEmpty();
    }

    @Test
    void aNumberIsOneNumberHoweverItIsWritten() {
        assertThat(PlainText.number(" 1.0 ")).isEqualTo("1");
        assertThat(PlainText.number("-2.50")).isEqualTo("-2.5");
        // A number of a house or of a post is a name.
        assertThat(PlainText.number("007")).isEqualTo("007");
    }

    @Test
    void aNameOfNothingButMarksIsLikeItselfOnly() {
        assertThat(PlainText.likeness(" - ")).isEqualTo("-");
        assertThat(PlainText.likeness("--")).isNotEqualTo(PlainText.likeness("-"));
        assertThat(PlainText.likeness("Nord-Ost")).isEqualTo(PlainText.likeness("NORD OST"));
    }

    @Test
    void aPlaceInAFileIsSaidFromTheOutside() {
        Trail file = Trail.file("m.geojson");
        assertThat(file).hasToString("`m.geojson`");
        assertThat(file.in("feature", 0).named("river").in("ring", 1))
                .hasToString("`m.geojson`, feature 1 `river`, ring 2");
    }

    @Test
    void aChangeBetweenTwoDaysIsNoGroundOfADay() {
        Drawing map = map("\"date\":\"2017-10-01\"", "\"date\":\"2017-09-01\",\"change\":\"gained\"");
        assertThat(map.days()).containsExactly(day(2017, 10, 1));
        map.checkDay(day(2017, 10, 1));
        assertThatThrownBy(() -> map("\"side\":\"Sud\",\"change\":\"gained\"", "\"id\":2")
                        .of("Nord"))
                .hasMessageContaining("whose ground a feature is stands in its property `side`");
        assertThatThrownBy(() -> map("\"side\":\"Sud\"").of("Nord")).hasMessageContaining("it shows that of `Sud`");
    }

    @Test
    void whereSeveralValuesStandForOneItIsSaidWhatIsExpected() {
        assertThatThrownBy(() -> map("\"side\":\"Nord\",\"class\":[\"held\"]").of("Nord"))
                .hasMessageContaining("its `class` is")
                .hasMessageContaining("`\"class\": \"contested\"`");
        assertThatThrownBy(() -> map("\"side\":[\"Nord\"]").of("Nord")).hasMessageContaining("`\"side\": \"North\"`");
    }

    @Test
    void longValuesAreQuotedByTheirBeginning() {
        String longest = "x".repeat(58);
        assertThatThrownBy(
                        () -> map("\"side\":[\"" + longest.substring(2) + "\"]").of("Nord"))
                .hasMessageContaining("`[\"" + longest.substring(2) + "\"]`");
        assertThatThrownBy(() -> map("\"side\":[\"" + longest + "\"]").of("Nord"))
                .hasMessageContaining("`[\"" + longest + "...`");
    }

    @Test
    void aFeatureOfEmptyListsHasNoGround() {
        assertThat(geometry("{\"type\":\"Polygon\",\"coordinates\":[[],[]]}").isEmpty())
                .isTrue();
        assertThat(geometry("{\"type\":\"Polygon\",\"coordinates\":[[],[[9,4]]]}")
                        .isEmpty())
                .isFalse();
        assertThat(geometry("null").isWithoutGeometry()).isTrue();
    }

    private static GeoFeature geometry(String geometry) {
        String feature = "{\"type\":\"Feature\",\"properties\":{\"side\":\"Nord\"},\"geometry\":" + geometry + "}";
        return MapForms.read(
                        "m.geojson",
                        ("{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}")
                                .getBytes(StandardCharsets.UTF_8))
                .features()
                .getFirst();
    }
}
