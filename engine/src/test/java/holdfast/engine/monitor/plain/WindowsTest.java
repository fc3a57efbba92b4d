package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.monitor.time.CivilTime;
import holdfast.language.model.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final long HOUR = 3_600_000;

    private final CivilTime kyiv = new CivilTime(ZoneId.of("Europe/Kyiv"));

    private Windows within(long count, Span.Unit unit, boolean includingFirstDay) {
        return new Windows(Optional.of(new Plan.Window(new Span(count, unit), includingFirstDay)), kyiv);
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    @Test
    void hours_are_counted_from_the_instant_itself() {
        Windows windows = within(3, Span.Unit.HOUR, true);
        long anchor = at("2015-03-29T00:30:00Z");
        assertThat(windows.closes()).isTrue();
        assertThat(windows.from(anchor)).isEqualTo(anchor);
        assertThat(windows.due(anchor)).isEqualTo(anchor + 3 * HOUR);
    }

    @Test
    void no_time_at_all_is_a_window_too() {
        Windows windows = within(0, Span.Unit.HOUR, false);
        assertThat(windows.from(17)).isEqualTo(17);
        assertThat(windows.due(17)).isEqualTo(17);
    }

    @Test
    void days_are_counted_from_the_beginning_of_the_first_to_the_end_of_the_last() {
        long anchor = at("2015-03-28T20:30:00Z");
        Windows excluding = within(2, Span.Unit.DAY, false);
        assertThat(excluding.from(anchor)).isEqualTo(at("2015-03-27T22:00:00Z"));
        assertThat(excluding.due(anchor)).isEqualTo(at("2015-03-30T21:00:00Z") - 1);
        assertThat(within(2, Span.Unit.DAY, true).due(anchor)).isEqualTo(at("2015-03-29T21:00:00Z") - 1);
    }

    @Test
    void what_has_no_span_never_closes() {
        Windows windows = new Windows(Optional.empty(), kyiv);
        long anchor = at("2015-03-28T20:30:00Z");
        assertThat(windows.closes()).isFalse();
        assertThat(windows.from(anchor)).isEqualTo(at("2015-03-27T22:00:00Z"));
        assertThat(windows.due(anchor)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void what_would_close_after_the_end_of_time_does_not() {
        assertThat(within(1, Span.Unit.HOUR, false).due(Long.MAX_VALUE - HOUR + 1))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(within(1, Span.Unit.HOUR, false).due(Long.MAX_VALUE - HOUR)).isEqualTo(Long.MAX_VALUE);
        assertThat(within(1, Span.Unit.HOUR, false).due(Long.MAX_VALUE - HOUR - 1))
                .isEqualTo(Long.MAX_VALUE - 1);
    }
}
