package holdfast.examine.check;

import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Kind;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Walk;
import java.util.List;
import java.util.Optional;

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
        if (telling.stream().anyMatch(n -> hasClock(n) && !waitsForAParty(agreement, n))) {
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

    private static boolean hasClock(Norm norm) {
        return switch (norm.duty()) {
            case Duty.Achieve d -> d.due().isPresent();
            case Duty.Recur ignored -> true;
            case Duty.Refrain ignored -> false;
            case Duty.Keep ignored -> false;
            case Duty.May ignored -> false;
            case Duty.Power ignored -> false;
        };
    }

    /** Its guard, or the state in which it stands, needs an act that a party is named for. */
    private static boolean waitsForAParty(Agreement agreement, Norm norm) {
        List<String> parties = Roles.withRole(agreement, Actor.Role.PARTY);
        return new Walk(agreement)
                .from(new Condition.All(List.of(norm.guard(), norm.whileTrue()))).patterns().stream()
                        .anyMatch(p -> isBy(agreement, p, parties));
    }

    static boolean isBy(Agreement agreement, Pattern pattern, List<String> actors) {
        return doer(agreement, pattern)
                .filter(name -> actors.contains(name)
                        || agreement
                                .members(name)
                                .filter(m -> m.stream().anyMatch(actors::contains))
                                .isPresent())
                .isPresent();
    }

    /** Whoever or whichever group a pattern names as having done it. */
    static Optional<String> doer(Agreement agreement, Pattern pattern) {
        return Optional.ofNullable(agreement.eventTypes().get(pattern.event()))
                .flatMap(t -> t.actor())
                .flatMap(a -> pattern.term(a.name()))
                .filter(holdfast.language.model.Term.Constant.class::isInstance)
                .map(t -> ((holdfast.language.model.Term.Constant) t).value())
                .filter(holdfast.language.model.Value.Actor.class::isInstance)
                .map(v -> ((holdfast.language.model.Value.Actor) v).name());
    }
}
