package holdfast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who took from whom. */
class TransferTest {
    @TempDir
    Path folder;

    private static String side(String side, double west, double east) {
        return side(side, "held", west, east);
    }

    private static String side(String side, String kind, double west, double east) {
        return Drawn.feature(
                "{\"side\":\"" + side + "\",\"class\":\"" + kind + "\"}",
                Drawn.polygon(Drawn.ring(west, 47, east, 47.1)));
    }

    private void maps(String... maps) throws IOException {
        for (int i = 0; i < maps.length; i++) {
            Drawn.file(folder, "map-2024-08-0" + (i + 1) + ".geojson", maps[i]);
        }
    }

    private List<String> transfers(int day) throws IOException {
        List<Day> days = new ArrayList<>();
        Drawn.read(folder, days::add);
        return days.get(day - 1).transfers().stream()
                .map(t -> t.to() + " from " + t.from() + " " + Math.round(t.km2()))
                .toList();
    }

    @Test
    void whatTwoSidesExchange() throws IOException {
        maps(Drawn.map(side("A", 36, 37), side("B", 37, 38)), Drawn.map(side("A", 36, 37.1), side("B", 37.1, 38)));
        assertThat(transfers(1)).isEmpty();
        assertThat(transfers(2)).containsExactly("A from B 84");
    }

    @Test
    void aClassOfItsOwnIsInBetween() throws IOException {
        maps(
                Drawn.map(side("A", 36, 37), side("A", "contested", 37, 37.2), side("B", 37.2, 38)),
                Drawn.map(side("A", 36, 37.2), side("A", "contested", 37.2, 37.3), side("B", 37.3, 38)));
        assertThat(transfers(2)).containsExactly("A contested from B 84", "A from A contested 169");
    }

    @Test
    void whatNobodyHeldIsFromNobody() throws IOException {
        maps(Drawn.map(side("A", 36, 37), side("B", 37.1, 38)), Drawn.map(side("A", 36, 37.2), side("B", 37.2, 38.1)));
        assertThat(transfers(2)).containsExactly("A from B 84");
    }

    @Test
    void whoHoldsTheRemainderTakesAndIsTakenFrom() throws IOException {
        Drawn.file(folder, "series.json", "{\"ground\": [{\"side\": \"A\"}], \"remainder\": \"B\"}");
        maps(Drawn.map(side("", 36, 37)), Drawn.map(side("", 36.1, 37.1)));
        assertThat(transfers(2)).containsExactly("A from B 84", "B from A 84");
    }

    @Test
    void threeSidesWithARemainder() throws IOException {
        Drawn.file(folder, "series.json", "{\"remainder\": \"C\"}");
        maps(Drawn.map(side("A", 36, 37), side("B", 37, 38)), Drawn.map(side("A", 36.1, 37.1), side("B", 37.1, 38.1)));
        assertThat(transfers(2)).containsExactly("A from B 84", "B from C 84", "C from A 84");
    }

    /** Where no ground lies between two sides, what each gains it gains from the other, or from the remainder. */
    @Test
    void onRandomGroundAllGainsAreFromSomebody() throws IOException {
        Random random = new Random(7);
        Drawn.file(folder, "series.json", "{\"remainder\": \"C\", \"persistence_days\": 1}");
        String[] maps = new String[9];
        for (int i = 0; i < maps.length; i++) {
            double a = 36 + random.nextInt(50) / 100.0;
            double b = 37 + random.nextInt(50) / 100.0;
            double c = 38 + random.nextInt(50) / 100.0;
            maps[i] = Drawn.map(side("A", a, b), side("B", b, c));
        }
        maps(maps);
        Drawn.read(folder, day -> {
            for (Account account : day.accounts()) {
                double from = day.transfers().stream()
                        .filter(t -> t.to().equals(account.holding()))
                        .mapToDouble(Transfer::km2)
                        .sum();
                double to = day.transfers().stream()
                        .filter(t -> t.from().equals(account.holding()))
                        .mapToDouble(Transfer::km2)
                        .sum();
                assertThat(from).isCloseTo(account.gainedKm2(), within(1e-4));
                assertThat(to).isCloseTo(account.lostKm2(), within(1e-4));
            }
        });
    }
}
