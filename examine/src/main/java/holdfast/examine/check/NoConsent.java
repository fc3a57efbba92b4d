package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Reworded;
import holdfast.examine.pen.Wording;
import holdfast.examine.subject.Subject;
import holdfast.examine.text.Understood;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.EventType;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Rule;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F31: a guarantor has not bound itself, or is bound only if another is. */
record NoConsent(Code code) implements Check {
    @Override
    public boolean asksWhoGuarantees() {
        return true;
    }

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        List<String> guarantors = agreement.members("guarantor").orElse(List.of());
        if (guarantors.isEmpty()) {
            return Check.notApplicable("the text has no guarantor");
        }
        List<String> coupled = agreement.norms().stream()
                .filter(n -> waitsForAnothersConsent(subject, n))
                .map(Norm::id)
                .distinct()
                .toList();
        if (!coupled.isEmpty()) {
            return one(Finding.fires(
                    code,
                    coupled,
                    "one guarantor is bound only if another has consented: where one parliament says no, both are free",
                    Optional.empty()));
        }
        Set<Pattern> entry = new LinkedHashSet<>();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.InForceWhile guard) {
                entry.addAll(subject.walk().from(guard.condition()).patterns());
            }
        }
        List<String> missing = new ArrayList<>(guarantors);
        missing.removeIf(g -> isBound(subject, g, entry) || allItsClausesWait(subject, g));
        if (missing.isEmpty()) {
            return Check.none();
        }
        boolean half = isSigned(subject, entry) || missing.size() < guarantors.size();
        return one(half ? signedOnly(missing) : nothing(missing));
    }

    private static boolean isSigned(Subject subject, Set<Pattern> entry) {
        Understood understood = subject.understood();
        return subject.agreement().standing().equals("signed")
                || entry.stream()
                        .anyMatch(p -> understood.isEvent(Kind.SIGNATURE, p.event())
                                || understood.isEvent(Kind.CONSENT, p.event()));
    }

    private Finding signedOnly(List<String> missing) {
        return Finding.lesser(
                code,
                List.of(),
                "there is a signature, but the consent that binds " + Wording.and(missing)
                        + " at home is no part of the entry into force",
                Optional.empty());
    }

    private Finding nothing(List<String> missing) {
        return Finding.fires(
                code,
                List.of(),
                "no act says that " + Wording.and(missing) + (missing.size() == 1 ? " is" : " are")
                        + " bound: no signature, no ratification, no entry into force",
                Optional.empty());
    }

    /** By its own consent, or by an act of somebody above it, who binds all: a Council that authorises it, say. */
    private static boolean isBound(Subject subject, String guarantor, Set<Pattern> acts) {
        Agreement agreement = subject.agreement();
        List<String> signed = new ArrayList<>(agreement.members("guarantor").orElse(List.of()));
        signed.addAll(agreement.members("party").orElse(List.of()));
        for (Pattern act : acts) {
            if (!subject.understood().isEvent(Kind.CONSENT, act.event())) {
                continue;
            }
            Optional<String> doer = Roles.doer(agreement, act);
            if (doer.isEmpty()) {
                boolean nobodys = agreement
                        .eventType(act.event())
                        .filter(e -> e.actor().isEmpty())
                        .isPresent();
                if (nobodys && agreement.kinds().ofName(act.event()).isPresent()) {
                    return true;
                }
            } else if (doer.get().equals(guarantor)
                    || agreement.members(doer.get()).orElse(List.of()).contains(guarantor)
                    || (agreement.members(doer.get()).isEmpty() && !signed.contains(doer.get()))) {
                return true;
            }
        }
        return false;
    }

    /** Whatever it must do, it must only once it, or somebody above it, has consented. */
    private static boolean allItsClausesWait(Subject subject, String guarantor) {
        List<Norm> its = subject.agreement().norms().stream()
                .filter(n -> Roles.bearers(n).contains(Optional.of(guarantor)))
                .toList();
        return !its.isEmpty()
                && its.stream()
                        .allMatch(n -> isBound(
                                subject,
                                guarantor,
                                subject.walk()
                                        .from(new Condition.All(List.of(n.guard(), n.whileTrue())))
                                        .patterns()));
    }

    private static boolean waitsForAnothersConsent(Subject subject, Norm norm) {
        Agreement agreement = subject.agreement();
        List<String> others = new ArrayList<>(agreement.members("guarantor").orElse(List.of()));
        List<String> own = new ArrayList<>();
        Roles.bearers(norm).forEach(b -> b.ifPresent(own::add));
        boolean guarantee = own.stream().anyMatch(others::contains);
        others.removeAll(own);
        return guarantee
                && subject.walk().from(new Condition.All(List.of(norm.guard(), norm.whileTrue()))).patterns().stream()
                        .anyMatch(p -> subject.understood().isEvent(Kind.CONSENT, p.event())
                                && Roles.doer(agreement, p)
                                        .filter(others::contains)
                                        .isPresent());
    }

    private static Result one(Finding finding) {
        return new Result.Found(List.of(finding));
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        List<String> guarantors = agreement.members("guarantor").orElse(List.of());
        Pen uncoupled = new Pen(agreement);
        for (Norm norm : uncoupled.norms(finding.clauses())) {
            Norm free = Reworded.without(
                    norm,
                    c -> c instanceof Condition.HasHappened(Pattern p)
                            && subject.understood().isEvent(Kind.CONSENT, p.event()));
            if (!free.equals(norm)) {
                uncoupled.rewrite(norm, free);
            }
        }
        if (!finding.clauses().isEmpty()) {
            return uncoupled.proposal();
        }
        Pen pen = new Pen(agreement);
        String consent = agreement.events().stream()
                .filter(e -> e.actor().isPresent() && !e.name().equals("vote"))
                .filter(e -> subject.understood().isEvent(Kind.CONSENT, e.name()))
                .map(EventType::name)
                .findFirst()
                .orElseGet(() -> {
                    String name = pen.name("ratification");
                    pen.declare("event " + name + "(by: party) is consent");
                    return name;
                });
        List<Condition> all = new ArrayList<>();
        guarantors.forEach(g -> all.add(consented(consent, g)));
        Optional<Rule.InForceWhile> before = agreement.rules().stream()
                .filter(Rule.InForceWhile.class::isInstance)
                .map(Rule.InForceWhile.class::cast)
                .findFirst();
        before.ifPresent(r -> all.addFirst(r.condition()));
        Condition inForce = new Condition.All(all);
        before.ifPresentOrElse(
                r -> pen.rewrite(new Rule.InForceWhile(r.reading(), inForce, r.origin())),
                () -> pen.declare("in force while " + pen.wording().condition(inForce)));
        return pen.proposal();
    }

    private static Condition consented(String consent, String guarantor) {
        Term by = new Term.Constant(new Value.Actor(guarantor));
        return new Condition.HasHappened(new Pattern(consent, List.of(new Pattern.Argument("by", by)), Origin.NONE));
    }
}
