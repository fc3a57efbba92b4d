package holdfast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.territory.series.MapSeries;
import holdfast.territory.series.SeriesProblems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each is refused with the file and the feature, and no figure comes out of the series. */
class BadMapsTest {
    private static final String GOOD = Drawn.feature("{}", Drawn.polygon(Drawn.ring(36, 47, 37, 48)));

    @TempDir
    Path folder;

    @BeforeEach
    void aGoodMapFirst() throws IOException {
        Drawn.file(folder, "a-20240801.geojson", Drawn.map(GOOD));
    }

    private void refused(String map, String... says) throws IOException {
        Drawn.file(folder, "b-20240802.geojson", map);
        assertThatThrownBy(() -> Drawn.read(folder, day -> {}))
                .isInstanceOf(SeriesProblems.class)
                .satisfies(e -> assertThat(((SeriesProblems) e).problems())
                        .singleElement()
                        .satisfies(p -> assertThat(p.toString())
                                .contains("`b-20240802.geojson`")
                                .contains(says)));
    }

    @Test
    void theAxesTheOtherWayRoundWhereBothArePossible() throws IOException {
        refused(
                Drawn.map(GOOD, Drawn.feature("{}", Drawn.polygon(Drawn.ring(47, 36, 48, 37)))),
                "feature 2, polygon 1",
                "km from all ground of the map before, `a-20240801.geojson`",
                "with longitude and latitude the other way round it would lie among it");
    }

    @Test
    void theAxesTheOtherWayRoundWhereOneIsNot() throws IOException {
        refused(
                Drawn.map(Drawn.feature("{}", Drawn.polygon(Drawn.ring(52, 140, 53, 141)))),
                "feature 1, ring 1, position 1",
                "are they swapped?");
    }

    @Test
    void metresOfAProjection() throws IOException {
        refused(
                Drawn.map(
                        GOOD,
                        Drawn.feature(
                                "{}",
                                Drawn.polygon(
                                        "[[4000000,5900000],[4100000,5900000],[4100000,6000000],[4000000,5900000]]"))),
                "feature 2",
                "are no degrees");
    }

    @Test
    void anotherCoordinateSystem() throws IOException {
        refused(
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}},\"features\":["
                        + GOOD + "]}",
                "EPSG::3857",
                "export it in longitude and latitude on WGS84");
    }

    @Test
    void aBorderThatCrossesItself() throws IOException {
        refused(
                Drawn.map(GOOD, Drawn.feature("{}", Drawn.polygon("[[36,48],[37,49],[37,48],[36,49],[36,48]]"))),
                "feature 2",
                "the border crosses or touches itself near [36.5, 48.5]",
                "can be read in ways that differ by");
    }

    @Test
    void theWrongContinent() throws IOException {
        refused(
                Drawn.map(Drawn.feature(
                        "{\"name\":\"all\"}",
                        "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + Drawn.ring(36, 47, 37, 48) + "],["
                                + Drawn.ring(-80, 40, -79, 41) + "]]}")),
                "feature 1 `all`, polygon 2",
                "is it on the right continent?");
    }

    @Test
    void theWrongContinentOnTheFirstMap() throws IOException {
        Files.delete(folder.resolve("a-20240801.geojson"));
        refused(
                Drawn.map(GOOD, Drawn.feature("{}", Drawn.polygon(Drawn.ring(-80, 40, -79.9, 40.1)))),
                "feature 2, polygon 1",
                "from the greatest polygon of the same map");
    }

    @Test
    void outsideOfTheExtent() throws IOException {
        Drawn.file(folder, "series.json", "{\"extent\": [22, 44, 41, 53]}");
        refused(
                Drawn.map(GOOD, Drawn.feature("{}", Drawn.polygon(Drawn.ring(47, 36, 48, 37)))),
                "feature 2: polygon 1 lies between 47.00 and 48.00 degrees of longitude",
                "the other way round it would lie inside");
    }

    @Test
    void nothingInAFeature() throws IOException {
        refused(Drawn.map(GOOD, Drawn.feature("{}", "null")), "feature 2: it has no geometry");
        refused(
                Drawn.map(GOOD, Drawn.feature("{}", "{\"type\":\"MultiPolygon\",\"coordinates\":[]}")),
                "feature 2: the geometry is empty");
    }

    @Test
    void nothingInAFile() throws IOException {
        refused("", "the file is empty");
        refused(Drawn.map(), "the list of features is empty");
    }

    @Test
    void aFileThatEndsInTheMiddle() throws IOException {
        refused(Drawn.map(GOOD).substring(0, 120), "the file ends in the middle");
    }

    @Test
    void aFileThatIsNoText() throws IOException {
        Files.write(folder.resolve("b-20240802.geojson"), new byte[] {(byte) 0x1f, (byte) 0x8b, 8, 0});
        assertThatThrownBy(() -> Drawn.read(folder, day -> {}))
                .isInstanceOf(SeriesProblems.class)
                .hasMessageContaining("the archive is damaged");
        Files.write(folder.resolve("b-20240802.geojson"), new byte[] {'{', (byte) 0xd0, '}'});
        assertThatThrownBy(() -> Drawn.read(folder, day -> {}))
                .isInstanceOf(SeriesProblems.class)
                .hasMessageContaining("it is not UTF-8");
    }

    @Test
    void aFeatureOfWhichNoRuleSpeaks() throws IOException {
        Drawn.file(
                folder,
                "series.json",
                "{\"ground\": [{\"property\": \"status\", \"values\": [\"occupied\"], \"side\": \"Russia\"}]}");
        Files.delete(folder.resolve("a-20240801.geojson"));
        refused(
                Drawn.map(Drawn.feature("{\"status\":\"liberated\"}", Drawn.polygon(Drawn.ring(36, 47, 37, 48)))),
                "feature 1",
                "says whose ground it is: `status` is `liberated`");
    }

    @Test
    void allBadMapsAreNamed() throws IOException {
        Drawn.file(folder, "b-20240802.geojson", "");
        Drawn.file(folder, "c-20240803.geojson", Drawn.map(GOOD));
        Drawn.file(folder, "d-20240804.geojson", Drawn.map(Drawn.feature("{}", "null")));
        assertThatThrownBy(() -> Drawn.read(folder, day -> {}))
                .hasMessageContaining("b-20240802")
                .hasMessageContaining("d-20240804");
    }

    @Test
    void aSmallFaultIsMendedAndSaidToBeSo() throws IOException {
        // A loop of a few square metres at a corner.
        Drawn.file(
                folder,
                "b-20240802.geojson",
                Drawn.map(
                        Drawn.feature(
                                "{}",
                                Drawn.polygon(
                                        "[[36,47],[37,47],[37,48],[36.00001,48],[36.00002,47.99999],[36.00002,48.00001],[36,48],[36,47]]"))));
        List<String> remarks = new ArrayList<>();
        Drawn.read(folder, day -> remarks.addAll(day.remarks()));
        assertThat(remarks.getFirst())
                .startsWith("`b-20240802.geojson`, feature 1: the border crosses or touches itself near")
                .contains("mended, to an area of 8376.");
        // The map before has positions along both parallels, this one none: that is no ground that changed hands.
        assertThat(remarks.subList(1, remarks.size()))
                .hasSize(2)
                .allMatch(r -> r.contains("change hands there on paper only"));
    }

    @Test
    void daysThatAreNoDays() throws IOException {
        Drawn.file(folder, "c-2024-08-01.geojson", Drawn.map(GOOD));
        assertThatThrownBy(() -> MapSeries.open(folder))
                .isInstanceOf(GeographyProblem.class)
                .hasMessageContaining("it is of 2024-08-01, and so is `a-20240801.geojson`");
        Files.delete(folder.resolve("c-2024-08-01.geojson"));
        Drawn.file(folder, "map.geojson", Drawn.map(GOOD));
        assertThatThrownBy(() -> MapSeries.open(folder)).hasMessageContaining("it does not say of which day it is");
        Drawn.file(
                folder,
                "map.geojson",
                Drawn.map(Drawn.feature("{\"date\":\"2024-08-07\"}", Drawn.polygon(Drawn.ring(36, 47, 37, 48)))));
        assertThat(MapSeries.open(folder).maps()).hasSize(2);
    }

    @Test
    void rulesThatAreNotUnderstood() throws IOException {
        Drawn.file(folder, "series.json", "{\"resolution\": 100}");
        assertThatThrownBy(() -> MapSeries.open(folder))
                .hasMessageContaining("`resolution` is not known here")
                .hasMessageContaining("resolution_m");
        Drawn.file(folder, "series.json", "{\"resolution_m\": -1}");
        assertThatThrownBy(() -> MapSeries.open(folder)).hasMessageContaining("expected a number from 0 on");
        Files.write(folder.resolve("series.json"), "no".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> MapSeries.open(folder)).hasMessageContaining("cannot be read as JSON");
    }

    @Test
    void aDrawingThatCanBeReadInTwoWaysIsRefusedHoweverItWinds() throws IOException {
        // A ring within the ring, the same way round: wound around twice, or a hole?
        refused(
                Drawn.map(
                        Drawn.feature(
                                "{}",
                                Drawn.polygon(
                                        "[[36,47],[37,47],[37,48],[36,48],[36,47],[36.2,47.2],[36.8,47.2],[36.8,47.8],[36.2,47.8],[36.2,47.2],[36,47]]"))),
                "feature 1",
                "can be read in ways that differ by");
    }

    @Test
    void aNameWithTwoDays() throws IOException {
        Drawn.file(folder, "v20240101_2024-08-03.geojson", Drawn.map(GOOD));
        assertThatThrownBy(() -> MapSeries.open(folder))
                .hasMessageContaining("its name has 2 days, 2024-01-01 and 2024-08-03");
    }

    @Test
    void featuresOfSeveralDaysAndOfAnotherDay() throws IOException {
        String third = Drawn.feature("{\"date\":\"2024-08-03\"}", Drawn.polygon(Drawn.ring(36, 47, 37, 48)));
        String fourth = Drawn.feature("{\"date\":\"2024-08-04\"}", Drawn.polygon(Drawn.ring(37, 47, 38, 48)));
        refused(Drawn.map(third, fourth), "it has features of 2 days: 2024-08-03, 2024-08-04");
        refused(Drawn.map(third), "it is of 2024-08-02 by its name, and of 2024-08-03");
        Drawn.file(folder, "series.json", "{\"date_from\": \"name\"}");
        Drawn.read(folder, day -> {});
        Files.delete(folder.resolve("b-20240802.geojson"));
        Drawn.file(folder, "all.geojson", Drawn.map(third, fourth));
        assertThatThrownBy(() -> MapSeries.open(folder)).hasMessageContaining("its name does not say of which day");
        Files.delete(folder.resolve("series.json"));
        assertThatThrownBy(() -> MapSeries.open(folder)).hasMessageContaining("a map is of one day");
    }

    @Test
    void oneSideInTwoSpellings() throws IOException {
        Files.delete(folder.resolve("a-20240801.geojson"));
        String one = Drawn.feature("{\"side\":\"North\"}", Drawn.polygon(Drawn.ring(36, 47, 37, 48)));
        String blank = Drawn.feature("{\"side\":\"North \"}", Drawn.polygon(Drawn.ring(37, 47, 38, 48)));
        String small = Drawn.feature("{\"side\":\"north\"}", Drawn.polygon(Drawn.ring(37, 47, 38, 48)));
        Drawn.file(folder, "b-20240802.geojson", Drawn.map(one, blank));
        assertThat(Drawn.read(folder, day -> {}).totals()).hasSize(1);
        refused(Drawn.map(one, small), "it has ground of `north`, and there is a `North`");
    }

    @Test
    void groundOfNobodyNamedBesideThatOfASideIsSaid() throws IOException {
        Files.delete(folder.resolve("a-20240801.geojson"));
        String one = Drawn.feature("{\"side\":\"North\"}", Drawn.polygon(Drawn.ring(36, 47, 37, 48)));
        String nobodys = Drawn.feature("{\"name\":\"a salient\"}", Drawn.polygon(Drawn.ring(37, 47, 37.1, 48)));
        Drawn.file(folder, "b-20240802.geojson", Drawn.map(one, nobodys));
        List<String> remarks = new ArrayList<>();
        Drawn.read(folder, day -> remarks.addAll(day.remarks()));
        assertThat(remarks)
                .singleElement()
                .asString()
                .contains("837.", "km2 of features that name no side", "counts for no side");
    }

    @Test
    void twoSidesThatOverlapAreSaid() throws IOException {
        Files.delete(folder.resolve("a-20240801.geojson"));
        String one = Drawn.feature("{\"side\":\"North\"}", Drawn.polygon(Drawn.ring(36, 47, 37, 48)));
        String other = Drawn.feature("{\"side\":\"South\"}", Drawn.polygon(Drawn.ring(36.9, 47, 38, 48)));
        Drawn.file(folder, "b-20240802.geojson", Drawn.map(one, other));
        List<String> remarks = new ArrayList<>();
        Drawn.read(folder, day -> remarks.addAll(day.remarks()));
        assertThat(remarks)
                .singleElement()
                .asString()
                .contains("the ground of North and that of South overlap by 837.");
    }

    @Test
    void nullGeometriesAndWhatLiesOutsideAreLeftOutWhereTheRulesSaySo() throws IOException {
        Drawn.file(
                folder,
                "series.json",
                "{\"null_geometries\": \"left out\", \"outside\": \"left out\", \"extent\": [30, 40, 40, 50]}");
        Drawn.file(
                folder,
                "b-20240802.geojson",
                Drawn.map(
                        GOOD,
                        Drawn.feature("{}", "null"),
                        Drawn.feature("{}", Drawn.polygon(Drawn.ring(60, 47, 61, 48)))));
        List<String> remarks = new ArrayList<>();
        Drawn.read(folder, day -> remarks.addAll(day.remarks()));
        assertThat(remarks)
                .anyMatch(r -> r.contains("feature 2: it has no geometry; left out"))
                .anyMatch(r -> r.contains("feature 3: 1 of its 1 polygons are not inside the `extent`"));
    }

    @Test
    void valuesByPatternAndByNumber() throws IOException {
        Files.delete(folder.resolve("a-20240801.geojson"));
        Drawn.file(
                folder,
                "series.json",
                "{\"ground\": [{\"property\": \"name\", \"like\": [\"occupied*\", \"*Окуповано*\"], \"side\": \"A\"},"
                        + " {\"property\": \"status\", \"values\": [1], \"side\": \"B\"}]}");
        Drawn.file(
                folder,
                "b-20240802.geojson",
                Drawn.map(
                        Drawn.feature("{\"name\":\"Occupied since May\"}", Drawn.polygon(Drawn.ring(36, 47, 37, 48))),
                        Drawn.feature("{\"name\":\"7 окуповано 3\"}", Drawn.polygon(Drawn.ring(37, 47, 38, 48))),
                        Drawn.feature("{\"status\":1.0}", Drawn.polygon(Drawn.ring(38, 47, 39, 48)))));
        assertThat(Drawn.read(folder, day -> {}).totals())
                .extracting(t -> t.holding().side())
                .containsExactly("A", "B");
    }
}
