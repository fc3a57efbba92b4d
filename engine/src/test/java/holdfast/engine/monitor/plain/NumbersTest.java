package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void each_row_has_its_own_wherever_it_stands() {
        Table table = Ferries.table();
        Numbers beside = new Numbers(table, table.reserve());
        Numbers apart = new Numbers(table, Numbers.APART);
        Map<Integer, Integer> first = new HashMap<>();
        Map<Integer, Integer> second = new HashMap<>();
        for (int row = 0; row < 5_000; row++) {
            table.append(row, row, 0, row, new int[] {2, 4, 6});
        }
        Random random = new Random(22);
        for (int i = 0; i < 10_000; i++) {
            int row = random.nextInt(5_000);
            int value = random.nextInt();
            beside.set(row, value);
            first.put(row, value);
            apart.set(row, ~value);
            second.put(row, ~value);
        }
        for (int row = 0; row < 5_000; row++) {
            assertThat(beside.get(row)).isEqualTo(first.getOrDefault(row, 0));
            assertThat(apart.get(row)).isEqualTo(second.getOrDefault(row, 0));
            assertThat(table.valuesOf(row)).containsExactly(2, 4, 6);
        }
        apart.clear();
        assertThat(apart.get(7)).isZero();
    }
}
