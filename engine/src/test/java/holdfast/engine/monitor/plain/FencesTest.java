package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** From a fence on, a row of long ago is found in few steps. */
class FencesTest {
    private static final int ROWS = 2_000;
    private static final int FEW = 100;

    private final Table table = Ferries.table();
    private final Slots slots = new Slots();
    private final Fences fences = new Fences(slots);
    private final List<Integer> in = new ArrayList<>();

    private void come(int count) {
        for (int i = 0; i < count; i++) {
            int row = table.append(table.rows, table.rows, 0, table.rows, new int[] {6, 0, 0});
            in.add(row);
            fences.came(row, 0);
        }
    }

    /** How many rows lie between an instant and the fence after it; of all up to the last where there is no fence. */
    private long steps(long instant) {
        int fence = fences.after(instant, 0, table);
        assertThat(fence == Chain.NONE || in.contains(fence) && table.time(fence) > instant)
                .isTrue();
        return in.stream()
                .filter(row -> row > instant && (fence == Chain.NONE || row <= fence))
                .count();
    }

    @Test
    void anInstantLongAgoIsNear() {
        slots.open();
        come(ROWS);
        for (int instant = -1; instant < ROWS; instant++) {
            assertThat(steps(instant)).isLessThan(FEW);
        }
    }

    @Test
    void aRowThatIsTakenOutIsNoFence() {
        slots.open();
        come(ROWS);
        Random random = new Random(3);
        while (in.size() > ROWS / 2) {
            // The latest among others: their fence is the first to be asked.
            Integer row = random.nextInt(3) == 0 ? in.getLast() : in.get(random.nextInt(in.size()));
            in.remove(row);
            fences.went(row, 0);
            assertThat(steps(random.nextInt(ROWS))).isLessThan(2 * FEW);
        }
        come(ROWS);
        assertThat(steps(ROWS)).isLessThan(FEW);
    }

    @Test
    void fewRowsAreFences() {
        slots.open();
        come(ROWS);
        int count = 0;
        for (int at = fences.after(Long.MIN_VALUE, 0, table); at != Chain.NONE; count++) {
            at = fences.after(table.time(at), 0, table);
        }
        assertThat(count).isBetween(ROWS / 64, ROWS / 16);
    }
}
