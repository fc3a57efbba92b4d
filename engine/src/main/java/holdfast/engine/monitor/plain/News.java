package holdfast.engine.monitor.plain;

import holdfast.engine.Verdict;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What is said of single rows: what was said when changes were asked for last, and of which rows something else may be said by now. Until changes are asked for it notes nothing. */
final class News {
    /** So many rows stand together: where nothing is said of any of them, there is no room for them. */
    private static final int TOGETHER = 32;

    /** By row; null: nothing. */
    private @Nullable Verdict[] @Nullable [] said = new @Nullable Verdict[0] @Nullable [];

    private final BitSet touched = new BitSet();

    /** No row before this one is touched. */
    private int lowest;

    private boolean asked;

    /** Forgets what was said, and that anybody asked. */
    void begin() {
        said = new @Nullable Verdict[0] @Nullable [];
        touched.clear();
        asked = false;
    }

    /** Something else may be said of a row. */
    void touch(int row) {
        if (asked) {
            touched.set(row);
            lowest = Math.min(lowest, row);
        }
    }

    /** As {@link #touch}, of all rows of which something was said. */
    void touchAll() {
        for (int i = 0; i < said.length; i++) {
            @Nullable Verdict @Nullable [] some = said[i];
            for (int j = 0; some != null && j < TOGETHER; j++) {
                if (some[j] != null) {
                    touch(i * TOGETHER + j);
                }
            }
        }
    }

    /**
     * @param rows how many there are
     * @param telling what is said of a row; null: nothing
     */
    void drain(int rows, IntFunction<@Nullable Verdict> telling, Consumer<Verdict> gone, Consumer<Verdict> came) {
        if (!asked) {
            asked = true;
            touched.set(0, rows);
            lowest = 0;
        }
        if (rows > said.length * TOGETHER) {
            said = Arrays.copyOf(said, (rows + rows / 2) / TOGETHER + 1);
        }
        for (int row = touched.nextSetBit(lowest); row >= 0; row = touched.nextSetBit(row + 1)) {
            tell(row, telling.apply(row), gone, came);
        }
        touched.clear();
        lowest = Integer.MAX_VALUE;
    }

    private void tell(int row, @Nullable Verdict is, Consumer<Verdict> gone, Consumer<Verdict> came) {
        Verdict was = put(row, is);
        if (Objects.equals(was, is)) {
            return;
        }
        if (was != null) {
            gone.accept(was);
        }
        if (is != null) {
            came.accept(is);
        }
    }

    private @Nullable Verdict put(int row, @Nullable Verdict is) {
        @Nullable Verdict @Nullable [] some = said[row / TOGETHER];
        if (some == null) {
            if (is == null) {
                return null;
            }
            some = new @Nullable Verdict[TOGETHER];
            said[row / TOGETHER] = some;
        }
        Verdict was = some[row % TOGETHER];
        some[row % TOGETHER] = is;
        return was;
    }
}
