package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Wording;
import holdfast.examine.subject.Answered;
import holdfast.examine.subject.Outsiders;
import holdfast.examine.subject.Subject;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Actor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F25: somebody who could break the peace is not bound by it. */
record MissingParty(Code code) implements Check {
    @Override
    public Result look(Subject subject) {
        Outsiders outsiders = new Outsiders(subject);
        if (!outsiders.somethingIsForbidden()) {
            return Check.notApplicable("the text forbids nothing");
        }
        Answered answered = new Answered(subject);
        List<String> free = new ArrayList<>();
        List<String> answeredOnly = new ArrayList<>();
        List<String> told = new ArrayList<>();
        List<String> read = new ArrayList<>();
        Set<String> clauses = new LinkedHashSet<>();
        for (Outsiders.Outsider outsider : outsiders.found()) {
            String name = outsider.actor().name();
            if (outsider.all()) {
                told.add(name);
                clauses.addAll(outsider.told());
            } else if (!outsider.under().isEmpty()) {
                read.add(name);
            } else {
                (answered.against(name) ? answeredOnly : free).add(name);
            }
        }
        return Check.found(
                unbound(subject, outsiders, free),
                onlyAnswered(subject, outsiders, answeredOnly),
                onlyTold(subject, told, clauses),
                perhapsBound(subject, read));
    }

    private Optional<Finding> unbound(Subject subject, Outsiders outsiders, List<String> free) {
        return free.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.fires(
                        code,
                        outsiders.clausesForAnyone(),
                        Wording.and(free) + " could break the peace, " + (free.size() == 1 ? "has" : "have")
                                + " not signed and " + (free.size() == 1 ? "is" : "are")
                                + " not bound by name to what is guarded, and nothing effective answers what "
                                + (free.size() == 1 ? "it does" : "they do"),
                        story(subject, free)));
    }

    private Optional<Finding> onlyAnswered(Subject subject, Outsiders outsiders, List<String> answeredOnly) {
        return answeredOnly.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.lesser(
                        code,
                        outsiders.clausesForAnyone(),
                        Wording.and(answeredOnly) + (answeredOnly.size() == 1 ? " has" : " have")
                                + " promised nothing here, although others answer for what "
                                + (answeredOnly.size() == 1 ? "it does" : "they do"),
                        story(subject, answeredOnly)));
    }

    private Optional<Finding> onlyTold(Subject subject, List<String> told, Set<String> clauses) {
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.lesser(
                        code,
                        List.copyOf(clauses),
                        Wording.and(told) + (told.size() == 1 ? " is" : " are")
                                + " forbidden by name what is guarded, and "
                                + (told.size() == 1 ? "has" : "have") + " not signed: others say it for "
                                + (told.size() == 1 ? "it" : "them"),
                        story(subject, told)));
    }

    private Optional<Finding> perhapsBound(Subject subject, List<String> read) {
        return read.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.lesser(
                        code,
                        List.of(),
                        "whether somebody who has signed answers for " + Wording.and(read)
                                + " depends on how the text is read",
                        story(subject, read)));
    }

    static Optional<Story> story(Subject subject, List<String> actors) {
        return subject.table().rows().stream()
                .filter(r -> actors.contains(r.violator()) && r.defectors().isEmpty())
                .map(Guarantee::story)
                .filter(s -> !s.claims().isEmpty())
                .findFirst();
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        List<String> outside = new Outsiders(subject)
                .found().stream().map(o -> o.actor().name()).toList();
        Pen signs = new Pen(subject.agreement());
        if (!outside.isEmpty()) {
            signs.recast(outside, Actor.Role.PARTY);
        }
        List<Proposal> proposals = new ArrayList<>(signs.proposal());
        proposals.addAll(answeredFor(subject, outside));
        return proposals;
    }

    /** Each party once as the one who answers for them. */
    static List<Proposal> answeredFor(Subject subject, List<String> outside) {
        List<Proposal> proposals = new ArrayList<>();
        if (outside.isEmpty()) {
            return proposals;
        }
        for (String party :
                subject.agreement().members("party").orElse(List.of()).reversed()) {
            Pen pen = new Pen(subject.agreement());
            pen.declare(party + " answers for " + String.join(", ", outside));
            pen.settle("`" + party + "`: which party answers for them");
            proposals.addAll(pen.proposal());
        }
        return proposals;
    }
}
