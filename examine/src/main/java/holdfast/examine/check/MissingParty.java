package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Story;
import holdfast.examine.table.Guarantee;
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
        List<Finding> findings = new ArrayList<>();
        if (!free.isEmpty()) {
            findings.add(Finding.fires(
                    code,
                    outsiders.clausesForAnyone(),
                    Wording.and(free) + " could break the peace, " + (free.size() == 1 ? "has" : "have")
                            + " not signed and " + (free.size() == 1 ? "is" : "are")
                            + " not bound by name to what is guarded, and nothing effective answers what "
                            + (free.size() == 1 ? "it does" : "they do"),
                    story(subject, free)));
        }
        if (!answeredOnly.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    outsiders.clausesForAnyone(),
                    Wording.and(answeredOnly) + (answeredOnly.size() == 1 ? " has" : " have")
                            + " promised nothing here, although others answer for what "
                            + (answeredOnly.size() == 1 ? "it does" : "they do"),
                    story(subject, answeredOnly)));
        }
        if (!told.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    List.copyOf(clauses),
                    Wording.and(told) + (told.size() == 1 ? " is" : " are") + " forbidden by name what is guarded, and "
                            + (told.size() == 1 ? "has" : "have") + " not signed: others say it for "
                            + (told.size() == 1 ? "it" : "them"),
                    story(subject, told)));
        }
        if (!read.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    List.of(),
                    "whether somebody who has signed answers for " + Wording.and(read)
                            + " depends on how the text is read",
                    story(subject, read)));
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
