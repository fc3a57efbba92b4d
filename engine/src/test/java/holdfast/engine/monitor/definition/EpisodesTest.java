package holdfast.engine.monitor.definition;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.monitor.Acts;
import holdfast.engine.monitor.Seeds;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.language.model.Span;
import holdfast.language.model.Span.Unit;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is told of episodes is true wherever in its time each act happened, and whether or not the unsure ones did
 * (semantics, sections 10 and 14).
 */
class EpisodesTest {
    private static final CivilTime CIVIL = new CivilTime(ZoneId.of("Europe/Kyiv"));
    private static final long HOUR = 3_600_000;

    /** Some days before the clocks change. */
    private static final long START = CIVIL.start(LocalDate.of(2015, 3, 27));

    /** One instant for each act that happened. */
    private record Happened(int act, long at) {}

    @Test
    void actsThatAreWithinTheGapHoweverTheirTimesFallAreOneEpisode() {
        List<Occurrence> acts = List.of(Acts.sure(0, HOUR), Acts.at(2 * HOUR));
        assertThat(Episodes.of(acts, all(acts), new Span(3, Unit.HOUR), CIVIL)).hasSize(1);
    }

    @Test
    void actsThatMayLieFurtherApartMayBeTwo() {
        List<Occurrence> acts = List.of(Acts.sure(0, 10 * HOUR), Acts.at(12 * HOUR));
        List<Episode> told = Episodes.of(acts, all(acts), new Span(3, Unit.HOUR), CIVIL);
        assertThat(told).hasSize(2);
        assertThat(told.stream().filter(Episode::own))
                .as("surely one breach, and perhaps no more")
                .hasSize(1);
    }

    @Test
    void isTrueInEveryCompletion() {
        Seeds.each(1500, random -> {
            List<Occurrence> acts = acts(random);
            BitSet sures = new BitSet();
            IntStream.range(0, acts.size()).filter(i -> random.nextInt(4) > 0).forEach(sures::set);
            Span gap = random.nextBoolean() ? new Span(random.nextInt(1, 30), Unit.HOUR) : new Span(1, Unit.DAY);
            List<Episode> told = Episodes.of(acts, sures, gap, CIVIL);
            for (int i = 0; i < 8; i++) {
                isTrue(told, acts, completion(acts, sures, random), gap);
            }
        });
    }

    private static void isTrue(List<Episode> told, List<Occurrence> acts, List<Happened> happened, Span gap) {
        List<List<Happened>> chains = chains(happened, gap);
        for (Episode episode : told) {
            for (List<Happened> chain : chains) {
                if (episode.sure() && chain.stream().anyMatch(h -> isOf(episode, acts.get(h.act())))) {
                    assertThat(chain.getFirst().at()).isBetween(episode.startLo(), episode.startHi());
                    assertThat(end(chain, gap)).isBetween(episode.endLo(), episode.endHi());
                }
            }
        }
        assertThat(told.stream().filter(Episode::own).count()).isLessThanOrEqualTo(chains.size());
        assertThat(happened).allMatch(h -> told.stream().anyMatch(e -> isOf(e, acts.get(h.act()))));
    }

    private static boolean isOf(Episode episode, Occurrence act) {
        return episode.acts().stream().limit(episode.count()).anyMatch(a -> a == act);
    }

    /** Each act begins not later than the gap after one before it. */
    private static List<List<Happened>> chains(List<Happened> happened, Span gap) {
        List<List<Happened>> chains = new ArrayList<>();
        for (Happened act : happened) {
            if (chains.isEmpty() || act.at() > end(chains.getLast(), gap)) {
                chains.add(new ArrayList<>());
            }
            chains.getLast().add(act);
        }
        return chains;
    }

    private static long end(List<Happened> chain, Span gap) {
        return chain.stream().mapToLong(h -> CIVIL.shift(h.at(), gap, 1)).max().orElseThrow();
    }

    private static List<Happened> completion(List<Occurrence> acts, BitSet sures, Random random) {
        return IntStream.range(0, acts.size())
                .filter(i -> sures.get(i) || random.nextBoolean())
                .mapToObj(i -> new Happened(i, instant(acts.get(i), random)))
                .sorted(Comparator.comparingLong(Happened::at))
                .toList();
    }

    /** Its ends are where most is decided. */
    private static long instant(Occurrence act, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> act.lo;
            case 1 -> act.hi;
            default -> random.nextLong(act.lo, act.hi + 1);
        };
    }

    private static List<Occurrence> acts(Random random) {
        return IntStream.range(0, random.nextInt(1, 8))
                .mapToObj(_ -> {
                    long lo = START + random.nextInt(96) * HOUR;
                    return Acts.sure(lo, lo + (random.nextBoolean() ? 0 : random.nextInt(30) * HOUR));
                })
                .sorted(Occurrence.IN_ORDER)
                .toList();
    }

    private static BitSet all(List<Occurrence> acts) {
        BitSet all = new BitSet();
        all.set(0, acts.size());
        return all;
    }
}
