package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DuesTest {
    /** An instant and the row that is due then. */
    private record Due(long instant, int row) {}

    private static final Comparator<Due> ORDER =
            Comparator.comparingLong(Due::instant).thenComparingInt(Due::row);

    @Test
    void what_is_due_first_is_taken_first_and_of_one_instant_the_lower_row() {
        Random random = new Random(5);
        Dues dues = new Dues();
        List<Due> all = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            Due due = new Due(random.nextInt(60) - 30L, random.nextInt(1000));
            all.add(due);
            dues.add(due.instant, due.row);
        }
        all.sort(ORDER);
        List<Due> taken = new ArrayList<>();
        while (!dues.isEmpty()) {
            long instant = dues.first();
            taken.add(new Due(instant, dues.take()));
        }
        assertThat(taken).isEqualTo(all);
        assertThat(dues.first()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void what_is_added_between_is_taken_in_its_turn() {
        Random random = new Random(6);
        Dues dues = new Dues();
        List<Due> all = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            assertThat(dues.isEmpty()).isEqualTo(all.isEmpty());
            // Now few are due, now many.
            if (all.isEmpty() || random.nextInt(1_000) < (i / 1_000 % 2 == 0 ? 700 : 300)) {
                Due due = new Due(random.nextInt(20), random.nextInt(40));
                dues.add(due.instant, due.row);
                all.add(due);
            } else {
                Due first = all.stream().min(ORDER).orElseThrow();
                assertThat(dues.first()).isEqualTo(first.instant);
                assertThat(dues.take()).isEqualTo(first.row);
                all.remove(first);
            }
        }
        dues.add(3, 3);
        dues.clear();
        assertThat(dues.isEmpty()).isTrue();
        assertThat(dues.first()).isEqualTo(Long.MAX_VALUE);
    }
}
