package holdfast.record.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.intake.ReadOptions;
import holdfast.intake.ReadReport;
import holdfast.intake.RecordSource;
import holdfast.intake.Records;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import holdfast.record.canonical.RecordJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A record that was kept as RFC 8785 JSON is read back as the very same record. */
class RecordsComeBackTest {
    private static final String TEXT = """
            # T

            ```holdfast
            agreement "T" version "1"
            time zone Europe/Kyiv
            party North, South
            event strike(by: party, town: text, killed: number, place: place, day: date, about: breach)

            1.1 each party P must not strike(by P)
            ```
            """;

    private final Agreement agreement = AgreementReader.read(
                    "t.md", TEXT.getBytes(StandardCharsets.UTF_8), name -> Optional.empty())
            .agreement()
            .orElseThrow();
    private final Random random = new Random(7);

    @Test
    void whateverItSays() {
        List<Record> records = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            records.add(observation(i));
            records.add(new Record.Attribution(
                    "t" + i,
                    time(),
                    "S",
                    Optional.empty(),
                    "o" + i,
                    "South",
                    random.nextBoolean() ? "" : "probable",
                    "",
                    author()));
            records.add(new Record.Finding(
                    "f" + i,
                    4_000_000_000_000L,
                    "S",
                    Optional.empty(),
                    new Time(5, 5),
                    Optional.of("o" + i),
                    Optional.of("1.1"),
                    Optional.of("North"),
                    Optional.empty(),
                    Record.Finding.CONFIRMED,
                    author()));
            records.add(new Record.Withdrawal("w" + i, time(), "S", "t" + i, author()));
        }
        List<Record> back = new ArrayList<>();
        ReadReport report = Records.read(
                List.of(new RecordSource(
                        RecordLines.of(
                                records.stream()
                                        .map(r -> RecordJson.of(r).canonical())
                                        .toList(),
                                "record"),
                        Optional.empty())),
                agreement,
                back::add,
                ReadOptions.DEFAULT);

        assertThat(report.problems()).isEmpty();
        assertThat(back).isEqualTo(records);
    }

    private Record observation(int i) {
        long lo = time();
        Map<String, Value> values = new HashMap<>();
        values.put("by", new Value.Actor("North"));
        values.put("town", new Value.Text("=\"Kyiv\"\\\t€\u0444 '" + i));
        values.put(
                "killed",
                new Value.Number(new BigDecimal(random.nextLong(-8_000_000_000_000L, 8_000_000_000_000L))
                        .add(new BigDecimal(random.nextInt(1_000_000)).movePointLeft(6))));
        values.put("place", new Value.Place(random.nextDouble(-90, 90), random.nextDouble(-1e-6, 1e-6), "x"));
        values.put("day", new Value.Day(LocalDate.of(2015, 2, 1 + random.nextInt(28))));
        values.put("about", new Value.Reference("1.1"));
        return new Record.Observation(
                "o" + i,
                lo + 5_000,
                "source \"" + i,
                Optional.empty(),
                "strike",
                new Time(lo, lo + random.nextInt(2) * random.nextInt(5_000)),
                values,
                Basis.values()[random.nextInt(Basis.values().length)],
                random.nextBoolean() ? Optional.of("i" + i) : Optional.empty(),
                author());
    }

    private Optional<String> author() {
        return random.nextBoolean() ? Optional.of("Mission") : Optional.empty();
    }

    private long time() {
        return random.nextLong(0, 4_000_000_000_000L);
    }
}
