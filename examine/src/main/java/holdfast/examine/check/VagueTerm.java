package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Story;
import holdfast.language.model.Agreement;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import holdfast.language.model.UndefinedTerm;
import java.util.ArrayList;
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
            if (weighty && !isRuledOn(agreement, term.name())) {
                firing.add(term.name());
                firingClauses.addAll(on);
            } else {
                lesser.add(term.name());
                lesserClauses.addAll(on);
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!firing.isEmpty()) {
            findings.add(Finding.fires(
                    code,
                    List.copyOf(firingClauses),
                    "whether " + Wording.and(firingClauses) + (firingClauses.size() == 1 ? " is" : " are")
                            + " kept hangs on \"" + words(firing)
                            + "\", which nothing measures and on which nobody rules",
                    story(subject, firingClauses)));
        }
        if (!lesser.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    List.copyOf(lesserClauses),
                    Wording.and(lesserClauses) + (lesserClauses.size() == 1 ? " hangs" : " hang") + " on \""
                            + words(lesser)
                            + "\", which the text leaves open, though somebody rules on it or other answers do without it",
                    story(subject, lesserClauses)));
        }
        return new Result.Found(findings);
    }

    private static String words(Set<String> terms) {
        return String.join("\", \"", terms.stream().map(Wording::words).toList());
    }

    private static boolean isPrimary(Agreement agreement, ClauseKinds kinds, String id) {
        return agreement.norms().stream()
                .anyMatch(n -> n.id().equals(id)
                        && Answered.isPrimary(n, kinds)
                        && !(n.duty() instanceof Duty.May)
                        && !(n.duty() instanceof Duty.Power));
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

    private static boolean isRuledOn(Agreement agreement, String term) {
        return agreement.rules().stream()
                .anyMatch(r -> r instanceof Rule.RulesOn on && on.name().equals(term));
    }

    /** The act is done, and nobody can say whether it was a breach. */
    private static Optional<Story> story(Subject subject, Set<String> clauses) {
        for (Norm norm : subject.agreement().norms()) {
            if (clauses.contains(norm.id()) && norm.duty() instanceof Duty.Refrain) {
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
}
