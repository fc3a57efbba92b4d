package holdfast.engine.monitor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A graph refreshes what was touched, each node once and in order, and begins again as if nothing had happened. */
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
}
