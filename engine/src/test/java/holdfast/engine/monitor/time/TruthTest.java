package holdfast.engine.monitor.time;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.monitor.Seeds;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Three values at every instant: what is unknown stays so unless the other side decides (semantics, section 5). */
class TruthTest {
    private static final long END = 20;

    @Test
    void whatIsPossibleAndNotSureIsUnknown() {
        Truth truth = new Truth(IntervalSet.of(3, 5), IntervalSet.of(1, 9));
        assertThat(truth.at(0)).isEqualTo(Truth.FALSE);
        assertThat(truth.at(2)).isEqualTo(Truth.UNKNOWN);
        assertThat(truth.at(4)).isEqualTo(Truth.TRUE);
        assertThat(truth.nextChange(0)).isEqualTo(1);
        assertThat(truth.nextChange(1)).isEqualTo(3);
        assertThat(truth.nextChange(5)).isEqualTo(6);
    }

    @Test
    void ofAStretchItIsTrueIfItIsTrueThroughout() {
        Truth truth = new Truth(IntervalSet.of(3, 5), IntervalSet.of(1, 9));
        assertThat(truth.during(3, 5)).isEqualTo(Truth.TRUE);
        assertThat(truth.during(3, 6)).isEqualTo(Truth.UNKNOWN);
        assertThat(truth.during(10, 12)).isEqualTo(Truth.FALSE);
    }

    @Test
    void always() {
        for (int value : new int[] {Truth.FALSE, Truth.UNKNOWN, Truth.TRUE}) {
            assertThat(Truth.always(value).at(0)).isEqualTo(value);
        }
    }

    @Test
    void isDecidedInstantByInstant() {
        Seeds.each(100, random -> {
            Truth a = any(random);
            Truth b = any(random);
            LongStream.rangeClosed(-END, END).forEach(t -> {
                assertThat(a.not().at(t)).isEqualTo(Truth.TRUE - a.at(t));
                assertThat(a.and(b).at(t)).isEqualTo(Math.min(a.at(t), b.at(t)));
                assertThat(a.or(b).at(t)).isEqualTo(Math.max(a.at(t), b.at(t)));
                assertThat(a.clip(-3, 7).at(t)).isEqualTo(-3 <= t && t <= 7 ? a.at(t) : Truth.FALSE);
            });
        });
    }

    private static Truth any(Random random) {
        IntervalSet possible = stretch(random).union(stretch(random)).union(stretch(random));
        return new Truth(possible.intersection(stretch(random).union(stretch(random))), possible);
    }

    private static IntervalSet stretch(Random random) {
        long first = random.nextLong(-END, END);
        return IntervalSet.of(first, first + random.nextInt(8));
    }
}
