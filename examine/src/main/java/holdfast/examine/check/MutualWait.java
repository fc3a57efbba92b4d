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

/** F14: two or more who each have to begin only once another has. */
record MutualWait(Code code) implements Check {
    @Override
    public Result look(Subject subject) {
        Rings rings = new Rings(subject);
        List<Finding> findings = new ArrayList<>();
        for (Rings.Ring ring : rings.found(r -> r.bearers().size() > 1)) {
            String bearers = Wording.and(ring.bearers());
            findings.add(Finding.fires(
                    code,
                    ring.clauses(),
                    bearers + " wait for each other to begin under " + Wording.and(ring.clauses())
                            + Answers.words(ring.reading(), ring.questions(), subject.names())
                            + ": nobody has to be the first, and nobody breaks anything",
                    rings.story(ring, "neither of " + bearers + " has begun, and neither has to")));
        }
        return new Result.Found(findings);
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        return Shared.first(subject, finding.clauses());
    }
}
