package holdfast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.engine.geography.drawing.GroundClass;
import holdfast.engine.geography.drawing.PlainText;
import holdfast.territory.series.MapSeries;
import holdfast.territory.series.SeriesProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One side is one side, however its name is written; and rules that do nothing are said to. */
class SpellingsTest {
    @TempDir
    Path folder;

    private Path maps(String... properties) throws IOException {
        Path maps = Files.createTempDirectory(folder, "maps");
        for (int i = 0; i < properties.length; i++) {
            Drawn.file(
                    maps,
                    "carte-2017-10-0" + (i + 1) + ".geojson",
                    Drawn.map(Drawn.feature(
                            "{" + properties[i] + "}", Drawn.polygon(Drawn.ring(9, 4, 9.3 + i / 100.0, 4.3)))));
        }
        return maps;
    }

    private static Set<String> accounts(Path maps) throws IOException {
        Set<String> accounts = new TreeSet<>();
        Drawn.read(
                maps,
                day -> day.accounts().forEach(a -> accounts.add(a.holding().toString())));
        return accounts;
    }

    private static List<String> remarks(Path maps) throws IOException {
        List<String> remarks = new ArrayList<>();
        Drawn.read(maps, day -> remarks.addAll(day.remarks()));
        return remarks;
    }

    @Test
    void whatNobodySeesMakesNoOtherSide() throws IOException {
        assertThat(accounts(maps(
                        "\"side\":\"Nord-R\u00e9union\"",
                        "\"side\":\"Nord-Re\u0301union\"",
                        "\"side\":\" Nord-R\u00e9union\u00a0\"",
                        "\"side\":\"\u200eNord-R\u00e9union\"")))
                .containsExactly("Nord-R\u00e9union");
        assertThat(accounts(maps("\"side\":\"Arm\u00e9e  du\u00a0Nord\"", "\"side\":\"Arm\u00e9e du Nord\"")))
                .containsExactly("Arm\u00e9e du Nord");
        assertThat(accounts(maps("\"side\":1", "\"side\":1.0", "\"side\":\"1\"")))
                .containsExactly("1");
    }

    @Test
    void aSideThatIsWrittenNearlyAlikeIsRefused() throws IOException {
        for (String[] two : new String[][] {
            {"Al-Shabaab", "Al Shabaab"},
            {"KIBRIS", "K\u0131br\u0131s"},
            {"Rep\u00fablica", "Republica"},
            {"M23", "M 23"},
            {"Nord", "N\u043erd"}
        }) {
            Path maps = maps("\"side\":\"" + two[0] + "\"", "\"side\":\"" + two[1] + "\"");
            assertThatThrownBy(() -> accounts(maps))
                    .isInstanceOf(SeriesProblems.class)
                    .satisfies(e -> assertThat(((SeriesProblems) e).problems())
                            .singleElement()
                            .asString()
                            .contains("ground of `" + two[1] + "`, and there is a `" + two[0] + "`"));
            Drawn.file(maps, "series.json", "{\"names\": {\"" + two[0] + "\": [\"" + two[1] + "\"]}}");
            assertThat(accounts(maps)).containsExactly(two[0]);
        }
        assertThat(accounts(maps("\"side\":\"M23\"", "\"side\":\"M24\""))).containsExactly("M23", "M24");
        assertThat(PlainText.likeness("1.0")).isEqualTo(PlainText.likeness("1")).isNotEqualTo(PlainText.likeness("10"));
    }

    @Test
    void theWordsForClassesInCapitalsAndWithOtherSigns() throws IOException {
        assertThat(List.of("Held", " HELD ", "", "held"))
                .allMatch(w -> GroundClass.of(w).equals("held"));
        assertThat(List.of("Left out", "left_out", "LEFT-OUT"))
                .allMatch(w -> GroundClass.of(w).equals("left out"));
        assertThat(accounts(maps("\"side\":\"A\",\"class\":\"Held\"", "\"side\":\"A\",\"class\":\"contested\"")))
                .containsExactly("A", "A contested");
        assertThatThrownBy(() -> accounts(
                        maps("\"side\":\"A\",\"class\":\"Contested\"", "\"side\":\"A\",\"class\":\"contested\"")))
                .hasMessageContaining("ground of the class `contested`, and there is a `Contested`");
    }

    @Test
    void aListIsNoSide() {
        assertThatThrownBy(() -> accounts(maps("\"side\":[\"A\",\"B\"]")))
                .hasMessageContaining("its `side` is `[\"A\",\"B\"]`; expected one text");
        assertThatThrownBy(() -> accounts(maps("\"side\":\"A\",\"class\":{\"x\":1}")))
                .hasMessageContaining("its `class` is");
    }

    @Test
    void whoHoldsWhatNoMapShowsIsOnNoMap() throws IOException {
        Path maps = maps("\"side\":\"A\"");
        Drawn.file(maps, "series.json", "{\"remainder\": \"a\"}");
        assertThatThrownBy(() -> accounts(maps)).hasMessageContaining("who holds what no map shows");
    }

    @Test
    void aPropertyIsTheSameHoweverItsLettersAreWritten() throws IOException {
        Path maps = maps("\"co\u0302te\u0301\":\"A\"");
        Drawn.file(maps, "series.json", "{\"ground\": [{\"side_from\": \"c\u00f4t\u00e9\"}]}");
        assertThat(accounts(maps)).containsExactly("A");
        assertThat(remarks(maps)).isEmpty();
    }

    @Test
    void rulesOfAnotherFormAreRefused() throws IOException {
        for (String[] rules : new String[][] {
            {
                "\"ground\": [{\"property\": \"etat\", \"values\": \"pris\"}]",
                "`values` is \"pris\"; expected a list of texts"
            },
            {"\"ground\": [{\"property\": \"etat\", \"like\": \"pri*\"}]", "`like` is \"pri*\""},
            {"\"ground\": [{\"property\": \"etat\", \"values\": []}]", "`values` is []"},
            {"\"ground\": [{\"property\": \"etat\", \"values\": [null]}]", "`values` is [null]"},
            {"\"ground\": {\"side\": \"A\"}", "`ground` is {\"side\":\"A\"}; expected a list"},
            {"\"ground\": [\"A\"]", "`ground` 1: it is \"A\""},
            {"\"persistence_days\": 2.5", "expected whole days"},
            {"\"shown_days_earlier\": 0.5", "expected whole days"},
            {"\"extent\": [\"a\", \"b\", \"c\", \"d\"]", "`extent` is [\"a\",\"b\",\"c\",\"d\"]; expected four numbers"
            },
            {"\"extent\": {\"west\": 1}", "expected four numbers"},
            {"\"source\": \"a\", // no\n", "line 1, column 17: Unexpected character '/'; JSON has no comments"},
            {"\"source\": \"a\", \"source\": \"b\"", "Duplicate"}
        }) {
            Path maps = maps("\"etat\":\"pris\"");
            Drawn.file(maps, "series.json", "{" + rules[0] + "}");
            assertThatThrownBy(() -> accounts(maps))
                    .as(rules[0])
                    .isInstanceOf(GeographyProblem.class)
                    .hasMessageContaining("series.json")
                    .hasMessageContaining(rules[1]);
        }
        Path maps = maps("\"tenu\":1.0", "\"tenu\":\"1\"");
        Drawn.file(
                maps,
                "series.json",
                "\uFEFF{\"ground\": [{\"property\": \"tenu\", \"values\": [\"1.0\"], \"side\": \"A\"}]}");
        assertThat(accounts(maps)).containsExactly("A");
    }

    @Test
    void geometriesInWhichNothingStandsAreLeftOutWhereTheRulesSaySo() throws IOException {
        Path maps = Files.createTempDirectory(folder, "maps");
        Drawn.file(
                maps,
                "m-2017-10-01.geojson",
                Drawn.map(
                        Drawn.feature("{}", Drawn.polygon(Drawn.ring(9, 4, 9.3, 4.3))),
                        Drawn.feature("{}", "{\"type\":\"MultiPolygon\",\"coordinates\":[[]]}"),
                        Drawn.feature("{}", "{\"type\":\"GeometryCollection\",\"geometries\":[]}"),
                        Drawn.feature(
                                "{}",
                                "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\",\"coordinates\":[]}]}")));
        Drawn.file(maps, "series.json", "{\"null_geometries\": \"left out\"}");
        assertThat(remarks(maps)).hasSize(3).allMatch(r -> r.contains("the geometry is empty; left out"));
    }

    @Test
    void aDayThatIsWrittenOtherwiseAndIsAnotherOneIsRefused() throws IOException {
        assertThatThrownBy(() -> accounts(maps("\"date\":\"02.10.2017\"")))
                .hasMessageContaining("of 2017-10-01 by its name, and of 2017-10-02 by the property `date`");
        assertThat(accounts(maps("\"date\":\"01.10.2017\""))).hasSize(1);
        assertThat(accounts(maps("\"date\":\"10/1/2017\""))).hasSize(1);
        assertThat(accounts(maps("\"date\":\"1 October 2017\""))).hasSize(1);
        assertThatThrownBy(() -> accounts(maps("\"date\":\"3 Oct 2017\"")))
                .hasMessageContaining("of 2017-10-03 by the property `date`");
    }

    @Test
    void rulesOpenNoMapsOutsideOfTheirFolder() throws IOException {
        Path maps = maps("\"side\":\"A\"");
        Path beside = Files.createDirectory(folder.resolve("rules"));
        for (String elsewhere : List.of("../" + maps.getFileName(), maps.toString(), "../..", "/")) {
            Path rules = Drawn.file(beside, "a.series.json", "{\"maps\": \"" + elsewhere + "\"}");
            assertThatThrownBy(() -> MapSeries.open(rules))
                    .as(elsewhere)
                    .isInstanceOf(GeographyProblem.class)
                    .hasMessageContaining("not in its own folder or below it")
                    .hasMessageContaining("`--rules`");
        }
        Path above = Drawn.file(folder, "b.series.json", "{\"maps\": \"" + maps.getFileName() + "\"}");
        assertThat(MapSeries.open(above).maps()).hasSize(1);
        Files.createSymbolicLink(beside.resolve("link"), maps);
        Path linked = Drawn.file(beside, "c.series.json", "{\"maps\": \"link\"}");
        assertThatThrownBy(() -> MapSeries.open(linked)).hasMessageContaining("not in its own folder");
        // A folder whose own rules name the folder of the maps below it.
        Path outer = Files.createDirectory(folder.resolve("outer"));
        Files.move(maps, outer.resolve("daily"));
        Drawn.file(outer, "series.json", "{\"maps\": \"daily\"}");
        assertThat(MapSeries.open(outer).maps()).hasSize(1);
    }
}
