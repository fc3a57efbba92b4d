package holdfast.reference.random;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record.Withdrawal;
import holdfast.engine.Status;
import holdfast.reference.Reference;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShrinkerTest {

    @Test
    void what_does_not_matter_is_taken_away() {
        Predicate<RandomCase> fails = c -> c.records().stream().anyMatch(Withdrawal.class::isInstance);
        RandomCase small = Shrinker.shrink(first(fails), fails, 5_000);
        assertThat(small.records()).hasSize(1);
        assertThat(small.agreement().norms()).hasSize(1);
        assertThat(small.agreement().rules()).isEmpty();
        assertThat(small.moments()).isEmpty();
    }

    @Test
    void what_matters_stays_and_is_well_formed() {
        Predicate<RandomCase> fails = c -> c.moments().stream()
                .flatMap(now -> Reference.verdicts(c.agreement(), c.records(), Long.MAX_VALUE, now).stream())
                .anyMatch(v -> v.status() == Status.CURED);
        RandomCase small = Shrinker.shrink(first(fails), fails, 5_000);
        assertThat(fails).accepts(small);
        assertThat(Shrinker.isWellFormed(small.agreement())).isTrue();
        assertThat(small.agreement().norms()).hasSizeLessThanOrEqualTo(2);
        assertThat(small.moments()).hasSize(1);
    }

    private static RandomCase first(Predicate<RandomCase> fails) {
        return LongStream.range(1, 10_000)
                .mapToObj(RandomCase::of)
                .filter(c -> c.records().size() > 5)
                .filter(fails)
                .findFirst()
                .orElseThrow();
    }
}
