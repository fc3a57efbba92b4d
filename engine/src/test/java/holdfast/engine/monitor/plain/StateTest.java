package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StateTest {
    @Test
    void how_a_duty_stands_does_not_hang_on_where_it_waits() {
        for (int state : List.of(State.NONE, State.PENDING, State.FULFILLED, State.BREACHED, State.CURED)) {
            assertThat(State.of(state)).isEqualTo(state);
            assertThat(State.of(state | State.LATE)).isEqualTo(state);
        }
    }

    @Test
    void it_is_broken_or_settled_or_both_once_it_was_made_good() {
        assertThat(List.of(State.NONE, State.PENDING, State.FULFILLED)).noneMatch(State::isBroken);
        assertThat(List.of(State.BREACHED, State.CURED)).allMatch(State::isBroken);
        assertThat(List.of(State.NONE, State.PENDING, State.BREACHED)).noneMatch(State::isSettled);
        assertThat(List.of(State.FULFILLED, State.CURED)).allMatch(State::isSettled);
    }
}
