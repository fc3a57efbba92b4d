package holdfast.engine.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.engine.geography.form.MapForms;
import holdfast.language.AgreementReader;
import holdfast.language.diagnostic.Problem;
import holdfast.language.model.Agreement;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The line around a ground, and what of a map is whose. The ground is a peninsula: sea on three sides, a front to the north, at 46 degrees. */
class EdgesTest {
    private static final String HELD = feature("\"side\":\"South\"", "[[34,45],[36,45],[36,46],[34,46],[34,45]]");
    private static final String SEA =
            "{\"type\":\"LineString\",\"coordinates\":[[34,45.99],[34,45],[36,45],[36,45.99]]}";

    private static String feature(String properties, String ring) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties
                + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}";
    }

    private static String map(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static Agreement agreement(String zones, Map<String, String> files) {
        String text = """
                # Line

                ```holdfast
                agreement "Line" version "1"
                time zone Europe/Kyiv
                party North, South
                event enter(by: party, place: place)
                %s
                1.1  each party P must not enter(by P, place X) where X in strip
                ```
                """.formatted(zones);
        var outcome = AgreementReader.read(
                "line.md",
                text.getBytes(StandardCharsets.UTF_8),
                name -> Optional.ofNullable(files.get(name)).map(f -> f.getBytes(StandardCharsets.UTF_8)));
        assertThat(outcome.diagnostics().stream().filter(Problem::isError)).isEmpty();
        return outcome.agreement().orElseThrow();
    }

    private static Shape strip(String zones, Map<String, String> files) {
        return Geography.of(agreement(zones, files)).get("strip");
    }

    private static final Map<String, String> FILES = Map.of("m-2026-03-01.geojson", map(HELD), "sea.geojson", SEA);
    private static final String STOOD = "zone held is where South stood on 2026-03-01 per \"m-2026-03-01.geojson\"\n";

    @Test
    void aStripAlongTheEdgeIsNotTheGround() {
        Shape strip = strip(STOOD + "zone strip is 30 km wide along the edge of held, in total", FILES);
        assertThat(strip.covers(45.5, 35)).isFalse();
        assertThat(strip.covers(46.1, 35)).isTrue();
        assertThat(strip.covers(45.9, 35)).isTrue();
        assertThat(strip.covers(45.05, 35)).isTrue();
    }

    @Test
    void withoutTheCoast() {
        Shape strip = strip(
                STOOD
                        + "zone sea from \"sea.geojson\"\n"
                        + "zone front is the edge of held, without what lies within 2 km of sea\n"
                        + "zone strip is 15 km wide along front, on each side",
                FILES);
        assertThat(strip.covers(46.1, 35)).isTrue();
        assertThat(strip.covers(45.05, 35)).isFalse();
        assertThat(strip.covers(45.5, 34.01)).isFalse();
    }

    @Test
    void whatTwoPartsOfAGroundShareIsNoEdge() {
        String other = feature("\"side\":\"South\"", "[[36,45],[38,45],[38,46],[36,46],[36,45]]");
        Shape strip = strip(
                STOOD + "zone strip is 10 km wide along the edge of held, in total",
                Map.of("m-2026-03-01.geojson", map(HELD, other)));
        assertThat(strip.covers(45.5, 36)).isFalse();
        assertThat(strip.covers(45.5, 38)).isTrue();
    }

    @Test
    void nothingLiesAlongAGround() {
        Agreement agreement = agreement(
                "zone land from \"land.geojson\"\nzone strip is 10 km wide along land, in total",
                Map.of("land.geojson", map(HELD)));
        assertThat(Geography.problems(agreement).values())
                .singleElement()
                .asString()
                .contains("`land` is ground", "say `along the edge of land`");
    }

    @Test
    void nothingIsLeftOfTheEdge() {
        Agreement agreement = agreement(
                STOOD
                        + "zone land from \"m-2026-03-01.geojson\"\nzone strip is the edge of held without what lies within 2 km"
                        + " of land",
                FILES);
        assertThat(Geography.problems(agreement).values())
                .singleElement()
                .asString()
                .contains("nothing is left of the edge");
    }

    /** Held is held: what is contested, left out or nobody's is not where a side stood. */
    @Test
    void onlyWhatTheSideHolds() {
        String contested =
                feature("\"side\":\"South\",\"class\":\"contested\"", "[[36,45],[38,45],[38,46],[36,46],[36,45]]");
        String nobodys = feature("\"note\":\"?\"", "[[30,45],[32,45],[32,46],[30,46],[30,45]]");
        String nobodysToo = feature("\"side\":null", "[[32,45],[34,45],[34,46],[32,46],[32,45]]");
        Shape strip = strip(
                STOOD.replace("held", "strip"),
                Map.of("m-2026-03-01.geojson", map(HELD, contested, nobodys, nobodysToo)));
        assertThat(strip.covers(45.5, 35)).isTrue();
        assertThat(strip.covers(45.5, 37)).isFalse();
        assertThat(strip.covers(45.5, 31)).isFalse();
        assertThat(strip.covers(45.5, 33)).isFalse();
        // A file in which no feature names a side is that of the side which the text names.
        assertThat(strip(STOOD.replace("held", "strip"), Map.of("m-2026-03-01.geojson", map(nobodys)))
                        .covers(45.5, 31))
                .isTrue();
    }

    @Test
    void aSideThatTheMapDoesNotHave() {
        String small = HELD.replace("South", "south");
        assertThatThrownBy(() -> strip(STOOD.replace("held", "strip"), Map.of("m-2026-03-01.geojson", map(small)))
                        .covers(45, 35))
                .hasMessageContaining("it shows no ground held by `South`; it shows that of `south`");
    }

    @Test
    void aMapOfAnotherDay() {
        String stood = "zone strip is where South stood on 2026-03-02 per \"%s\"";
        for (String name : new String[] {"m-2026-03-01.geojson", "m_20260301.geojson"}) {
            assertThat(Geography.problems(agreement(stood.formatted(name), Map.of(name, map(HELD))))
                            .values())
                    .singleElement()
                    .asString()
                    .contains("it is the map of 2026-03-01, and not of 2026-03-02");
        }
        String dated = HELD.replace("\"side\"", "\"date\":\"2026-03-01\",\"side\"");
        assertThat(Geography.problems(agreement(stood.formatted("m.geojson"), Map.of("m.geojson", map(dated)))))
                .hasSize(1);
        assertThat(Geography.problems(agreement(stood.formatted("m.geojson"), Map.of("m.geojson", map(HELD)))))
                .isEmpty();
    }

    @Test
    void aByteOrderMarkSaysNothing() {
        assertThat(MapForms.readGeoJson("m.geojson", "\uFEFF" + map(HELD)).features())
                .hasSize(1);
    }
}
