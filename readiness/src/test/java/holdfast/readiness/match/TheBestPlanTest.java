package holdfast.readiness.match;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.readiness.match.question.MatchQuestion;
import org.junit.jupiter.api.Test;

/** The planner against every plan there is, on small random questions: {@code -Dcases=N -Dseed=S} for more, or for one again. */
class TheBestPlanTest {
    private static final int CASES = Integer.getInteger("cases", 400);
    private static final long SEED = Long.getLong("seed", 1);

    @Test
    void noPlanIsBetterInAnyAimBeforeWhichAllAreEqual() {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            MatchQuestion question = RandomQuestion.of(seed);
            Matching matching = Matching.of(question, Effort.USUAL);
            double[] reached = EveryPlan.of(question, matching.plan());
            assertThat(reached)
                    .as("-Dcases=1 -Dseed=" + seed + ": " + question + "\n" + matching.reached() + "\n"
                            + matching.plan())
                    .containsExactly(EveryPlan.best(question));
            assertThat(matching.isProven())
                    .as("-Dcases=1 -Dseed=" + seed + question + matching.reached())
                    .isTrue();
        }
    }
}
