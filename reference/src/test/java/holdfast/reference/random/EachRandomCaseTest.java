package holdfast.reference.random;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A few cases of {@link MonitorAgreesWithReferenceTest}, each a test of its own that does not shrink what it finds. This is for the mutation
 * tests: they try each change to the engine only on the cases that reach it, and stop at the first that fails. {@code -Dmutation.cases=N}
 * for another number of cases, {@code -Dmutation.seed=S} for the first of them.
 */
class EachRandomCaseTest {
    private static final long CASES = Long.getLong("mutation.cases", 20);
    private static final long FIRST = Long.getLong("mutation.seed", 1);

    @TestFactory
    Stream<DynamicTest> monitor_and_reference_agree() {
        return LongStream.range(FIRST, FIRST + CASES)
                .mapToObj(seed -> dynamicTest("seed " + seed, () -> {
                    if (Disagreement.on(RandomCase.of(seed)).isPresent()) {
                        fail("they disagree: see MonitorAgreesWithReferenceTest with -Dcases=1 -Dseed=" + seed);
                    }
                }));
    }
}
