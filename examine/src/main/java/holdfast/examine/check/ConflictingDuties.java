package holdfast.examine.check;

import holdfast.engine.Status;
import holdfast.examine.found.Code;
import holdfast.examine.found.Finding;
import holdfast.examine.found.Story;
import holdfast.examine.play.Act;
import holdfast.examine.play.Move;
import holdfast.examine.play.Openings;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Resolved;
import holdfast.examine.play.Ways;
import holdfast.language.Hanging;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Reading;
import holdfast.language.model.Rule;
import holdfast.language.model.Value;
import holdfast.language.reading.Roles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** F27: somebody who does what one clause demands breaks another by it. */
record ConflictingDuties(Code code) implements Check {
    private static final long DAY = 86_400_000;

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        Map<String, Set<String>> hangs = Hanging.questionsOf(agreement);
        Ways ways = new Ways(agreement);
        List<Finding> findings = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Norm duty : agreement.norms()) {
            for (Norm prohibition : agreement.norms()) {
                String pair = duty.id() + " " + prohibition.id();
                if (!seen.contains(pair) && couldConflict(ways, duty, prohibition)) {
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
        return duty.duty() instanceof Duty.Achieve d
                && prohibition.duty() instanceof Duty.Refrain r
                && !java.util.Collections.disjoint(
                        ways.declaredUnder(d.act().event()),
                        ways.declaredUnder(r.act().event()))
                && duty.reading().answers().entrySet().stream()
                        .allMatch(e -> e.getValue()
                                .equals(prohibition.reading().answers().getOrDefault(e.getKey(), e.getValue())));
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
        Agreement resolved = Resolved.under(subject.agreement(), reading);
        Ways ways = new Ways(resolved);
        Map<String, Value> bound = new HashMap<>();
        Roles.variable(duty).ifPresent(v -> bound.put(v, new Value.Actor(bearer)));
        List<Condition> scene = new ArrayList<>();
        resolved.rules().forEach(r -> {
            if (r instanceof Rule.InForceWhile guard) {
                scene.add(guard.condition());
            }
        });
        scene.add(duty.whileTrue());
        scene.add(prohibition.whileTrue());
        List<List<Ways.Step>> scenes = ways.conditions(new Condition.All(scene), bound);
        Optional<Story> set = subject.stories().leftUndone(duty, "", 1);
        long start = Openings.noon(resolved);
        Duty.Achieve achieve = (Duty.Achieve) duty.duty();
        Optional<Story> shown = Optional.empty();
        for (List<Ways.Step> way : ways.of(achieve.act(), bound, Optional.of(bearer))) {
            List<Plan> plans = new ArrayList<>();
            long at = start - 2 * DAY;
            for (Ways.Step step : scenes.stream().findFirst().orElse(List.of())) {
                plans.add(new Plan.Done(step.act(), at, Move.Why.SCENE));
                at += 60_000;
            }
            set.ifPresent(s ->
                    s.moves().forEach(m -> act(m).ifPresent(a -> plans.add(new Plan.Done(a, m.at(), m.why())))));
            plans.addAll(Openings.scheduled(way, start + 60 * 60_000L, Move.Why.DUTY));
            Optional<Story> story = subject.stories()
                    .played(
                            ways,
                            reading,
                            plans,
                            start + DAY,
                            bearer + " does what " + duty.id() + " demands, and has broken " + prohibition.id(),
                            Set.of(duty.id(), prohibition.id()))
                    .map(s -> new Story(
                            s.title(),
                            s.reading(),
                            s.moves(),
                            s.at(),
                            s.claims().stream()
                                    .filter(c -> c.bearer().equals(bearer)
                                            && c.status()
                                                    == (c.clause().equals(duty.id())
                                                            ? Status.FULFILLED
                                                            : Status.BREACHED))
                                    .toList()))
                    .filter(s -> s.claims().stream().anyMatch(c -> c.clause().equals(duty.id()))
                            && s.claims().stream().anyMatch(c -> c.clause().equals(prohibition.id())));
            if (story.isEmpty()) {
                return Optional.empty();
            }
            shown = shown.or(() -> story);
        }
        return shown;
    }

    private static Optional<Act> act(Move move) {
        return move.record() instanceof holdfast.engine.Record.Observation o
                ? Optional.of(Act.of(o.event(), o.values()))
                : Optional.empty();
    }

    /** One must keep a level at so much or more, and at less than that. */
    private Optional<Finding> contradictoryLevels(Agreement agreement) {
        for (Norm one : agreement.norms()) {
            for (Norm other : agreement.norms()) {
                if (one.duty() instanceof Duty.Keep(Condition.LevelIs least)
                        && other.duty() instanceof Duty.Keep(Condition.LevelIs most)
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
}
