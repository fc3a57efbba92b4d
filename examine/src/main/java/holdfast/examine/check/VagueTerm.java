package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Decided;
import holdfast.examine.pen.Openly;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Wording;
import holdfast.examine.subject.Answered;
import holdfast.examine.subject.ClauseKinds;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.model.UndefinedTerm;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import holdfast.language.sentence.Readable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F23: whether a clause applies, or was kept, hangs on a word that nothing measures. */
record VagueTerm(Code code) implements Check {
    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        ClauseKinds kinds = subject.kinds();
        Set<String> firing = new LinkedHashSet<>();
        Set<String> firingClauses = new LinkedHashSet<>();
        Set<String> lesser = new LinkedHashSet<>();
        Set<String> lesserClauses = new LinkedHashSet<>();
        for (UndefinedTerm term : agreement.undefinedTerms()) {
            Set<String> on =
                    subject.understood().isPlace(term) ? Set.of() : UndefinedLine.clausesOn(subject, term.name());
            if (on.isEmpty()) {
                continue;
            }
            boolean weighty = on.stream().anyMatch(id -> isPrimary(agreement, kinds, id))
                    || effective(agreement, kinds).equals(among(on, effective(agreement, kinds)));
            if (weighty && !Openly.isRuledOn(agreement, term.name())) {
                firing.add(term.name());
                firingClauses.addAll(on);
            } else {
                lesser.add(term.name());
                lesserClauses.addAll(on);
            }
        }
        return Check.found(nobodyMeasures(subject, firing, firingClauses), leftOpen(subject, lesser, lesserClauses));
    }

    private Optional<Finding> nobodyMeasures(Subject subject, Set<String> terms, Set<String> clauses) {
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.fires(
                        code,
                        List.copyOf(clauses),
                        "whether " + Wording.and(clauses) + (clauses.size() == 1 ? " is" : " are")
                                + " kept hangs on " + words(terms, subject.names())
                                + ", which nothing measures and on which nobody rules",
                        story(subject, clauses)));
    }

    private Optional<Finding> leftOpen(Subject subject, Set<String> terms, Set<String> clauses) {
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.lesser(
                        code,
                        List.copyOf(clauses),
                        Wording.and(clauses) + (clauses.size() == 1 ? " hangs" : " hang") + " on "
                                + words(terms, subject.names())
                                + ", which the text leaves open, though somebody rules on it or other answers do without it",
                        story(subject, clauses)));
    }

    private static String words(Set<String> terms, Readable names) {
        return Wording.quoted(terms, names, "and");
    }

    private static boolean isPrimary(Agreement agreement, ClauseKinds kinds, String id) {
        return agreement.norms().stream()
                .anyMatch(n -> n.id().equals(id) && Answered.isPrimary(n, kinds) && Duties.obliges(n));
    }

    private static Set<String> effective(Agreement agreement, ClauseKinds kinds) {
        Set<String> effective = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            kinds.measure(norm).filter(m -> !kinds.isTalk(m)).ifPresent(m -> effective.add(norm.id()));
        }
        return effective.isEmpty() ? Set.of("") : effective;
    }

    private static Set<String> among(Set<String> some, Set<String> all) {
        Set<String> both = new LinkedHashSet<>(some);
        both.retainAll(all);
        return both;
    }

    /** The act is done, and nobody can say whether it was a breach. */
    private static Optional<Story> story(Subject subject, Set<String> clauses) {
        for (Norm norm : subject.agreement().norms()) {
            if (clauses.contains(norm.id()) && Duties.forbidsAct(norm)) {
                Optional<Story> story = subject.stories()
                        .perhapsBroken(norm, "it is done, and nobody can say whether " + norm.id() + " is broken", 30)
                        .filter(s -> !s.claims().isEmpty());
                if (story.isPresent()) {
                    return story;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        List<Norm> norms = new Pen(agreement).norms(finding.clauses());
        Set<String> holders = new LinkedHashSet<>();
        norms.forEach(n -> Roles.bearers(n).forEach(b -> b.ifPresent(holders::add)));
        List<UndefinedTerm> open = agreement.undefinedTerms().stream()
                .filter(t -> !subject.understood().isPlace(t))
                .filter(t -> UndefinedLine.clausesOn(subject, t.name()).stream().anyMatch(finding.clauses()::contains))
                .toList();
        return new Decided(subject).proposals(open, norms, holders, finding.clauses());
    }
}
