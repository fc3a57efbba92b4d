package holdfast.examine.brute;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The examiner and brute force say the same about random guarantees, and every story replays. {@code -Dcases=N} for another number of cases, {@code -Dseed=S} for the
 * first of them, {@code -Dminutes=M} to go on for so long.
 */
class ExaminerAgreesWithBruteForceTest {
    private static final long CASES = Long.getLong("cases", 1_500);
    private static final long FIRST = Long.getLong("seed", 1);
    private static final long MINUTES = Long.getLong("minutes", 0);
    private static final long AT_ONCE = 50;

    @Test
    void on_random_guarantees() {
        long end = System.nanoTime() + MINUTES * 60_000_000_000L;
        long seed = FIRST;
        while (MINUTES > 0 ? System.nanoTime() < end : seed < FIRST + CASES) {
            long next = MINUTES > 0 ? seed + AT_ONCE : Math.min(seed + AT_ONCE, FIRST + CASES);
            OptionalLong failing = LongStream.range(seed, next)
                    .parallel()
                    .filter(s -> !on(RandomGuarantees.statements(s)).isEmpty())
                    .findFirst();
            assertTrue(failing.isEmpty(), () -> report(failing.getAsLong()));
            seed = next;
        }
    }

    static List<String> on(List<String> statements) {
        return Disagreement.on(RandomGuarantees.document(statements));
    }

    static String report(long seed) {
        List<String> small = smaller(RandomGuarantees.statements(seed));
        return "they disagree: -Dcases=1 -Dseed=" + seed + "\n" + String.join("\n", on(small)) + "\n"
                + RandomGuarantees.document(small);
    }

    /** As many statements left out as can be while they go on disagreeing. */
    private static List<String> smaller(List<String> statements) {
        List<String> smallest = statements;
        for (int i = statements.size() - 1; i >= 0; i--) {
            List<String> fewer = new ArrayList<>(smallest);
            fewer.remove(i);
            if (disagree(fewer)) {
                smallest = fewer;
            }
        }
        return smallest;
    }

    private static boolean disagree(List<String> statements) {
        try {
            return !on(statements).isEmpty();
        } catch (IllegalArgumentException notAnAgreement) {
            return false;
        }
    }
}
