package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final int ROWS = 35_000;

    /** What a row was given. */
    private record Given(long occurred, long recorded, int origin, int id, int[] values) {}

    private static Given random(Random random) {
        long occurred = random.nextInt(4) == 0 ? random.nextLong() >> 8 : random.nextInt();
        long later = switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> random.nextLong() >> 8;
            case 2 -> Integer.MIN_VALUE + random.nextInt(2);
            case 3 -> Integer.MAX_VALUE + (long) random.nextInt(2);
            default -> random.nextInt();
        };
        int[] values = {random.nextInt(), random.nextInt(), random.nextInt()};
        return new Given(occurred, occurred + later, random.nextInt(9), random.nextInt(), values);
    }

    @Test
    void a_row_says_what_it_was_given() {
        Random random = new Random(25);
        Table table = Ferries.table();
        List<Given> all = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Given given = random(random);
            assertThat(table.append(given.occurred, given.recorded, given.origin, given.id, given.values))
                    .isEqualTo(i);
            all.add(given);
        }
        for (int i = 0; i < ROWS; i++) {
            compare(table, i, all.get(i));
        }
    }

    private static void compare(Table table, int row, Given given) {
        assertThat(table.time(row)).isEqualTo(given.occurred);
        assertThat(table.recorded(row)).isEqualTo(given.recorded);
        assertThat(table.origin(row)).isEqualTo(given.origin);
        assertThat(table.idNumber(row)).isEqualTo(given.id);
        assertThat(table.valuesOf(row)).isEqualTo(given.values);
    }

    @Test
    void what_is_moved_in_time_was_recorded_when_it_was() {
        Random random = new Random(26);
        Table table = Ferries.table();
        List<Given> all = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            Given given = random(random);
            table.append(given.occurred, given.recorded, given.origin, given.id, given.values);
            Given moved = new Given(random(random).occurred, given.recorded, given.origin, given.id, given.values);
            boolean moves = random.nextBoolean();
            if (moves) {
                table.moveTo(i, moved.occurred);
            }
            all.add(moves ? moved : given);
        }
        for (int i = 0; i < all.size(); i++) {
            compare(table, i, all.get(i));
        }
    }

    @Test
    void a_row_stands_in_the_chains_whose_values_it_has() {
        Random random = new Random(27);
        Table table = Ferries.table();
        Domain domain = Ferries.domain(1);
        for (int i = 0; i < 12; i++) {
            TreeMap<Integer, List<Value>> fixed = new TreeMap<>();
            List<int[]> to = new ArrayList<>();
            for (int place = 0; place < 3; place++) {
                if (random.nextInt(3) == 0) {
                    fixed.put(place, List.of());
                    to.add(new int[] {random.nextInt(3), 3 + random.nextInt(2)});
                }
            }
            int[] at = fixed.keySet().stream().mapToInt(Integer::intValue).toArray();
            Plan.Match match = new Plan.Match(0, fixed, i % 2 == 0 ? List.of(2) : List.of(), List.of(), List.of(1));
            table.chains.add(new Chain(table, domain, match, at, to.toArray(int[][]::new), null, (t, a, b) -> a - b));
        }
        table.close();
        for (int row = 0; row < 2_000; row++) {
            int note = random.nextInt(6) == 0 ? Codes.MISSING : random.nextInt(5);
            table.append(row, row, 0, row, new int[] {random.nextInt(5), random.nextInt(5), note});
            List<Chain> visited = new ArrayList<>();
            table.forEachConcerned(row, (chain, r) -> visited.add(chain));
            List<Chain> admitting = new ArrayList<>(table.chains);
            int at = row;
            admitting.removeIf(chain -> !chain.admits(at));
            assertThat(visited).containsExactlyInAnyOrderElementsOf(admitting);
            for (Chain chain : table.chains) {
                assertThat(chain.admits(row)).isEqualTo(chain.admits(table.valuesOf(row)));
                assertThat(chain.admits(row)).isEqualTo(wants(chain, table.valuesOf(row)));
            }
        }
    }

    private static boolean wants(Chain chain, int[] values) {
        boolean wants = chain.table.chains.indexOf(chain) % 2 != 0 || values[2] != Codes.MISSING;
        for (int i = 0; i < chain.fixedAt.length; i++) {
            int value = values[chain.fixedAt[i]];
            wants &= value == chain.fixedTo[i][0] || value == chain.fixedTo[i][1];
        }
        return wants;
    }

    @Test
    void a_row_is_in_order_if_none_before_it_is_later() {
        Table table = Ferries.table();
        long latest = Long.MIN_VALUE;
        for (long instant : new long[] {5, 5, 9, 8, 9, 10}) {
            table.enter(instant);
            assertThat(table.ordered).isEqualTo(instant >= latest);
            assertThat(table.strictly).isEqualTo(instant > latest);
            latest = Math.max(latest, instant);
            assertThat(table.latest).isEqualTo(latest);
        }
    }

    @Test
    void in_a_new_history_there_are_no_rows() {
        Table table = Ferries.table();
        Chain chain = new Chain(
                table, Ferries.domain(0), Ferries.keyedBy(), new int[0], new int[0][], null, (t, a, b) -> a - b);
        table.chains.add(chain);
        table.close();
        table.enter(4);
        table.append(4, Long.MAX_VALUE, 0, 1, new int[] {1, 2, 3});
        table.mark(0, Table.LINKED | Table.ODD);
        table.begin();
        assertThat(table.rows).isZero();
        assertThat(table.latest).isEqualTo(Long.MIN_VALUE);
        assertThat(table.append(1, 2, 0, 1, new int[3])).isZero();
        assertThat(table.is(0, Table.LINKED | Table.ODD)).isFalse();
        assertThat(table.recorded(0)).isEqualTo(2);
        assertThat(chain.before(0)).isEqualTo(Chain.NONE);
    }

    @Test
    void what_is_unmarked_leaves_the_other_marks() {
        Table table = Ferries.table();
        table.append(1, 1, 0, 1, new int[3]);
        table.mark(0, Table.LINKED);
        table.mark(0, Table.SAID);
        table.unmark(0, Table.LINKED);
        assertThat(table.is(0, Table.LINKED)).isFalse();
        assertThat(table.is(0, Table.SAID)).isTrue();
    }

    @Test
    void who_acts_is_the_first_party_that_an_event_names() {
        Table table = Ferries.table("event tows(pier: number, by: party, of: party)\n", "tows");
        assertThat(table.actor).isEqualTo(1);
        assertThat(table.parties).containsExactly(1, 2);
        Table without = Ferries.table("event fog(pier: number)\n", "fog");
        assertThat(without.actor).isEqualTo(-1);
        assertThat(without.parties).isEmpty();
    }
}
