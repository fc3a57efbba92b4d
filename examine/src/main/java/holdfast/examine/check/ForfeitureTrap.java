package holdfast.examine.check;

import holdfast.examine.Code;
import holdfast.examine.Finding;
import holdfast.examine.Story;
import holdfast.examine.play.Cast;
import holdfast.examine.play.Move;
import holdfast.examine.play.Opening;
import holdfast.examine.play.Openings;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Resolved;
import holdfast.examine.play.Ways;
import holdfast.examine.table.Sides;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** F30: the protected side loses the guarantee by an act that somebody else can stage. */
final class ForfeitureTrap implements Check {
    private static final long DAY = 86_400_000;

    @Override
    public Code code() {
        return Code.F30;
    }

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        ClauseKinds kinds = new ClauseKinds(agreement);
        List<String> protectedSide = protectedSide(agreement);
        Map<String, Norm> lost = new LinkedHashMap<>();
        Set<Pattern> by = new LinkedHashSet<>();
        boolean open = false;
        for (Norm norm : agreement.norms()) {
            if (norm.duty() instanceof Duty.Power power
                    && (power.effect() == Duty.Effect.TERMINATE || power.effect() == Duty.Effect.SUSPEND)) {
                boolean overAnswers =
                        agreement.norms().stream().anyMatch(n -> power.over().covers(n.id()) && isGuarantee(kinds, n));
                if (overAnswers && SilentReporting.isBy(agreement, power.with(), protectedSide)) {
                    lost.putIfAbsent(norm.id(), norm);
                    by.add(power.with());
                }
            } else if (isGuarantee(kinds, norm)) {
                List<Pattern> ends = forfeiting(agreement, norm, protectedSide);
                if (!ends.isEmpty()) {
                    lost.putIfAbsent(norm.id(), norm);
                    by.addAll(ends);
                    open |= !Uses.of(agreement, new Condition.All(List.of(norm.whileTrue(), norm.guard())))
                            .undefinedTerms()
                            .isEmpty();
                }
            }
        }
        if (lost.isEmpty()) {
            return Check.none();
        }
        boolean found =
                agreement.rules().stream().anyMatch(r -> r instanceof Rule.Attributes || r instanceof Rule.RulesOn);
        String side = Wording.and(by.stream()
                .flatMap(p -> SilentReporting.doer(agreement, p).stream())
                .distinct()
                .toList());
        String sentence = side + " would lose " + Wording.and(lost.keySet()) + " by \""
                + String.join(
                        "\" or \"",
                        by.stream()
                                .map(p -> Wording.words(p.event()))
                                .distinct()
                                .toList())
                + "\", which others can stage";
        Optional<Story> story = story(subject, lost.values().iterator().next(), by);
        return new Result.Found(List.of(
                found || open
                        ? Finding.lesser(
                                code(),
                                List.copyOf(lost.keySet()),
                                sentence + ", though somebody says who did it or a word softens it",
                                story)
                        : Finding.fires(
                                code(),
                                List.copyOf(lost.keySet()),
                                sentence + ", and nobody is named who says who did it",
                                story)));
    }

    private static boolean isGuarantee(ClauseKinds kinds, Norm norm) {
        return norm.layer() > 0 || kinds.isAnswer(norm);
    }

    private static List<String> protectedSide(Agreement agreement) {
        Set<String> side = new LinkedHashSet<>();
        agreement.norms().forEach(n -> side.addAll(n.inFavourOf()));
        return List.copyOf(side.isEmpty() ? Cast.withRole(agreement, Actor.Role.PARTY) : side);
    }

    /** The acts of the protected side that end the state in which the clause, or the whole, applies. */
    private static List<Pattern> forfeiting(Agreement agreement, Norm norm, List<String> side) {
        List<Condition> needed = new ArrayList<>(List.of(norm.whileTrue(), norm.guard()));
        agreement.rules().forEach(r -> {
            if (r instanceof Rule.InForceWhile guard) {
                needed.add(guard.condition());
            }
        });
        List<Pattern> ends = new ArrayList<>();
        Condition all = new Condition.All(needed);
        negated(all, ends);
        for (State state : Uses.of(agreement, all).states()) {
            switch (state) {
                case State.Fluent s -> ends.addAll(s.ends());
                case State.Named s -> negated(s.condition(), ends);
            }
        }
        return ends.stream()
                .filter(p -> SilentReporting.isBy(agreement, p, side))
                .toList();
    }

    private static void negated(Condition condition, List<Pattern> into) {
        switch (condition) {
            case Condition.All c -> c.conditions().forEach(one -> negated(one, into));
            case Condition.Any c -> c.conditions().forEach(one -> negated(one, into));
            case Condition.Not(Condition.HasHappened(Pattern pattern)) -> into.add(pattern);
            case Condition.NoneFor c -> into.add(c.pattern());
            default -> {}
        }
    }

    /** The act is done, or staged; then the violation comes, and nothing is owed. */
    private static Optional<Story> story(Subject subject, Norm guarantee, Set<Pattern> by) {
        for (Norm broken : subject.agreement().norms()) {
            if (!Sides.isProhibition(broken) || broken.layer() > 0) {
                continue;
            }
            Map<String, String> answers =
                    new LinkedHashMap<>(subject.stories().reading(broken).answers());
            answers.putAll(guarantee.reading().answers());
            Reading reading = new Reading(answers);
            Agreement resolved = Resolved.under(subject.agreement(), reading);
            Ways ways = new Ways(resolved);
            Optional<Norm> plain = resolved.norms().stream()
                    .filter(n -> n.id().equals(broken.id()))
                    .findFirst();
            for (Optional<String> violator : Sides.violators(resolved, broken)) {
                Optional<Opening> opening = plain.flatMap(n -> new Openings(ways).of(n, violator));
                if (opening.isPresent()) {
                    List<Plan> plans = new ArrayList<>();
                    long first = opening.get().start() - DAY / 2;
                    ways.conditions(guarantee.whileTrue(), Map.of()).stream()
                            .findFirst()
                            .ifPresent(w -> plans.addAll(Openings.scheduled(w, first - DAY, Move.Why.SCENE)));
                    ways.of(by.iterator().next(), Map.of(), Optional.empty()).stream()
                            .findFirst()
                            .ifPresent(w -> plans.addAll(Openings.scheduled(w, first, Move.Why.EVASION)));
                    plans.addAll(opening.get().plans());
                    return subject.stories()
                            .played(
                                    ways,
                                    reading,
                                    plans,
                                    opening.get().end() + 5 * DAY,
                                    "after an act that may have been staged, " + broken.id()
                                            + " is broken and nothing is owed",
                                    Set.of(broken.id(), guarantee.id()))
                            .filter(s -> !s.claims().isEmpty());
                }
            }
        }
        return Optional.empty();
    }
}
