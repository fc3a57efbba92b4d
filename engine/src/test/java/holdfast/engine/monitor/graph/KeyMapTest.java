package holdfast.engine.monitor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is a combination of values; there is one place for each, however many there are. */
class KeyMapTest {

    @Test
    void aKeyThatNobodyPutIsNotThere() {
        KeyMap<String> map = new KeyMap<>(2);
        map.put(new long[] {1, 2}, "one and two");
        assertThat(map.get(new long[] {2, 1})).isNull();
        assertThat(map.get(new long[] {1, 2})).isEqualTo("one and two");
    }

    @Test
    void thereIsOneKeyOfNothing() {
        KeyMap<String> map = new KeyMap<>(0);
        assertThat(map.get(new long[0])).isNull();
        assertThat(map.putIfAbsent(new long[0], "first")).isNull();
        assertThat(map.putIfAbsent(new long[0], "second")).isEqualTo("first");
        assertThat(map.get(new long[0])).isEqualTo("first");
    }

    @Test
    void whoeverPutAKeyMayUseItForSomethingElse() {
        KeyMap<String> map = new KeyMap<>(1);
        long[] key = {7};
        map.put(key, "seven");
        key[0] = 8;
        assertThat(map.get(new long[] {7})).isEqualTo("seven");
        assertThat(map.get(key)).isNull();
    }

    /** Values that are near one another, far apart, and the two that stand for no value. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void isAMap(int arity) {
        Random random = new Random(arity);
        KeyMap<Integer> map = new KeyMap<>(arity);
        Map<List<Long>, Integer> model = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            long[] key = random.longs(arity, 0, 40).map(KeyMapTest::spread).toArray();
            List<Long> same = Arrays.stream(key).boxed().toList();
            switch (random.nextInt(3)) {
                case 0 -> {
                    map.put(key, i);
                    model.put(same, i);
                }
                case 1 -> assertThat(map.putIfAbsent(key, i)).isEqualTo(model.putIfAbsent(same, i));
                default -> assertThat(map.get(key)).isEqualTo(model.get(same));
            }
        }
        model.forEach((key, value) ->
                assertThat(map.get(key.stream().mapToLong(k -> k).toArray())).isEqualTo(value));
    }

    private static long spread(long k) {
        return switch ((int) k) {
            case 0 -> Symbols.MISSING;
            case 1 -> Symbols.UNBOUND;
            default -> k % 2 == 0 ? k : k << 32;
        };
    }
}
