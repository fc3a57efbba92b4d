package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** However rows come and go, a chain is those of each key in order of time, and of their ids at one instant. */
class ChainTest {
    private static final int KEYS = 3;

    private final Random random = new Random(28);
    private final Table table = Ferries.table();
    private final Domain domain = Ferries.domain(1);
    private final List<List<Integer>> expected = new ArrayList<>();
    private final List<Integer> in = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    /** Of one instant the row with the larger number in its id comes first. */
    private final Comparator<Integer> order = Comparator.<Integer>comparingLong(table::time)
            .thenComparing(row -> table.idNumber(row), Comparator.reverseOrder());

    private Chain chain(boolean many) {
        Plan.Match match = new Plan.Match(0, new TreeMap<>(), List.of(1), List.of(), List.of(1));
        int[] at = many ? new int[0] : new int[] {0};
        int[][] to = many ? new int[0][] : new int[][] {{6}};
        Chain chain = new Chain(
                table, domain, match, at, to, null, (t, a, b) -> Integer.compare(t.idNumber(b), t.idNumber(a)));
        chain.listening.add(new Chain.Reader() {
            @Override
            void came(int row, long time, int slot, boolean last) {
                told.add("came " + row + " " + time + " " + slot + " " + last);
            }

            @Override
            void went(int row, long time, int slot) {
                told.add("went " + row + " " + time + " " + slot);
            }
        });
        table.chains.add(chain);
        table.close();
        chain.close();
        for (int key = 0; key < KEYS; key++) {
            expected.add(new ArrayList<>());
        }
        return chain;
    }

    private int slotOf(Chain chain, int row) {
        assertThat(chain.slot(row)).isEqualTo(chain.slot(table.valuesOf(row)));
        return chain.slot(row);
    }

    private void put(Chain chain, int row) {
        int slot = slotOf(chain, row);
        long time = table.time(row);
        boolean latest = row == table.rows - 1 && time > table.latest;
        List<Integer> rows = expected.get(slot);
        rows.add(row);
        rows.sort(order);
        in.add(row);
        told.clear();
        if (latest && random.nextBoolean()) {
            table.linkLatest(row, time, table.valuesOf(row));
        } else {
            table.enter(time);
            table.link(row, time);
        }
        assertThat(told).containsExactly("came " + row + " " + time + " " + slot + " " + (rows.getLast() == row));
        compare(chain, slot);
    }

    private void take(Chain chain, int row) {
        int slot = slotOf(chain, row);
        List<Integer> rows = expected.get(slot);
        int at = rows.indexOf(row);
        rows.remove(at);
        in.remove((Integer) row);
        told.clear();
        table.unlink(row, table.time(row));
        assertThat(told).containsExactly("went " + row + " " + table.time(row) + " " + slot);
        assertThat(chain.before(row)).isEqualTo(at == 0 ? Chain.NONE : rows.get(at - 1));
        assertThat(chain.after(row)).isEqualTo(at == rows.size() ? Chain.NONE : rows.get(at));
        compare(chain, slot);
    }

    private void compare(Chain chain, int slot) {
        List<Integer> rows = expected.get(slot);
        List<Integer> back = new ArrayList<>();
        for (int row = chain.latest(slot); row != Chain.NONE; row = chain.before(row)) {
            back.add(row);
        }
        assertThat(back.reversed()).isEqualTo(rows);
        List<Integer> forth = new ArrayList<>();
        for (int row = chain.first(slot); row != Chain.NONE; row = chain.after(row)) {
            forth.add(row);
        }
        assertThat(forth).isEqualTo(rows);
        long instant = random.nextInt(1 + (int) table.latest);
        int upTo = Chain.NONE;
        for (int row : rows) {
            upTo = table.time(row) <= instant ? row : upTo;
        }
        assertThat(chain.latestUpTo(slot, instant)).isEqualTo(upTo);
        int next = rows.indexOf(upTo) + 1;
        assertThat(chain.firstAfter(slot, instant)).isEqualTo(next == rows.size() ? Chain.NONE : rows.get(next));
    }

    private void comeAndGo(Chain chain) {
        comeAndGo(chain, 1_500, 40);
    }

    /** @param span of the instants at which something happens */
    private void comeAndGo(Chain chain, int steps, int span) {
        for (int i = 0; i < steps; i++) {
            switch (in.isEmpty() ? 0 : random.nextInt(4)) {
                case 0, 1 -> {
                    // Mostly in order, with many at one instant.
                    int time = random.nextInt(6) > 0 ? (int) ((long) i * span / steps) : random.nextInt(span);
                    int[] values = {6, random.nextInt(KEYS) << 1, 0};
                    put(chain, table.append(time, time, 0, random.nextInt(1 << 20), values));
                }
                case 2 -> take(chain, in.get(random.nextInt(in.size())));
                default -> {
                    int row = in.get(random.nextInt(in.size()));
                    take(chain, row);
                    if (random.nextBoolean()) {
                        take(chain, in.isEmpty() ? put(chain) : in.get(random.nextInt(in.size())));
                    }
                    table.moveTo(row, table.time(row) + random.nextInt(7) - 3);
                    table.put(row, 1, random.nextInt(3) > 0 ? table.value(row, 1) : random.nextInt(KEYS) << 1);
                    put(chain, row);
                }
            }
        }
    }

    private int put(Chain chain) {
        int row = table.append(1, 1, 0, 1, new int[] {6, 0, 0});
        put(chain, row);
        return row;
    }

    @Test
    void where_most_rows_of_the_event_stand_in_it() {
        Chain chain = chain(true);
        assertThat(chain.wantsMany()).isTrue();
        comeAndGo(chain);
    }

    @Test
    void which_row_comes_after_another_may_be_asked_at_any_time() {
        Chain chain = chain(true);
        for (int rows = 0; rows < 12; rows++) {
            table.begin();
            domain.begin();
            expected.forEach(List::clear);
            for (int row = 0; row < rows; row++) {
                int[] values = {6, random.nextInt(KEYS) << 1, 0};
                table.append(row, row, 0, row, values);
                table.linkLatest(row, row, values);
                expected.get(chain.slot(values)).add(row);
            }
            for (List<Integer> key : expected) {
                for (int i = 0; i < key.size(); i++) {
                    assertThat(chain.after(key.get(i))).isEqualTo(i + 1 == key.size() ? Chain.NONE : key.get(i + 1));
                }
            }
        }
    }

    @Test
    void where_few_do() {
        Chain chain = chain(false);
        assertThat(chain.wantsMany()).isFalse();
        comeAndGo(chain);
    }

    @Test
    void where_what_is_long_ago_is_looked_for() {
        Chain chain = chain(true);
        chain.fence();
        for (int history = 0; history < 3; history++) {
            comeAndGo(chain, 4_000, 2_000);
            table.begin();
            domain.begin();
            expected.forEach(List::clear);
            in.clear();
        }
    }

    @Test
    void a_new_history_begins_with_none() {
        for (boolean many : new boolean[] {true, false}) {
            Table table = Ferries.table();
            Domain domain = Ferries.domain(0);
            Chain chain = new Chain(
                    table,
                    domain,
                    Ferries.keyedBy(),
                    many ? new int[0] : new int[] {0},
                    many ? new int[0][] : new int[][] {{6}},
                    null,
                    (t, a, b) -> a - b);
            table.chains.add(chain);
            table.close();
            for (int history = 0; history < 2; history++) {
                for (int i = 0; i < 4; i++) {
                    int row = table.append(9 - i, 9, 0, i, new int[] {6, 0, 0});
                    table.enter(table.time(row));
                    table.link(row, table.time(row));
                }
                assertThat(chain.first(0)).isEqualTo(3);
                assertThat(chain.latest(0)).isZero();
                assertThat(chain.before(3)).isEqualTo(Chain.NONE);
                table.unlink(2, 7);
                table.begin();
                domain.begin();
                int slot = chain.slot(new int[3]);
                table.append(0, 0, 0, 0, new int[] {6, 0, 0});
                assertThat(chain.before(0)).isEqualTo(Chain.NONE);
                assertThat(chain.after(0)).isEqualTo(Chain.NONE);
                table.begin();
                assertThat(chain.latest(slot)).isEqualTo(Chain.NONE);
                assertThat(chain.first(slot)).isEqualTo(Chain.NONE);
            }
        }
    }
}
