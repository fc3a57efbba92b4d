package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.pen.Judges;
import holdfast.examine.pen.Pen;
import holdfast.examine.subject.Subject;
import holdfast.examine.subject.Verifiers;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Walk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** F29: what is found need not be told. */
record SilentReporting(Code code) implements Check {
    @Override
    public boolean asksWhoWatches() {
        return true;
    }

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        Verifiers watchers = new Verifiers(subject);
        if (!watchers.someoneFinds() && subject.watch().isEmpty()) {
            return Check.notApplicable("nobody watches and nobody finds, so there is nothing to tell");
        }
        List<Norm> telling = agreement.norms().stream()
                .filter(n -> Verifiers.mustDo(subject, n, Kind.PUBLISHING))
                .toList();
        List<String> watching = subject.watch().clauseNumbers();
        if (telling.isEmpty()) {
            return new Result.Found(List.of(Finding.fires(
                    code,
                    watching,
                    "nobody must publish what is seen and found: it can stay in a drawer and no clause is broken",
                    Optional.empty())));
        }
        if (telling.stream().anyMatch(n -> Duties.hasDay(n) && !waitsForAParty(agreement, n))) {
            return Check.none();
        }
        boolean waits = telling.stream().anyMatch(n -> waitsForAParty(agreement, n));
        return new Result.Found(List.of(Finding.lesser(
                code,
                telling.stream().map(Norm::id).distinct().toList(),
                waits
                        ? "what is found is told only once a party has acted, which it need not do"
                        : "what is found must be told, but nothing says by when",
                telling.stream()
                        .flatMap(
                                n -> subject
                                        .stories()
                                        .leftUndone(n, n.id() + " a year later: nothing told, and no breach", 365)
                                        .stream())
                        .filter(s -> !s.claims().isEmpty())
                        .findFirst())));
    }

    /** Its guard, or the state in which it stands, needs an act that a party is named for. */
    private static boolean waitsForAParty(Agreement agreement, Norm norm) {
        List<String> parties = Roles.withRole(agreement, Actor.Role.PARTY);
        return new Walk(agreement)
                .from(new Condition.All(List.of(norm.guard(), norm.whileTrue()))).patterns().stream()
                        .anyMatch(p -> isBy(agreement, p, parties));
    }

    static boolean isBy(Agreement agreement, Pattern pattern, List<String> actors) {
        return Roles.doer(agreement, pattern)
                .filter(name -> actors.contains(name)
                        || agreement
                                .members(name)
                                .filter(m -> m.stream().anyMatch(actors::contains))
                                .isPresent())
                .isPresent();
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        Pen pen = new Pen(agreement);
        List<Norm> guarded = agreement.norms().stream()
                .filter(n -> Duties.isProhibition(n) && subject.kinds().isPrimary(n))
                .toList();
        Set<String> suspects = new LinkedHashSet<>(agreement.members("party").orElse(List.of()));
        if (guarded.isEmpty()) {
            return List.of();
        }
        String finder = new Judges(subject).finder(pen, suspects);
        List<String> clauses = guarded.stream().map(Norm::id).distinct().toList();
        publish(subject, pen, guarded.getLast(), finder, clauses, true);
        return pen.proposal();
    }

    /** Somebody must publish what it found, if nobody must yet. */
    static void publish(Subject subject, Pen pen, Norm near, String finder, List<String> clauses) {
        publish(subject, pen, near, finder, clauses, false);
    }

    private static void publish(
            Subject subject, Pen pen, Norm near, String finder, List<String> clauses, boolean although) {
        boolean already =
                subject.agreement().norms().stream().anyMatch(n -> Verifiers.mustDo(subject, n, Kind.PUBLISHING));
        if (already && !although) {
            return;
        }
        String event = pen.name("publish_findings");
        pen.declare("event " + event + "(by: party, about: breach) is publishing");
        String breach = pen.variable("B", "C", "D", "E", "F");
        pen.clause(
                near,
                "on a breach " + breach + " of " + String.join(", ", clauses) + ", " + finder + " must " + event
                        + "(about " + breach + ") within 72 hours");
        pen.settle("`72 hours`: by when it is published");
    }
}
