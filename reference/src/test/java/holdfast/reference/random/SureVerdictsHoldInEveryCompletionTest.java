package holdfast.reference.random;

import static org.junit.jupiter.api.Assertions.fail;

import holdfast.reference.Completed;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A sure verdict is the verdict of every completion (semantics, section 14), on random agreements and histories. {@code -Dcases=N} and
 * {@code -Dseed=S} as for {@link MonitorAgreesWithReferenceTest}, which ties the monitor to what is tried here.
 */
class SureVerdictsHoldInEveryCompletionTest {
    private static final long CASES = Long.getLong("cases", 20_000);
    private static final long FIRST = Long.getLong("seed", 1);
    private static final int ATTEMPTS_TO_SHRINK = 4_000;

    @Test
    void on_random_agreements_and_histories() {
        holds(FIRST, FIRST + CASES);
    }

    private static void holds(long first, long end) {
        OptionalLong failing = LongStream.range(first, end)
                .parallel()
                .filter(s -> isBroken(RandomCase.of(s)))
                .findFirst();
        failing.ifPresent(SureVerdictsHoldInEveryCompletionTest::report);
    }

    private static void report(long seed) {
        RandomCase small = Shrinker.shrink(
                RandomCase.of(seed), SureVerdictsHoldInEveryCompletionTest::stillFails, ATTEMPTS_TO_SHRINK);
        fail("the law is broken: -Dcases=1 -Dseed=" + seed + "\n"
                + CaseText.of(small.agreement()) + "\n" + CaseText.of(small.agreement(), small.records()) + "\n"
                + Completed.broken(small).orElseThrow());
    }

    private static boolean isBroken(RandomCase c) {
        return Completed.broken(c).isPresent();
    }

    /** A case on which the reference itself breaks is no case. */
    private static boolean stillFails(RandomCase c) {
        try {
            return isBroken(c);
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }
}
