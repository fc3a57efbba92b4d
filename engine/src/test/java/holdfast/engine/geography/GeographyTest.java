package holdfast.engine.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import holdfast.engine.geography.drawing.GeographyProblem;
import holdfast.language.diagnostic.ProblemLine;
import holdfast.language.model.Agreement;
import holdfast.language.model.Origin;
import holdfast.language.model.Reading;
import holdfast.language.model.Zone;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeographyTest {
    private static final Origin LINE_7 = new Origin(0, 7, 1, 4);
    private static final String FILE = """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"name":"meridian"},"geometry":{"type":"LineString","coordinates":[[30,50],[30,51]]}},
              {"type":"Feature","properties":{"name":"box"},"geometry":{"type":"Polygon","coordinates":[[[35,50],[36,50],[36,51],[35,51],[35,50]]]}}
            ]}""";

    @Test
    void noZonesNoShapes() {
        assertThat(Geography.of(agreement())).isEmpty();
    }

    @Test
    void allFeaturesOrOne() {
        Map<String, Shape> shapes = Geography.of(agreement(file("both", "", FILE), file("box", "box", FILE)));
        assertThat(shapes.get("both").covers(50.5, 30)).isTrue();
        assertThat(shapes.get("both").covers(50.5, 35.5)).isTrue();
        assertThat(shapes.get("box").covers(50.5, 30)).isFalse();
    }

    /** A degree of the meridian is 111 km here, so a point on it beyond the end has a simple distance. */
    @Test
    void aroundAZoneThatIsDeclaredLater() {
        Map<String, Shape> shapes = Geography.of(agreement(
                around("wide", "5.5", "strip"), around("strip", "10", "line"), file("line", "meridian", FILE)));
        double distance = shapes.get("line").kilometresFrom(51.2, 30);
        assertThat(distance).isBetween(22.0, 22.5);
        assertThat(shapes.get("strip").kilometresFrom(51.2, 30)).isCloseTo(distance - 10, within(1e-9));
        assertThat(shapes.get("wide").kilometresFrom(51.2, 30)).isCloseTo(distance - 15.5, within(1e-9));
        assertThat(shapes.get("strip").covers(51.2, 30)).isFalse();
        assertThat(shapes.get("strip").covers(51.08, 30)).isTrue();
        assertThat(shapes.get("strip").kilometresFrom(51.08, 30)).isZero();
        assertThat(shapes.get("wide").covers(51.12, 30)).isTrue();
        assertThat(shapes.get("strip").covers(51.12, 30)).isFalse();
    }

    @Test
    void placesNearAZoneLieOnBothSidesOfItsBorderAndOfEachDistance() {
        Agreement agreement = agreement(file("box", "box", FILE), around("belt", "5", "box"), file("bad", "", "{"));
        Map<String, Shape> shapes = Geography.of(agreement(file("box", "box", FILE)));
        Shape box = shapes.get("box");
        List<Double> far = Nearby.of(agreement, "belt", List.of(20.0)).stream()
                .map(p -> box.kilometresFrom(p.latitude(), p.longitude()))
                .toList();
        assertThat(far).anyMatch(km -> km == 0).anyMatch(km -> km > 25.1);
        for (double border : new double[] {0, 5, 25}) {
            assertThat(far).as("just beyond %s km", border).anyMatch(km -> km > border && km < border + 0.05);
        }
        for (double border : new double[] {5, 25}) {
            assertThat(far).as("just within %s km", border).anyMatch(km -> km < border && km > border - 0.05);
        }
        // Off each of the four edges, on either side of it.
        List<Nearby.Position> places = Nearby.of(agreement, "box", List.of());
        assertThat(places).anyMatch(p -> p.longitude() < 35 && Math.abs(p.latitude() - 50.5) < 0.01);
        assertThat(places).anyMatch(p -> p.longitude() > 36 && Math.abs(p.latitude() - 50.5) < 0.01);
        assertThat(places).anyMatch(p -> p.latitude() < 50 && Math.abs(p.longitude() - 35.5) < 0.01);
        assertThat(places).anyMatch(p -> p.latitude() > 51 && Math.abs(p.longitude() - 35.5) < 0.01);
        assertThat(places)
                .anyMatch(
                        p -> p.latitude() > 50 && p.latitude() < 50.1 && p.longitude() > 35.4 && p.longitude() < 35.6);
        assertThat(Nearby.of(agreement, "bad", List.of())).isEmpty();
        assertThat(Nearby.of(agreement, "nowhere", List.of())).isEmpty();
    }

    @Test
    void aroundAnAreaHoldsTheArea() {
        Shape belt = Geography.of(agreement(file("box", "box", FILE), around("belt", "1", "box")))
                .get("belt");
        assertThat(belt.covers(50.5, 35.5)).isTrue();
        assertThat(belt.covers(51.008, 35.5)).isTrue();
        assertThat(belt.covers(51.01, 35.5)).isFalse();
    }

    @Test
    void aFaultyFileIsReadOnlyWhenAsked() {
        Map<String, Shape> shapes = Geography.of(agreement(file("bad", "", "{"), file("good", "box", FILE)));
        assertThat(shapes.get("good").covers(50.5, 35.5)).isTrue();
        assertThatThrownBy(() -> shapes.get("bad").covers(50, 30))
                .isInstanceOf(GeographyProblem.class)
                .hasMessageContaining("`bad.geojson`: the file ends in the middle");
    }

    @Test
    void refusesZonesThatLieNowhere() {
        assertThatThrownBy(() -> Geography.of(agreement(around("a", "1", "b"), around("b", "1", "a"))))
                .hasMessageContaining("zone `a` (line 7): it lies around itself");
        assertThatThrownBy(() -> Geography.of(agreement(around("a", "1", "b"))))
                .hasMessageContaining("there is no such zone");
    }

    @Test
    void checksBeforeAnythingIsAsked() {
        assertThat(Geography.check(file("box", "box", FILE))).isEmpty();
        assertThat(Geography.check(file("box", "bix", FILE)).map(ProblemLine::of))
                .hasValue("`box.geojson`: it has no feature named `bix`; did you mean `box`?");
    }

    private static Zone.FromFile file(String name, String feature, String geoJson) {
        return new Zone.FromFile(name, Reading.NONE, name + ".geojson", feature, geoJson, "", LINE_7);
    }

    private static Zone around(String name, String km, String of) {
        return new Zone.Around(name, Reading.NONE, new BigDecimal(km), of, LINE_7);
    }

    private static Agreement agreement(Zone... zones) {
        return new Agreement(
                "",
                "",
                "",
                List.of(),
                ZoneOffset.UTC,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(zones),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }
}
