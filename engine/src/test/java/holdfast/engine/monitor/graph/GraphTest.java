package holdfast.engine.monitor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A graph refreshes what was touched, each node once and in order, and begins again as if nothing had happened, with other parts awake. */
class GraphTest {
    private final Graph graph = NotingCell.graph();

    @Test
    void whatWasTouchedTwiceIsRefreshedOnceFromTheEarlierInstantOn() {
        NotingCell cell = NotingCell.in(graph);
        cell.touch(50, 60);
        cell.touch(20, 30);
        graph.settle();
        graph.settle();
        assertThat(cell.refreshed).containsExactly(20L);
    }

    @Test
    void whoeverWaitedInAnotherHistoryWaitsNoMore() {
        NotingCell inQueue = NotingCell.in(graph);
        inQueue.wakeAt(100);
        for (long instant : new long[] {50, 40, 30, 20, 10}) {
            NotingCell.in(graph).wakeAt(instant);
        }
        graph.advanceTo(5);
        graph.begin();
        assertThat(graph.now()).isEqualTo(Long.MIN_VALUE);
        assertThat(graph.timetable.next()).isEqualTo(Long.MAX_VALUE);
        graph.advanceTo(500);
        graph.settle();
        assertThat(inQueue.refreshed).isEmpty();
    }

    private static final class Ear implements Stream.Listener {
        private final List<Occurrence> heard = new ArrayList<>();

        @Override
        public void added(Occurrence occurrence) {
            heard.add(occurrence);
        }

        @Override
        public void removed(Occurrence occurrence) {
            heard.remove(occurrence);
        }
    }

    @Test
    void onlyThePartsThatAreAwakeHear() {
        Stream stream = new Stream();
        Part one = new Part();
        Part other = new Part();
        Ear always = new Ear();
        Ear ofOne = new Ear();
        Ear ofOther = new Ear();
        graph.listen(stream, always);
        graph.within(one, () -> graph.listen(stream, ofOne));
        graph.within(other, () -> graph.listen(stream, ofOther));
        Occurrence act = new Occurrence(1, 1, true, new long[0], 1);

        graph.begin(graph.awake(List.of(one)));
        stream.add(act);
        assertThat(ofOne.heard).containsExactly(act);
        assertThat(ofOther.heard).isEmpty();

        graph.begin(graph.awake(List.of(other)));
        stream.add(act);
        assertThat(ofOne.heard).hasSize(1);
        assertThat(ofOther.heard).containsExactly(act);
        assertThat(always.heard).hasSize(2);
    }

    @Test
    void whatWakesHasLetGoOfWhatItHeldWhenItFellAsleep() {
        List<String> begun = new ArrayList<>();
        Part part = new Part();
        graph.within(part, () -> {
            new Node(graph) {
                @Override
                public void begin() {
                    begun.add("node");
                }
            };
            graph.enter((Holding) () -> begun.add("table"));
        });
        NotingCell[] cell = new NotingCell[1];
        graph.within(part, () -> cell[0] = NotingCell.in(graph));
        Awake awake = graph.awake(List.of(part));
        graph.begin(awake);
        cell[0].touch();
        begun.clear();

        graph.begin(graph.awake(List.of()));
        graph.settle();
        assertThat(begun).isEmpty();

        graph.begin(awake);
        graph.settle();
        assertThat(begun).containsExactly("table", "node");
        assertThat(cell[0].refreshed).isEmpty();
    }
}
