package holdfast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.engine.geography.drawing.GeographyProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What public series have: null geometries, rings that touch themselves, sides and classes in many words. */
class RulesOfSourcesTest {
    @TempDir
    Path folder;

    private final List<String> remarks = new ArrayList<>();

    private String held(String... features) throws IOException {
        Drawn.file(folder, "m-2024-08-01.geojson", Drawn.map(features));
        StringBuilder held = new StringBuilder();
        remarks.clear();
        Drawn.read(folder, day -> {
                    remarks.addAll(day.remarks());
                })
                .totals()
                .forEach(t -> held.append(t.holding())
                        .append(' ')
                        .append(Math.round(t.lastKm2()))
                        .append(" | "));
        return held.toString();
    }

    private static String feature(String property, String value, double west) {
        return Drawn.feature(
                "{\"" + property + "\":\"" + value + "\"}", Drawn.polygon(Drawn.ring(west, 47, west + 1, 47.1)));
    }

    @Test
    void sidesFromAPropertyInManyWords() throws IOException {
        Drawn.file(
                folder,
                "series.json",
                "{\"ground\": [{\"side_from\": \"тримає\"}], \"names\": {\"Hill\": [\"гора*\", \"hill *\", \"Ho\\u0301ra\"], \"Vale\": [\"*дол*\"]}}");
        assertThat(held(
                        feature("тримає", "Гора (армія)", 30),
                        feature("тримає", "HILL people", 31),
                        feature("тримає", "Hóra", 32),
                        feature("тримає", "війська  Долу", 33),
                        feature("тримає", "Delta", 34)))
                .isEqualTo("Delta 845 | Hill 2534 | Vale 845 | ");
    }

    @Test
    void classesFromAProperty() throws IOException {
        Drawn.file(
                folder,
                "series.json",
                "{\"ground\": [{\"side\": \"Hill\", \"class_from\": \"stav\"}], \"names\": {\"held\": [\"dobyto*\"], \"contested\": [\"sporn*\"], \"left out\": [\"osvobozeno\"]}}");
        assertThat(held(
                        feature("stav", "Dobyto 2023", 30),
                        feature("stav", "sporné", 31),
                        feature("stav", "osvobozeno", 32),
                        feature("other", "x", 33)))
                .isEqualTo("Hill contested 845 | Hill 1689 | ");
    }

    @Test
    void theOwnPropertiesOfFeaturesAreNamedToo() throws IOException {
        Drawn.file(folder, "series.json", "{\"names\": {\"Hill\": [\"HILLS\", \"the hill\"]}}");
        assertThat(held(feature("side", "Hills", 30), feature("side", "The Hill", 31)))
                .isEqualTo("Hill 1689 | ");
    }

    @Test
    void namesAndDatesThatAreNotUnderstood() throws IOException {
        for (String rules : List.of(
                "{\"names\": [\"a\"]}",
                "{\"names\": {\"a\": \"b\"}}",
                "{\"date_from\": {\"name\": \"{dd}{MM}\"}}",
                "{\"date_from\": {\"name\": \"{dd}{MM}{yyyy}{dd}\"}}",
                "{\"date_from\": {\"property\": \"d\", \"name\": \"e\"}}",
                "{\"date_from\": {\"property\": \"d\", \"From\": \"e\"}}",
                "{\"date_from\": 7}",
                "{\"ground\": [{\"side_form\": \"x\"}]}",
                "{\"layer\": 7}")) {
            Drawn.file(folder, "series.json", rules);
            assertThatThrownBy(() -> held(feature("side", "A", 30)))
                    .as(rules)
                    .isInstanceOf(GeographyProblem.class)
                    .hasMessageContaining("series.json");
        }
    }

    @Test
    void ringsThatTouchThemselvesAreReadWhereThereIsOneReading() throws IOException {
        // A bay that closes at one position; a spike; two holes that touch; the same ring twice round an empty line.
        assertThat(
                        held(
                                Drawn.feature(
                                        "{}",
                                        Drawn.polygon(
                                                "[[36,47],[37,47],[37,48],[36.5,48],[36.6,47.7],[36.4,47.7],[36.5,48],[36,48],[36,47]]"))))
                .startsWith("mapped 8122");
        assertThat(remarks).singleElement().asString().contains("touches itself near [36.5, 48.0]; mended");
        assertThat(held(Drawn.feature(
                        "{}",
                        Drawn.polygon("[[37,47],[38,47],[38,47.5],[39,47.5],[38,47.5],[38,48],[37,48],[37,47]]"))))
                .startsWith("mapped 8376");
        assertThat(held(Drawn.feature(
                        "{}",
                        Drawn.polygon(
                                "[[38,46],[39,46],[39,47],[38,47],[38,46]]",
                                "[[38.2,46.2],[38.4,46.4],[38.2,46.6],[38.2,46.2]]",
                                "[[38.4,46.4],[38.6,46.2],[38.6,46.6],[38.4,46.4]]"))))
                .startsWith("mapped 78");
    }

    @Test
    void featuresWithoutAnythingAreLeftOutWhereTheRulesSaySo() throws IOException {
        String good = feature("side", "A", 30);
        for (String nothing : List.of(
                "null",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[]}",
                "{\"type\":\"GeometryCollection\",\"geometries\":[]}")) {
            Drawn.file(folder, "series.json", "{}");
            assertThatThrownBy(() -> held(good, Drawn.feature("{\"side\":\"A\"}", nothing)))
                    .hasMessageContaining("feature 2")
                    .hasMessageContaining("`\"null_geometries\": \"left out\"`");
            Drawn.file(folder, "series.json", "{\"null_geometries\": \"left out\"}");
            assertThat(held(good, Drawn.feature("{\"side\":\"A\"}", nothing))).isEqualTo("A 845 | ");
            assertThat(remarks).singleElement().asString().contains("feature 2", "left out");
        }
    }

    @Test
    void aSideOrAClassFromAPropertyThatNoFeatureHasIsRefused() throws IOException {
        for (String rules : List.of(
                "{\"ground\": [{\"side_from\": \"Besatzer\"}]}",
                "{\"ground\": [{\"side_from\": \"besatzer\", \"class_from\": \"Lage\"}]}",
                "{\"ground\": [{\"property\": \"besatzer\", \"like\": [\"b*\"], \"class\": \"left out\"}, {\"side_from\": \"besatzers\"}]}")) {
            Drawn.file(folder, "series.json", rules);
            assertThatThrownBy(() -> held(feature("besatzer", "Hill", 30), feature("besatzer", "Vale", 32)))
                    .as(rules)
                    .hasMessageContaining("none of its features has the property")
                    .hasMessageContaining("its features have `besatzer`");
        }
        Drawn.file(
                folder,
                "series.json",
                "{\"ground\": [{\"side_from\": \"besatzer\", \"class_from\": \"Lage\", \"class\": \"held\"}]}");
        assertThat(held(feature("besatzer", "Hill", 30))).isEqualTo("Hill 845 | ");
        Drawn.file(folder, "series.json", "{\"ground\": [{\"side_from\": \"Besatzungsmacht\"}]}");
        assertThatThrownBy(() -> held(feature("Besatzungs", "Hill", 30)))
                .hasMessageContaining("a shapefile keeps ten bytes of a name: here it is `Besatzungs`");
    }

    @Test
    void rulesThatApplyToNothingAreSaid() throws IOException {
        Drawn.file(
                folder,
                "series.json",
                "{\"ground\": [{\"property\": \"h\", \"values\": [\"Hil\"], \"side\": \"X\"}, {\"property\": \"who\", \"like\": [\"*\"]}, {\"side_from\": \"h\"}],"
                        + " \"names\": {\"Hill\": [\"hill*\"], \"Vale\": [\"valley\"]}}");
        assertThat(held(feature("h", "Hill", 30), feature("h", "Hilltop", 32))).isEqualTo("Hill 1689 | ");
        assertThat(remarks)
                .hasSize(3)
                .anyMatch(
                        r -> r.contains(
                                "`ground` 1 applied to no feature of any map: none that is left to it has one of its values in `h`"))
                .anyMatch(r -> r.contains(
                        "`ground` 2 applied to no feature of any map: none has the property `who`; there are `h`"))
                .anyMatch(r -> r.contains("in `names`, nothing on the maps is `Vale`"));
    }

    private static final String IN_PARTS =
            "{\"date_from\": {\"name\": \"*_{d}{MMM}{yyyy}\"}, \"ground\": [{\"file\": \"taken*\", \"side\": \"Hill\"}, {\"file\": [\"said*\", \"heard*\"], \"side\": \"Hill\", \"class\": \"claimed\"},"
                    + " {\"file\": \"back*\", \"side_from\": \"who\", \"class\": \"regained\", \"missing\": \"no ground\"}]}";

    private void part(String name, double west) throws IOException {
        Drawn.file(folder, name + ".geojson", Drawn.map(feature("who", "Vale", west)));
    }

    private String days() throws IOException {
        StringBuilder days = new StringBuilder();
        Drawn.read(
                folder,
                day -> day.accounts()
                        .forEach(a -> days.append(day.date())
                                .append(' ')
                                .append(a.holding())
                                .append(' ')
                                .append(Math.round(a.km2().orElse(0)))
                                .append(" | ")));
        return days.toString();
    }

    @Test
    void aDayMayBeDrawnInSeveralFiles() throws IOException {
        Drawn.file(folder, "series.json", IN_PARTS);
        part("Taken_1Aug2024", 30);
        part("said_1Aug2024", 31);
        part("TAKEN_2AUG2024", 30);
        part("heard_2Aug2024", 32);
        part("back_2Aug2024", 31);
        assertThat(days())
                .isEqualTo(
                        "2024-08-01 Hill claimed 845 | 2024-08-01 Hill 845 | 2024-08-02 Hill claimed 845 | 2024-08-02 Hill 845 | 2024-08-02 Vale regained 845 | ");
    }

    @Test
    void aDayThatLacksOneOfItsFilesOrHasItTwiceIsRefused() throws IOException {
        Drawn.file(folder, "series.json", IN_PARTS);
        part("taken_1Aug2024", 30);
        part("said_1Aug2024", 31);
        part("taken_2Aug2024", 30);
        assertThatThrownBy(this::days)
                .isInstanceOf(GeographyProblem.class)
                .hasMessageContaining("there is no file `said*`, `heard*` of 2024-08-02");
        part("said_2Aug2024", 31);
        part("heard_2Aug2024", 31);
        assertThatThrownBy(this::days)
                .isInstanceOf(GeographyProblem.class)
                .hasMessageContaining("it is of 2024-08-02, and so is `heard_2Aug2024.geojson`");
        Drawn.file(folder, "series.json", "{\"date_from\": {\"name\": \"*_{d}{MMM}{yyyy}\"}}");
        assertThatThrownBy(this::days)
                .isInstanceOf(GeographyProblem.class)
                .hasMessageContaining("where a day is drawn in several files");
        for (String ground : List.of(
                "{\"missing\": \"no ground\"}", "{\"file\": 7}", "{\"file\": \"said*\", \"missing\": \"nothing\"}")) {
            Drawn.file(folder, "series.json", "{\"ground\": [" + ground + "]}");
            assertThatThrownBy(this::days).as(ground).isInstanceOf(GeographyProblem.class);
        }
    }
}
