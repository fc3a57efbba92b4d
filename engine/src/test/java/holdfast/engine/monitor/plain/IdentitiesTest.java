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
