package holdfast.examine.check;

import holdfast.engine.Status;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Answering;
import holdfast.examine.pen.Days;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Reworded;
import holdfast.examine.subject.ClauseKinds;
import holdfast.examine.subject.Stakes;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.reading.Duties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** F16: a duty to act, and no day by which. */
record NoDeadline(Code code) implements Check {
    @Override
    public Result look(Subject subject) {
        ClauseKinds kinds = subject.kinds();
        Map<String, Norm> without = new LinkedHashMap<>();
        Map<String, Norm> rungs = new LinkedHashMap<>();
        Map<String, Norm> minor = new LinkedHashMap<>();
        Stakes stakes = new Stakes(subject);
        for (Norm norm : subject.agreement().norms()) {
            if (Duties.demandsOnce(norm) && Duties.due(norm).isEmpty()) {
                (kinds.isRungBesideDated(norm) || norm.layer() > 0 ? rungs : stakes.isMain(norm) ? without : minor)
                        .putIfAbsent(norm.id(), norm);
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!without.isEmpty()) {
            findings.add(Finding.fires(
                    code,
                    List.copyOf(without.keySet()),
                    "nothing says by when " + (without.size() == 1 ? "this is" : "these are")
                            + " to be done: left undone for ever, nothing is broken",
                    story(subject, without)));
        }
        if (!rungs.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    List.copyOf(rungs.keySet()),
                    "a rung or a guarantee without a clock: it may come at any time, or never",
                    story(subject, rungs)));
        }
        if (!minor.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    List.copyOf(minor.keySet()),
                    "nothing says by when " + (minor.size() == 1 ? "this is" : "these are")
                            + " to be done, though nothing else in the text hangs on "
                            + (minor.size() == 1 ? "it" : "them"),
                    story(subject, minor)));
        }
        return new Result.Found(findings);
    }

    private static Optional<Story> story(Subject subject, Map<String, Norm> norms) {
        for (Norm norm : norms.values()) {
            Optional<Story> story =
                    subject.stories().leftUndone(norm, norm.id() + " a year later: still pending, and no breach", 365);
            if (story.isPresent() && story.get().claims().stream().anyMatch(c -> c.status() == Status.PENDING)) {
                return story;
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        Answering answering = new Answering(subject);
        Pen pen = new Pen(agreement);
        Days days = new Days(agreement);
        for (Norm norm : pen.norms(finding.clauses())) {
            boolean answer = subject.kinds().isAnswer(norm) && norm.trigger().isPresent();
            if (Duties.demandsOnce(norm) && Duties.due(norm).isEmpty()) {
                pen.rewrite(norm, Reworded.due(norm, answer ? answering.bound() : days.forDuty(pen, norm)));
                if (answer) {
                    pen.settle("`" + answering.clock() + "`: how soon");
                }
            }
        }
        return pen.proposal();
    }
}
