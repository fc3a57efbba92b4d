package holdfast.examine.table;

import static org.junit.jupiter.api.Assertions.assertTrue;

import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.examine.found.Bounds;
import holdfast.examine.text.NeverInForce;
import holdfast.language.model.Agreement;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.reference.random.CaseText;
import holdfast.reference.random.RandomCase;
import holdfast.reference.random.Shrinker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever a replay can show broken, the examiner finds breakable: of a clause, a bearer and a reading that come out surely breached in some random history, the table does not say that no
 * way to break it was found, and the examiner not that it can never be in force. {@code -Dcases=N} for another number of cases, {@code -Dseed=S} for the first of them, {@code -Dminutes=M} to go on for so long.
 */
class WhatAReplayShowsBrokenIsFoundTest {
    private static final long CASES = Long.getLong("cases", 500);
    private static final long FIRST = Long.getLong("seed", 1);
    private static final long MINUTES = Long.getLong("minutes", 0);
    private static final long AT_ONCE = 100;
    private static final int ATTEMPTS_TO_SHRINK = 400;
    private static final Bounds SMALL = new Bounds(0, 0, 0, 0, 32, Duration.ofDays(40), 60_000);

    /** The search is bounded: so many of a thousand breaches may be said to be not found, as long as that is said. None is in the plain run. */
    private static final int NOT_FOUND_OF_A_THOUSAND = 5;

    /** What a replay shows broken: a clause, by a bearer, under a reading. */
    private record Broken(String clause, String bearer, String reading) {}

    /** What came of one history, or of several. */
    private record Compared(Set<Broken> broken, Set<Broken> notFound, Set<Broken> cutOff) {
        static Compared nothing() {
            return new Compared(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    @Test
    void in_random_histories() {
        long end = System.nanoTime() + MINUTES * 60_000_000_000L;
        long seed = FIRST;
        int broken = 0;
        int cutOff = 0;
        List<Long> missing = new ArrayList<>();
        while (MINUTES > 0 ? System.nanoTime() < end : seed < FIRST + CASES) {
            long next = MINUTES > 0 ? seed + AT_ONCE : Math.min(seed + AT_ONCE, FIRST + CASES);
            List<Long> seeds = LongStream.range(seed, next).boxed().toList();
            List<Compared> all =
                    seeds.parallelStream().map(s -> compared(RandomCase.of(s))).toList();
            for (int i = 0; i < all.size(); i++) {
                broken += all.get(i).broken().size();
                cutOff += all.get(i).cutOff().size();
                if (!all.get(i).notFound().isEmpty()) {
                    missing.add(seeds.get(i));
                }
            }
            seed = next;
        }
        System.out.println(broken + " broken in a replay; not found in " + missing.size() + " cases " + missing
                + ", cut off " + cutOff);
        assertTrue(broken * 10 > seed - FIRST, "hardly anything is broken: this tries nothing");
        int most = MINUTES > 0 || CASES > 500 ? broken * NOT_FOUND_OF_A_THOUSAND / 1000 : 0;
        assertTrue(missing.size() <= most, () -> report(missing.getFirst()));
        assertTrue(cutOff * 20 <= broken, "too much is cut off: " + cutOff);
    }

    private static Compared compared(RandomCase c) {
        Compared compared = Compared.nothing();
        Monitor monitor = new Monitor(c.agreement());
        c.records().stream().filter(r -> canBeWritten(r, c.agreement())).forEach(monitor::accept);
        GuaranteeTable table = null;
        for (long moment : c.moments()) {
            monitor.advanceTo(moment);
            for (Verdict v : monitor.breaches()) {
                if (isProhibition(c.agreement(), v)) {
                    table = table == null ? GuaranteeTable.of(c.agreement(), SMALL) : table;
                    compare(v, table, NeverInForce.clauses(c.agreement()), compared);
                }
            }
        }
        return compared;
    }

    private static void compare(Verdict v, GuaranteeTable table, List<String> never, Compared compared) {
        Broken broken = new Broken(v.clause(), v.bearer(), v.reading().toString());
        compared.broken().add(broken);
        if (never.contains(v.clause())) {
            compared.notFound().add(broken);
        }
        table.unbroken().stream()
                .filter(u -> u.prohibition().equals(v.clause())
                        && u.violator().equals(v.bearer())
                        && v.reading().isPartOf(u.reading()))
                .forEach(u -> compared.notFound().add(broken));
        table.cutOff().stream()
                .filter(u -> u.prohibition().equals(v.clause())
                        && u.violator().equals(v.bearer())
                        && v.reading().isPartOf(u.reading()))
                .forEach(u -> compared.cutOff().add(broken));
    }

    /** A zone that the text does not have cannot stand in a record. */
    private static boolean canBeWritten(Record record, Agreement agreement) {
        return !(record instanceof Record.Observation o)
                || o.values().values().stream()
                        .noneMatch(v -> v instanceof Value.ZoneName(String zone)
                                && agreement.zones().stream()
                                        .noneMatch(z -> z.name().equals(zone)));
    }

    private static boolean isProhibition(Agreement agreement, Verdict v) {
        return agreement.norms().stream().anyMatch(n -> n.id().equals(v.clause()) && Duties.isProhibition(n));
    }

    private static String report(long seed) {
        RandomCase small =
                Shrinker.shrink(RandomCase.of(seed), WhatAReplayShowsBrokenIsFoundTest::isNotFound, ATTEMPTS_TO_SHRINK);
        return "not found, and a replay shows it broken: -Dcases=1 -Dseed=" + seed + "\n"
                + compared(small).notFound() + "\n" + CaseText.of(small.agreement()) + "\n"
                + CaseText.of(small.agreement(), small.records());
    }

    private static boolean isNotFound(RandomCase c) {
        try {
            return !compared(c).notFound().isEmpty();
        } catch (IllegalArgumentException noAgreement) {
            return false;
        }
    }
}
