package holdfast.examine.check;

import holdfast.examine.Code;
import holdfast.examine.Finding;
import holdfast.examine.Story;
import holdfast.examine.play.Move;
import holdfast.examine.play.Openings;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Resolved;
import holdfast.examine.play.Ways;
import holdfast.examine.table.Sides;
import holdfast.language.model.Agreement;
import holdfast.language.model.Definition;
import holdfast.language.model.Norm;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.Span;
import holdfast.language.model.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** F18: who watches, or what answers a breach, ends by time alone, and what it guards goes on. */
final class SunsetBeforeDone implements Check {
    private static final long LONG_ENOUGH_DAYS = 15 * 365;

    /**
     * @param renewable whether it goes on where somebody renews it in time
     */
    private record Sunset(Span after, boolean renewable) {}

    @Override
    public Code code() {
        return Code.F18;
    }

    @Override
    public Result look(Subject subject) {
        Agreement agreement = subject.agreement();
        ClauseKinds kinds = new ClauseKinds(agreement);
        List<Norm> watching = new Verifiers(agreement).watching();
        List<Norm> guarded = agreement.norms().stream()
                .filter(n -> Sides.isProhibition(n) && Answered.isPrimary(n, kinds))
                .toList();
        List<Norm> guards = agreement.norms().stream()
                .filter(n -> n.layer() > 0 || kinds.isAnswer(n) || watching.contains(n))
                .toList();
        if (guards.isEmpty() || guarded.isEmpty()) {
            return Check.notApplicable("nothing in the text guards something else");
        }
        if (guarded.stream().allMatch(n -> sunset(agreement, n).isPresent())) {
            return Check.none();
        }
        Map<String, Norm> firing = new LinkedHashMap<>();
        Map<String, Norm> lesser = new LinkedHashMap<>();
        for (Norm guard : guards) {
            sunset(agreement, guard)
                    .ifPresent(s -> (s.renewable() || days(s.after()) >= LONG_ENOUGH_DAYS ? lesser : firing)
                            .putIfAbsent(guard.id(), guard));
        }
        Norm goesOn = guarded.stream()
                .filter(n -> sunset(agreement, n).isEmpty())
                .findFirst()
                .orElseThrow();
        List<Finding> findings = new ArrayList<>();
        if (!firing.isEmpty()) {
            findings.add(Finding.fires(
                    code(),
                    List.copyOf(firing.keySet()),
                    sentence(agreement, firing) + ", while " + goesOn.id() + " has no end",
                    story(subject, firing, goesOn)));
        }
        if (!lesser.isEmpty()) {
            findings.add(Finding.lesser(
                    code(),
                    List.copyOf(lesser.keySet()),
                    sentence(agreement, lesser) + ", while " + goesOn.id()
                            + " has no end, though the time is long or can be renewed",
                    story(subject, lesser, goesOn)));
        }
        return new Result.Found(findings);
    }

    private static String sentence(Agreement agreement, Map<String, Norm> guards) {
        return Wording.and(guards.keySet()) + (guards.size() == 1 ? " ends" : " end") + " by time alone after "
                + guards.values().stream()
                        .flatMap(n -> sunset(agreement, n).stream())
                        .map(s -> s.after().toString())
                        .findFirst()
                        .orElse("a while");
    }

    private static Optional<Sunset> sunset(Agreement agreement, Norm norm) {
        for (State state : Uses.of(agreement, norm.whileTrue()).states()) {
            if (state instanceof State.Fluent fluent) {
                for (Pattern end : fluent.ends()) {
                    for (Definition definition : agreement.definitions()) {
                        if (definition.name().equals(end.event())) {
                            if (definition.derivation() instanceof Definition.After d) {
                                return Optional.of(new Sunset(d.span(), false));
                            }
                            if (definition.derivation() instanceof Definition.Absence d) {
                                return Optional.of(new Sunset(d.within(), true));
                            }
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static long days(Span span) {
        return switch (span.unit()) {
            case SECOND -> span.count() / 86_400;
            case MINUTE -> span.count() / 1440;
            case HOUR -> span.count() / 24;
            case DAY -> span.count();
            case WEEK -> 7 * span.count();
            case MONTH -> 30 * span.count();
            case YEAR -> 365 * span.count();
        };
    }

    /** The time has run out, and then what was guarded is broken. */
    private static Optional<Story> story(Subject subject, Map<String, Norm> guards, Norm broken) {
        Norm guard = guards.values().iterator().next();
        Agreement agreement = subject.agreement();
        Map<String, String> answers =
                new LinkedHashMap<>(subject.stories().reading(broken).answers());
        answers.putAll(guard.reading().answers());
        Reading reading = new Reading(answers);
        Agreement resolved = Resolved.under(agreement, reading);
        Ways ways = new Ways(resolved);
        long start = Openings.noon(resolved);
        List<Plan> plans = new ArrayList<>(Openings.scheduled(
                ways.conditions(guard.whileTrue(), Map.of()).stream()
                        .findFirst()
                        .orElse(List.of()),
                start,
                Move.Why.SCENE));
        long later = start + (days(sunset(agreement, guard).orElseThrow().after()) + 40) * 86_400_000L;
        for (Optional<String> violator : Sides.violators(resolved, broken)) {
            Optional<Norm> plain = resolved.norms().stream()
                    .filter(n -> n.id().equals(broken.id()))
                    .findFirst();
            var opening = plain.flatMap(n -> new Openings(ways).of(n, violator));
            if (opening.isPresent()) {
                long shift = later - opening.get().start();
                for (Plan plan : opening.get().plans()) {
                    if (plan instanceof Plan.Done done) {
                        plans.add(new Plan.Done(done.act(), done.at() + shift, done.why()));
                    }
                }
                return subject.stories()
                        .played(
                                ways,
                                reading,
                                plans,
                                later + 86_400_000L,
                                guard.id() + " has ended, and " + broken.id() + " is broken the day after",
                                java.util.Set.of(guard.id(), broken.id()))
                        .filter(s -> !s.claims().isEmpty());
            }
        }
        return Optional.empty();
    }
}
