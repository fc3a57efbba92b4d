package holdfast.engine.random;

import static org.junit.jupiter.api.Assertions.fail;

import holdfast.engine.reference.Completed;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A sure verdict is the verdict of every completion (semantics, section 14). */
class SureVerdictsHoldInEveryCompletionTest {
    private static final long CASES = Long.getLong("cases", 20_000);
    private static final long FIRST = Long.getLong("seed", 1);
    private static final int ATTEMPTS_TO_SHRINK = 20_000;

    @Test
    void on_random_agreements_and_histories() {
        OptionalLong failing = LongStream.range(FIRST, FIRST + CASES)
                .parallel()
                .filter(s -> Completed.broken(RandomCase.of(s)).isPresent())
                .findFirst();
        failing.ifPresent(SureVerdictsHoldInEveryCompletionTest::report);
    }

    private static void report(long seed) {
        RandomCase small = Shrinker.shrink(
                RandomCase.of(seed), SureVerdictsHoldInEveryCompletionTest::isBroken, ATTEMPTS_TO_SHRINK);
        fail("the law is broken: -Dcases=1 -Dseed=" + seed + "\n"
                + CaseText.of(small.agreement()) + "\n" + CaseText.of(small.agreement(), small.records()) + "\n"
                + Completed.broken(small).orElseThrow());
    }

    private static boolean isBroken(RandomCase c) {
        try {
            return Completed.broken(c).isPresent();
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }
}
