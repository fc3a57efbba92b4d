package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.pen.Answers;
import holdfast.examine.pen.Shared;
import holdfast.examine.pen.Wording;
import holdfast.examine.subject.Subject;
import java.util.ArrayList;
import java.util.List;

/** F13: each of several steps has to wait until another is done, in a circle. */
record CircularSequence(Code code) implements Check {
    @Override
    public Result look(Subject subject) {
        Rings rings = new Rings(subject);
        List<Finding> findings = new ArrayList<>();
        for (Rings.Ring ring : rings.found(r -> r.clauses().size() > 1)) {
            String clauses = Wording.and(ring.clauses());
            findings.add(Finding.fires(
                    code,
                    ring.clauses(),
                    clauses + " wait for each other in a circle"
                            + Answers.words(ring.reading(), ring.questions(), subject.names())
                            + ": none of them ever has to be done",
                    rings.story(ring, "all that is free has happened, and none of " + clauses + " has to be done")));
        }
        return new Result.Found(findings);
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        return Shared.first(subject, finding.clauses());
    }
}
