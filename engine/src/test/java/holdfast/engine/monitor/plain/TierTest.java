package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.monitor.time.CivilTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TierTest {
    @Test
    void it_wakes_at_the_earliest_of_what_is_due() {
        Tier tier = new Tier(new CivilTime(ZoneOffset.UTC), new Telling(new Codes(), new Origins()));
        assertThat(tier.wake()).isEqualTo(Long.MAX_VALUE);
        tier.wakeAfter(9);
        tier.wakeAfter(5);
        tier.wakeAfter(7);
        assertThat(tier.wake()).isEqualTo(5);
        tier.sleepUntil(8);
        assertThat(tier.wake()).isEqualTo(8);
        tier.moveTo(6);
        assertThat(tier.now()).isEqualTo(6);
        tier.begin();
        assertThat(tier.now()).isEqualTo(Long.MIN_VALUE);
        assertThat(tier.wake()).isEqualTo(Long.MAX_VALUE);
    }
}
