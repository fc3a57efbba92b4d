package holdfast.engine;

import org.jspecify.annotations.Nullable;

/** Says of a duty whether its verdict is wanted. */
@FunctionalInterface
public interface Wanted {
    /** @param due the end of its window; null: it has none */
    boolean wants(String clause, String bearer, @Nullable Time due);
}
