package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
    private static final List<String> BEGINNINGS = List.of("e", "e0", "", "UA-", "2015-03-", "e1", "no number ");

    @Test
    void an_id_belongs_to_whoever_had_it_first() {
        Random random = new Random(11);
        Identities identities = new Identities();
        Map<String, Integer> held = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            String id = id(random);
            Identities.Series series = identities.read(id);
            boolean fresh = identities.add(series, identities.number, id, i);
            assertThat(fresh).as(id).isEqualTo(held.putIfAbsent(id, i) == null);
            String other = id(random);
            assertThat(identities.find(other) - 1).as(other).isEqualTo(held.getOrDefault(other, -1));
        }
    }

    @Test
    void an_id_is_put_together_as_it_was() {
        Random random = new Random(12);
        Identities identities = new Identities();
        for (int i = 0; i < 5_000; i++) {
            String id = id(random);
            Identities.Series series = identities.read(id);
            assertThat(Identities.id(series.beginning, identities.number)).isEqualTo(id);
        }
    }

    @Test
    void an_id_that_is_put_together_is_the_one_that_is_read() {
        Random random = new Random(13);
        Identities identities = new Identities();
        Map<String, Integer> held = new HashMap<>();
        for (int i = 0; i < 60_000; i++) {
            // Ids with a nought before the number are never put together of the two.
            Identities.Series series = identities.series(BEGINNINGS.get(2 * random.nextInt(2)));
            int number = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(1_000_000_000);
                case 1 -> (1 << 16) + 16 * random.nextInt(4_000) + random.nextInt(2);
                default -> random.nextInt(20_000);
            };
            String id = series.beginning + number;
            boolean fresh = held.putIfAbsent(id, i) == null;
            boolean added = switch (random.nextInt(2)) {
                case 0 -> identities.add(series, number, i);
                default -> identities.add(identities.read(id), identities.number, id, i);
            };
            assertThat(added).as(id).isEqualTo(fresh);
        }
        held.forEach((id, who) -> assertThat(identities.find(id) - 1).as(id).isEqualTo(who));
    }

    @Test
    void a_number_is_given_once_to_each_beginning() {
        Identities identities = new Identities();
        for (String beginning : List.of("e", "f")) {
            Identities.Series series = identities.series(beginning);
            assertThat(identities.series(beginning)).isSameAs(series);
            for (int number = 0; number < 3_000; number++) {
                assertThat(identities.add(series, number, number + 5)).isTrue();
            }
            for (int number = 0; number < 3_000; number++) {
                assertThat(identities.add(series, number, 7)).isFalse();
                assertThat(identities.find(beginning + number) - 1).isEqualTo(number + 5);
            }
        }
    }

    @Test
    void an_id_may_come_to_belong_to_somebody_else() {
        Random random = new Random(14);
        Identities identities = new Identities();
        Map<String, Integer> held = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            String id = id(random);
            Identities.Series series = identities.read(id);
            int number = identities.number;
            if (held.put(id, i) == null) {
                identities.add(series, number, id, i);
            } else {
                identities.move(series, number, id, i);
            }
        }
        held.forEach((id, who) -> assertThat(identities.find(id) - 1).as(id).isEqualTo(who));
        identities.clear();
        held.keySet().forEach(id -> assertThat(identities.find(id)).as(id).isZero());
        assertThat(identities.add(identities.read("e1"), identities.number, "e1", 4))
                .isTrue();
        assertThat(identities.find("e1")).isEqualTo(5);
    }

    private static String id(Random random) {
        String beginning = BEGINNINGS.get(random.nextInt(BEGINNINGS.size()));
        return switch (random.nextInt(6)) {
            case 0 -> beginning;
            case 1 -> beginning + "00" + random.nextInt(20);
            case 2 -> beginning + random.nextLong(Long.MAX_VALUE);
            case 3 -> beginning + random.nextInt(40) + "x";
            default -> beginning + random.nextInt(5000);
        };
    }
}
