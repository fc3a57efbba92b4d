package holdfast.engine.monitor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However many listen, and whatever they ask for, each hears of all that can concern it, and nobody of anything twice. */
class StreamTest {
    private static final class Noting implements Stream.Listener {
        private final Stream.Concern concern;
        private final List<Occurrence> heard = new ArrayList<>();
        private final List<Occurrence> gone = new ArrayList<>();

        Noting(Stream.Concern concern) {
            this.concern = concern;
        }

        boolean isConcernedBy(Occurrence o) {
            return concern.position() < 0
                    || Arrays.stream(concern.values()).anyMatch(v -> v == o.values[concern.position()]);
        }

        @Override
        public void added(Occurrence occurrence) {
            heard.add(occurrence);
        }

        @Override
        public void removed(Occurrence occurrence) {
            gone.add(occurrence);
        }
    }

    @Test
    void whoeverListensHearsOfWhatConcernsItOnce() {
        Random random = new Random(20261128);
        for (int round = 0; round < 300; round++) {
            Stream stream = new Stream();
            List<Noting> listeners = new ArrayList<>();
            List<Occurrence> told = new ArrayList<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                Noting listener = new Noting(concern(random));
                listeners.add(listener);
                stream.listen(listener, listener.concern);
            }
            for (int i = 0; i < 10; i++) {
                Occurrence o = new Occurrence(i, i, true, new long[] {random.nextInt(4), random.nextInt(4)}, i);
                told.add(o);
                stream.add(o);
                stream.remove(o);
            }
            for (Noting listener : listeners) {
                assertThat(listener.heard).doesNotHaveDuplicates().isEqualTo(listener.gone);
                assertThat(listener.heard)
                        .containsAll(
                                told.stream().filter(listener::isConcernedBy).toList());
            }
        }
    }

    @Test
    void whoeverListensWhileTimeGoesByHearsOfWhatComesThen() {
        Stream stream = new Stream();
        stream.add(new Occurrence(0, 0, true, new long[] {1}, 0));
        Noting late = new Noting(new Stream.Concern(0, new long[] {1, 1}));
        for (int i = 0; i < 5; i++) {
            stream.listen(i == 0 ? late : new Noting(late.concern), late.concern);
        }
        stream.add(new Occurrence(1, 1, true, new long[] {1}, 1));
        assertThat(late.heard).hasSize(1);
        stream.deafen();
        stream.add(new Occurrence(2, 2, true, new long[] {1}, 2));
        assertThat(late.heard).hasSize(1);
    }

    /** Two patterns that each ask for something are asked by the narrower of the two. */
    @Test
    void ofTwoConcernsTheNarrowerIsLookedUp() {
        Stream.Concern wide = new Stream.Concern(0, new long[] {1, 2});
        Stream.Concern narrow = new Stream.Concern(1, new long[] {3});
        assertThat(wide.and(narrow)).isSameAs(narrow);
        assertThat(narrow.and(wide)).isSameAs(narrow);
        assertThat(Stream.Concern.ALL.and(wide)).isSameAs(wide);
        assertThat(wide.and(Stream.Concern.ALL)).isSameAs(wide);
    }

    private static Stream.Concern concern(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Stream.Concern.ALL;
            case 1 -> new Stream.Concern(0, new long[] {random.nextInt(4)});
            default -> new Stream.Concern(random.nextInt(2), new long[] {random.nextInt(4), random.nextInt(4)});
        };
    }
}
