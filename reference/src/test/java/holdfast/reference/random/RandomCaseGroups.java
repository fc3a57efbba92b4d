package holdfast.reference.random;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import holdfast.engine.monitor.Monitor;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A few cases of {@link MonitorAgreesWithReferenceTest} and {@link TwoTiersSayTheSameTest}, some to a test, which does not shrink what it finds. This is for
 * the mutation tests only: they try each change to the engine on the tests that reach it, and stop at the first that
 * fails. To start a test costs them as much as ten cases, so a case is not a test of its own. {@code -Dmutation.cases=N}
 * for another number of cases, {@code -Dmutation.seed=S} for the first of them.
 */
class RandomCaseGroups {
    private static final long CASES = Long.getLong("mutation.cases", 20);
    private static final long FIRST = Long.getLong("mutation.seed", 1);
    private static final long IN_A_GROUP = 10;

    @TestFactory
    Stream<DynamicTest> monitor_and_reference_agree() {
        return groups(seed -> Disagreement.on(RandomCase.of(seed)).isPresent(), MonitorAgreesWithReferenceTest.class);
    }

    @TestFactory
    Stream<DynamicTest> two_tiers_say_the_same() {
        return groups(
                seed -> PlainCase.of(seed)
                        .filter(c -> Disagreement.on(c, Monitor::ofManyRecords).isPresent())
                        .isPresent(),
                TwoTiersSayTheSameTest.class);
    }

    private static Stream<DynamicTest> groups(LongPredicate disagree, Class<?> whole) {
        return LongStream.iterate(FIRST, first -> first < FIRST + CASES, first -> first + IN_A_GROUP)
                .mapToObj(first -> dynamicTest("seeds from " + first, () -> {
                    for (long seed = first; seed < Math.min(first + IN_A_GROUP, FIRST + CASES); seed++) {
                        if (disagree.test(seed)) {
                            fail("they disagree: see " + whole.getSimpleName() + " with -Dcases=1 -Dseed=" + seed);
                        }
                    }
                }));
    }
}
