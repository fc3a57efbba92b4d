package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final int KEYS = 40_000;

    @Test
    void each_key_keeps_its_own_numbers_however_many_there_are() {
        Slots slots = new Slots();
        int small = slots.reserve(-1);
        int large = slots.reserve(Integer.MIN_VALUE);
        slots.reserve(0);
        int last = slots.reserve(7);
        int[] told = new int[KEYS];
        Random random = new Random(24);
        for (int key = 0; key < KEYS; key++) {
            assertThat(slots.open()).isEqualTo(key);
            assertThat(slots.count()).isEqualTo(key + 1);
            assertThat(slots.get(key, small)).isEqualTo(-1);
            assertThat(slots.get(key, large)).isEqualTo(Integer.MIN_VALUE);
            assertThat(slots.get(key, last)).isEqualTo(7);
            told[key] = random.nextInt() >> random.nextInt(32);
            slots.set(key, large, told[key]);
            slots.of(key)[slots.at(key) + small] = ~told[key];
            slots.set(key, last, ~key);
        }
        for (int key = 0; key < KEYS; key++) {
            assertThat(slots.get(key, large)).isEqualTo(told[key]);
            assertThat(slots.get(key, small)).isEqualTo(~told[key]);
            assertThat(slots.get(key, last)).isEqualTo(~key);
        }
    }

    @Test
    void a_new_history_knows_nothing_of_the_keys_before() {
        Slots slots = new Slots();
        int at = slots.reserve(3);
        slots.set(slots.open(), at, 5);
        slots.clear();
        assertThat(slots.count()).isZero();
        assertThat(slots.get(slots.open(), at)).isEqualTo(3);
    }
}
