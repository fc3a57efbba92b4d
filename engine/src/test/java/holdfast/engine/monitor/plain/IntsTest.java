package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntsTest {
    @Test
    void what_was_put_last_is_there_and_what_was_never_put_is_nothing() {
        Random random = new Random(21);
        Ints ints = new Ints();
        Map<Integer, Integer> put = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            int row = place(random);
            int value = random.nextInt(3) == 0 ? 0 : random.nextInt();
            ints.set(row, value);
            put.put(row, value);
            int other = place(random);
            assertThat(ints.get(other)).as("at %s", other).isEqualTo(put.getOrDefault(other, 0));
        }
        put.forEach((row, value) -> assertThat(ints.get(row)).as("at %s", row).isEqualTo(value));
    }

    @Test
    void where_something_stands_nothing_else_is_put() {
        Random random = new Random(29);
        Ints ints = new Ints();
        Map<Integer, Integer> put = new HashMap<>();
        for (int i = 1; i < 5_000; i++) {
            int row = place(random);
            assertThat(ints.put(row, i)).isEqualTo(put.putIfAbsent(row, i) == null);
            assertThat(ints.get(row)).isEqualTo(put.get(row));
        }
    }

    /** Close together, far apart, and where pieces end. */
    private static int place(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextInt(300);
            case 1 -> (1 + random.nextInt(100) << 12) - random.nextInt(2);
            default -> random.nextInt(1 << 22);
        };
    }
}
