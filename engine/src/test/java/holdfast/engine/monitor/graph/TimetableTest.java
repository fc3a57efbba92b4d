package holdfast.engine.monitor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.monitor.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A cell is woken at the instant that it last asked for: not before, not twice, and none is forgotten. */
class TimetableTest {
    private Graph graph = NotingCell.graph();

    @Test
    void aCellSleepsUntilItsInstantComes() {
        NotingCell cell = NotingCell.in(graph);
        cell.wakeAt(100);
        advanceTo(99);
        assertThat(cell.refreshed).isEmpty();
        advanceTo(100);
        assertThat(cell.refreshed).containsExactly(100L);
        advanceTo(200);
        assertThat(cell.refreshed).containsExactly(100L);
    }

    @Test
    void whatItAskedForBeforeIsForgotten() {
        NotingCell cell = NotingCell.in(graph);
        cell.wakeAt(100);
        cell.wakeAt(300);
        advanceTo(200);
        assertThat(cell.refreshed).isEmpty();
        cell.wakeAt(Long.MAX_VALUE);
        advanceTo(400);
        assertThat(cell.refreshed).isEmpty();
    }

    @Test
    void whatIsOverdueWakesAtOnce() {
        advanceTo(500);
        NotingCell cell = NotingCell.in(graph);
        cell.wakeAt(100);
        advanceTo(500);
        assertThat(cell.refreshed).containsExactly(100L);
    }

    @Test
    void theNextInstantIsTheEarliestThatSomebodyWaitsFor() {
        assertThat(graph.timetable.next()).isEqualTo(Long.MAX_VALUE);
        for (long instant : new long[] {50, 40, 30, 20, 10, 5, 60}) {
            NotingCell.in(graph).wakeAt(instant);
        }
        assertThat(graph.timetable.next()).isEqualTo(5);
        advanceTo(20);
        assertThat(graph.timetable.next()).isEqualTo(30);
        advanceTo(60);
        assertThat(graph.timetable.next()).isEqualTo(Long.MAX_VALUE);
    }

    /** Deadlines of three lengths, which rise, among others in no order. */
    @Test
    void wakesAsAListThatIsSearchedThroughWould() {
        Seeds.each(40, random -> {
            graph = NotingCell.graph();
            Map<NotingCell, Long> asked = new HashMap<>();
            PriorityQueue<Long> entries = new PriorityQueue<>();
            List<NotingCell> cells = new ArrayList<>();
            long now = 0;
            for (int step = 0; step < 1500; step++) {
                if (random.nextInt(4) > 0) {
                    NotingCell cell =
                            cells.isEmpty() || random.nextInt(5) > 0 ? NotingCell.in(graph) : one(cells, random);
                    long instant =
                            now + 1 + (random.nextBoolean() ? 100L * random.nextInt(1, 4) : random.nextInt(1000));
                    cells.add(cell);
                    if (!Long.valueOf(instant).equals(asked.put(cell, instant))) {
                        entries.add(instant);
                    }
                    cell.wakeAt(instant);
                } else {
                    now += random.nextInt(50);
                    advanceTo(now);
                    checkWoken(asked, now);
                    while (!entries.isEmpty() && entries.peek() <= now) {
                        entries.remove();
                    }
                }
                assertThat(graph.timetable.next()).isEqualTo(entries.isEmpty() ? Long.MAX_VALUE : entries.peek());
            }
        });
    }

    private static NotingCell one(List<NotingCell> cells, Random random) {
        return cells.get(random.nextInt(cells.size()));
    }

    private static void checkWoken(Map<NotingCell, Long> asked, long now) {
        asked.forEach((cell, instant) -> {
            assertThat(cell.refreshed).isEqualTo(instant <= now ? List.of(instant) : List.of());
            cell.refreshed.clear();
        });
        asked.values().removeIf(instant -> instant <= now);
    }

    private void advanceTo(long now) {
        graph.advanceTo(now);
        graph.settle();
    }
}
