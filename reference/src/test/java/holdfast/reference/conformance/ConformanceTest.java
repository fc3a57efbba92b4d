package holdfast.reference.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.model.Agreement;
import holdfast.reference.Reference;
import holdfast.reference.TakenBack;
import holdfast.reference.WatchedMonitor;
import holdfast.reference.conformance.ConformanceCase.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case under {@code conformance/}, computed by hand, against the reference evaluator and against the monitor. */
class ConformanceTest {
    private static final Path CASES = Path.of("..", "conformance");
    private static final int AT_LEAST_AS_MANY = 400;
    private static final Comparator<Record> AS_RECORDED =
            Comparator.comparingLong(Record::recorded).thenComparing(Record::id);

    @TestFactory
    Stream<DynamicNode> cases() throws IOException {
        return files().stream().map(ConformanceTest::container);
    }

    /** All cases, in the order of their names. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            List<Path> found = files.filter(f -> f.toString().endsWith(".md"))
                    .filter(f -> !f.equals(CASES.resolve("README.md")))
                    .sorted()
                    .toList();
            assertTrue(found.size() >= AT_LEAST_AS_MANY, "cases are missing: only " + found.size() + " were found");
            return found;
        }
    }

    /** All that is asked of the monitor about one case. */
    static void checkByMonitor(Path file) {
        ConformanceCase conformanceCase = ConformanceCase.read(file);
        Agreement agreement = agreement(conformanceCase);
        List<Record> records = conformanceCase.records(agreement);
        List<Moment> moments = conformanceCase.moments();
        for (Comparator<Record> order : List.of(AS_RECORDED, AS_RECORDED.reversed())) {
            check(file, agreement, records, moments, (a, r, m) -> byMonitor(a, r, m, order));
        }
        check(file, agreement, records, moments, ConformanceTest::byOneMonitor);
        check(file, agreement, records, moments, ConformanceTest::byOneMonitorThatBeginsAgain);
        checkEdges(file);
        checkTakenBack(file);
    }

    private static DynamicNode container(Path file) {
        String name = CASES.relativize(file).toString();
        return DynamicContainer.dynamicContainer(
                name,
                file.toUri(),
                Stream.of(
                        test("reference", file, ConformanceTest::byReference),
                        test("monitor", file, (a, r, m) -> byMonitor(a, r, m, AS_RECORDED)),
                        test(
                                "monitor, latest record first",
                                file,
                                (a, r, m) -> byMonitor(a, r, m, AS_RECORDED.reversed())),
                        test("monitor, moment by moment", file, ConformanceTest::byOneMonitor),
                        test("monitor, after another history", file, ConformanceTest::byOneMonitorThatBeginsAgain),
                        DynamicTest.dynamicTest("monitor as reference, at every edge", () -> checkEdges(file)),
                        DynamicTest.dynamicTest(
                                "monitor as reference, each record late and then taken back",
                                () -> checkTakenBack(file))));
    }

    /** Answers some moments, in order. */
    private interface Evaluator {
        List<Collection<Verdict>> verdicts(Agreement agreement, List<Record> records, List<Moment> moments);
    }

    private static DynamicTest test(String name, Path file, Evaluator evaluator) {
        return DynamicTest.dynamicTest(name, () -> {
            ConformanceCase conformanceCase = ConformanceCase.read(file);
            Agreement agreement = agreement(conformanceCase);
            check(file, agreement, conformanceCase.records(agreement), conformanceCase.moments(), evaluator);
        });
    }

    private static List<Collection<Verdict>> byReference(
            Agreement agreement, List<Record> records, List<Moment> moments) {
        return each(moments, m -> Reference.verdicts(agreement, records, m.asOf(), m.now()));
    }

    private static List<Collection<Verdict>> byMonitor(
            Agreement agreement, List<Record> records, List<Moment> moments, Comparator<Record> order) {
        return each(moments, m -> {
            Monitor monitor = new Monitor(agreement);
            records.stream().filter(r -> r.recorded() <= m.asOf()).sorted(order).forEach(monitor::accept);
            monitor.advanceTo(m.now());
            return monitor.verdicts();
        });
    }

    private static List<Collection<Verdict>> each(
            List<Moment> moments, Function<Moment, Collection<Verdict>> evaluator) {
        return moments.stream().map(evaluator).toList();
    }

    /** One monitor that learns the records and moves on between the moments, sometimes back in time; where less was known, it begins again. */
    private static List<Collection<Verdict>> byOneMonitor(
            Agreement agreement, List<Record> records, List<Moment> moments) {
        return momentByMoment(new WatchedMonitor(agreement), records, moments);
    }

    /** The same, by a monitor that was told everything once before and has begun again: of that, nothing is left. */
    private static List<Collection<Verdict>> byOneMonitorThatBeginsAgain(
            Agreement agreement, List<Record> records, List<Moment> moments) {
        WatchedMonitor monitor = new WatchedMonitor(agreement);
        records.stream().sorted(AS_RECORDED).forEach(monitor::accept);
        for (Moment moment : moments) {
            monitor.advanceTo(moment.now());
            monitor.verdicts(moment.now());
        }
        monitor.begin();
        return momentByMoment(monitor, records, moments);
    }

    private static List<Collection<Verdict>> momentByMoment(
            WatchedMonitor monitor, List<Record> records, List<Moment> moments) {
        List<Collection<Verdict>> answers = new ArrayList<>();
        long known = Long.MIN_VALUE;
        for (Moment moment : moments) {
            if (moment.asOf() < known) {
                monitor.begin();
                known = Long.MIN_VALUE;
            }
            long before = known;
            records.stream()
                    .filter(r -> r.recorded() > before && r.recorded() <= moment.asOf())
                    .sorted(AS_RECORDED)
                    .forEach(monitor::accept);
            known = moment.asOf();
            monitor.advanceTo(moment.now());
            answers.add(monitor.verdicts(moment.now()));
        }
        return answers;
    }

    /** Where something may change, the two evaluators must agree, also at moments that no case speaks of. */
    private static void checkEdges(Path file) {
        ConformanceCase conformanceCase = ConformanceCase.read(file);
        Agreement agreement = agreement(conformanceCase);
        List<Record> records = conformanceCase.records(agreement);
        SortedSet<Long> edges = edges(agreement, records, conformanceCase.moments());
        List<Moment> moments = new ArrayList<>();
        for (long asOf : new TreeSet<>(records.stream().map(Record::recorded).toList())) {
            for (long now : edges) {
                moments.add(new Moment(asOf, now, lines(Reference.verdicts(agreement, records, asOf, now))));
            }
        }
        check(file, agreement, records, moments, ConformanceTest::byOneMonitor);
    }

    /** The records come one by one when the moment has long come, and are then taken back one by one. */
    private static void checkTakenBack(Path file) {
        ConformanceCase conformanceCase = ConformanceCase.read(file);
        Agreement agreement = agreement(conformanceCase);
        List<Record> arriving = new ArrayList<>(
                conformanceCase.records(agreement).stream().sorted(AS_RECORDED).toList());
        arriving.addAll(TakenBack.each(arriving));
        for (long now : new TreeSet<>(
                conformanceCase.moments().stream().map(Moment::now).toList())) {
            WatchedMonitor monitor = new WatchedMonitor(agreement);
            monitor.advanceTo(now);
            List<Record> given = new ArrayList<>();
            for (Record record : arriving) {
                given.add(record);
                monitor.accept(record);
                List<String> expected = lines(Reference.verdicts(agreement, given, Long.MAX_VALUE, now));
                String difference =
                        difference(new Moment(record.recorded(), now, expected), lines(monitor.verdicts(now)));
                assertTrue(difference.isEmpty(), () -> file + ", with " + record.id() + difference);
            }
        }
    }

    /** The instants of the records, of the case's moments and of the verdicts at them; a millisecond before and after each. */
    private static SortedSet<Long> edges(Agreement agreement, List<Record> records, List<Moment> moments) {
        SortedSet<Long> instants = new TreeSet<>();
        moments.forEach(m -> instants.add(m.now()));
        for (Record record : records) {
            instants.add(record.recorded());
            switch (record) {
                case Record.Observation o -> addEnds(o.occurred(), instants);
                case Record.Finding f -> addEnds(f.occurred(), instants);
                case Record.Attribution _, Record.Withdrawal _ -> {}
            }
        }
        for (long now : List.copyOf(instants)) {
            for (Verdict verdict : Reference.verdicts(agreement, records, Long.MAX_VALUE, now)) {
                verdict.since().ifPresent(t -> addEnds(t, instants));
                verdict.due().ifPresent(t -> addEnds(t, instants));
                verdict.until().ifPresent(t -> addEnds(t, instants));
            }
        }
        SortedSet<Long> edges = new TreeSet<>();
        instants.forEach(t -> edges.addAll(List.of(t - 1, t, t + 1)));
        return edges;
    }

    private static void addEnds(Time time, Collection<Long> instants) {
        instants.add(time.lo());
        instants.add(time.hi());
    }

    private static void check(
            Path file, Agreement agreement, List<Record> records, List<Moment> moments, Evaluator evaluator) {
        List<Collection<Verdict>> answers = evaluator.verdicts(agreement, records, moments);
        StringBuilder differences = new StringBuilder();
        for (int i = 0; i < moments.size(); i++) {
            differences.append(difference(moments.get(i), lines(answers.get(i))));
        }
        if (!differences.isEmpty()) {
            fail(file.toString() + differences);
        }
    }

    private static List<String> lines(Collection<Verdict> verdicts) {
        return verdicts.stream().map(VerdictLine::of).toList();
    }

    private static String difference(Moment moment, List<String> answer) {
        Set<String> expected = new TreeSet<>(moment.verdicts());
        Set<String> found = new TreeSet<>(answer);
        if (expected.equals(found)) {
            return "";
        }
        StringBuilder lines = new StringBuilder(
                "\nat " + Instant.ofEpochMilli(moment.now()) + ", as known at " + Instant.ofEpochMilli(moment.asOf()));
        expected.stream()
                .filter(v -> !found.contains(v))
                .forEach(v -> lines.append("\n  expected   ").append(v));
        found.stream()
                .filter(v -> !expected.contains(v))
                .forEach(v -> lines.append("\n  but found  ").append(v));
        return lines.toString();
    }

    private static Agreement agreement(ConformanceCase conformanceCase) {
        Map<String, String> zoneFiles = conformanceCase.zoneFiles();
        Outcome outcome = AgreementReader.read(
                conformanceCase.file().toString(),
                conformanceCase.text().getBytes(UTF_8),
                name -> Optional.ofNullable(zoneFiles.get(name)).map(content -> content.getBytes(UTF_8)));
        return outcome.agreement()
                .orElseGet(() -> fail(conformanceCase.file() + " is refused: " + outcome.diagnostics()));
    }
}
