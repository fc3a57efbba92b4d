package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
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

    @Test
    void a_key_in_a_row_is_the_key_itself() {
        for (int width = 0; width <= 4; width++) {
            Random random = new Random(width);
            Table table = Ferries.table("event calls(a: number, b: number, c: number, d: number)\n", "calls");
            int[] places =
                    List.of(2, 0, 3, 1).stream().mapToInt(p -> p).limit(width).toArray();
            Keys byRow = new Keys(width);
            Keys byKey = new Keys(width);
            for (int row = 0; row < 3_000; row++) {
                table.append(row, row, 0, row, new int[] {value(random), value(random), value(random), value(random)});
                int[] key = new int[width];
                for (int i = 0; i < width; i++) {
                    key[i] = table.value(row, places[i]);
                }
                assertThat(byRow.number(table, places, row)).isEqualTo(byKey.number(key));
            }
        }
    }

    /** Where what stands for a value grows by one: each place is the first that does not fit, once. */
    @Test
    void keys_that_come_in_order_are_numbered_in_order() {
        Keys one = new Keys(1);
        Keys two = new Keys(2);
        for (int i = 0; i < 3_000; i++) {
            assertThat(one.number(new int[] {i << 1})).isEqualTo(i);
            assertThat(two.number(new int[] {4, i << 1})).isEqualTo(2 * i);
            assertThat(two.number(new int[] {i << 1, -2})).isEqualTo(2 * i + 1);
        }
        for (int i = 0; i < 3_000; i++) {
            assertThat(one.number(new int[] {i << 1})).isEqualTo(i);
            assertThat(two.number(new int[] {4, i << 1})).isEqualTo(2 * i);
        }
        assertThat(two.count()).isEqualTo(6_000);
    }

    @Test
    void a_key_keeps_its_number_when_others_come_close_to_it() {
        Keys keys = new Keys(1);
        int[] far = {0, 1, 2};
        for (int i = 0; i < far.length; i++) {
            far[i] = (70 + 10 * i << 12) + i << 1;
            assertThat(keys.number(new int[] {far[i]})).isEqualTo(i);
        }
        for (int i = 0; i < 9_000; i++) {
            assertThat(keys.number(new int[] {(i << 1) + 2})).isEqualTo(3 + i);
        }
        for (int time = 0; time < 2; time++) {
            for (int i = 0; i < far.length; i++) {
                assertThat(keys.number(new int[] {far[i]})).isEqualTo(i);
                assertThat(keys.number(new int[] {far[i] + 2})).isEqualTo(9_003 + i);
            }
        }
    }

    @Test
    void in_a_new_history_keys_are_numbered_anew() {
        for (int width = 0; width <= 4; width++) {
            Keys keys = new Keys(width);
            for (int history = 0; history < 2; history++) {
                for (int value : new int[] {8, 7, 2, 1 << 30, -6, 8}) {
                    int[] key = new int[width];
                    Arrays.fill(key, value - history);
                    keys.number(key);
                }
                assertThat(keys.count()).isEqualTo(width == 0 ? 1 : 5);
                keys.clear();
                assertThat(keys.count()).isZero();
            }
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
