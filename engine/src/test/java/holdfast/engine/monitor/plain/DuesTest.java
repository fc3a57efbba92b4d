package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DuesTest {
    /** An instant and the row that is due then. */
    private record Due(long instant, int row) {}

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
        all.sort((a, b) -> a.instant != b.instant ? Long.compare(a.instant, b.instant) : Integer.compare(a.row, b.row));
        List<Due> taken = new ArrayList<>();
        while (!dues.isEmpty()) {
            long instant = dues.first();
            taken.add(new Due(instant, dues.take()));
        }
        assertThat(taken).isEqualTo(all);
        assertThat(dues.first()).isEqualTo(Long.MAX_VALUE);
    }
}
