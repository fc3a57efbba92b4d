package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    void a_key_has_the_number_that_it_got_when_it_first_came() {
        for (int width = 0; width <= 4; width++) {
            Random random = new Random(width);
            Keys keys = new Keys(width);
            Map<List<Integer>, Integer> numbers = new HashMap<>();
            for (int i = 0; i < 20_000; i++) {
                int[] key = new int[width];
                List<Integer> listed = new ArrayList<>();
                for (int j = 0; j < width; j++) {
                    key[j] = value(random);
                    listed.add(key[j]);
                }
                int expected = numbers.computeIfAbsent(listed, k -> numbers.size());
                assertThat(keys.number(key)).as("%s", listed).isEqualTo(expected);
            }
            assertThat(keys.count()).isEqualTo(numbers.size());
        }
    }

    /** Small and close together, large and far apart, and such as stand for no whole number. */
    private static int value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(50) << 1;
            case 1 -> random.nextInt(4000) << 1;
            case 2 -> random.nextInt(30) << 1 | 1;
            default -> (random.nextInt(1 << 20) - (1 << 19)) << 10;
        };
    }
}
