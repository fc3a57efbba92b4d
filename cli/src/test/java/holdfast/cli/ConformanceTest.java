package holdfast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;

import holdfast.cli.ConformanceCase.Moment;
import holdfast.engine.Monitor;
import holdfast.engine.Record;
import holdfast.engine.Verdict;
import holdfast.engine.reference.Reference;
import holdfast.language.AgreementReader;
import holdfast.language.Outcome;
import holdfast.language.model.Agreement;
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
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** Every case under {@code conformance/}, computed by hand, against the reference evaluator and against the monitor. */
class ConformanceTest {
    private static final Path CASES = Path.of("..", "conformance");
    private static final Comparator<Record> AS_RECORDED =
            Comparator.comparingLong(Record::recorded).thenComparing(Record::id);

    @TestFactory
    Stream<DynamicNode> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            List<DynamicNode> nodes = files.filter(f -> f.toString().endsWith(".md"))
                    .filter(f -> !f.equals(CASES.resolve("README.md")))
                    .sorted()
                    .map(ConformanceTest::container)
                    .toList();
            return nodes.stream();
        }
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
                        test("monitor, moment by moment", file, ConformanceTest::byOneMonitor)));
    }

    /** Answers every moment of a case, in order. */
    private interface Evaluator {
        List<Collection<Verdict>> verdicts(Agreement agreement, List<Record> records, List<Moment> moments);
    }

    private static DynamicTest test(String name, Path file, Evaluator evaluator) {
        return DynamicTest.dynamicTest(name, () -> check(ConformanceCase.read(file), evaluator));
    }

    private static List<Collection<Verdict>> byReference(
            Agreement agreement, List<Record> records, List<Moment> moments) {
        return each(moments, m -> Reference.verdicts(agreement, records, m.asOf(), m.now()));
    }

    // Until there is a monitor its tests are shown as skipped.
    private static Monitor monitor(Agreement agreement) {
        try {
            return new Monitor(agreement);
        } catch (UnsupportedOperationException beingBuilt) {
            throw new TestAbortedException("there is no monitor yet", beingBuilt);
        }
    }

    private static List<Collection<Verdict>> byMonitor(
            Agreement agreement, List<Record> records, List<Moment> moments, Comparator<Record> order) {
        return each(moments, m -> {
            Monitor monitor = monitor(agreement);
            records.stream().filter(r -> r.recorded() <= m.asOf()).sorted(order).forEach(monitor::accept);
            monitor.advanceTo(m.now());
            return monitor.verdicts();
        });
    }

    /** One monitor that learns the records and moves on between the moments, sometimes back in time. */
    private static List<Collection<Verdict>> byOneMonitor(
            Agreement agreement, List<Record> records, List<Moment> moments) {
        List<Collection<Verdict>> answers = new ArrayList<>();
        Monitor monitor = monitor(agreement);
        long known = Long.MIN_VALUE;
        for (Moment moment : moments) {
            if (moment.asOf() < known) {
                monitor = monitor(agreement);
                known = Long.MIN_VALUE;
            }
            long after = known;
            records.stream()
                    .filter(r -> r.recorded() > after && r.recorded() <= moment.asOf())
                    .sorted(AS_RECORDED)
                    .forEach(monitor::accept);
            known = moment.asOf();
            monitor.advanceTo(moment.now());
            answers.add(List.copyOf(monitor.verdicts()));
        }
        return answers;
    }

    private static List<Collection<Verdict>> each(
            List<Moment> moments, Function<Moment, Collection<Verdict>> evaluator) {
        return moments.stream().map(evaluator).toList();
    }

    private static void check(ConformanceCase conformanceCase, Evaluator evaluator) {
        Agreement agreement = agreement(conformanceCase);
        List<Moment> moments = conformanceCase.moments();
        List<Collection<Verdict>> answers = evaluator.verdicts(agreement, conformanceCase.records(agreement), moments);
        StringBuilder differences = new StringBuilder();
        for (int i = 0; i < moments.size(); i++) {
            differences.append(difference(moments.get(i), answers.get(i)));
        }
        if (!differences.isEmpty()) {
            fail(conformanceCase.file().toString() + differences);
        }
    }

    private static String difference(Moment moment, Collection<Verdict> answer) {
        Set<String> expected = new TreeSet<>(moment.verdicts());
        Set<String> actual = new TreeSet<>(answer.stream().map(VerdictLine::of).toList());
        if (expected.equals(actual)) {
            return "";
        }
        StringBuilder lines = new StringBuilder(
                "\nat " + Instant.ofEpochMilli(moment.now()) + ", as known at " + Instant.ofEpochMilli(moment.asOf()));
        expected.stream()
                .filter(v -> !actual.contains(v))
                .forEach(v -> lines.append("\n  expected   ").append(v));
        actual.stream()
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
