package holdfast.engine.monitor.time;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.monitor.Seeds;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A set of intervals is a set of instants: whatever is done with it must be true of every instant by itself. */
class IntervalSetTest {
    private static final long END = 30;
    private static final long[] INSTANTS = LongStream.concat(
                    LongStream.rangeClosed(-END, END),
                    LongStream.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE - 1, Long.MAX_VALUE))
            .toArray();

    // in words

    @Test
    void intervalsThatTouchAreOne() {
        IntervalSet set = IntervalSet.of(1, 3).union(IntervalSet.of(4, 6));
        assertThat(set).isEqualTo(IntervalSet.of(1, 6));
        assertThat(set.size()).isEqualTo(1);
    }

    @Test
    void anIntervalThatEndsBeforeItBeginsIsEmpty() {
        assertThat(IntervalSet.of(5, 4)).isEqualTo(IntervalSet.EMPTY);
    }

    @Test
    void whatIsNotInASetWithABeginningHasNone() {
        assertThat(IntervalSet.from(7).complement()).isEqualTo(IntervalSet.of(Long.MIN_VALUE, 6));
        assertThat(IntervalSet.of(Long.MIN_VALUE, 6).complement()).isEqualTo(IntervalSet.from(7));
        assertThat(IntervalSet.EMPTY.complement()).isEqualTo(IntervalSet.ALL);
        assertThat(IntervalSet.ALL.complement()).isEqualTo(IntervalSet.EMPTY);
    }

    @Test
    void whatHasNoEndNeverChangesAgain() {
        IntervalSet set = IntervalSet.of(1, 3).union(IntervalSet.from(10));
        assertThat(set.nextChange(0)).isEqualTo(1);
        assertThat(set.nextChange(1)).isEqualTo(4);
        assertThat(set.nextChange(3)).isEqualTo(4);
        assertThat(set.nextChange(4)).isEqualTo(10);
        assertThat(set.nextChange(10)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aStretchWithAGapIsMetAndNotHeld() {
        IntervalSet set = IntervalSet.of(1, 3).union(IntervalSet.of(5, 9));
        assertThat(set.containsAll(1, 3)).isTrue();
        assertThat(set.containsAll(2, 6)).isFalse();
        assertThat(set.meets(4, 4)).isFalse();
        assertThat(set.meets(4, 5)).isTrue();
        assertThat(set.meets(10, 20)).isFalse();
    }

    @Test
    void equalSetsDoNotDiffer() {
        assertThat(IntervalSet.of(1, 3).difference(IntervalSet.of(1, 3))).isNull();
        assertThat(IntervalSet.of(1, 3).difference(IntervalSet.of(1, 8))).containsExactly(3, 8);
    }

    // of every instant

    @Test
    void isTheSetOfItsInstants() {
        Seeds.each(300, random -> {
            IntervalSet a = any(random);
            IntervalSet b = any(random);
            long lo = random.nextLong(-END, END);
            long hi = random.nextLong(-END, END);

            holds(a.complement(), t -> !a.contains(t));
            holds(a.union(b), t -> a.contains(t) || b.contains(t));
            holds(a.intersection(b), t -> a.contains(t) && b.contains(t));
            holds(a.minus(b), t -> a.contains(t) && !b.contains(t));
            holds(a.clip(lo, hi), t -> a.contains(t) && lo <= t && t <= hi);
        });
    }

    @Test
    void isFoundByLookingAtEachInstant() {
        Seeds.each(300, random -> {
            IntervalSet set = any(random);
            long lo = random.nextLong(-END, END);
            long hi = random.nextLong(lo, END + 1);
            LongPredicate isIn = byIntervals(set);

            holds(set, isIn);
            assertThat(set.containsAll(lo, hi))
                    .isEqualTo(LongStream.rangeClosed(lo, hi).allMatch(isIn));
            assertThat(set.meets(lo, hi))
                    .isEqualTo(LongStream.rangeClosed(lo, hi).anyMatch(isIn));
            LongStream.rangeClosed(lo + 1, END)
                    .filter(t -> isIn.test(t) != isIn.test(lo))
                    .findFirst()
                    .ifPresentOrElse(
                            t -> assertThat(set.nextChange(lo)).isEqualTo(t),
                            () -> assertThat(set.nextChange(lo)).isGreaterThan(END));
        });
    }

    @Test
    void differsFromAnotherOnlyBetweenTwoInstants() {
        Seeds.each(300, random -> {
            IntervalSet a = any(random);
            IntervalSet b = random.nextInt(4) == 0
                    ? a.clip(-END, END)
                    : a.union(any(random)).minus(any(random));
            long[] between = a.difference(b);

            assertThat(between == null).isEqualTo(a.equals(b));
            assertThat(LongStream.of(INSTANTS).filter(t -> a.contains(t) != b.contains(t)))
                    .allMatch(t -> between != null && between[0] <= t && t <= between[1]);
            if (a.equals(b)) {
                assertThat(a).hasSameHashCodeAs(b);
            }
        });
    }

    /** And its intervals are sorted, and none touches the next: so that sets are equal if their instants are. */
    private static void holds(IntervalSet set, LongPredicate expected) {
        assertThat(LongStream.of(INSTANTS).filter(t -> set.contains(t) != expected.test(t)))
                .as("instants that are told wrongly")
                .isEmpty();
        for (int i = 0; i < set.size(); i++) {
            assertThat(set.first(i)).isLessThanOrEqualTo(set.last(i));
            assertThat(i == 0 || set.last(i - 1) < set.first(i) - 1).isTrue();
        }
        assertThat(set.isEmpty()).isEqualTo(set.size() == 0);
    }

    private static LongPredicate byIntervals(IntervalSet set) {
        return t -> {
            boolean found = false;
            for (int i = 0; i < set.size(); i++) {
                found |= set.first(i) <= t && t <= set.last(i);
            }
            return found;
        };
    }

    /** Up to six intervals, with many that touch; now and then without a beginning or an end. */
    private static IntervalSet any(Random random) {
        IntervalSet.Builder builder = new IntervalSet.Builder();
        long next = -END;
        if (random.nextInt(6) == 0) {
            builder.add(Long.MIN_VALUE, next += random.nextInt(6));
        }
        for (int i = random.nextInt(7); i > 0; i--) {
            long first = next + random.nextInt(5);
            next = first + random.nextInt(5);
            builder.add(first, next);
        }
        if (random.nextInt(6) == 0) {
            builder.add(next + random.nextInt(4), Long.MAX_VALUE);
        }
        return builder.build();
    }
}
