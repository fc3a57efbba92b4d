package holdfast.examine;

import holdfast.examine.check.Assumptions;
import holdfast.examine.check.Catalogue;
import holdfast.examine.check.Check;
import holdfast.examine.found.Accepted;
import holdfast.examine.found.Bounds;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Otherwise;
import holdfast.examine.found.Proposal;
import holdfast.examine.play.Texts;
import holdfast.examine.play.Workers;
import holdfast.examine.subject.ClauseKinds;
import holdfast.examine.subject.Otherwises;
import holdfast.examine.subject.Stakes;
import holdfast.examine.subject.Stories;
import holdfast.examine.subject.Subject;
import holdfast.examine.table.GuaranteeTable;
import holdfast.examine.table.Remembered;
import holdfast.examine.text.ClauseGraph;
import holdfast.examine.text.Understood;
import holdfast.examine.text.Watch;
import holdfast.language.model.Agreement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Examines agreements: plays the guarantee table out, then lets every check look. */
public final class Examiner {
    private static final String NOT_PLAYED =
            "not looked for: it follows from the table, and not all of the table was played to its end";

    private final Bounds bounds;
    private final List<Subject.Loss> losses;
    private final Remembered remembered;
    private final Workers workers;

    /** @param losses how fast things were lost in replayed cases */
    public Examiner(Bounds bounds, List<Subject.Loss> losses) {
        this(bounds, losses, Workers.usual());
    }

    /** @param workers those who play side by side: the answer is the same however many */
    public Examiner(Bounds bounds, List<Subject.Loss> losses, Workers workers) {
        this(bounds, losses, new Remembered(), workers);
    }

    private Examiner(Bounds bounds, List<Subject.Loss> losses, Remembered remembered, Workers workers) {
        this.bounds = bounds;
        this.losses = List.copyOf(losses);
        this.remembered = remembered;
        this.workers = workers;
    }

    /** Within which it examines. */
    public Bounds bounds() {
        return bounds;
    }

    /** One with other bounds, which remembers what this one has played. */
    public Examiner within(Bounds others) {
        return new Examiner(others, losses, remembered, workers);
    }

    /** One that breaks off earlier where its own bound of work is larger than this. What is not broken off is the same as before. */
    public Examiner withinWork(long work) {
        return new Examiner(bounds.withWork(Math.min(bounds.work(), work)), losses, remembered, workers);
    }

    /** Plays no more than the bounds allow; the checks read the text and the table, and tell stories. */
    public Examination examine(Agreement agreement) {
        Texts texts = new Texts(agreement);
        GuaranteeTable table = GuaranteeTable.of(agreement, bounds, remembered, workers);
        Understood understood = new Understood(agreement);
        understood.askedBy("the table");
        table.rows().forEach(g -> g.setOffBy().forEach(d -> understood.wasTakenForAsking(d.event())));
        understood.askedBy(String.join(", ", Catalogue.numbers(Check::asksWhoWatches)));
        Watch watch = new Watch(agreement, understood);
        Subject before = new Subject(
                agreement,
                ClauseGraph.of(agreement),
                table,
                new Stories(texts),
                losses,
                understood,
                watch,
                new ClauseKinds(agreement, understood),
                List.of());
        List<Otherwise> otherwise = Otherwises.of(before);
        Subject subject = before.knowing(otherwise);
        Stakes stakes = new Stakes(subject);
        Map<Code, Check.Result> results = new LinkedHashMap<>();
        for (Catalogue looked : Catalogue.values()) {
            results.put(looked, result(looked, subject));
        }
        List<Finding> findings = findings(results.values(), agreement, stakes);
        return new Examination(
                agreement,
                bounds,
                table.rows(),
                table.prospects(),
                table.unbroken(),
                table.cutOff(),
                findings,
                results,
                table.effort().histories(),
                table.effort().moments(),
                table.effort().work(),
                table.leftOut(),
                partial(table),
                otherwise,
                Assumptions.of(subject),
                proposals(findings, subject),
                table.shares());
    }

    /** Those who play side by side. */
    public Workers workers() {
        return workers;
    }

    private static Map<Finding, List<Proposal>> proposals(List<Finding> findings, Subject subject) {
        Map<Finding, List<Proposal>> proposals = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.accepted().isEmpty()) {
                proposals.put(
                        finding,
                        Catalogue.valueOf(finding.code().name()).check().mends(subject, finding));
            }
        }
        return proposals;
    }

    private static Check.Result result(Catalogue looked, Subject subject) {
        GuaranteeTable table = subject.table();
        subject.understood().askedBy(looked.name());
        table.wasAsked();
        Check.Result result = looked.check().look(subject);
        return table.wasAsked() && !table.isWhole() ? Check.notLookedFor(NOT_PLAYED) : result;
    }

    /** The weightiest first. */
    private static List<Finding> findings(Collection<Check.Result> results, Agreement agreement, Stakes stakes) {
        List<Finding> findings = new ArrayList<>();
        for (Check.Result result : results) {
            if (result instanceof Check.Result.Found(List<Finding> found)) {
                found.forEach(f -> findings.add(Accepted.in(agreement, f).at(stakes.of(f.clauses()))));
            }
        }
        findings.sort(Comparator.comparing(Finding::weight)
                .thenComparing(f -> !f.isMain())
                .thenComparing(f -> f.code().name()));
        return findings;
    }

    private List<String> partial(GuaranteeTable table) {
        List<String> partial = new ArrayList<>();
        Map<String, Set<String>> why = new LinkedHashMap<>();
        table.cutOff()
                .forEach(c ->
                        why.computeIfAbsent(c.why(), w -> new LinkedHashSet<>()).add(c.prohibition()));
        why.forEach((reason, clauses) -> partial.add("what follows a breach of " + String.join(", ", clauses)
                + " was not played to its end for everybody who can break it, because " + reason
                + "; nothing is said of that"));
        if (table.readingsLeftOut()) {
            partial.add("there are more combinations of answers to the text's questions than " + bounds.readings()
                    + "; the others were left out");
        }
        return partial;
    }
}
