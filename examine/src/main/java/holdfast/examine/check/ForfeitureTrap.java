package holdfast.examine.check;

import holdfast.engine.Status;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Lasting;
import holdfast.examine.pen.Pen;
import holdfast.examine.pen.Reworded;
import holdfast.examine.pen.Wording;
import holdfast.examine.play.Move;
import holdfast.examine.play.Opening;
import holdfast.examine.play.Openings;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Ways;
import holdfast.examine.subject.ClauseKinds;
import holdfast.examine.subject.Ends;
import holdfast.examine.subject.Outlook;
import holdfast.examine.subject.Subject;
import holdfast.language.model.Actor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Ending;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Sides;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** F30: the protected side loses the guarantee by an act that somebody else can stage. */
record ForfeitureTrap(Code code) implements Check {
    private static final long DAY = 86_400_000;

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        ClauseKinds kinds = subject.kinds();
        List<String> protectedSide = protectedSide(agreement);
        Lost lost = new Lost();
        Ends ends = new Ends(agreement);
        for (Norm norm : agreement.norms()) {
            if (isPowerToEnd(norm)) {
                Pattern with = Duties.act(norm).orElseThrow();
                boolean overAnswers = agreement.norms().stream()
                        .anyMatch(n -> Duties.isPowerOver(norm, n.id(), Duty.Effect.TERMINATE, Duty.Effect.SUSPEND)
                                && isGuarantee(kinds, n));
                if (overAnswers && SilentReporting.isBy(agreement, with, protectedSide)) {
                    lost.add(norm, List.of(with));
                }
            } else if (isGuarantee(kinds, norm)) {
                for (Ending way : ends.ofAll(norm)) {
                    List<Pattern> acts = forfeiting(ends, way, protectedSide);
                    lost.add(norm, acts);
                    lost.isOpen |= !acts.isEmpty() && way.steps().stream().anyMatch(x -> x instanceof Ending.Taken);
                }
            }
        }
        return lost.guarantees.isEmpty() ? Check.none() : new Result.Found(List.of(finding(subject, lost)));
    }

    /** What can be lost by acts of the protected side. */
    private static final class Lost {
        private final Map<String, Norm> guarantees = new LinkedHashMap<>();
        private final Set<Pattern> by = new LinkedHashSet<>();
        private boolean isOpen;

        void add(Norm norm, List<Pattern> acts) {
            if (!acts.isEmpty()) {
                guarantees.putIfAbsent(norm.id(), norm);
                by.addAll(acts);
            }
        }
    }

    private Finding finding(Subject subject, Lost lost) {
        Agreement agreement = subject.agreement();
        boolean found =
                agreement.rules().stream().anyMatch(r -> r instanceof Rule.Attributes || r instanceof Rule.RulesOn);
        String side = Wording.and(lost.by.stream()
                .flatMap(p -> Roles.doer(agreement, p).stream())
                .distinct()
                .toList());
        String sentence = side + " would lose " + Wording.and(lost.guarantees.keySet()) + " by "
                + Wording.quoted(lost.by.stream().map(Pattern::event).distinct().toList(), subject.names(), "or")
                + ", which others can stage";
        List<String> clauses = List.copyOf(lost.guarantees.keySet());
        Optional<Story> story =
                story(subject, lost.guarantees.values().iterator().next(), lost.by);
        return found || lost.isOpen
                ? Finding.lesser(
                        code, clauses, sentence + ", though somebody says who did it or a word softens it", story)
                : Finding.fires(code, clauses, sentence + ", and nobody is named who says who did it", story);
    }

    private static boolean isPowerToEnd(Norm norm) {
        return Duties.power(norm)
                .filter(p -> p.effect() == Duty.Effect.TERMINATE || p.effect() == Duty.Effect.SUSPEND)
                .isPresent();
    }

    private static boolean isGuarantee(ClauseKinds kinds, Norm norm) {
        return norm.layer() > 0 || kinds.isAnswer(norm);
    }

    private static List<String> protectedSide(Agreement agreement) {
        Set<String> side = new LinkedHashSet<>();
        agreement.norms().forEach(n -> side.addAll(n.inFavourOf()));
        return List.copyOf(side.isEmpty() ? Roles.withRole(agreement, Actor.Role.PARTY) : side);
    }

    /** The acts of the protected side in one way in which a clause, or the whole, comes to apply no more. */
    private static List<Pattern> forfeiting(Ends ends, Ending way, List<String> side) {
        List<Pattern> acts = new ArrayList<>();
        for (Ending.Step step : way.steps()) {
            if (step instanceof Ending.Done(Pattern act)
                    && ends.doers(act).stream().anyMatch(side::contains)) {
                acts.add(act);
            }
        }
        return acts;
    }

    /** The act is done, or staged; then the violation comes, and nothing is owed. */
    private static Optional<Story> story(Subject subject, Norm guarantee, Set<Pattern> by) {
        for (Norm broken : subject.agreement().norms()) {
            if (!Duties.isProhibition(broken) || broken.layer() > 0) {
                continue;
            }
            Map<String, String> answers =
                    new LinkedHashMap<>(subject.stories().reading(broken).answers());
            answers.putAll(guarantee.reading().answers());
            Reading reading = new Reading(answers);
            Ways ways = subject.stories().ways(reading);
            Agreement resolved = ways.agreement();
            Optional<Norm> plain = resolved.norms().stream()
                    .filter(n -> n.id().equals(broken.id()))
                    .findFirst();
            for (Optional<String> violator : Sides.violators(resolved, broken)) {
                Optional<Opening> opening = plain.flatMap(n -> new Openings(ways).of(n, violator));
                if (opening.isPresent()) {
                    List<Plan> plans =
                            forfeitedThenBroken(ways, guarantee, by.iterator().next(), opening.get());
                    return subject.stories()
                            .played(
                                    ways,
                                    reading,
                                    plans,
                                    opening.get().end() + 5 * DAY,
                                    "after an act that may have been staged, " + broken.id()
                                            + " is broken and nothing is owed",
                                    Set.of(broken.id(), guarantee.id()))
                            .filter(s -> isShown(s, broken, guarantee));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Plan> forfeitedThenBroken(Ways ways, Norm guarantee, Pattern by, Opening opening) {
        List<Plan> plans = new ArrayList<>();
        long first = opening.start() - DAY / 2;
        ways.conditions(guarantee.whileTrue(), Map.of()).stream()
                .findFirst()
                .ifPresent(w -> plans.addAll(Openings.scheduled(w, first - DAY, Move.Why.SCENE)));
        ways.of(by, Map.of(), Optional.empty()).stream()
                .findFirst()
                .ifPresent(w -> plans.addAll(Openings.scheduled(w, first, Move.Why.EVASION)));
        plans.addAll(opening.plans());
        return plans;
    }

    /** Broken, and nothing is owed. */
    private static boolean isShown(Story story, Norm broken, Norm guarantee) {
        return story.claims().stream().anyMatch(c -> c.clause().equals(broken.id()) && c.status() == Status.BREACHED)
                && story.claims().stream()
                        .noneMatch(c -> c.clause().equals(guarantee.id())
                                && (c.status() == Status.PENDING || c.status() == Status.BREACHED));
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        Agreement agreement = subject.agreement();
        List<String> side = protectedSide(agreement);
        Set<String> suspects = new LinkedHashSet<>(side);
        Outlook.primary(subject).forEach(o -> suspects.add(o.violator()));
        List<Proposal> proposals = new ArrayList<>(new Lasting(subject).states(finding.clauses(), suspects));
        Pen struck = new Pen(agreement);
        agreement.norms().stream()
                .filter(n -> finding.clauses().contains(n.id()) && isPowerToEnd(n))
                .forEach(n -> struck.strike(n.origin()));
        proposals.addAll(struck.proposal());
        Pen free = new Pen(agreement);
        for (Norm norm : free.norms(finding.clauses())) {
            Norm kept = Reworded.without(
                    norm,
                    c -> c instanceof Condition.HasHappened(Pattern p) && SilentReporting.isBy(agreement, p, side));
            if (!kept.equals(norm)) {
                free.rewrite(norm, kept);
            }
        }
        proposals.addAll(free.proposal());
        return proposals;
    }
}
