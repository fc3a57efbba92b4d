package holdfast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Status;
import holdfast.engine.horizon.Archive;
import holdfast.engine.horizon.Final;
import holdfast.engine.horizon.HorizonMonitor;
import holdfast.engine.monitor.Monitor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The stream is the one whose counts are known, and whoever watches it counts the same. */
class FourPoliciesTest {
    private static final Path AGREEMENT = Path.of("agreement.md");
    private static final Path WITH_AN_END = Path.of("horizon.md");

    @Test
    void the_stream_has_the_known_counts() {
        Events events = Events.of(100_000, 10, 42);
        assertThat(HandWritten.over(events).watch()).isEqualTo(new Counts(493, 203, 538, 623));
    }

    @Test
    void holdfast_counts_as_the_code_by_hand() {
        Events events = Events.of(100_000, 10, 42);
        assertThat(Holdfast.over(events, AGREEMENT, 0).watch()).isEqualTo(new Counts(493, 203, 538, 623));
    }

    @Test
    void holdfast_counts_as_the_code_by_hand_where_events_are_dense() {
        Events events = Events.of(50_000, 1, 7);
        assertThat(Holdfast.over(events, AGREEMENT, 0).watch())
                .isEqualTo(HandWritten.over(events).watch());
    }

    @Test
    void a_day_that_passed_without_a_warning_is_a_breach_of_the_text_that_comes_to_an_end_too() {
        Events events = Events.of(20_000, 10, 42);
        Counts byHand = HandWritten.over(events).watch();
        Counts counts = Holdfast.over(events, WITH_AN_END, 0).watch();
        assertThat(counts)
                .isEqualTo(new Counts(
                        byHand.deadline(), counts.escalation(), byHand.windowedCount(), byHand.prohibition()));
    }

    @Test
    void what_went_behind_the_horizon_and_what_is_held_are_all_breaches() {
        Events events = Events.of(60_000, 10, 42);
        HorizonMonitor within = new HorizonMonitor(Holdfast.agreement(WITH_AN_END), 3_600_000, Archive.NONE);
        Monitor all = new Monitor(Holdfast.agreement(WITH_AN_END));
        for (Record record : Holdfast.records(events)) {
            within.advanceTo(record.recorded());
            within.accept(record);
            all.advanceTo(record.recorded());
            all.accept(record);
        }
        long held = within.verdicts().stream()
                .filter(v -> v.status() == Status.BREACHED)
                .count();
        long gone =
                within.finals().counts().stream().mapToLong(Final.Count::number).sum();
        assertThat(gone).isPositive();
        assertThat(held + gone).isEqualTo(all.breaches().size());
        assertThat(within.held()).isLessThan(events.size);
    }

    @Test
    void esper_counts_as_the_code_by_hand() {
        Events events = Events.of(20_000, 10, 42);
        assertThat(Esper.over(events).watch())
                .isEqualTo(HandWritten.over(events).watch());
    }
}
