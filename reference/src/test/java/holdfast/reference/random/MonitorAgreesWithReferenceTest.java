package holdfast.reference.random;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import holdfast.engine.Monitor;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The engine and the reference evaluator say the same about random agreements and random histories, at every moment of knowledge, in every
 * order of arrival. {@code -Dcases=N} for another number of cases, {@code -Dseed=S} for the first of them, {@code -Dminutes=M} to go on for
 * so long. Without a seed, some cases are new each day.
 */
class MonitorAgreesWithReferenceTest {
    private static final long CASES = Long.getLong("cases", 20_000);
    private static final long FIRST = Long.getLong("seed", 1);
    private static final long MINUTES = Long.getLong("minutes", 0);

    private static final int ATTEMPTS_TO_SHRINK = 20_000;
    private static final long AT_ONCE = 1_000;

    @BeforeAll
    static void thereIsAMonitor() {
        boolean exists = true;
        try {
            new Monitor(RandomCase.of(1).agreement());
        } catch (UnsupportedOperationException e) {
            exists = false;
        }
        assumeTrue(exists, "the monitor is still being built");
    }

    @Test
    void on_random_agreements_and_histories() {
        long end = System.nanoTime() + MINUTES * 60_000_000_000L;
        long seed = FIRST;
        while (MINUTES > 0 ? System.nanoTime() < end : seed < FIRST + CASES) {
            long next = MINUTES > 0 ? seed + AT_ONCE : Math.min(seed + AT_ONCE, FIRST + CASES);
            compare(seed, next);
            seed = next;
        }
    }

    /** A tenth as many that nobody has tried before. What fails says its seed. */
    @Test
    void on_others_each_day() {
        assumeTrue(Long.getLong("seed") == null && MINUTES == 0, "these seeds were not asked for");
        long first = EachDay.firstSeed();
        for (long seed = first; seed < first + CASES / 10; seed += AT_ONCE) {
            compare(seed, Math.min(seed + AT_ONCE, first + CASES / 10));
        }
    }

    private static void compare(long seed, long next) {
        OptionalLong failing = LongStream.range(seed, next)
                .parallel()
                .filter(s -> Disagreement.on(RandomCase.of(s)).isPresent())
                .findFirst();
        failing.ifPresent(MonitorAgreesWithReferenceTest::report);
    }

    private static void report(long seed) {
        RandomCase small = Shrinker.shrink(RandomCase.of(seed), Disagreement::exists, ATTEMPTS_TO_SHRINK);
        Optional<Disagreement> disagreement = Disagreement.on(small);
        fail("they disagree: -Dcases=1 -Dseed=" + seed + "\n"
                + disagreement.orElseThrow().describe(small));
    }
}
