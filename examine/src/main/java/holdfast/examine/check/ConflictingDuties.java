package holdfast.examine.check;

import holdfast.engine.Status;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Proposal;
import holdfast.examine.found.Story;
import holdfast.examine.pen.Answers;
import holdfast.examine.pen.Pen;
import holdfast.examine.play.Act;
import holdfast.examine.play.Move;
import holdfast.examine.play.Openings;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Ways;
import holdfast.examine.subject.Subject;
import holdfast.language.Hanging;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Trigger;
import holdfast.language.model.Value;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** F27: somebody who does what one clause demands breaks another by it. */
record ConflictingDuties(Code code) implements Check {
    private static final long DAY = 86_400_000;

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        Map<String, Set<String>> hangs = Hanging.questionsOf(agreement);
        Ways ways = new Ways(agreement);
        List<Finding> findings = new ArrayList<>();
        Set<List<String>> seen = new LinkedHashSet<>();
        List<Norm> duties =
                agreement.norms().stream().filter(Duties::demandsOnce).toList();
        List<Norm> prohibitions =
                agreement.norms().stream().filter(Duties::forbidsAct).toList();
        for (Norm duty : duties) {
            for (Norm prohibition : prohibitions) {
                List<String> pair = List.of(duty.id(), prohibition.id());
                if (couldConflict(ways, duty, prohibition) && !seen.contains(pair)) {
                    shown(subject, hangs, duty, prohibition).ifPresent(f -> {
                        seen.add(pair);
                        findings.add(f);
                    });
                }
            }
        }
        contradictoryLevels(agreement).ifPresent(findings::add);
        return new Result.Found(findings);
    }

    private static boolean couldConflict(Ways ways, Norm duty, Norm prohibition) {
        return !Collections.disjoint(declaredUnder(ways, duty), declaredUnder(ways, prohibition))
                && duty.reading().answers().entrySet().stream()
                        .allMatch(e -> e.getValue()
                                .equals(prohibition.reading().answers().getOrDefault(e.getKey(), e.getValue())));
    }

    private static Set<String> declaredUnder(Ways ways, Norm norm) {
        return ways.declaredUnder(Duties.act(norm).orElseThrow().event());
    }

    private Optional<Finding> shown(Subject subject, Map<String, Set<String>> hangs, Norm duty, Norm prohibition) {
        Set<String> asked = new LinkedHashSet<>(hangs.getOrDefault(duty.id(), Set.of()));
        asked.addAll(hangs.getOrDefault(prohibition.id(), Set.of()));
        int tried = 0;
        for (Reading reading : Answers.to(subject.agreement(), asked)) {
            if (duty.reading().isPartOf(reading) && prohibition.reading().isPartOf(reading) && tried++ < 4) {
                for (Optional<String> bearer : Roles.bearers(duty)) {
                    if (bearer.isPresent() && isBound(prohibition, bearer.get())) {
                        Optional<Story> story = story(subject, reading, duty, prohibition, bearer.get());
                        if (story.isPresent()) {
                            return Optional.of(Finding.fires(
                                    code,
                                    List.of(duty.id(), prohibition.id()),
                                    "whoever does what " + duty.id() + " demands of " + bearer.get() + " breaks "
                                            + prohibition.id() + ", and nothing says which goes first",
                                    story));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isBound(Norm prohibition, String actor) {
        return prohibition.bearer() instanceof Bearer.Anyone
                || Roles.bearers(prohibition).contains(Optional.of(actor));
    }

    /** The duty is set in motion, its bearer does it, and has thereby broken the prohibition; none if there is some way to do it without. */
    private static Optional<Story> story(Subject subject, Reading reading, Norm duty, Norm prohibition, String bearer) {
        Ways ways = subject.stories().ways(reading);
        Agreement resolved = ways.agreement();
        Map<String, Value> bound = new HashMap<>();
        Roles.variable(duty).ifPresent(v -> bound.put(v, new Value.Actor(bearer)));
        long start = Openings.noon(resolved);
        List<Plan> before = new ArrayList<>(scene(ways, duty, prohibition, bound, start - 2 * DAY));
        subject.stories().leftUndone(duty, "", 1).ifPresent(s -> before.addAll(again(s)));
        Optional<Story> shown = Optional.empty();
        for (List<Ways.Step> way : ways.of(Duties.demanded(duty).orElseThrow(), bound, Optional.of(bearer))) {
            List<Plan> plans = new ArrayList<>(before);
            plans.addAll(Openings.scheduled(way, start + 60 * 60_000L, Move.Why.DUTY));
            Optional<Story> story = subject.stories()
                    .played(
                            ways,
                            reading,
                            plans,
                            start + DAY,
                            bearer + " does what " + duty.id() + " demands, and has broken " + prohibition.id(),
                            Set.of(duty.id(), prohibition.id()))
                    .flatMap(s -> asFarAsItShows(s, duty, prohibition, bearer));
            if (story.isEmpty()) {
                return Optional.empty();
            }
            shown = shown.or(() -> story);
        }
        return shown;
    }

    /** What must hold for the text and for both clauses. */
    private static List<Plan> scene(Ways ways, Norm duty, Norm prohibition, Map<String, Value> bound, long from) {
        List<Condition> scene = new ArrayList<>();
        ways.agreement().rules().forEach(r -> {
            if (r instanceof Rule.InForceWhile guard) {
                scene.add(guard.condition());
            }
        });
        scene.add(duty.whileTrue());
        scene.add(prohibition.whileTrue());
        List<Plan> plans = new ArrayList<>();
        long at = from;
        for (Ways.Step step : ways.conditions(new Condition.All(scene), bound).stream()
                .findFirst()
                .orElse(List.of())) {
            plans.add(new Plan.Done(step.act(), at, Move.Why.SCENE));
            at += 60_000;
        }
        return plans;
    }

    /** The acts of a story, to be done again. */
    private static List<Plan> again(Story story) {
        List<Plan> plans = new ArrayList<>();
        story.moves().forEach(m -> act(m).ifPresent(a -> plans.add(new Plan.Done(a, m.at(), m.why()))));
        return plans;
    }

    /** The story with only the claims that its bearer has kept the one and broken the other, where it has both. */
    private static Optional<Story> asFarAsItShows(Story story, Norm duty, Norm prohibition, String bearer) {
        List<Story.Claim> claims = story.claims().stream()
                .filter(c -> c.bearer().equals(bearer)
                        && c.status() == (c.clause().equals(duty.id()) ? Status.FULFILLED : Status.BREACHED))
                .toList();
        boolean both = claims.stream().anyMatch(c -> c.clause().equals(duty.id()))
                && claims.stream().anyMatch(c -> c.clause().equals(prohibition.id()));
        return both
                ? Optional.of(new Story(story.title(), story.reading(), story.moves(), story.at(), claims))
                : Optional.empty();
    }

    private static Optional<Act> act(Move move) {
        return move.record() instanceof holdfast.engine.Record.Observation o
                ? Optional.of(Act.of(o.event(), o.values()))
                : Optional.empty();
    }

    /** One must keep a level at so much or more, and at less than that. */
    private Optional<Finding> contradictoryLevels(Agreement agreement) {
        List<Norm> levels = agreement.norms().stream()
                .filter(n -> Duties.kept(n).orElse(null) instanceof Condition.LevelIs)
                .toList();
        for (Norm one : levels) {
            for (Norm other : levels) {
                if (Duties.kept(one).orElse(null) instanceof Condition.LevelIs least
                        && Duties.kept(other).orElse(null) instanceof Condition.LevelIs most
                        && least.level().event().equals(most.level().event())
                        && isFloor(least.comparison())
                        && isCeiling(most.comparison())
                        && least.number().compareTo(most.number()) > 0
                        && Roles.bearers(one).stream().anyMatch(Roles.bearers(other)::contains)) {
                    return Optional.of(Finding.fires(
                            code,
                            List.of(one.id(), other.id()),
                            "nobody can keep both " + one.id() + " and " + other.id() + ": the one demands "
                                    + least.number().toPlainString() + " or more, the other "
                                    + most.number().toPlainString() + " or less",
                            Optional.empty()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isFloor(Comparison comparison) {
        return comparison == Comparison.AT_LEAST || comparison == Comparison.MORE_THAN || comparison == Comparison.IS;
    }

    private static boolean isCeiling(Comparison comparison) {
        return comparison == Comparison.AT_MOST || comparison == Comparison.LESS_THAN || comparison == Comparison.IS;
    }

    @Override
    public List<Proposal> mends(Subject subject, Finding finding) {
        if (finding.clauses().size() != 2) {
            return List.of();
        }
        Pen pen = new Pen(subject.agreement());
        List<Norm> duties = pen.norms(List.of(finding.clauses().getFirst()));
        List<Norm> prohibitions = pen.norms(List.of(finding.clauses().getLast()));
        if (duties.isEmpty() || prohibitions.isEmpty()) {
            return List.of();
        }
        Norm duty = duties.getFirst();
        List<Condition> when = new ArrayList<>();
        duty.trigger().ifPresent(t -> {
            if (t instanceof Trigger.OnEvent(Pattern pattern, Condition ignored)) {
                when.add(new Condition.HasHappened(pattern));
            }
        });
        when.addAll(List.of(duty.whileTrue(), duty.guard()));
        when.removeIf(Condition::isAlways);
        if (when.isEmpty()) {
            return List.of();
        }
        Condition excepted = new Condition.Not(when.size() == 1 ? when.getFirst() : new Condition.All(when));
        for (Norm norm : prohibitions) {
            if (Duties.forbidsAct(norm)) {
                pen.rewrite(
                        norm,
                        norm.withDuty(norm.duty()
                                .reworded(
                                        UnaryOperator.identity(),
                                        where -> where.isAlways()
                                                ? excepted
                                                : new Condition.All(List.of(where, excepted)))));
            }
        }
        return pen.proposal();
    }
}
