package holdfast.engine.monitor.condition;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.monitor.Acts;
import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Conditions made of others say of time, of undefined words and of who reads them what their parts say. */
class PremiseTest {
    private static final long[] NOTHING = {};

    /** Nobody reads: what is tried here keeps no readers. */
    @SuppressWarnings("NullAway")
    private static final Cell NOBODY = null;

    private final Part war = new Part(new Truth(IntervalSet.of(10, 19), IntervalSet.of(5, 24)), 30, false);
    private final Part proper = new Part(Truth.OPEN, 50, true);

    @Test
    void bothHoldWhereEachDoesAndEitherWhereOneDoes() {
        Part later = new Part(new Truth(IntervalSet.of(15, 40), IntervalSet.of(15, 40)), 30, false);
        Premise both = new Premise.All(new Premise[] {war, later});
        Premise either = new Premise.Any(new Premise[] {war, later});
        long[] instants = {4, 7, 12, 17, 22, 30, 41};
        int[] expectBoth = {0, 0, 0, 2, 1, 0, 0};
        int[] expectEither = {0, 1, 2, 2, 2, 2, 0};
        int[] expectNot = {2, 1, 0, 0, 1, 2, 2};
        for (int i = 0; i < instants.length; i++) {
            assertThat(at(both, instants[i])).isEqualTo(expectBoth[i]);
            assertThat(at(either, instants[i])).isEqualTo(expectEither[i]);
            assertThat(at(new Premise.Not(war), instants[i])).isEqualTo(expectNot[i]);
        }
    }

    private static int at(Premise premise, long instant) {
        int said = premise.at(NOTHING, instant, NOBODY);
        assertThat(premise.over(NOTHING, Long.MIN_VALUE, Long.MAX_VALUE, NOBODY).at(instant))
                .isEqualTo(said);
        assertThat(premise.during(NOTHING, instant, instant, NOBODY)).isEqualTo(said);
        return said;
    }

    @Test
    void ofATimeThatIsNotKnownExactlyItIsTrueIfItIsTrueThroughout() {
        assertThat(war.during(NOTHING, 12, 15, NOBODY)).isEqualTo(Truth.TRUE);
        assertThat(war.during(NOTHING, 12, 20, NOBODY)).isEqualTo(Truth.UNKNOWN);
        assertThat(war.during(NOTHING, 25, 40, NOBODY)).isEqualTo(Truth.FALSE);
    }

    @Test
    void changesWhenTheFirstOfItsPartsDoes() {
        assertThat(next(new Premise.All(new Premise[] {proper, war}))).isEqualTo(30);
        assertThat(next(new Premise.Not(war))).isEqualTo(30);
        assertThat(next(named(war))).isEqualTo(30);
        assertThat(next(Premise.ALWAYS)).isEqualTo(Long.MAX_VALUE);
    }

    private static long next(Premise premise) {
        return premise.nextChange(NOTHING, 0, NOBODY);
    }

    private static Premise named(Premise meaning) {
        return new Premise.Named(meaning, 0, new int[0], new long[0]);
    }

    @Test
    void isUndefinedIfAnyOfItsPartsIs() {
        assertThat(Premise.ALWAYS.undefined()).isFalse();
        assertThat(new Premise.Not(war).undefined()).isFalse();
        assertThat(new Premise.Not(proper).undefined()).isTrue();
        assertThat(named(war).undefined()).isFalse();
        assertThat(named(proper).undefined()).isTrue();
        assertThat(new Premise.Any(new Premise[] {war, war}).undefined()).isFalse();
        assertThat(new Premise.Any(new Premise[] {war, proper}).undefined()).isTrue();
    }

    @Test
    void isFixedIfAllOfItsPartsAre() {
        assertThat(new Premise.Not(Premise.ALWAYS).fixed()).isTrue();
        assertThat(new Premise.Not(war).fixed()).isFalse();
        assertThat(named(Premise.ALWAYS).fixed()).isTrue();
        assertThat(named(war).fixed()).isFalse();
        assertThat(new Premise.All(new Premise[] {Premise.ALWAYS, Premise.ALWAYS}).fixed())
                .isTrue();
        assertThat(new Premise.All(new Premise[] {Premise.ALWAYS, war}).fixed()).isFalse();
    }

    @Test
    void aReaderThatCaresAgainIsCountedInByEachPart() {
        new Premise.Not(war).reopen(NOTHING);
        named(war).reopen(NOTHING);
        new Premise.All(new Premise[] {war, proper}).reopen(NOTHING);
        assertThat(war.reopened).isEqualTo(3);
        assertThat(proper.reopened).isEqualTo(1);
    }

    @Test
    void restsOnWhatItsPartsRestOn() {
        List<Occurrence> into = new ArrayList<>();
        new Premise.Not(new Premise.Any(new Premise[] {war, named(proper)}))
                .gather(NOTHING, new Used.At(12), NOBODY, into);
        assertThat(into).containsExactly(war.act, proper.act);
    }

    /** Where what surely holds was not known before, it may have begun with the first of what it hangs on. */
    @Test
    void beginsWithTheFirstOfWhatItHangsOn() {
        List<Occurrence> used = List.of(Acts.sure(8, 12), Acts.sure(6, 12));
        assertThat(Beginning.of(Beginning.NONE, 12, instant -> instant == 12 ? used : List.of()))
                .isEqualTo(6);
        assertThat(Beginning.of(Beginning.NONE, 12, instant -> List.of())).isEqualTo(Beginning.NONE);
        assertThat(Beginning.of(9, 12, instant -> used)).isEqualTo(9);
        assertThat(Beginning.of(Beginning.NONE, Beginning.NONE, instant -> used))
                .isEqualTo(Beginning.NONE);
    }

    private static final class Part extends Premise {
        private final Truth truth;
        private final long next;
        private final boolean undefined;
        private final Occurrence act = Acts.at(1);
        private int reopened;

        Part(Truth truth, long next, boolean undefined) {
            this.truth = truth;
            this.next = next;
            this.undefined = undefined;
        }

        @Override
        public int at(long[] binding, long instant, @Nullable Cell reader) {
            return truth.at(instant);
        }

        @Override
        public Truth over(long[] binding, long lo, long hi, @Nullable Cell reader) {
            return truth;
        }

        @Override
        public long nextChange(long[] binding, long instant, @Nullable Cell reader) {
            return next;
        }

        @Override
        public void gather(long[] binding, Used used, @Nullable Cell reader, List<Occurrence> into) {
            into.add(act);
        }

        @Override
        public boolean undefined() {
            return undefined;
        }

        @Override
        public void reopen(long[] binding) {
            reopened++;
        }

        @Override
        public boolean fixed() {
            return false;
        }
    }
}
