package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Decided;
import holdfast.examine.pen.Openly;
import holdfast.examine.pen.Pen;
import holdfast.examine.subject.ClauseKinds;
import holdfast.examine.subject.Names;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.UndefinedTerm;
import holdfast.language.model.Value;
import holdfast.language.reading.BrokenBy;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Parts;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** F09: an exception from a prohibition, and only its holder says when it applies. */
record SelfJudgedRight(Code code) implements Check {
    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        if (agreement.norms().stream().noneMatch(Duties::isProhibition)) {
            return Check.notApplicable("the text forbids nothing");
        }
        ClauseKinds kinds = subject.kinds();
        Walk walk = subject.walk();
        Map<String, Norm> unruled = new LinkedHashMap<>();
        Map<String, Norm> reviewed = new LinkedHashMap<>();
        Set<String> terms = new LinkedHashSet<>();
        Set<String> ruled = new LinkedHashSet<>();
        for (Norm norm : agreement.norms()) {
            for (String term : judged(norm, kinds, walk)) {
                boolean review = Openly.isRuledOn(agreement, term);
                (review ? reviewed : unruled).putIfAbsent(norm.id(), norm);
                (review ? ruled : terms).add(term);
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!unruled.isEmpty()) {
            findings.add(Finding.fires(
                    code,
                    List.copyOf(unruled.keySet()),
                    "whether " + Names.list(terms) + " applies is judged by nobody but " + holders(unruled.values())
                            + ", who would rely on it",
                    story(subject, unruled.values())));
        }
        if (!reviewed.isEmpty()) {
            findings.add(Finding.lesser(
                    code,
                    List.copyOf(reviewed.keySet()),
                    "whether " + Names.list(ruled) + " applies can be reviewed, but " + holders(reviewed.values())
                            + " may act first",
                    story(subject, reviewed.values())));
        }
        return new Result.Found(findings);
    }

    /** What a clause excepts, or allows although it is forbidden, on the word of its bearer: terms that the text leaves open, and acts of the bearer. */
    private static Set<String> judged(Norm norm, ClauseKinds kinds, Walk walk) {
        Set<String> found = new LinkedHashSet<>();
        switch (Duties.brokenBy(norm)) {
            case BrokenBy.Act(Pattern act, Condition where) -> {
                exceptions(norm, where, false, found);
                walk.from(act).definitions().stream()
                        .flatMap(x -> Parts.where(x.derivation()).stream())
                        .forEach(c -> exceptions(norm, c, false, found));
                exceptions(norm, norm.whileTrue(), false, found);
            }
            case BrokenBy.Lapse(Condition kept) -> {
                exceptions(norm, norm.whileTrue(), false, found);
                // What must be kept, or else the exception: an alternative that is open.
                if (kept instanceof Condition.Any any) {
                    any.conditions().forEach(c -> exceptions(norm, c, true, found));
                }
            }
            // Whoever may judge for itself whether it must act is the matter of other findings.
            case BrokenBy.Omission ignored -> {}
            case BrokenBy.Nothing ignored -> {}
        }
        Duties.permitted(norm).ifPresent(act -> {
            if (kinds.declaredUnder(act.event()).stream().anyMatch(kinds.forbidden()::contains)) {
                exceptions(norm, norm.guard(), true, found);
                exceptions(norm, norm.whileTrue(), true, found);
            }
        });
        return found;
    }

    /** @param frees whether the bearer is free where this holds, rather than bound */
    private static void exceptions(Norm norm, Condition condition, boolean frees, Set<String> found) {
        switch (condition) {
            case Condition.Not c -> exceptions(norm, c.condition(), !frees, found);
            case Condition.All c -> c.conditions().forEach(one -> exceptions(norm, one, frees, found));
            case Condition.Any c -> c.conditions().forEach(one -> exceptions(norm, one, frees, found));
            case Condition.Undefined c -> {
                if (frees) {
                    found.add(c.term());
                }
            }
            case Condition.HasHappened c -> {
                if (frees && isOfBearer(norm, c.pattern())) {
                    found.add(c.pattern().event());
                }
            }
            default -> {}
        }
    }

    private static boolean isOfBearer(Norm norm, Pattern pattern) {
        Optional<Term> by = pattern.term("by");
        Optional<String> variable = Roles.variable(norm);
        return by.filter(t -> switch (t) {
                    case Term.Variable(String name) ->
                        variable.filter(name::equals).isPresent();
                    case Term.Constant(Value.Actor(String name)) ->
                        Roles.bearers(norm).contains(Optional.of(name));
                    case Term.Constant ignored -> false;
                })
                .isPresent();
    }

    private static String holders(Iterable<Norm> norms) {
        Set<String> holders = new LinkedHashSet<>();
        norms.forEach(n -> Roles.bearers(n).forEach(b -> b.ifPresent(holders::add)));
        return holders.isEmpty() ? "whoever acts" : Names.list(holders);
    }

    private static Optional<Story> story(Subject subject, Iterable<Norm> norms) {
        for (Norm norm : norms) {
            if (Duties.isProhibition(norm)) {
                Optional<Story> story = subject.stories()
                        .perhapsBroken(norm, norm.id() + ": whether this is a breach, nobody decides", 30);
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
        List<UndefinedTerm> open = Openly.terms(agreement, subject.walk(), norms).stream()
                .filter(t -> !subject.understood().isPlace(t))
                .toList();
        return new Decided(subject).proposals(open, norms, holders, finding.clauses());
    }
}
