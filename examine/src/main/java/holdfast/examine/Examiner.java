package holdfast.examine;

import holdfast.examine.check.Check;
import holdfast.examine.check.Checks;
import holdfast.examine.check.Stories;
import holdfast.examine.check.Subject;
import holdfast.examine.table.Effort;
import holdfast.examine.table.GuaranteeTable;
import holdfast.examine.text.Understood;
import holdfast.examine.text.Watch;
import holdfast.language.model.Agreement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Examines agreements: plays the guarantee table out, then lets every check look. */
public final class Examiner {
    private final Bounds bounds;
    private final List<Subject.Loss> losses;
    private final LongSupplier nanos;

    /**
     * @param losses how fast things were lost in replayed cases
     * @param nanos a clock for the time bound, in nanoseconds
     */
    public Examiner(Bounds bounds, List<Subject.Loss> losses, LongSupplier nanos) {
        this.bounds = bounds;
        this.losses = List.copyOf(losses);
        this.nanos = nanos;
    }

    /** Never longer than the bounds allow, but for the checks that only read the text. */
    public Examination examine(Agreement agreement) {
        Effort effort = new Effort(nanos, bounds.time().toNanos());
        GuaranteeTable table = GuaranteeTable.of(agreement, bounds, effort);
        Understood understood = new Understood(agreement);
        understood.askedBy("who watches");
        Watch watch = new Watch(agreement, understood);
        Subject subject = new Subject(agreement, table, new Stories(agreement), losses, understood, watch);
        List<Finding> findings = new ArrayList<>();
        Map<Code, Check.Result> results = new LinkedHashMap<>();
        for (Check check : Checks.ALL) {
            understood.askedBy(check.code().name());
            // Checks read the text, and are quick; on an enormous one they must not make an answer wait that is late
            // already.
            Check.Result result = effort.isLongOver()
                    ? Check.notApplicable("not looked for: the time was used up")
                    : check.look(subject);
            results.put(check.code(), result);
            if (result instanceof Check.Result.Found(List<Finding> found)) {
                found.forEach(f -> findings.add(Accepted.in(agreement, f)));
            }
        }
        findings.sort(Comparator.comparing(Finding::weight).thenComparing(Finding::code));
        return new Examination(
                agreement,
                bounds,
                table.rows(),
                table.prospects(),
                table.unbroken(),
                findings,
                results,
                effort.histories(),
                effort.moments(),
                partial(effort, table));
    }

    private List<String> partial(Effort effort, GuaranteeTable table) {
        List<String> partial = new ArrayList<>();
        if (effort.wasOver()) {
            partial.add(
                    "the time of " + bounds.time().toSeconds() + " seconds was used up before everything was tried");
        }
        if (effort.isLongOver()) {
            partial.add("some of the ways to fail were not looked for; below it says which");
        }
        if (effort.cut()) {
            partial.add("some histories became too long and were broken off");
        }
        if (table.readingsLeftOut()) {
            partial.add("there are more combinations of answers to the text's questions than " + bounds.readings()
                    + "; the others were left out");
        }
        return partial;
    }
}
