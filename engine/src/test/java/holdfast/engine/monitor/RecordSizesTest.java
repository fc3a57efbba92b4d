package holdfast.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records of sizes that real files can have. The hang guards are generous: nothing here is timed. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RecordSizesTest {
    private static final long START = 1_800_000_000_000L;
    private static final long DAY = 86_400_000;
    private static final int MANY = 2000;

    private static final Agreement AGREEMENT = AgreementReader.read(
                    "lagoon.md", """
                    # Lagoon

                    ```holdfast
                    agreement "Lagoon"
                    time zone Europe/Rome
                    days count excluding the first day
                    party Red, Green
                    event calmed
                    event sail(by: party, knots: number)
                    event signal(by: party)
                    state calm begins with calmed
                    ```

                    ## Article 1

                    ```holdfast
                    1.1  each party P must not sail(by P, knots N) where N more than 30
                    1.2  while calm, Green must signal every hour
                    ```
                    """.getBytes(StandardCharsets.UTF_8), name -> Optional.empty())
            .agreement()
            .orElseThrow();

    /** Each replaces the one before it; only the last says more than thirty. */
    private static List<Record> corrections() {
        List<Record> chain = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Optional<String> corrects = i == 0 ? Optional.empty() : Optional.of("r" + (i - 1));
            chain.add(sailed("r" + i, START + i, corrects, i == MANY - 1 ? 31 : 5, Optional.empty()));
        }
        return chain;
    }

    private static Record sailed(
            String id, long recorded, Optional<String> corrects, int knots, Optional<String> incident) {
        return new Record.Observation(
                id,
                recorded,
                "harbour",
                corrects,
                "sail",
                Time.at(START),
                Map.of("by", new Value.Actor("Red"), "knots", new Value.Number(BigDecimal.valueOf(knots))),
                Basis.SEEN,
                incident);
    }

    @Test
    void theLastOfTwoThousandCorrectionsCountsInWhateverOrderTheyCome() {
        List<Record> chain = corrections();
        assertThat(breaches(chain)).hasSize(1);
        assertThat(breaches(chain.reversed())).isEqualTo(breaches(chain));
        assertThat(breaches(chain.subList(0, MANY - 1))).isEmpty();
    }

    @Test
    void aWithdrawalOfTheFirstTakesTheWholeChainAway() {
        List<Record> chain = new ArrayList<>(corrections());
        chain.add(new Record.Withdrawal("w0", START + MANY, "harbour", "r0"));
        assertThat(breaches(chain)).isEmpty();
    }

    @Test
    void withdrawalsOfWithdrawalsTurnEachOtherAround() {
        List<Record> chain = new ArrayList<>();
        chain.add(sailed("r", START, Optional.empty(), 31, Optional.empty()));
        for (int i = 0; i < MANY; i++) {
            chain.add(new Record.Withdrawal("w" + i, START + 1 + i, "harbour", i == 0 ? "r" : "w" + (i - 1)));
        }
        // An even number of them leaves the record where it was.
        assertThat(breaches(chain)).hasSize(1);
        assertThat(breaches(chain.subList(0, MANY))).isEmpty();
        assertThat(breaches(chain.reversed())).hasSize(1);
    }

    @Test
    void aThousandRecordsOfOneIncidentAreOneBreach() {
        List<Record> seen = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(sailed("r" + i, START + i, Optional.empty(), 40, Optional.of("the race")));
        }
        Collections.shuffle(seen, new java.util.Random(7));
        assertThat(breaches(seen))
                .singleElement()
                .satisfies(v -> assertThat(v.records()).hasSize(1000));
    }

    @Test
    void eachHourOfTwoYearsThatWasMissedIsABreach() {
        Monitor monitor = new Monitor(AGREEMENT);
        monitor.accept(new Record.Observation(
                "c",
                START,
                "harbour",
                Optional.empty(),
                "calmed",
                Time.at(START),
                Map.of(),
                Basis.SEEN,
                Optional.empty()));
        // Asked on the way, as a replay with many records asks.
        for (int day = 1; day <= 730; day += 30) {
            monitor.advanceTo(START + day * DAY);
            monitor.verdicts();
        }
        monitor.advanceTo(START + 730 * DAY);
        assertThat(monitor.breaches()).hasSize(730 * 24 - 1);
    }

    private static List<Verdict> breaches(List<Record> records) {
        Monitor monitor = new Monitor(AGREEMENT);
        records.forEach(monitor::accept);
        monitor.advanceTo(START + DAY);
        return monitor.verdicts().stream()
                .filter(v -> v.status() == Status.BREACHED && v.clause().equals("1.1"))
                .toList();
    }
}
