package holdfast.engine.monitor.plain;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.engine.Record;
import holdfast.engine.Rows;
import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Drained;
import holdfast.engine.monitor.Monitor;
import holdfast.engine.monitor.Snapshot;
import holdfast.engine.monitor.compile.Program;
import holdfast.language.model.EventType;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Of long histories, too, both tiers say the same: many records of each key, at every step, by time alone, back in time, from a snapshot, and in the next history.
 * {@code TwoTiersSayTheSameTest} compares short ones with the reference.
 */
class ManyRecordsTest {
    /** The mutation tests try thousands of changes, and have to be content with fewer. */
    private static final int STEPS =
            Integer.getInteger("steps", Integer.getInteger("mutation.cases") == null ? 240 : 120);

    private static final long SEED = Long.getLong("seed", 1);

    @TestFactory
    Stream<DynamicTest> all_that_is_said_is_the_same_while_nothing_is_in_doubt() {
        return FerryTexts.all(text -> compare(text, SEED, 0));
    }

    @TestFactory
    Stream<DynamicTest> all_that_is_said_is_the_same_when_now_and_then_something_is_in_doubt() {
        return FerryTexts.all(text -> compare(text, SEED + 1, 0.02));
    }

    @TestFactory
    Stream<DynamicTest> all_that_is_said_is_the_same_when_much_is_in_doubt() {
        return FerryTexts.all(text -> compare(text, SEED + 2, 0.3));
    }

    /** Whichever tier judges a clause that is put in another way. */
    @TestFactory
    Stream<DynamicTest> all_that_is_said_is_the_same_of_clauses_that_look_alike() {
        return FerryTexts.strange(text -> compare(text, SEED + 3, 0.02, STEPS / 2));
    }

    private static void compare(Program text, long seed, double odd) {
        assertThat(Monitor.ofManyRecords(text).hasFirstTier()).isTrue();
        compare(text, seed, odd, STEPS);
    }

    private static void compare(Program text, long seed, double odd, int steps) {
        Both both = new Both(text, seed);
        for (int history = 0; history < 2; history++) {
            Telltale tale = new Telltale(seed + 10 * history, text.agreement(), odd);
            for (int i = 0; i < steps; i++) {
                both.step(tale);
            }
            both.later(tale.clock());
            both.begin();
        }
    }

    /** Two monitors that are told the same. */
    private static final class Both {
        private final Program text;
        private final Random random;
        private final Monitor one;
        private Monitor two;
        private long now = Long.MIN_VALUE;
        private long sameUntil = Long.MIN_VALUE;
        private List<Verdict> breaches = List.of();

        /** What whoever hears only of what came and went believes to be said. */
        private final Map<Verdict, Integer> heard = new HashMap<>();

        private List<Verdict> told = List.of();
        private long nothingNewUntil = Long.MIN_VALUE;

        Both(Program text, long seed) {
            this.text = text;
            this.random = new Random(seed);
            this.one = new Monitor(text);
            this.two = Monitor.ofManyRecords(text);
        }

        void begin() {
            one.begin();
            two.begin();
            heard.clear();
            nothingNewUntil = Long.MIN_VALUE;
            now = Long.MIN_VALUE;
            sameUntil = Long.MIN_VALUE;
        }

        void step(Telltale tale) {
            switch (random.nextInt(24)) {
                case 0 -> moveTo(tale.clock() - 1_800_000L * random.nextInt(60));
                case 1 -> moveTo(Math.max(now, tale.clock()) + random.nextInt(2));
                case 2, 3, 4 ->
                    moveTo(Math.max(now, Math.min(tale.clock() + 90_000_000L, sameUntil + random.nextInt(3) - 1)));
                case 5 -> goOnFromSnapshot();
                case 6, 7, 8 -> moveTo(Math.max(now, tale.clock()));
                default -> accept(tale.next());
            }
        }

        /** All that comes by time alone. */
        void later(long clock) {
            moveTo(clock);
            for (int i = 0; i < 30; i++) {
                long next = two.nextNews();
                if (next == Long.MAX_VALUE) {
                    break;
                }
                moveTo(next - 1);
                moveTo(next);
            }
            moveTo(clock + 200L * 24 * 3_600_000);
        }

        private void accept(Record record) {
            one.accept(record);
            if (!(record instanceof Record.Observation o) || random.nextBoolean() || !taken(o)) {
                two.accept(record);
            }
            sameUntil = Long.MIN_VALUE;
            nothingNewUntil = Long.MIN_VALUE;
            if (random.nextInt(3) == 0) {
                compare();
            }
        }

        /** Whether the observation can be a row, and was taken as one. */
        private boolean taken(Record.Observation o) {
            String id = o.id();
            int digits = id.length();
            while (digits > 0 && Character.isDigit(id.charAt(digits - 1))) {
                digits--;
            }
            boolean plain = o.occurred().precise()
                    && o.incident().isEmpty()
                    && o.corrects().isEmpty();
            if (!plain || digits == id.length() || (id.charAt(digits) == '0' && digits < id.length() - 1)) {
                return false;
            }
            Rows rows = two.rows(o.event(), o.source(), o.author(), o.basis(), id.substring(0, digits));
            List<EventType.Attribute> attributes =
                    text.agreement().eventType(o.event()).orElseThrow().attributes();
            int[] codes = new int[attributes.size()];
            for (int i = 0; i < codes.length; i++) {
                Value value = o.values().get(attributes.get(i).name());
                boolean party = attributes.get(i).type() == ValueType.PARTY;
                if (value == null && party && o.values().containsValue(Value.UNATTRIBUTED)) {
                    return false;
                }
                codes[i] = value != null ? rows.code(i, value) : Rows.NOT_GIVEN;
            }
            rows.take(
                    Integer.parseInt(id.substring(digits)),
                    o.recorded(),
                    o.occurred().lo(),
                    codes);
            return true;
        }

        private void moveTo(long instant) {
            if (instant < now) {
                sameUntil = Long.MIN_VALUE;
                nothingNewUntil = Long.MIN_VALUE;
            }
            now = instant;
            one.advanceTo(instant);
            two.advanceTo(instant);
            compare();
        }

        private void goOnFromSnapshot() {
            try {
                ByteArrayOutputStream written = new ByteArrayOutputStream();
                Snapshot.write(two, written);
                two = Snapshot.read(text, new ByteArrayInputStream(written.toByteArray()));
                heard.clear();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            compare();
        }

        private void compare() {
            List<Verdict> said = two.verdicts();
            assertThat(said).isEqualTo(one.verdicts());
            assertThat(two.breaches())
                    .isEqualTo(said.stream().filter(Verdict::isBreach).toList());
            List<Verdict> pending =
                    said.stream().filter(v -> v.status() == Status.PENDING).toList();
            assertThat(two.owed((clause, bearer, due) -> true)).isEqualTo(one.owed((clause, bearer, due) -> true));
            assertThat(two.owed((clause, bearer, due) -> bearer.equals("Isle") && due != null))
                    .isEqualTo(pending.stream()
                            .filter(v -> v.bearer().equals("Isle") && v.due().isPresent())
                            .toList());
            if (random.nextInt(8) == 0) {
                assertThat(two.facts()).isEqualTo(one.facts());
                assertThat(two.dissent()).isEqualTo(one.dissent());
            }
            List<Verdict> broken = lasting(said);
            if (now < sameUntil) {
                assertThat(broken)
                        .as("no breach was to come before %s", sameUntil)
                        .isEqualTo(breaches);
            }
            breaches = broken;
            sameUntil = two.nextWake();
            assertThat(sameUntil).isGreaterThan(now);
            if (random.nextInt(3) > 0) {
                hear(said);
            }
        }

        private void hear(List<Verdict> said) {
            Drained news = two.drain();
            news.gone().forEach(v -> heard.merge(v, -1, Integer::sum));
            news.came().forEach(v -> heard.merge(v, 1, Integer::sum));
            heard.values().removeIf(n -> n == 0);
            assertThat(heard).isEqualTo(counted(said));
            assertThat(two.drain().isNothing()).isTrue();
            if (now < nothingNewUntil) {
                assertThat(said)
                        .as("nothing was to be told before %s", nothingNewUntil)
                        .isEqualTo(told);
            }
            told = said;
            nothingNewUntil = two.nextNews();
            assertThat(nothingNewUntil).isGreaterThan(now);
        }

        private static Map<Verdict, Integer> counted(List<Verdict> verdicts) {
            Map<Verdict, Integer> counted = new HashMap<>();
            verdicts.forEach(v -> counted.merge(v, 1, Integer::sum));
            return counted;
        }

        /** That a breach is over is seen when it is asked for. */
        private static List<Verdict> lasting(List<Verdict> verdicts) {
            List<Verdict> lasting = new ArrayList<>();
            for (Verdict v : verdicts) {
                if (v.isBreach()) {
                    lasting.add(new Verdict(
                            v.clause(),
                            v.reading(),
                            v.bearer(),
                            v.key(),
                            v.status(),
                            v.standing(),
                            v.since(),
                            v.due(),
                            Optional.empty(),
                            v.records(),
                            v.own()));
                }
            }
            return lasting;
        }
    }
}
