package holdfast.cli.scenario;

import holdfast.engine.Record;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Pattern;
import holdfast.language.model.Scenario;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs an agreement's own tests: replays the small history of a scenario and compares what comes out with what is expected. */
public final class ScenarioRun {
    static final String SOURCE = "scenario";

    private ScenarioRun() {}

    /**
     * An expectation that does not hold.
     *
     * @param actual the verdicts there are for its clause, and bearer if it names one
     */
    public record Failure(
            Scenario scenario, Scenario.Moment moment, Scenario.Expectation expected, List<Verdict> actual) {}

    public static List<Failure> failures(Agreement agreement, Scenario scenario) {
        List<Failure> failures = new ArrayList<>();
        for (Scenario.Moment moment : scenario.moments()) {
            List<Verdict> verdicts = verdicts(agreement, scenario, moment);
            for (Scenario.Expectation expected : moment.expectations()) {
                List<Verdict> actual = verdicts.stream()
                        .filter(v -> v.clause().equals(expected.clause()))
                        .filter(v -> expected.bearer().isEmpty()
                                || v.bearer().equals(expected.bearer().get()))
                        .filter(v -> expected.reading().isPartOf(v.reading()))
                        .toList();
                if (!holds(expected, actual)) {
                    failures.add(new Failure(scenario, moment, expected, actual));
                }
            }
        }
        return failures;
    }

    private static List<Verdict> verdicts(Agreement agreement, Scenario scenario, Scenario.Moment moment) {
        Monitor monitor = new Monitor(agreement);
        for (Scenario.Entry entry : scenario.entries()) {
            if (!entry.recorded().isAfter(moment.asOf())) {
                monitor.accept(record(entry));
            }
        }
        monitor.advanceTo(moment.now().toEpochMilli());
        return monitor.verdicts();
    }

    private static boolean holds(Scenario.Expectation expected, List<Verdict> actual) {
        return expected.status().equals("none")
                ? actual.isEmpty()
                : actual.stream().anyMatch(v -> fits(expected, v));
    }

    private static boolean fits(Scenario.Expectation expected, Verdict v) {
        return v.status().words().equals(expected.status())
                && expected.standing().map(v.standing().words()::equals).orElse(true)
                && within(expected.since(), v.since().map(Time::lo))
                && within(expected.due(), v.due().map(Time::hi));
    }

    private static boolean within(Optional<Scenario.When> written, Optional<Long> actual) {
        return written.isEmpty()
                || (actual.isPresent()
                        && actual.get() >= written.get().from().toEpochMilli()
                        && actual.get() <= written.get().to().toEpochMilli());
    }

    private static Record record(Scenario.Entry entry) {
        long recorded = entry.recorded().toEpochMilli();
        return switch (entry) {
            case Scenario.Observed o ->
                new Record.Observation(
                        o.id(),
                        recorded,
                        SOURCE,
                        o.corrects(),
                        o.event().event(),
                        new Time(o.from().toEpochMilli(), o.to().toEpochMilli()),
                        values(o.event()),
                        o.basis().orElse(Basis.CLAIM),
                        o.incident());
            case Scenario.Attributed a ->
                new Record.Attribution(a.id(), recorded, a.by(), Optional.empty(), a.about(), a.to(), "", "");
            case Scenario.Found f ->
                new Record.Finding(
                        f.id(),
                        recorded,
                        f.by(),
                        Optional.empty(),
                        Time.at(f.at().toEpochMilli()),
                        f.about(),
                        f.clause(),
                        f.bearer(),
                        f.term(),
                        f.result());
            case Scenario.Withdrawn w -> new Record.Withdrawal(w.id(), recorded, SOURCE, w.about());
        };
    }

    private static Map<String, Value> values(Pattern event) {
        Map<String, Value> values = new HashMap<>();
        for (Pattern.Argument argument : event.arguments()) {
            if (argument.term() instanceof Term.Constant(Value value)) {
                values.put(argument.attribute(), value);
            }
        }
        return values;
    }
}
