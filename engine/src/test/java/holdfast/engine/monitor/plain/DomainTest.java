package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DomainTest {
    private static final int[] KEY = {0, 1};

    private final Domain domain = Ferries.domain(2);

    @Test
    void a_key_is_the_second_tiers_once_it_was_handed_over() {
        Random random = new Random(31);
        Set<Integer> handed = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            int slot = domain.slot(KEY, new int[] {random.nextInt(60) << 1, random.nextInt(40) << 1 | 1});
            assertThat(slot).isLessThan(domain.count());
            assertThat(domain.isHanded(slot)).isEqualTo(handed.contains(slot));
            if (random.nextInt(9) == 0) {
                domain.hand(slot);
                handed.add(slot);
            }
        }
        domain.begin();
        assertThat(domain.count()).isZero();
        assertThat(domain.isHanded(domain.slot(KEY, new int[] {2, 4}))).isFalse();
    }

    @Test
    void keys_to_come_are_handed_over_with_all_others() {
        domain.allHanded = true;
        assertThat(domain.isHanded(domain.slot(KEY, new int[] {2, 4}))).isTrue();
        domain.begin();
        assertThat(domain.isHanded(domain.slot(KEY, new int[] {2, 4}))).isFalse();
    }

    @Test
    void the_second_tier_is_told_of_a_row_once() {
        Table table = Ferries.table();
        assertThat(domain.hasTold(table, 3)).isFalse();
        assertThat(domain.tell(table, 3)).isTrue();
        assertThat(domain.tell(table, 3)).isFalse();
        assertThat(domain.hasTold(table, 3)).isTrue();
        assertThat(domain.hasTold(table, 4)).isFalse();
        assertThat(domain.hasTold(Ferries.table(), 3)).isFalse();
        domain.begin();
        assertThat(domain.hasTold(table, 3)).isFalse();
    }
}
