package holdfast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.territory.series.Holding;
import holdfast.territory.series.MapProgress;
import holdfast.territory.series.MapSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small series, drawn for the purpose. A hundredth of a degree is about 0.75 by 1.1 km there. */
class LedgerTest {
    @TempDir
    Path folder;

    private final List<Day> days = new ArrayList<>();

    private void day(String date, String... features) throws IOException {
        Drawn.file(folder, "map-" + date + ".geojson", Drawn.map(features));
    }

    private static String ground(double east) {
        return Drawn.feature("{}", Drawn.polygon(Drawn.ring(36, 47, east, 48)));
    }

    private Territory read() throws IOException {
        return Drawn.read(folder, days::add);
    }

    private void rules(String members) throws IOException {
        Drawn.file(folder, "series.json", "{" + members + "}");
    }

    @Test
    void aGainThatLasts() throws IOException {
        day("2024-08-01", ground(37));
        day("2024-08-02", ground(37.1));
        day("2024-08-03", ground(37.1));
        day("2024-08-05", ground(37.1));
        Territory territory = read();
        assertThat(territory.missing()).containsExactly(LocalDate.of(2024, 8, 4));
        Account second = days.get(1).accounts().getFirst();
        assertThat(second.holding()).isEqualTo(new Holding(Holding.MAPPED, Holding.HELD));
        assertThat(second.gainedKm2()).isBetween(820.0, 840.0);
        assertThat(second.lostKm2()).isLessThan(1e-6);
        assertThat(second.lastingGainKm2()).isEqualTo(second.gainedKm2(), within(1e-9));
        assertThat(second.netKm2())
                .isEqualTo(
                        second.km2().getAsDouble()
                                - days.get(0).accounts().getFirst().km2().getAsDouble(),
                        within(1e-4));
        assertThat(second.gainedErrorKm2()).isEqualTo(second.gained().getFirst().perimeterKm() * 0.1, within(1e-9));
        assertThat(second.answer()).isEqualTo("changed");
        assertThat(days.get(2).accounts().getFirst().answer()).isEqualTo("unchanged");
        assertThat(days.get(3).missing()).containsExactly(LocalDate.of(2024, 8, 4));
    }

    @Test
    void aGainThatIsReversed() throws IOException {
        day("2024-08-01", ground(37));
        day("2024-08-02", ground(37.1));
        day("2024-08-03", ground(37.02));
        day("2024-08-09", ground(37.02));
        read();
        Movement gain = days.get(1).movements().getFirst();
        assertThat(gain.standing()).isEqualTo(Movement.Standing.REVERSED);
        assertThat(gain.reversed()).contains(LocalDate.of(2024, 8, 3));
        assertThat(gain.leftKm2() / gain.patch().km2()).isEqualTo(0.2, within(0.001));
        // What stayed of it is lasting, and no more.
        assertThat(days.get(1).accounts().getFirst().lastingGainKm2()).isEqualTo(gain.leftKm2(), within(1e-3));
        assertThat(days.get(1).accounts().getFirst().answer()).isEqualTo("reversed");
    }

    @Test
    void whatComesAtTheEndIsNotYetLasting() throws IOException {
        day("2024-08-01", ground(37));
        day("2024-08-02", ground(37.1));
        read();
        assertThat(days.get(1).movements().getFirst().standing()).isEqualTo(Movement.Standing.OPEN);
    }

    @Test
    void redrawingIsBelowResolutionAndSaysWhy() throws IOException {
        day("2024-08-01", ground(37));
        day("2024-08-02", ground(37.0005));
        day("2024-08-09", ground(37.0005));
        read();
        Account second = days.get(1).accounts().getFirst();
        assertThat(second.gainedKm2()).isBetween(4.0, 4.3);
        assertThat(second.answer()).isEqualTo("below resolution");
        assertThat(second.reason())
                .startsWith("its one piece: 4.1")
                .contains("on average 38 m wide: less than 0.1 km2 of it is as wide as 200 m")
                .endsWith("which a map good to 100 m can tell");
    }

    @Test
    void theRuleStandsBesideTheMaps() throws IOException {
        rules("\"resolution_m\": 10, \"least_roundness\": 0");
        day("2024-08-01", ground(37));
        day("2024-08-02", ground(37.0005));
        day("2024-08-09", ground(37.0005));
        read();
        assertThat(days.get(1).accounts().getFirst().answer()).isEqualTo("changed");
    }

    @Test
    void tooSmallAndTooThin() throws IOException {
        rules("\"resolution_m\": 1, \"minimum_km2\": 5, \"least_roundness\": 0.02");
        day("2024-08-01", ground(37));
        day("2024-08-02", ground(37.0005));
        day("2024-08-03", ground(37.0015));
        day("2024-08-09", ground(37.0015));
        read();
        assertThat(days.get(1).accounts().getFirst().reason()).contains("less than the 5 km2 that a piece must have");
        assertThat(days.get(2).accounts().getFirst().reason()).contains("in the shape of a thread");
    }

    @Test
    void sidesClassesAndWhatIsLeftOut() throws IOException {
        rules("""
                "ground": [
                  {"property": "status", "values": ["occupied"], "side": "Russia"},
                  {"property": "status", "values": ["grey"], "side": "Russia", "class": "grey"},
                  {"property": "status", "values": ["label"], "class": "left out"}],
                "remainder": "Ukraine"
                """);
        String grey = Drawn.feature("{\"status\":\"grey\"}", Drawn.polygon(Drawn.ring(37, 47, 37.1, 48)));
        String label = Drawn.feature("{\"status\":\"label\"}", "{\"type\":\"Point\",\"coordinates\":[37,47]}");
        day("2024-08-01", occupied(37), grey, label);
        day("2024-08-02", occupied(37.1), label);
        read();
        assertThat(days.get(1).accounts())
                .extracting(a -> a.holding().toString())
                .containsExactly("Russia grey", "Russia", "Ukraine");
        assertThat(days.get(1).accounts().get(0).lostKm2())
                .isEqualTo(days.get(1).accounts().get(1).gainedKm2(), within(1e-4));
        // Ground that was grey was nobody's to lose for Ukraine.
        assertThat(days.get(1).accounts().get(2).lostKm2()).isLessThan(0.01);
        assertThat(days.get(1).accounts().get(2).km2()).isEmpty();
    }

    private static String occupied(double east) {
        return Drawn.feature("{\"status\":\"occupied\"}", Drawn.polygon(Drawn.ring(36, 47, east, 48)));
    }

    @Test
    void sectors() throws IOException {
        day("2024-08-01", ground(37));
        day("2024-08-02", ground(37.2));
        day("2024-08-09", ground(37.2));
        Path file = Drawn.file(
                folder,
                "sectors.json.txt",
                Drawn.map(
                        Drawn.feature("{\"name\":\"south\"}", Drawn.polygon(Drawn.ring(35, 46, 38, 47.5))),
                        Drawn.feature(
                                "{\"name\":\"corridor\",\"width_km\":10,\"on\":\"left\"}",
                                "{\"type\":\"LineString\",\"coordinates\":[[37,47.9],[37,47.1]]}")));
        Territory.read(MapSeries.open(folder), Sector.read(file), List.of(), 1, days::add, MapProgress.NONE);
        List<Account> accounts = days.get(1).accounts();
        assertThat(accounts).extracting(Account::sector).containsExactly("", "south", "corridor");
        assertThat(accounts.get(1).gainedKm2() / accounts.get(0).gainedKm2()).isBetween(0.49, 0.52);
        assertThat(accounts.get(1).netKm2())
                .isEqualTo(
                        accounts.get(1).km2().getAsDouble()
                                - days.get(0).accounts().get(1).km2().getAsDouble(),
                        within(1e-6));
        // Left of a line to the south is its east: 89 km long and 10 km wide.
        assertThat(accounts.get(2).gainedKm2()).isBetween(885.0, 892.0);
    }

    @Test
    void stepsTooSmallToBeSeenAddUpBeyondALine() throws IOException {
        for (int i = 0; i < 12; i++) {
            day(
                    LocalDate.of(2024, 8, 1).plusDays(i).toString(),
                    Drawn.feature("{}", Drawn.polygon(Drawn.ring(36.9, 47, 37 + Math.min(i, 8) * 0.0009, 47.05))));
        }
        MapSeries series = MapSeries.open(folder);
        Line line = Line.on(LocalDate.of(2024, 8, 1), series, Optional.empty());
        Territory territory = Territory.read(series, List.of(), List.of(line), 1, days::add, MapProgress.NONE);
        LineSummary summary = territory.line().orElseThrow();
        // One step is 68 m wide, two are 137 m; three are 205 m, and a map good to 100 m can tell them.
        assertThat(summary.breach().orElseThrow().date()).isEqualTo(LocalDate.of(2024, 8, 4));
        assertThat(summary.breach().orElseThrow().known()).contains(LocalDate.of(2024, 8, 7));
        // The lasting ground grows by each three steps, and its changes add up.
        assertThat(days.stream()
                        .map(Day::date)
                        .filter(d -> days.stream()
                                .anyMatch(x -> x.date().equals(d)
                                        && x.accounts().getFirst().lastingGainKm2() > 0)))
                .startsWith(LocalDate.of(2024, 8, 4), LocalDate.of(2024, 8, 7));
        assertThat(summary.counts().belowResolution()).isEqualTo(8);
    }

    @Test
    void groundAgainstTheAntimeridianIsPutTogether() throws IOException {
        String east = Drawn.feature("{}", Drawn.polygon(Drawn.ring(179, 60, 180, 61)));
        String west = Drawn.feature("{}", Drawn.polygon(Drawn.ring(-180, 60, -179, 61)));
        String wider = Drawn.feature("{}", Drawn.polygon(Drawn.ring(-180, 60, -178.5, 61)));
        String higher = Drawn.feature("{}", Drawn.polygon(Drawn.ring(179, 60, 180, 61.5)));
        day("2024-08-01", east, west);
        day("2024-08-02", east, wider);
        day("2024-08-03", higher, Drawn.feature("{}", Drawn.polygon(Drawn.ring(-180, 60, -178.5, 61.5))));
        read();
        assertThat(days.get(1).movements()).hasSize(1);
        assertThat(days.get(1).movements().getFirst().patch().placeWords()).endsWith("178.75 W");
        // One piece on both sides of the meridian.
        assertThat(days.get(2).movements()).hasSize(1);
        assertThat(days.get(2).accounts().getFirst().netKm2())
                .isEqualTo(
                        days.get(2).accounts().getFirst().km2().getAsDouble()
                                - days.get(1).accounts().getFirst().km2().getAsDouble(),
                        within(1e-3));
    }
}
