package holdfast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.cli.output.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentArgumentTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    @ParameterizedTest
    @CsvSource({
        "2015-02-15, 2015-02-15T21:59:59.999Z",
        "2015-02-15 00:20, 2015-02-14T22:20:00Z",
        "2015-02-15T00:20, 2015-02-14T22:20:00Z",
        "2015-02-15 0:20, 2015-02-14T22:20:00Z",
        "'2015-02-15, 00:20', 2015-02-14T22:20:00Z",
        "2015-02-15 at 00:20, 2015-02-14T22:20:00Z",
        "2015-02-15T00:20:30, 2015-02-14T22:20:30Z",
        "2015-02-15T00:20:00+03:00, 2015-02-14T21:20:00Z",
        "2015-02-15T00:20Z, 2015-02-15T00:20:00Z",
        "2015-03-29T03:30+02:00, 2015-03-29T01:30:00Z",
        "15.2.2015, 2015-02-15T21:59:59.999Z",
        "15.02.2015 00:20, 2015-02-14T22:20:00Z",
        "15 Feb 2015, 2015-02-15T21:59:59.999Z",
        "the end of 15 Feb 2015, 2015-02-15T21:59:59.999Z",
        "15 February 2015 0:20, 2015-02-14T22:20:00Z",
        "15 FEB 2015 at 00:20, 2015-02-14T22:20:00Z"
    })
    void reads(String written, Instant expected) {
        assertThat(MomentArgument.parse("--now", written, KYIV)).isEqualTo(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "",
                "2015-02-30",
                "2015-02-15T25:00",
                "15/2/2015",
                "15.13.2015",
                "31 Feb 2015",
                "15 Ma 2015",
                "15 Brumaire 2015",
                "999999999999-01-01",
                "2015-02-15T"
            })
    void refusesWhatIsNoMoment(String written) {
        assertThatThrownBy(() -> MomentArgument.parse("--now", written, KYIV))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("--now: `" + written + "` is not a moment");
    }

    @Test
    void refusesALocalTimeThatTheClocksSkipOrRepeat() {
        assertThatThrownBy(() -> MomentArgument.parse("--now", "2015-03-29T03:30", KYIV))
                .hasMessageContaining("the clocks skip it");
        assertThatThrownBy(() -> MomentArgument.parse("--now", "2015-10-25T03:30", KYIV))
                .hasMessageContaining("occurs twice");
    }
}
