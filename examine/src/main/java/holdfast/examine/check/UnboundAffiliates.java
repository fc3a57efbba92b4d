package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.pen.Wording;
import holdfast.examine.subject.Answered;
import holdfast.examine.subject.Outsiders;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Actor;
import holdfast.language.reading.Forces;
import java.util.ArrayList;
import java.util.List;

/** F26: an armed group is there, and nobody has said that what it does counts as its own. */
record UnboundAffiliates(Code code) implements Check {
    @Override
    public Result look(Subject subject) {
        Outsiders outsiders = new Outsiders(subject);
        if (!outsiders.somethingIsForbidden()) {
            return Check.notApplicable("the text forbids nothing");
        }
        Answered answered = new Answered(subject);
        List<String> free = new ArrayList<>();
        List<String> answeredOnly = new ArrayList<>();
        for (Outsiders.Outsider outsider : outsiders.found()) {
            Actor actor = outsider.actor();
            if (!outsider.told().isEmpty()) {
                continue;
            }
            if (subject.understood().isArmedGroup(actor) && !outsiders.isInABody(actor.name())) {
                (answered.against(actor.name()) ? answeredOnly : free).add(actor.name());
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!free.isEmpty()) {
            findings.add(Finding.fires(
                    code,
                    outsiders.clausesForAnyone(),
                    "nobody answers for " + Wording.and(free)
                            + (Forces.inArea(subject.agreement()).isEmpty() ? "" : ", armed and in the area")
                            + ": what is done there is everybody's excuse and nobody's breach",
                    MissingParty.story(subject, free)));
        }
        if (!answeredOnly.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    outsiders.clausesForAnyone(),
                    "nobody answers for " + Wording.and(answeredOnly)
                            + ", although something follows what is done there",
                    MissingParty.story(subject, answeredOnly)));
        }
        return new Result.Found(findings);
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Outsiders outsiders = new Outsiders(subject);
        List<String> armed = outsiders.found().stream()
                .map(Outsiders.Outsider::actor)
                .filter(a -> subject.understood().isArmedGroup(a) && !outsiders.isInABody(a.name()))
                .map(Actor::name)
                .toList();
        return MissingParty.answeredFor(subject, armed);
    }
}
