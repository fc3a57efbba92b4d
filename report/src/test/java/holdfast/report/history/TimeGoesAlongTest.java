package holdfast.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whether time goes with the records or waits for the last of them, the same is said. */
class TimeGoesAlongTest {
    private static final int CASES = Integer.getInteger("cases", 400);
    private static final Agreement AGREEMENT = agreement("""
            # Small

            ```holdfast
            agreement "Small" version "1"
            time zone UTC
            days count excluding the first day
            party North, South
            event alarm(id: number, by: party)
            event warning(id: number)
            event tstart
            event tstop
            ```

            ## Article 1. Warning

            ```holdfast
            1.1  on alarm(id I), nobody named must have warning(id I) within 60 seconds
            ```

            ## Article 2. Quiet

            ```holdfast
            define barrage(by P) as at least 3 alarm(by P) within 90 seconds
            2.1  nobody named must not barrage
            state truce begins with tstart, ends with tstop
            2.2  while truce, nobody named must not alarm(by North)
            ```
            """);

    private final SplittableRandom random = new SplittableRandom(Long.getLong("seed", 1));

    @Test
    void ofRecordsInOrderAndOutOfOrder() {
        int said = 0;
        for (int i = 0; i < CASES; i++) {
            List<Record> records = records();
            long asked = random.nextLong(700_000);
            List<Verdict> along = verdicts(new Watch.Along(new Monitor(AGREEMENT), asked), records, asked);
            List<Verdict> after = verdicts(new Watch.OfAll(new Monitor(AGREEMENT)), records, asked);
            assertThat(along).isEqualTo(after);
            said += along.size();
        }
        assertThat(said).isGreaterThan(CASES);
    }

    private static List<Verdict> verdicts(Watch watch, List<Record> records, long asked) {
        History history = new History(AGREEMENT, watch, Long.MAX_VALUE);
        records.forEach(history::accept);
        return history.verdictsAt(asked);
    }

    private List<Record> records() {
        List<Record> records = new ArrayList<>();
        int count = random.nextInt(30);
        for (int i = 0; i < count; i++) {
            long occurred = random.nextLong(600) * 1000;
            long recorded = occurred + (random.nextInt(5) == 0 ? random.nextLong(100_000) : 0);
            boolean corrects = i > 0 && random.nextInt(8) == 0;
            Optional<String> corrected = corrects ? Optional.of("r" + random.nextInt(i)) : Optional.empty();
            Time time = random.nextInt(9) == 0 ? new Time(occurred, occurred + 5000) : Time.at(occurred);
            String event =
                    List.of("alarm", "alarm", "warning", "tstart", "tstop").get(random.nextInt(5));
            records.add(new Record.Observation(
                    "r" + i, recorded, "M", corrected, event, time, values(event), Basis.SEEN, Optional.empty()));
        }
        if (random.nextInt(3) > 0) {
            records.sort(Comparator.comparingLong(Record::recorded));
        }
        return records;
    }

    private Map<String, Value> values(String event) {
        Value.Number id = Value.Number.of(random.nextInt(6));
        return switch (event) {
            case "alarm" -> Map.of("id", id, "by", new Value.Actor(random.nextBoolean() ? "North" : "South"));
            case "warning" -> Map.of("id", id);
            default -> Map.of();
        };
    }

    private static Agreement agreement(String text) {
        var outcome = AgreementReader.read("small.md", text.getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
        return outcome.agreement().orElseThrow(() -> new AssertionError(outcome.diagnostics()));
    }
}
