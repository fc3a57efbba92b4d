package holdfast.engine.monitor;

import java.util.Random;
import java.util.function.Consumer;

/** Something that must hold whatever is drawn; the same is drawn in every run. */
public final class Seeds {
    private Seeds() {}

    public static void each(int number, Consumer<Random> holds) {
        for (long seed = 1; seed <= number; seed++) {
            try {
                holds.accept(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with the seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
