package holdfast.examine.brute;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.examine.Examination;
import holdfast.examine.Examiner;
import holdfast.examine.deeper.Deeper;
import holdfast.examine.deeper.Growth;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Growing;
import holdfast.examine.table.Guarantee;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Bounds that grow: what is said then is what is said by whoever is given them at once. */
class DeeperTest {
    private static final Bounds SMALL = new Bounds(0, 0, 0, 0, 8, Duration.ofDays(60), 2_000_000);
    private static final Bounds ONE_EACH = new Bounds(1, 1, 1, 1, 8, Duration.ofDays(60), 2_000_000);
    private static final long CASES = Long.getLong("deeper", 25);

    @Test
    void theAnswerIsThatOfTheBoundsThatWereReached() {
        LongStream.range(0, CASES).forEach(seed -> {
            Growth growth = grown(seed, Set.of(), 400_000);
            Examination reached = growth.examination();
            Examination atOnce = new Examiner(reached.bounds(), List.of()).examine(reached.agreement());
            assertThat(SideBySideTest.said(reached)).as("seed %s", seed).isEqualTo(SideBySideTest.said(atOnce));
            assertThat(reached.bounds()).as("seed %s", seed).isEqualTo(atOnce.bounds());
        });
    }

    @Test
    void aLargerBoundThatLeftNothingOutComesToTheSame() {
        for (Bounds bounds : List.of(SMALL, ONE_EACH)) {
            LongStream.range(0, CASES).forEach(seed -> {
                Examiner examiner = new Examiner(bounds, List.of());
                Examination first = examiner.examine(Text.read(document(seed)));
                for (Growing bound : Growing.values()) {
                    Bounds larger = bound.grown(bound.grown(bounds));
                    Examination fresh = new Examiner(larger, List.of()).examine(first.agreement());
                    String as = "seed " + seed + ", " + bound;
                    if (!first.leftOut().contains(bound)) {
                        assertThat(SideBySideTest.said(fresh)).as(as).isEqualTo(SideBySideTest.said(first));
                        assertThat(fresh.leftOut()).as(as).isEqualTo(first.leftOut());
                    }
                    Examination known = examiner.within(larger).examine(first.agreement());
                    assertThat(SideBySideTest.said(known)).as(as).isEqualTo(SideBySideTest.said(fresh));
                    assertThat(known.leftOut()).as(as).isEqualTo(fresh.leftOut());
                }
            });
        }
    }

    @Test
    void byItselfItLooksDeeperButAsksForNoMoreDefectors() {
        LongStream.range(0, CASES).forEach(seed -> {
            Examiner examiner = new Examiner(ONE_EACH, List.of());
            Examination first = examiner.examine(Text.read(document(seed)));
            Growth growth = Deeper.byItself(examiner, Set.of()).from(first);
            assertThat(growth.examination().bounds().defectors()).isEqualTo(1);
            assertThat(growth.end() == Growth.End.NOTHING_LEFT_OUT)
                    .as("seed %s", seed)
                    .isEqualTo(Set.of(Growing.DEFECTORS)
                            .containsAll(growth.examination().leftOut()));
        });
    }

    @Test
    void nothingIsNoLongerTold() {
        LongStream.range(0, CASES).forEach(seed -> {
            Examination first = examiner().examine(Text.read(document(seed)));
            Growth growth = new Deeper(examiner(), Set.of(), 400_000).from(first);
            assertThat(told(growth.examination())).as("seed %s", seed).containsAll(told(first));
            assertThat(growth.examination().partial()).as("seed %s", seed).isEmpty();
        });
    }

    @Test
    void afterARoundWithoutAChangeItIsSettled() {
        Map<Growth.End, Long> ends = LongStream.range(0, CASES)
                .mapToObj(seed -> {
                    Growth growth = grown(seed, Set.of(), 400_000);
                    List<Growth.Step> steps = growth.steps();
                    if (growth.end() == Growth.End.SETTLED) {
                        int round = growth.examination().leftOut().size();
                        assertThat(round).as("seed %s", seed).isPositive();
                        assertThat(steps.subList(steps.size() - round, steps.size()))
                                .as("seed %s", seed)
                                .noneMatch(Growth.Step::isChange);
                    }
                    return growth.end();
                })
                .collect(Collectors.groupingBy(end -> end, Collectors.counting()));
        assertThat(ends).containsKeys(Growth.End.SETTLED, Growth.End.NOTHING_LEFT_OUT);
    }

    @Test
    void whatIsFixedDoesNotGrow() {
        Growth growth = grown(1, Set.of("evasions", "requests"), 400_000);
        assertThat(growth.examination().bounds().evasions()).isZero();
        assertThat(growth.examination().bounds().requests()).isZero();
    }

    @Test
    void noMoreIsPlayedThanIsAllowed() {
        LongStream.range(0, CASES).forEach(seed -> {
            Growth growth = grown(seed, Set.of(), 500);
            assertThat(growth.work()).as("seed %s", seed).isLessThanOrEqualTo(500);
        });
        assertThat(grown(1, Set.of(), 1).end()).isEqualTo(Growth.End.WORK_USED_UP);
    }

    private static Growth grown(long seed, Set<String> fixed, long work) {
        Examiner examiner = examiner();
        return new Deeper(examiner, fixed, work).from(examiner.examine(Text.read(document(seed))));
    }

    private static Examiner examiner() {
        return new Examiner(SMALL, List.of());
    }

    static String document(long seed) {
        return RandomGuarantees.document(RandomGuarantees.statements(seed));
    }

    /** Of which prohibitions, broken by whom, something is said. */
    private static Set<String> told(Examination examination) {
        return examination.guarantees().stream()
                .map((Guarantee g) -> g.prohibition() + " " + g.violator())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
