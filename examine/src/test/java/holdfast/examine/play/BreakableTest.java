package holdfast.examine.play;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plain record can show broken, the examiner finds a way to break: places, numbers, sums and counts. */
class BreakableTest {
    private static final String RING = "[[21, 40], [22, 40], [22, 41], [21, 41], [21, 40]]";
    private static final String HOLE = "[[21.4, 40.4], [21.4, 40.6], [21.6, 40.6], [21.6, 40.4], [21.4, 40.4]]";

    private static final Map<String, String> FILES = Map.of(
            "line.geojson",
            "{\"type\": \"LineString\", \"coordinates\": [[21, 40], [21.5, 40.2], [22, 41]]}",
            "basin.geojson",
            "{\"type\": \"FeatureCollection\", \"bbox\": [20, 39, 23, 42], \"features\": [{\"type\": \"Feature\","
                    + " \"properties\": {\"seen\": [1, 2]}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": ["
                    + RING + "]}}]}",
            "ring.geojson",
            "{\"type\": \"Polygon\", \"coordinates\": [" + RING + ", " + HOLE + "]}",
            "parts.geojson",
            "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {\"name\": \"low\"},"
                    + " \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [" + RING
                    + "]}}, {\"type\": \"Feature\", \"properties\": {\"name\": \"high\"}, \"geometry\":"
                    + " {\"type\": \"Polygon\", \"coordinates\": [[[3.1e1, 40], [32, 40], [32, 41], [31, 41], [3.1e1, 40]]]}}]}");

    private static final String TEXT = """
            # A pass

            ```holdfast
            agreement "The pass"
            time zone Europe/Athens
            days count excluding the first day
            party Valley, Ridge
            measures from weakest: protest
            zone border from "line.geojson"
            zone basin from "basin.geojson"
            zone ring from "ring.geojson"
            zone highland from "parts.geojson" feature "high"
            zone lowland from "parts.geojson" feature "low"
            zone corridor is 2 km wide along border, in total
            zone margin is within 3 km of basin
            event gun(by: party, place: place)
            event muster(by: party, present: number, allowed: number)
            event haul(by: party, kilos: number)
            event spotted(by: party, place: place, count: number)
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A strip along a line; a ring between two distances; a corridor, and what is beside it.
                "1.1  each party P must not gun(by P, place X) where X within 5 km of border",
                "1.1  each party P must not gun(by P, place X) where X at least 5 km of border and X within 9 km of border",
                "1.1  each party P must not gun(by P, place X) where X in corridor",
                "1.1  each party P must not gun(by P, place X) where X in corridor and X not in basin",
                // Near, but not in.
                "1.1  each party P must not gun(by P, place X) where X within 4 km of basin and X not in basin",
                "1.1  each party P must not gun(by P, place X) where X in margin and X not in basin",
                // One feature of a file, by its name; two at once.
                "1.1  each party P must not gun(by P, place X) where X in highland",
                "1.1  each party P must not gun(by P, place X) where X within 2 km of highland and X not in highland",
                "1.1  each party P must not gun(by P, place X) where X in lowland and X at least 20 km of border",
                // A hole, and what surrounds it.
                "1.1  each party P must not gun(by P, place X) where X in basin and X not in ring",
                "1.1  each party P must not gun(by P, place X) where X in ring",
                "1.1  each party P must not gun(by P, place X) where X not in ring and X within 1 km of ring",
                // One number against another.
                "1.1  each party P must not muster(by P, present N, allowed M) where N more than M",
                "1.1  each party P must not muster(by P, present N, allowed M) where N more than M and M at least 4000",
                // A sum of small acts.
                "define lot(by P) as sum of kilos in haul(by P, kilos N) at least 900 within 7 days where N at most 4\n"
                        + "1.1  each party P must not lot(by P)",
                // Counts: of acts, of acts somewhere, of places that differ.
                "define often(by P) as at least 700 gun(by P) within 30 days\n1.1  each party P must not often(by P)",
                "define often(by P) as more than 1500 gun(by P, place X) within 2 days where X in corridor\n"
                        + "1.1  each party P must not often(by P)",
                "define mixed(by P) as spotted(by P, place X, count N) where X in basin and N more than 12\n"
                        + "1.1  each party P must not mixed(by P)",
            })
    void isFound(String statements) {
        Agreement agreement = Resolved.under(read(statements), Reading.NONE);
        Norm norm = agreement.norms().getFirst();
        Optional<Opening> opening = new Openings(new Ways(agreement)).of(norm, Optional.of("Ridge"));
        assertThat(opening).as(statements).isPresent();
        assertThat(opening.orElseThrow().sure()).isTrue();
    }

    /** What no act can be is not found: there is nothing to look for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1  each party P must not gun(by P, place X) where X in basin and X at least 1 km of basin",
                "1.1  each party P must not muster(by P, present N) where N more than 5 and N less than 2",
            })
    void whatCannotBeIsNotFound(String statements) {
        Agreement agreement = Resolved.under(read(statements), Reading.NONE);
        assertThat(new Openings(new Ways(agreement)).of(agreement.norms().getFirst(), Optional.of("Ridge")))
                .isEmpty();
    }

    private static Agreement read(String statements) {
        Outcome outcome = AgreementReader.read(
                "agreement.md",
                (TEXT + statements + "\n```\n").getBytes(StandardCharsets.UTF_8),
                name -> Optional.ofNullable(FILES.get(name)).map(t -> t.getBytes(StandardCharsets.UTF_8)));
        assertThat(outcome.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
        return outcome.agreement().orElseThrow();
    }
}
