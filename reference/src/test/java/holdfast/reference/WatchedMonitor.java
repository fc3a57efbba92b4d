package holdfast.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import holdfast.engine.Record;
import holdfast.engine.Status;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Drained;
import holdfast.engine.monitor.Monitor;
import holdfast.engine.monitor.Snapshot;
import holdfast.engine.monitor.compile.Program;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A monitor that must agree with itself whenever it is asked: its breaches and what is owed are among its verdicts, the
 * verdicts are in the order of the clauses, and before the moment that it names for its next change there is no other
 * breach.
 */
public final class WatchedMonitor {
    private Monitor monitor;
    private final Program whole;
    private List<String> clauses;

    private final List<Verdict> drained = new ArrayList<>();
    private List<Verdict> said = List.of();
    private long saidAt = Long.MAX_VALUE;
    private long sameUntil = Long.MIN_VALUE;
    private long nothingNewUntil = Long.MIN_VALUE;

    public WatchedMonitor(Agreement agreement) {
        this(agreement, Monitor::new);
    }

    /** @param made of the text */
    public WatchedMonitor(Agreement agreement, Function<Program, Monitor> made) {
        this.whole = Program.of(agreement);
        this.monitor = made.apply(whole);
        this.clauses = numbers(agreement.norms());
    }

    /** Whoever hears only of what came and went knows what is said. */
    private void checkDrained(List<Verdict> verdicts) {
        Drained news = monitor.drain();
        for (Verdict gone : news.gone()) {
            assertTrue(drained.remove(gone), () -> "it was said before: " + gone);
        }
        drained.addAll(news.came());
        assertEquals(counted(verdicts), counted(drained), "what came and went adds up to what is said");
        assertTrue(monitor.drain().isNothing(), "nothing comes or goes by asking");
    }

    private static Map<Verdict, Long> counted(List<Verdict> verdicts) {
        return verdicts.stream().collect(Collectors.groupingBy(v -> v, Collectors.counting()));
    }

    private static List<String> numbers(List<Norm> norms) {
        return norms.stream().map(Norm::id).toList();
    }

    public void accept(Record record) {
        sameUntil = Long.MIN_VALUE;
        nothingNewUntil = Long.MIN_VALUE;
        monitor.accept(record);
    }

    public void advanceTo(long now) {
        monitor.advanceTo(now);
    }

    /** Goes on with another that was made of what the one before wrote down. */
    public void goOnFromSnapshot() {
        try {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            Snapshot.write(monitor, written);
            monitor = Snapshot.read(whole, new ByteArrayInputStream(written.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        drained.clear();
    }

    public void begin() {
        drained.clear();
        sameUntil = Long.MIN_VALUE;
        nothingNewUntil = Long.MIN_VALUE;
        monitor.begin();
    }

    /** Begins again with these clauses in place of those of the text. */
    public void begin(List<Norm> norms) {
        drained.clear();
        sameUntil = Long.MIN_VALUE;
        nothingNewUntil = Long.MIN_VALUE;
        monitor.begin(whole.with(norms));
        clauses = numbers(norms);
    }

    /** @param now the moment last moved to */
    public List<Verdict> verdicts(long now) {
        List<Verdict> verdicts = monitor.verdicts();
        assertEquals(
                verdicts.stream().filter(Verdict::isBreach).toList(),
                monitor.breaches(),
                "its breaches are those of its verdicts");
        checkOwed(verdicts);
        checkOrder(verdicts);
        checkDrained(verdicts);
        if (saidAt <= now && now < sameUntil) {
            assertEquals(
                    breaches(said),
                    breaches(verdicts),
                    "no breach was to come before " + sameUntil + ", but at " + now);
        }
        if (saidAt <= now && now < nothingNewUntil) {
            assertEquals(said, verdicts, "nothing was to be told before " + nothingNewUntil + ", but at " + now);
        }
        said = verdicts;
        saidAt = now;
        sameUntil = monitor.nextWake();
        nothingNewUntil = monitor.nextNews();
        assertTrue(nothingNewUntil <= sameUntil && nothingNewUntil > now, "what is told next is told later");
        assertTrue(sameUntil > now, "what comes next comes later");
        return verdicts;
    }

    /** Without their ends: that a breach is over, or that a prohibition applies, is seen when the verdicts are asked for. */
    private static List<Verdict> breaches(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Verdict::isBreach)
                .map(v -> new Verdict(
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
                        v.own()))
                .toList();
    }

    private void checkOwed(List<Verdict> verdicts) {
        List<Verdict> owed = monitor.owed((clause, bearer, due) -> true);
        assertTrue(owed.stream().allMatch(v -> v.status() == Status.PENDING), "what is owed is pending");
        assertTrue(new HashSet<>(verdicts).containsAll(owed), "what is owed is among the verdicts");
        assertEquals(
                verdicts.stream().filter(v -> v.status() == Status.PENDING).toList(), owed, "what is pending is owed");
        assertEquals(
                owed.stream().filter(v -> v.due().isPresent()).toList(),
                monitor.owed((clause, bearer, due) -> due != null),
                "only what is wanted is said to be owed");
    }

    private void checkOrder(List<Verdict> verdicts) {
        Comparator<Verdict> byClause = Comparator.comparingInt(v -> clauses.indexOf(v.clause()));
        Comparator<Verdict> ordered = byClause.thenComparing(v -> v.reading().toString())
                .thenComparing(Verdict::bearer)
                .thenComparingLong(v -> v.since().map(t -> t.lo()).orElse(Long.MIN_VALUE))
                .thenComparingLong(v -> v.due().map(t -> t.hi()).orElse(Long.MIN_VALUE));
        assertEquals(verdicts.stream().sorted(ordered).toList(), verdicts, "they are in the order of the clauses");
    }
}
