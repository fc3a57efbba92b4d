package holdfast.engine.monitor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.monitor.Seeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who reads something hears of every change that concerns it, and of no other. */
class DependentsTest {
    private final Graph graph = NotingCell.graph();
    private final Dependents dependents = new Dependents();

    @Test
    void whoCaresOnlyUpToAnInstantHearsOfNothingAfterIt() {
        Reader reader = new Reader(graph, 100);
        dependents.add(reader);
        dependents.touch(101, 200);
        assertThat(reader.heard()).isFalse();
        dependents.touch(100, 200);
        assertThat(reader.heard()).isTrue();
    }

    @Test
    void whoHasChangedItsMindIsCountedInAgain() {
        Reader reader = new Reader(graph, 100);
        dependents.add(reader);
        dependents.touch(150, 150);
        reader.until = 200;
        dependents.reopen();
        dependents.touch(150, 150);
        assertThat(reader.heard()).isTrue();
    }

    @Test
    void nobodyIsForgottenHoweverManyThereAre() {
        Seeds.each(60, random -> {
            Dependents several = new Dependents();
            List<Reader> readers = new ArrayList<>();
            for (int step = 0; step < 80; step++) {
                if (readers.isEmpty() || random.nextInt(3) == 0) {
                    Reader reader = new Reader(graph, random.nextInt(100));
                    readers.add(reader);
                    several.add(reader);
                }
                several.add(readers.get(random.nextInt(readers.size())));
                long from = random.nextInt(100);
                several.touch(from, from);
                readers.forEach(r -> assertThat(r.heard()).isEqualTo(from <= r.until));
            }
        });
    }

    private static final class Reader extends Cell implements Dependents.Reader {
        private long until;
        private int refreshed;

        Reader(Graph graph, long until) {
            super(new Node(graph));
            this.until = until;
        }

        /** Since it was last asked: and once only. */
        boolean heard() {
            node.refresh();
            boolean heard = refreshed == 1;
            assertThat(refreshed).isLessThanOrEqualTo(1);
            refreshed = 0;
            return heard;
        }

        @Override
        public long caresUntil() {
            return until;
        }

        @Override
        public void refresh(long from, long to) {
            refreshed++;
        }
    }
}
