package holdfast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedIdsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anIdIsWhereItWasPutWhateverItIsCalled(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NumberedIds ids = new NumberedIds();
        Map<String, Long> held = new HashMap<>();
        Map<String, Long> elsewhere = new HashMap<>();
        Map<Long, String> keys = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            String id = id(random, i);
            long expected = held.getOrDefault(id, elsewhere.getOrDefault(id, NumberedIds.NONE));
            long found = ids.place(id);
            assertThat(found == NumberedIds.ELSEWHERE ? elsewhere.getOrDefault(id, NumberedIds.NONE) : found)
                    .as(id)
                    .isEqualTo(expected);
            if (i % 7 == 0) {
                keys.put(ids.key(id), id);
            }
            if (expected == NumberedIds.NONE) {
                long place = (long) i << 16 | random.nextInt(4);
                (ids.hold(id, place) ? held : elsewhere).put(id, place);
            }
        }
        assertThat(held.size()).isGreaterThan(30_000);
        keys.forEach((key, id) -> {
            long found = ids.placeOfKey(key);
            if (found != NumberedIds.ELSEWHERE) {
                assertThat(found).as(id).isEqualTo(held.getOrDefault(id, NumberedIds.NONE));
            }
        });
    }

    private static String id(SplittableRandom random, int i) {
        return switch (random.nextInt(12)) {
            case 0 -> "e" + random.nextInt();
            case 1 -> "e0" + random.nextInt(100);
            case 2 -> random.nextInt(200) + "-" + random.nextInt(200);
            case 3 -> "" + random.nextInt(1 << 20);
            case 4 -> "x".repeat(random.nextInt(3)) + "y" + random.nextInt(3);
            case 5 -> "000" + random.nextInt(20);
            case 6 -> "f" + random.nextLong(1L << 40);
            case 7 -> "down" + (1_000_000 - i);
            default -> "up" + i;
        };
    }
}
