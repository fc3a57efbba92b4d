package holdfast.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.monitor.Monitor;
import holdfast.language.AgreementReader;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import holdfast.report.standing.Ahead;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What comes by itself is told at the moment at which it comes, however much is on record already. */
class LookAheadTest {
    private static final long DAY = 86_400_000;
    private static final long NOW = 40 * DAY;
    private static final Agreement AGREEMENT = agreement("""
            # Ferries

            ```holdfast
            agreement "Ferries"
            time zone UTC
            party Isle, Shore
            event leave(ship: number, by: party)
            event land(ship: number)
            event ram(by: party)
            ```

            ## Article 1

            ```holdfast
            1.1  on leave(ship S), nobody named must have land(ship S) within 36 hours
            1.2  each party P must not ram(by P)
            a breach of 1.2 ends after 5 hours without a further act
            ```
            """);

    @Test
    void all_that_falls_due_is_told_where_a_hundred_thousand_duties_were_done() {
        for (Function<Agreement, Monitor> made :
                List.<Function<Agreement, Monitor>>of(Monitor::new, Monitor::ofManyRecords)) {
            Monitor monitor = made.apply(AGREEMENT);
            for (int i = 0; i < 100_000; i++) {
                monitor.accept(leave("a" + i, i, i));
                monitor.accept(record("b" + i, i, "land", Map.of("ship", new Value.Number(BigDecimal.valueOf(i)))));
            }
            for (int i = 0; i < 20; i++) {
                monitor.accept(leave("c" + i, 200_000 + i, NOW - i * 3_600_000L));
            }
            Ahead ahead = lookAhead(monitor, 3);
            assertThat(ahead.whole()).isTrue();
            assertThat(ahead.turns()).hasSize(20);
            assertThat(ahead.turns()).allSatisfy(turn -> {
                var missed = turn.after().orElseThrow();
                assertThat(missed.status()).isEqualTo(Status.BREACHED);
                assertThat(turn.at()).isEqualTo(missed.due().orElseThrow().hi() + 1);
            });
        }
    }

    @Test
    void that_a_breach_is_over_is_told_when_it_is_and_not_when_something_else_happens() {
        for (Function<Agreement, Monitor> made :
                List.<Function<Agreement, Monitor>>of(Monitor::new, Monitor::ofManyRecords)) {
            Monitor monitor = made.apply(AGREEMENT);
            monitor.accept(leave("c", 1, NOW - DAY));
            monitor.accept(record("d", NOW - 1, "ram", Map.of("by", new Value.Actor("Shore"))));
            Ahead ahead = lookAhead(monitor, 3);
            assertThat(ahead.turns())
                    .extracting(Ahead.Turn::at)
                    .containsExactly(NOW + 5 * 3_600_000L, NOW + DAY / 2 + 1);
            assertThat(ahead.turns().getFirst().after().orElseThrow().until())
                    .contains(Time.at(NOW - 1 + 5 * 3_600_000L));
        }
    }

    private static Ahead lookAhead(Monitor monitor, int days) {
        monitor.advanceTo(NOW);
        return LookAhead.of(monitor, NOW, NOW + days * DAY, true, all -> all);
    }

    private static Record leave(String id, int ship, long at) {
        return record(
                id,
                at,
                "leave",
                Map.of("ship", new Value.Number(BigDecimal.valueOf(ship)), "by", new Value.Actor("Isle")));
    }

    private static Record record(String id, long at, String event, Map<String, Value> values) {
        return new Record.Observation(
                id, at, "log", Optional.empty(), event, Time.at(at), values, Basis.SEEN, Optional.empty());
    }

    private static Agreement agreement(String text) {
        return AgreementReader.read("ferries.md", text.getBytes(StandardCharsets.UTF_8), name -> Optional.empty())
                .agreement()
                .orElseThrow();
    }
}
