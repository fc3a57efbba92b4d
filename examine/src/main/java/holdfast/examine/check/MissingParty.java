package holdfast.examine.check;

import holdfast.examine.Code;
import holdfast.examine.Finding;
import holdfast.examine.Story;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** F25: somebody who could break the peace is not bound by it. */
final class MissingParty implements Check {
    @Override
    public Code code() {
        return Code.F25;
    }

    @Override
    public Result look(Subject subject) {
        Outsiders outsiders = new Outsiders(subject.agreement());
        if (!outsiders.somethingIsForbidden()) {
            return Check.notApplicable("the text forbids nothing");
        }
        Answered answered = new Answered(subject);
        List<String> free = new ArrayList<>();
        List<String> answeredOnly = new ArrayList<>();
        for (Actor actor : outsiders.found()) {
            (answered.against(actor.name()) ? answeredOnly : free).add(actor.name());
        }
        List<Finding> findings = new ArrayList<>();
        if (!free.isEmpty()) {
            findings.add(Finding.fires(
                    code(),
                    outsiders.clausesForAnyone(),
                    Wording.and(free) + " could break the peace and " + (free.size() == 1 ? "is" : "are")
                            + " bound by no clause by name, and nothing effective answers what "
                            + (free.size() == 1 ? "it does" : "they do"),
                    story(subject, free)));
        }
        if (!answeredOnly.isEmpty()) {
            findings.add(Finding.lesser(
                    code(),
                    outsiders.clausesForAnyone(),
                    Wording.and(answeredOnly) + (answeredOnly.size() == 1 ? " has" : " have")
                            + " promised nothing here, although others answer for what "
                            + (answeredOnly.size() == 1 ? "it does" : "they do"),
                    story(subject, answeredOnly)));
        }
        return new Result.Found(findings);
    }

    static Optional<Story> story(Subject subject, List<String> actors) {
        return subject.table().rows().stream()
                .filter(r -> actors.contains(r.violator()) && r.defectors().isEmpty())
                .map(Guarantee::story)
                .filter(s -> !s.claims().isEmpty())
                .findFirst();
    }
}
