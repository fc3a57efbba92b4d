package holdfast.engine.monitor.definition;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Time;
import holdfast.engine.monitor.Acts;
import holdfast.engine.monitor.Seeds;
import holdfast.engine.monitor.definition.Chains.Chain;
import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Span;
import holdfast.language.model.Span.Unit;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Acts that follow one another no later than the gap are one chain, in whatever order they became known. */
class ChainsTest {
    private static final CivilTime CIVIL = new CivilTime(ZoneOffset.UTC);
    private static final Span MINUTE = new Span(1, Unit.MINUTE);
    private static final long SECOND = 1000;

    @Test
    void anActAtTheEndOfTheGapStillJoins() {
        Known known = new Known(MINUTE);
        Occurrence first = known.comes(Acts.at(0));
        Occurrence second = known.comes(Acts.at(60 * SECOND));
        Occurrence third = known.comes(Acts.at(120 * SECOND + 1));
        assertThat(known.chains()).containsExactly(List.of(first, second), List.of(third));
    }

    @Test
    void withoutAGapEachActIsByItself() {
        Known known = new Known(null);
        Occurrence first = known.comes(Acts.at(0));
        Occurrence second = known.comes(Acts.at(0));
        assertThat(known.chains()).containsExactly(List.of(first), List.of(second));
    }

    @Test
    void aLateReportJoinsTwoChains() {
        Known known = new Known(MINUTE);
        Occurrence first = known.comes(Acts.at(0));
        Occurrence last = known.comes(Acts.at(100 * SECOND));
        assertThat(known.chains()).hasSize(2);
        Occurrence between = known.comes(Acts.at(50 * SECOND));
        assertThat(known.chains()).containsExactly(List.of(first, between, last));
        known.goes(between);
        assertThat(known.chains()).containsExactly(List.of(first), List.of(last));
    }

    @Test
    void whatNoLongerCountsNoLongerJoins() {
        Known known = new Known(MINUTE);
        Occurrence first = known.comes(Acts.at(0));
        Occurrence between = known.comes(Acts.at(50 * SECOND));
        Occurrence last = known.comes(Acts.at(100 * SECOND));
        known.counts(between, Truth.FALSE);
        assertThat(known.chains()).containsExactly(List.of(first), List.of(last));
    }

    @Test
    void aChainOfKnownActsIsOneEpisodeUntilTheGapAfterItsLastAct() {
        Known known = new Known(MINUTE);
        known.comes(Acts.at(0));
        known.comes(Acts.at(50 * SECOND));
        List<Episode> episodes = known.chains.episodes(known.chains.chains().getFirst());
        assertThat(episodes).singleElement().satisfies(e -> {
            assertThat(e.sure()).isTrue();
            assertThat(List.of(e.startLo(), e.startHi())).containsOnly(0L);
            assertThat(List.of(e.endLo(), e.endHi())).containsOnly(110 * SECOND);
        });
    }

    /** Acts come, go, and count for more or less; the chains are always those that all that is known makes. */
    @Test
    void areTheSameAsIfFormedAnew() {
        Seeds.each(150, random -> {
            Known known = new Known(random.nextInt(5) == 0 ? null : MINUTE);
            for (int step = 0; step < 60; step++) {
                known.change(random);
                assertThat(known.chains()).isEqualTo(known.formedAnew());
                assertThat(known.told).containsExactlyInAnyOrderElementsOf(known.chains.chains());
            }
        });
    }

    /** What is known, the chains of it, and those that a listener has heard of. */
    private static final class Known implements Chains.Listener {
        private final @Nullable Span gap;
        private final Bucket bucket = new Bucket();
        private final List<Occurrence> acts = new ArrayList<>();
        private final Map<Occurrence, Integer> weights = new IdentityHashMap<>();
        private final Set<Chain> told = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Chains chains;
        private long end;

        Known(@Nullable Span gap) {
            this.gap = gap;
            chains = new Chains(bucket, a -> weights.getOrDefault(a, Truth.TRUE), gap, CIVIL, this);
        }

        void change(Random random) {
            switch (acts.isEmpty() ? 0 : random.nextInt(6)) {
                case 0, 1 -> comes(any(random, random.nextLong(1 + end)));
                case 2, 3 -> comes(any(random, end + random.nextInt(100) * SECOND));
                case 4 -> goes(acts.get(random.nextInt(acts.size())));
                default -> counts(acts.get(random.nextInt(acts.size())), random.nextInt(3));
            }
        }

        private static Occurrence any(Random random, long lo) {
            return Acts.sure(lo, lo + (random.nextInt(3) == 0 ? random.nextInt(90) * SECOND : 0));
        }

        Occurrence comes(Occurrence act) {
            acts.add(act);
            end = Math.max(end, act.lo);
            bucket.add(act);
            chains.refresh(act.lo, act.hi);
            return act;
        }

        /** It is the very one that goes, and not another at the same time. */
        void goes(Occurrence act) {
            if (acts.stream().filter(a -> a.same(act)).count() == 1) {
                acts.remove(act);
                bucket.remove(act);
                chains.refresh(act.lo, act.hi);
            }
        }

        void counts(Occurrence act, int weight) {
            weights.put(act, weight);
            chains.refresh(act.lo, act.hi);
        }

        List<List<Occurrence>> chains() {
            return chains.chains().stream().map(c -> List.copyOf(c.acts)).toList();
        }

        List<List<Occurrence>> formedAnew() {
            List<List<Occurrence>> formed = new ArrayList<>();
            long reach = Long.MIN_VALUE;
            for (int i = 0; i < bucket.size(); i++) {
                Occurrence act = bucket.get(i);
                if (weights.getOrDefault(act, Truth.TRUE) == Truth.FALSE) {
                    continue;
                }
                if (formed.isEmpty() || gap == null || act.lo > reach) {
                    formed.add(new ArrayList<>());
                    reach = Long.MIN_VALUE;
                }
                formed.getLast().add(act);
                reach = Math.max(
                        reach,
                        gap == null
                                ? act.hi
                                : CIVIL.shift(new Time(act.lo, act.hi), gap).hi());
            }
            return formed;
        }

        @Override
        public void formed(Chain chain) {
            assertThat(told.add(chain)).isTrue();
        }

        @Override
        public void grown(Chain chain) {
            assertThat(told).contains(chain);
        }

        @Override
        public void dissolved(Chain chain) {
            assertThat(told.remove(chain)).isTrue();
        }
    }
}
