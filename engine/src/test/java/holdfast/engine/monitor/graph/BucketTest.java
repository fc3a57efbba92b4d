package holdfast.engine.monitor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.monitor.Acts;
import holdfast.engine.monitor.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A bucket holds its occurrences in order of time, whatever the order in which they came and went. */
class BucketTest {
    private Bucket bucket = new Bucket();

    @Test
    void whatComesLateStandsWhereItBelongs() {
        Occurrence later = Acts.at(20);
        Occurrence first = Acts.at(10);
        bucket.add(later);
        bucket.add(first);
        assertThat(held()).containsExactly(first, later);
    }

    @Test
    void whatEndsFirstStandsFirstAmongThoseThatBeginTogether() {
        Occurrence vague = Acts.sure(10, 90);
        Occurrence precise = Acts.at(10);
        bucket.add(vague);
        bucket.add(precise);
        assertThat(held()).containsExactly(precise, vague);
    }

    @Test
    void isPlainUntilSomethingUnsureOrVagueWasIn() {
        bucket.add(Acts.at(10));
        assertThat(bucket.plain()).isTrue();
        Occurrence unsure = Acts.unsure(20, 20);
        bucket.add(unsure);
        bucket.remove(unsure);
        assertThat(bucket.plain()).isFalse();
    }

    @Test
    void aReaderHearsWhereSomethingChanged() {
        NotingCell reader = NotingCell.in(NotingCell.graph());
        bucket.readBy(reader);
        bucket.readBy(reader);
        Occurrence act = Acts.sure(10, 20);
        bucket.add(act);
        reader.node.refresh();
        bucket.remove(act);
        reader.node.refresh();
        assertThat(reader.refreshed).containsExactly(10L, 10L);
    }

    @Test
    void whatSurelyEndedBeforeNeedNotBeLookedAt() {
        for (long instant = 0; instant < 50; instant++) {
            bucket.add(Acts.at(instant));
        }
        assertThat(bucket.firstEndingFrom(30)).isEqualTo(30);
        bucket.add(Acts.sure(40, 45));
        assertThat(bucket.longest()).isEqualTo(5);
        assertThat(bucket.firstEndingFrom(30)).isEqualTo(25);
        assertThat(bucket.firstEndingFrom(Long.MIN_VALUE)).isZero();
    }

    @Test
    void isAListInOrder() {
        Seeds.each(40, random -> {
            bucket = new Bucket();
            List<Occurrence> model = new ArrayList<>();
            for (int step = 0; step < 150; step++) {
                if (model.isEmpty() || random.nextInt(3) > 0) {
                    long lo = random.nextInt(60);
                    Occurrence act = Acts.sure(lo, lo + (random.nextBoolean() ? 0 : random.nextInt(12)));
                    bucket.add(act);
                    model.add(act);
                } else {
                    bucket.remove(model.remove(random.nextInt(model.size())));
                }
                model.sort(Occurrence.IN_ORDER);
                check(model, random.nextInt(-5, 80));
            }
        });
    }

    private void check(List<Occurrence> model, long instant) {
        assertThat(held().stream().map(BucketTest::time))
                .isEqualTo(model.stream().map(BucketTest::time).toList());
        assertThat(IntStream.range(0, bucket.size())).allMatch(i -> bucket.start(i) == bucket.get(i).lo);
        assertThat(bucket.firstFrom(instant))
                .isEqualTo((int) model.stream().filter(o -> o.lo < instant).count());
        assertThat(model.subList(0, bucket.firstEndingFrom(instant))).allMatch(o -> o.hi < instant);
    }

    private List<Occurrence> held() {
        return IntStream.range(0, bucket.size()).mapToObj(bucket::get).toList();
    }

    private static List<Long> time(Occurrence o) {
        return List.of(o.lo, o.hi);
    }
}
