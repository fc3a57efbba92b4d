package holdfast.engine.monitor.fact;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.monitor.graph.Support;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which breaches a finding reaches, and from when (semantics, section 13). */
class FindingsTest {
    private static final Optional<String> NONE = Optional.empty();

    private static Record.Finding finding(Optional<String> about, long lo, long hi) {
        return new Record.Finding(
                "f", hi, "Commission", NONE, new Time(lo, hi), about, Optional.of("2.1"), NONE, NONE, "confirmed");
    }

    private static Findings.Case breach(long lo, long hi) {
        return new Findings.Case("North", false, Support.NONE, lo, hi);
    }

    @Test
    void aFindingSpeaksOfWhatHasBegunAtItsInstant() {
        assertThat(breach(10, 20).surelyReachedBy(finding(NONE, 20, 20))).isTrue();
        assertThat(breach(10, 20).surelyReachedBy(finding(NONE, 19, 30))).isFalse();
        assertThat(breach(10, 20).possiblyReachedBy(finding(NONE, 9, 10))).isTrue();
        assertThat(breach(10, 20).possiblyReachedBy(finding(NONE, 8, 9))).isFalse();
    }

    @Test
    void aFindingThatNamesARecordSpeaksOfItWheneverItWas() {
        assertThat(breach(10, 20).surelyReachedBy(finding(Optional.of("a"), 5, 5)))
                .isTrue();
        assertThat(breach(10, 20).reachedAt(finding(Optional.of("a"), 5, 5))).isEqualTo(new Time(5, 5));
    }

    @Test
    void noBreachIsDecidedOnBeforeItBegins() {
        assertThat(breach(10, 20).reachedAt(finding(NONE, 5, 30))).isEqualTo(new Time(10, 30));
        assertThat(breach(10, 20).reachedAt(finding(NONE, 15, 30))).isEqualTo(new Time(15, 30));
    }

    @Test
    void whatHasNoBeginningIsReachedByEveryFinding() {
        Findings.Case always = breach(Long.MIN_VALUE, Long.MIN_VALUE);
        assertThat(always.surelyReachedBy(finding(NONE, 5, 30))).isTrue();
        assertThat(always.possiblyReachedBy(finding(NONE, 5, 30))).isTrue();
        assertThat(always.reachedAt(finding(NONE, 5, 30))).isEqualTo(new Time(5, 30));
    }
}
