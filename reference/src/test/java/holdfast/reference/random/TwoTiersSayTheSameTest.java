package holdfast.reference.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import holdfast.engine.Record;
import holdfast.engine.Rows;
import holdfast.engine.monitor.Monitor;
import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Whichever tier serves a key, what is said is what the reference says: at every moment of knowledge, in every order of arrival, after corrections and withdrawals, with time moved
 * back, and wherever a key is handed over. {@code -Dcases=N} and {@code -Dseed=S} for others.
 */
class TwoTiersSayTheSameTest {
    private static final long CASES = Long.getLong("cases", 20_000);
    private static final long FIRST = Long.getLong("seed", 1);

    @Test
    void on_random_plain_agreements() {
        OptionalLong failing = LongStream.range(FIRST, FIRST + CASES)
                .parallel()
                .filter(seed -> PlainCase.of(seed)
                        .filter(c -> disagreement(c).isPresent())
                        .isPresent())
                .findFirst();
        failing.ifPresent(seed -> report(PlainCase.of(seed).orElseThrow()));
    }

    /** What happened, and who contradicts without effect, is the same whichever tier has the records. */
    @Test
    void what_happened_and_who_dissents_is_the_same() {
        for (long seed = FIRST; seed < FIRST + CASES / 5; seed++) {
            PlainCase.of(seed).ifPresent(c -> {
                Monitor two = Monitor.ofManyRecords(c.agreement());
                Monitor one = new Monitor(c.agreement());
                for (Record record : new Dice(c.seed() + 5).shuffled(c.records())) {
                    two.accept(record);
                    one.accept(record);
                    two.advanceTo(record.recorded());
                    one.advanceTo(record.recorded());
                    assertThat(two.facts()).as("seed " + c.seed()).isEqualTo(one.facts());
                    assertThat(two.dissent()).as("seed " + c.seed()).isEqualTo(one.dissent());
                }
            });
        }
    }

    /** Rows are as good as records, under any text. */
    @Test
    void rows_are_as_good_as_records() {
        for (long seed = FIRST; seed < FIRST + CASES / 5; seed++) {
            RandomCase c =
                    seed % 2 == 0 ? RandomCase.of(seed) : PlainCase.of(seed).orElse(RandomCase.of(seed));
            Monitor byRows = Monitor.ofManyRecords(c.agreement());
            Monitor byRecords = Monitor.ofManyRecords(c.agreement());
            for (Record record : c.records()) {
                byRecords.accept(record);
                if (!(record instanceof Record.Observation o) || !taken(byRows, c.agreement(), o)) {
                    byRows.accept(record);
                }
            }
            long now = c.moments().getLast();
            byRows.advanceTo(now);
            byRecords.advanceTo(now);
            assertThat(byRows.verdicts()).as("seed " + seed).isEqualTo(byRecords.verdicts());
        }
    }

    /** Whether the observation can be a row, and was taken as one. */
    private static boolean taken(Monitor monitor, Agreement agreement, Record.Observation o) {
        Optional<EventType> type = agreement.events().stream()
                .filter(e -> e.name().equals(o.event()))
                .findFirst();
        boolean plain =
                o.occurred().precise() && o.incident().isEmpty() && o.corrects().isEmpty();
        if (type.isEmpty() || !plain) {
            return false;
        }
        Rows rows = monitor.rows(o.event(), o.source(), o.author(), o.basis(), "r");
        List<EventType.Attribute> attributes = type.get().attributes();
        int[] codes = new int[attributes.size()];
        for (int i = 0; i < codes.length; i++) {
            Value value = o.values().get(attributes.get(i).name());
            boolean party = attributes.get(i).type() == ValueType.PARTY;
            codes[i] = value != null ? rows.code(i, value) : party ? rows.code(i, Value.UNATTRIBUTED) : Rows.NOT_GIVEN;
        }
        rows.take(
                Integer.parseInt(o.id().substring(1)),
                o.recorded(),
                o.occurred().lo(),
                codes);
        return true;
    }

    /** Where a text has a clause beyond the first tier, there is only the second; of these texts that is seldom so. */
    @Test
    void most_of_them_are_served_by_the_first_tier() {
        long texts = LongStream.range(0, 400)
                .filter(s -> PlainCase.of(s).isPresent())
                .count();
        long served = LongStream.range(0, 400)
                .filter(s -> PlainCase.of(s)
                        .filter(c -> Monitor.ofManyRecords(c.agreement()).hasFirstTier())
                        .isPresent())
                .count();
        assertThat(texts).isGreaterThan(300);
        assertThat(served).isGreaterThan(200);
    }

    private static Optional<Disagreement> disagreement(RandomCase c) {
        return Disagreement.on(c, Monitor::ofManyRecords);
    }

    private static void report(RandomCase whole) {
        RandomCase small = Shrinker.shrink(whole, c -> disagreement(c).isPresent(), 20_000);
        fail("they disagree: -Dcases=1 -Dseed=" + whole.seed() + "\n"
                + disagreement(small).orElseThrow().describe(small));
    }
}
