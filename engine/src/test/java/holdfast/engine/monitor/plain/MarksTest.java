package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final int ROWS = 3_000;

    private final Table table = Ferries.table();
    private final List<Marks> all = new ArrayList<>();
    private final int[][] expected = new int[8][ROWS];

    /** Some where most rows are concerned, some where few are. */
    private void marked() {
        for (int i = 0; i < expected.length; i++) {
            all.add(new Marks(table, i % 4 != 3));
        }
        for (int row = 0; row < ROWS; row++) {
            table.append(row, row, 0, row, new int[] {1, 3, 5});
            table.mark(row, Table.LINKED);
        }
        Random random = new Random(23);
        for (int i = 0; i < 40_000; i++) {
            int which = random.nextInt(expected.length);
            int row = random.nextInt(ROWS);
            expected[which][row] = random.nextInt(256);
            all.get(which).set(row, expected[which][row]);
        }
    }

    private void compare() {
        for (int which = 0; which < expected.length; which++) {
            for (int row = 0; row < ROWS; row++) {
                assertThat(all.get(which).get(row)).isEqualTo(expected[which][row]);
            }
        }
    }

    @Test
    void what_is_marked_of_one_thing_is_not_marked_of_another() {
        marked();
        compare();
        for (int row = 0; row < ROWS; row++) {
            assertThat(table.is(row, Table.LINKED)).isTrue();
            assertThat(table.is(row, Table.ODD | Table.WITHDRAWN | Table.SAID)).isFalse();
            assertThat(table.valuesOf(row)).containsExactly(1, 3, 5);
        }
    }

    @Test
    void the_row_that_came_last_is_given_more_marks() {
        for (int i = 0; i < expected.length; i++) {
            all.add(new Marks(table, i % 4 != 3));
        }
        Random random = new Random(30);
        for (int row = 0; row < ROWS; row++) {
            table.append(row, row, 0, row, new int[] {1, 3, 5});
            for (int i = 0; i < 6; i++) {
                int which = random.nextInt(expected.length);
                int more = random.nextInt(256);
                expected[which][row] |= more;
                all.get(which).addToLast(row, more);
            }
        }
        compare();
    }

    @Test
    void what_is_forgotten_of_one_thing_stays_of_others() {
        marked();
        for (int which : new int[] {0, 3, 5}) {
            all.get(which).clear();
            expected[which] = new int[ROWS];
        }
        compare();
    }
}
