package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.language.model.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What came and went, added up, is what is said. */
class NewsTest {
    private static final int ROWS = 80;

    private final News news = new News();
    private final Map<Integer, Verdict> is = new HashMap<>();

    /** Added up from what came and went. */
    private final List<Verdict> heard = new ArrayList<>();

    private int asked;
    private int rows;

    private static Verdict verdict(int row, int version) {
        return new Verdict(
                "1." + version,
                Reading.NONE,
                "Isle",
                new TreeMap<>(),
                Status.BREACHED,
                Standing.ALLEGED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("r" + row),
                false);
    }

    private @Nullable Verdict telling(int row) {
        asked++;
        return is.get(row);
    }

    private void drain() {
        asked = 0;
        news.drain(rows, this::telling, gone -> assertThat(heard.remove(gone)).isTrue(), heard::add);
    }

    private void change(Random random, int row) {
        if (random.nextInt(3) == 0) {
            is.remove(row);
        } else {
            is.put(row, verdict(row, random.nextInt(2)));
        }
        news.touch(row);
    }

    @Test
    void whatCameAndWentAddsUpToWhatIsSaid() {
        Random random = new Random(7);
        for (int step = 0; step < 5_000; step++) {
            switch (random.nextInt(40)) {
                case 0 -> {
                    news.begin();
                    heard.clear();
                    is.clear();
                    rows = 0;
                }
                case 1 -> {
                    is.replaceAll((row, verdict) -> verdict(row, 1));
                    news.touchAll();
                }
                case 2, 3, 4, 5, 6, 7, 8 -> {
                    drain();
                    assertThat(heard).containsExactlyInAnyOrderElementsOf(is.values());
                }
                default -> {
                    rows = Math.min(ROWS, Math.max(rows, random.nextInt(20) == 0 ? rows + 1 : 1));
                    change(random, random.nextInt(rows));
                }
            }
        }
    }

    @Test
    void onlyRowsThatWereTouchedAreAskedOfAgain() {
        rows = ROWS;
        is.put(3, verdict(3, 0));
        drain();
        assertThat(asked).isEqualTo(ROWS);
        drain();
        assertThat(asked).isZero();
        news.touch(70);
        news.touch(5);
        news.touch(70);
        drain();
        assertThat(asked).isEqualTo(2);
        news.touchAll();
        drain();
        assertThat(asked).as("of which something was said").isEqualTo(1);
        news.begin();
        news.touch(1);
        drain();
        assertThat(asked).as("the first time, all").isEqualTo(ROWS);
        assertThat(heard).hasSize(2);
    }
}
