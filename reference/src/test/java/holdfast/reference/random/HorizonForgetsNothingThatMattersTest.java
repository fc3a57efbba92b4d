package holdfast.reference.random;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.horizon.Archive;
import holdfast.engine.horizon.HorizonMonitor;
import holdfast.engine.monitor.Monitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is said with a horizon, in the archive and beside it, is what is said without one of the records that were taken. */
class HorizonForgetsNothingThatMattersTest {
    private static final long DAY = 86_400_000;
    private static final int CASES = Integer.getInteger("cases", 20_000);
    private static final long FIRST = Long.getLong("seed", 1);

    private static final class Kept implements Archive {
        final List<Record> records = new ArrayList<>();
        final List<Verdict> verdicts = new ArrayList<>();

        @Override
        public void take(Record record) {
            records.add(record);
        }

        @Override
        public void take(Verdict verdict) {
            verdicts.add(verdict);
        }
    }

    @Test
    void on_random_agreements_and_histories() {
        long gone = LongStream.range(FIRST, FIRST + CASES)
                .parallel()
                .map(seed -> compare(RandomCase.of(seed)))
                .sum();
        assertThat(gone).as("something was forgotten").isGreaterThan(CASES / 10L);
    }

    /** @return how many records went to the archive */
    private static long compare(RandomCase one) {
        Dice dice = new Dice(one.seed());
        long horizon = DAY * dice.between(1, 30) / 2;
        Kept archive = new Kept();
        HorizonMonitor forgetful = new HorizonMonitor(one.agreement(), horizon, archive, dice.between(1, 8));
        Monitor whole = new Monitor(one.agreement());
        List<Record> records = new ArrayList<>(one.records());
        records.sort(Comparator.comparingLong(Record::recorded).thenComparing(Record::id));
        Set<String> taken = new HashSet<>();
        for (Record record : records) {
            forgetful.advanceTo(record.recorded());
            if (forgetful.accept(record).isEmpty()) {
                whole.accept(record);
                taken.add(record.id());
            }
            check(one, "at " + record.id(), forgetful, archive, whole, record.recorded());
        }
        for (long now : one.moments().stream().sorted().toList()) {
            long last =
                    records.isEmpty() ? now : Math.max(now, records.getLast().recorded());
            forgetful.advanceTo(last);
            forgetful.forget();
            check(one, "at " + last, forgetful, archive, whole, last);
        }
        assertThat(archive.records)
                .extracting(Record::id)
                .doesNotHaveDuplicates()
                .allMatch(taken::contains);
        checkArchive(one, archive, records.isEmpty() ? 0 : records.getLast().recorded());
        return taken.size() - forgetful.held();
    }

    /** Whoever replays the archive alone finds what it says. */
    private static void checkArchive(RandomCase one, Kept archive, long now) {
        Monitor again = new Monitor(one.agreement());
        archive.records.forEach(again::accept);
        again.advanceTo(now + 400 * DAY);
        Map<Verdict, Long> found = counted(again.verdicts());
        counted(archive.verdicts)
                .forEach((verdict, n) -> assertThat(found.getOrDefault(verdict, 0L))
                        .as("seed " + one.seed() + " " + verdict)
                        .isGreaterThanOrEqualTo(n));
    }

    private static void check(
            RandomCase one, String when, HorizonMonitor forgetful, Kept archive, Monitor whole, long now) {
        whole.advanceTo(now);
        List<Verdict> said = new ArrayList<>(archive.verdicts);
        said.addAll(forgetful.verdicts());
        assertThat(counted(said)).as("seed " + one.seed() + " " + when).isEqualTo(counted(whole.verdicts()));
    }

    private static Map<Verdict, Long> counted(List<Verdict> verdicts) {
        return verdicts.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
