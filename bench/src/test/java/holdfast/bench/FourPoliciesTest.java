package holdfast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The stream is the one whose counts are known, and whoever watches it counts the same. */
class FourPoliciesTest {
    private static final Path AGREEMENT = Path.of("agreement.md");

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
    void esper_counts_as_the_code_by_hand() {
        Events events = Events.of(20_000, 10, 42);
        assertThat(Esper.over(events).watch())
                .isEqualTo(HandWritten.over(events).watch());
    }
}
