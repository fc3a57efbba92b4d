package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Reworded;
import holdfast.examine.pen.Shared;
import holdfast.examine.subject.Measures;
import holdfast.examine.subject.Names;
import holdfast.examine.subject.Outlook;
import holdfast.examine.subject.Subject;
import holdfast.examine.table.Guarantee;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** F12: there are several guarantors, and fewer than half of them can make it void. */
record FewDefectors(Code code) implements Check {
    private static final int MOST = 200;

    @Override
    public boolean asksWhoGuarantees() {
        return true;
    }

    @Override
    public Result look(Subject subject) {
        Measures measures = new Measures(subject);
        Optional<String> none = measures.whyNone();
        if (none.isPresent()) {
            return Check.notApplicable(none.get());
        }
        int guarantors = measures.guarantors().size();
        if (guarantors < 2) {
            return Check.notApplicable("there is one guarantor alone, so that no number of them is to be reached");
        }
        List<Finding> findings = new ArrayList<>();
        coupled(subject, measures).ifPresent(findings::add);
        for (Outlook outlook : Outlook.primary(subject)) {
            for (Reading reading : outlook.readings()) {
                Optional<Set<String>> smallest = smallest(outlook, reading, measures);
                if (smallest.isPresent() && findings.isEmpty() && smallest.get().size() * 2 < guarantors) {
                    findings.add(voided(subject, measures, outlook, smallest.get()));
                }
            }
        }
        return new Result.Found(findings);
    }

    /** The smallest set without whom nothing firmer than talk must follow in any course; none where there is no such set, or nothing firm to be lost. */
    private static Optional<Set<String>> smallest(Outlook outlook, Reading reading, Measures measures) {
        List<Set<String>> unions = List.of(new TreeSet<>());
        boolean any = false;
        for (Guarantee row : outlook.rows()) {
            if (!row.reading().isPartOf(reading) || !outlook.isFirm(row.measure())) {
                continue;
            }
            any = true;
            Set<Set<String>> longer = new LinkedHashSet<>();
            for (Set<String> union : unions) {
                for (List<String> set : row.emptiedBy()) {
                    Set<String> both = new TreeSet<>(union);
                    both.addAll(set);
                    longer.add(both);
                }
            }
            unions = longer.stream().limit(MOST).toList();
        }
        return any
                ? unions.stream()
                        .filter(u -> !stillGiven(outlook, reading, u, measures))
                        .min((a, b) -> Integer.compare(a.size(), b.size()))
                : Optional.empty();
    }

    /** The table says without whom the strongest is lost; a weaker rung, borne by others, may stay. */
    private static boolean stillGiven(Outlook outlook, Reading reading, Set<String> gone, Measures measures) {
        Set<String> played = new LinkedHashSet<>();
        outlook.rows().forEach(r -> played.addAll(r.clauses()));
        return measures.effective().stream()
                .filter(n -> !played.contains(n.id()) && measures.isDemanded(n, reading))
                .anyMatch(n ->
                        measures.givers(n).stream().anyMatch(g -> !gone.contains(g) && !g.equals(outlook.violator())));
    }

    private Finding voided(Subject subject, Measures measures, Outlook outlook, Set<String> set) {
        String sentence = "of " + measures.guarantors().size()
                + " guarantors, " + Names.list(set) + " " + (set.size() == 1 ? "is" : "are")
                + " enough to leave a breach of " + outlook.prohibition() + " by " + outlook.violator()
                + " without anything firmer than talk";
        Optional<Story> story = Outlook.without(subject, outlook.prohibition(), outlook.violator(), set);
        return set.size() == 1
                ? Finding.fires(code, List.of(outlook.prohibition()), sentence, story)
                : Finding.lesser(code, List.of(outlook.prohibition()), sentence, story);
    }

    /** A guarantor's duty that waits for the consent of another. */
    private Optional<Finding> coupled(Subject subject, Measures measures) {
        Set<String> waitedFor = new LinkedHashSet<>();
        Set<String> clauses = new LinkedHashSet<>();
        Set<String> free = new LinkedHashSet<>();
        for (Norm norm : measures.effective()) {
            Set<String> givers = measures.givers(norm);
            Set<String> others = consents(subject, norm);
            others.retainAll(measures.guarantors());
            if (others.size() == 1 && givers.equals(others)) {
                // Its own consent alone: that is as it should be.
                others.clear();
            }
            if (others.isEmpty()) {
                free.addAll(givers);
            } else {
                waitedFor.addAll(others);
                clauses.add(norm.id());
            }
        }
        if (waitedFor.isEmpty()) {
            return Optional.empty();
        }
        free.removeAll(waitedFor);
        String sentence = "what " + Names.list(clauses) + " asks of the others waits for the consent of "
                + Names.list(waitedFor) + ", who can thereby take it all away";
        return Optional.of(
                free.isEmpty()
                        ? Finding.fires(code, List.copyOf(clauses), sentence, Optional.empty())
                        : Finding.lesser(code, List.copyOf(clauses), sentence, Optional.empty()));
    }

    /** Guarantors of whom a clause asks, by name, that they have bound themselves. */
    private static Set<String> consents(Subject subject, Norm norm) {
        Set<String> found = new LinkedHashSet<>();
        for (Pattern pattern : subject.walk().fromConditions(norm).patterns()) {
            if (subject.understood().isEvent(Kind.CONSENT, pattern.event())) {
                Roles.doer(subject.agreement(), pattern).ifPresent(found::add);
            }
        }
        return found;
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        List<String> guarantors = agreement.members("guarantor").orElse(List.of());
        List<Norm> norms = new Pen(agreement).norms(finding.clauses());
        Pen free = new Pen(agreement);
        for (Norm norm : norms) {
            Norm asked = Reworded.without(
                    norm,
                    c -> c instanceof Condition.HasHappened(Pattern p)
                            && SilentReporting.isBy(agreement, p, guarantors));
            if (!asked.equals(norm)) {
                free.rewrite(norm, asked);
            }
        }
        List<Proposal> proposals = new ArrayList<>(free.proposal());
        List<Norm> firm = agreement.norms().stream()
                .filter(subject.kinds()::demandsMoreThanTalk)
                .toList();
        proposals.addAll(Shared.bySeveral(subject, firm));
        return proposals;
    }
}
