package holdfast.engine.monitor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Time;
import holdfast.engine.monitor.Acts;
import holdfast.language.model.Basis;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The orders of what happened, and on which records it rests. */
class OccurrenceTest {
    private static Fact fact(String id, long at, long reported) {
        return new Fact(0, new Time(at, at), true, new long[0], reported, id, Basis.SEEN);
    }

    private static Fact incident(long at, String... roots) {
        return new Fact(0, new Time(at, at), true, new long[0], at, roots, Basis.SEEN);
    }

    private static Derived derived(long lo, long hi, Fact... support) {
        return new Derived(lo, hi, true, new long[0], support);
    }

    @Test
    void isInOrderByItsFirstInstantThenItsLastThenItsRecords() {
        Occurrence vague = Acts.sure(10, 90);
        Occurrence first = fact("z", 10, 10);
        Occurrence second = fact("a", 11, 11);
        Occurrence third = fact("b", 11, 11);
        assertThat(Stream.of(third, second, vague, first).sorted(Occurrence.IN_ORDER))
                .containsExactly(first, vague, second, third);
    }

    @Test
    void byItsEndIsByItsLastInstantThenItsFirstThenItsRecords() {
        Occurrence vague = Acts.sure(10, 90);
        Occurrence late = Acts.sure(80, 90);
        Occurrence first = fact("z", 20, 20);
        Occurrence second = fact("a", 90, 90);
        Occurrence third = fact("b", 90, 90);
        assertThat(Stream.of(third, late, second, vague, first).sorted(Occurrence.BY_END))
                .containsExactly(first, vague, late, second, third);
    }

    @Test
    void whatIsMadeOfSeveralRestsOnAllTheirRecordsByName() {
        Derived both = derived(5, 9, fact("n", 5, 70), incident(9, "m", "c"));
        assertThat(both.ids()).containsExactly("c", "m", "n");
        assertThat(both.id()).isEqualTo("c");
        assertThat(incident(9, "m", "c").ids()).containsExactly("c", "m");
        // Of those that begin with the same record the next one decides.
        Derived fewer = derived(5, 9, fact("c", 5, 5));
        assertThat(Occurrence.IN_ORDER.compare(fewer, both)).isNegative();
        assertThat(Occurrence.IN_ORDER.compare(both, fewer)).isPositive();
    }

    @Test
    void isReportedWhenTheLastOfItsRecordsWas() {
        assertThat(derived(5, 9, fact("a", 5, 70), fact("b", 9, 30)).reported).isEqualTo(70);
        assertThat(derived(5, 9).reported).isEqualTo(9);
    }

    @Test
    void aRecordUnderSeveralStandsUnderThemOnce() {
        Fact one = fact("a", 5, 5);
        Fact two = fact("b", 6, 6);
        assertThat(Derived.union(List.of(derived(5, 6, one, two), derived(5, 5, one))))
                .containsExactly(one, two);
        assertThat(Derived.union(List.of(two))).containsExactly(two);
    }

    @Test
    void twoThatSayTheSameAreTheSameUnlessTheyAreRecords() {
        Fact one = fact("a", 5, 5);
        assertThat(derived(5, 6, one).same(derived(5, 6, one))).isTrue();
        assertThat(derived(5, 6, one).same(derived(5, 7, one))).isFalse();
        assertThat(derived(5, 6, one).same(derived(5, 6))).isFalse();
        assertThat(one.same(one)).isTrue();
        assertThat(one.same(fact("a", 5, 5))).isFalse();
    }
}
