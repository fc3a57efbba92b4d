package holdfast.engine.geography.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.engine.geography.form.MapForms;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Where a side stood on a day, by a map that may be of several sides and days. */
class DrawingOfASideTest {
    private static final LocalDate DAY = LocalDate.of(2017, 10, 1);

    private static Drawing map(String name, String... properties) {
        StringBuilder features = new StringBuilder();
        for (int i = 0; i < properties.length; i++) {
            features.append(i > 0 ? "," : "")
                    .append("{\"type\":\"Feature\",\"properties\":{")
                    .append(properties[i])
                    .append("},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[9,4],[9.1,4],[9.1,4.1],[9,4]]]}}");
        }
        return MapForms.read(
                name,
                ("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSideIsTheSameWithBlanksRoundItAndAClassInCapitals() {
        assertThat(map("m", "\"side\":\" Nord \"", "\"side\":\"Sud\"").of("Nord"))
                .hasSize(1);
        assertThat(map("m", "\"side\":\"Nord\",\"class\":\"Held \"", "\"side\":\"Nord\",\"class\":\"Left_out\"")
                        .of("Nord"))
                .hasSize(1);
        assertThatThrownBy(() -> map("m", "\"side\":\"N\u043erd\"").of("Nord"))
                .hasMessageContaining("looks the same: the second letter of the first is Cyrillic");
        assertThatThrownBy(() -> map("m", "\"side\":[\"Nord\"]").of("Nord")).hasMessageContaining("its `side` is");
    }

    @Test
    void aMapThatTellsTheSidesElsewhereIsNotAllOfOneSide() {
        for (String property : new String[] {"Side", "camp", "name", "tenu par"}) {
            assertThatThrownBy(() -> map("m", "\"" + property + "\":\"NORD\"", "\"" + property + "\":\"Sud\"")
                            .of("Nord"))
                    .as(property)
                    .hasMessageContaining(
                            "by their `" + property + "` not all of them are ground of `Nord`: there is `Sud` too");
        }
        assertThat(map("m", "\"camp\":\"Nord\"", "\"camp\":\"Nord\",\"id\":2").of("Nord"))
                .hasSize(2);
        assertThat(map("m", "\"id\":1", "\"id\":2").of("Nord")).hasSize(2);
    }

    @Test
    void ofWhichDayAMapIs() {
        map("m.geojson", "\"date\":\"2017-10-01\"").checkDay(DAY);
        map("m-01.10.2017.geojson", "\"date\":\"1.10.2017\"").checkDay(DAY);
        map("m-10-1-2017.geojson", "").checkDay(DAY);
        map("m-1OCT2017.geojson", "").checkDay(DAY);
        map("v2.geojson", "\"date\":\"autumn\"").checkDay(DAY);
        String[][] others = {
            {"m-2017-10-02.geojson", "", "by its name it is the map of 2017-10-02"},
            {"m-2017-10-01_2017-10-02.geojson", "", "its name has 2 days"},
            {"m-02.10.2017.geojson", "", "by its name it is the map of 2017-10-02"},
            {"m-2OCT2017.geojson", "", "by its name it is the map of 2017-10-02"},
            {"m-2017-10-01.geojson", "\"date\":\"2017-10-02\"", "by its property `date` it is the map of 2017-10-02"},
            {"m.geojson", "\"date\":\"02/10/2017\"", "by its property `date` it is the map of 2017-10-02"}
        };
        for (String[] other : others) {
            assertThatThrownBy(() -> map(other[0], other[1]).checkDay(DAY))
                    .as(other[0] + other[1])
                    .isInstanceOf(GeographyProblem.class)
                    .hasMessageContaining(other[2]);
        }
        assertThatThrownBy(() -> map("m.geojson", "\"date\":\"2017-10-01\"", "\"date\":\"2017-10-02\"")
                        .checkDay(DAY))
                .hasMessageContaining("it has features of 2 days: 2017-10-01, 2017-10-02");
    }
}
