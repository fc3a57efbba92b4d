package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Judges;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Wording;
import holdfast.examine.subject.Answered;
import holdfast.examine.subject.ClauseKinds;
import holdfast.examine.subject.Outlook;
import holdfast.examine.subject.Subject;
import holdfast.examine.subject.Verifiers;
import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import holdfast.language.reading.Duties;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** F28: nobody sees whether it is kept, or nobody may say who broke it. */
record NoVerifier(Code code) implements Check {
    @Override
    public boolean asksWhoWatches() {
        return true;
    }

    @Override
    public Result look(Subject subject) {
        ClauseKinds kinds = subject.kinds();
        Verifiers watchers = new Verifiers(subject);
        Map<String, Norm> neither = new LinkedHashMap<>();
        Map<String, Norm> half = new LinkedHashMap<>();
        boolean forbids = false;
        for (Norm norm : subject.agreement().norms()) {
            if (Duties.isProhibition(norm) && Answered.isPrimary(norm, kinds)) {
                forbids = true;
                boolean verified = watchers.verifies(norm.id());
                if (!verified && !watchers.someoneAttributes()) {
                    neither.putIfAbsent(norm.id(), norm);
                } else if (!verified || !watchers.someoneAttributes()) {
                    half.putIfAbsent(norm.id(), norm);
                }
            }
        }
        if (!forbids) {
            return Check.notApplicable("the text forbids nothing");
        }
        return Check.found(nobodySees(subject, neither), halfIsMissing(subject, half, watchers.someoneAttributes()));
    }

    private Optional<Finding> nobodySees(Subject subject, Map<String, Norm> neither) {
        return neither.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.fires(
                        code,
                        List.copyOf(neither.keySet()),
                        "nobody verifies whether " + Wording.and(neither.keySet())
                                + (neither.size() == 1 ? " is" : " are") + " kept, and nobody may say who broke it",
                        story(subject, neither)));
    }

    private Optional<Finding> halfIsMissing(Subject subject, Map<String, Norm> half, boolean someoneAttributes) {
        return half.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.lesser(
                        code,
                        List.copyOf(half.keySet()),
                        someoneAttributes
                                ? "somebody may say who broke " + Wording.and(half.keySet())
                                        + ", but nobody verifies it"
                                : "somebody " + (subject.watch().isEmpty() ? "may find" : "sees") + " whether "
                                        + Wording.and(half.keySet()) + (half.size() == 1 ? " is" : " are")
                                        + " kept, but nobody may say who broke it",
                        story(subject, half)));
    }

    private static Optional<Story> story(Subject subject, Map<String, Norm> norms) {
        return norms.values().stream()
                .flatMap(
                        n -> subject
                                .stories()
                                .broken(n, n.id() + " is broken, and a month later nobody has found anything", 30)
                                .stream())
                .filter(s -> !s.claims().isEmpty())
                .findFirst();
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        Verifiers verifiers = new Verifiers(subject);
        Pen pen = new Pen(agreement);
        List<Norm> guarded = pen.norms(finding.clauses());
        if (guarded.isEmpty()) {
            return List.of();
        }
        Norm last = guarded.getLast();
        List<String> unseen =
                finding.clauses().stream().filter(c -> !verifiers.verifies(c)).toList();
        if (!unseen.isEmpty()) {
            pen.add(last.origin(), "evidence for " + String.join(", ", unseen) + " is instrument, seen");
            pen.settle("`instrument, seen`: what counts as evidence");
        }
        if (!verifiers.someoneAttributes()) {
            Set<String> suspects =
                    new LinkedHashSet<>(agreement.members("party").orElse(List.of()));
            Outlook.primary(subject).forEach(o -> suspects.add(o.violator()));
            String finder = new Judges(subject).finder(pen, suspects);
            pen.add(last.origin(), finder + " attributes");
            SilentReporting.publish(subject, pen, last, finder, finding.clauses());
        }
        return pen.proposal();
    }
}
