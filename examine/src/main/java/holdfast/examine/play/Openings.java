package holdfast.examine.play;

import holdfast.engine.Monitor;
import holdfast.engine.Record;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.Agreement;
import holdfast.language.model.Basis;
import holdfast.language.model.Bearer;
import holdfast.language.model.Bound;
import holdfast.language.model.Condition;
import holdfast.language.model.Duty;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import holdfast.language.model.Value;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Looks for the plainest histories in which a violator breaks a clause. */
public final class Openings {
    private static final long DAY = 86_400_000;
    /** How long before the violation its scene is set: soonest first, so that terms have not run out; longer, so that periods have passed. */
    private static final long[] LEADS = {DAY, 45 * DAY, 400 * DAY};

    private static final int MOST_SCENES = 12;
    private static final int USUAL_YEAR = 2030;

    private final Ways ways;
    private final Agreement agreement;
    private final long start;

    /** @param ways of an agreement in which nothing is open */
    public Openings(Ways ways) {
        this.ways = ways;
        this.agreement = ways.agreement();
        this.start = noon(agreement);
    }

    /** Noon on a Monday in March, or so, of the year in which the first day falls that the text names; of 2030 if it names none. */
    public static long noon(Agreement agreement) {
        int year = Integer.MAX_VALUE;
        for (Norm norm : agreement.norms()) {
            if (norm.duty() instanceof Duty.Achieve d) {
                year = Math.min(
                        year, d.due().map(b -> year(b, agreement.zone())).orElse(year));
            }
        }
        Year chosen = Year.of(year == Integer.MAX_VALUE ? USUAL_YEAR : year);
        return LocalDate.of(chosen.getValue(), 3, 4)
                .atTime(12, 0)
                .atZone(agreement.zone())
                .toInstant()
                .toEpochMilli();
    }

    private static int year(Bound bound, ZoneId zone) {
        return switch (bound) {
            case Bound.OnDate(LocalDate date, boolean before) -> date.getYear();
            case Bound.AtInstant(var instant, boolean before) ->
                instant.atZone(zone).getYear();
            case Bound.Within ignored -> Integer.MAX_VALUE;
            case Bound.OnVariable ignored -> Integer.MAX_VALUE;
        };
    }

    /**
     * The plainest history in which {@code violator} breaks {@code norm}, a prohibition or a duty to keep: a sure breach if there is one, otherwise one that an
     * undefined term leaves open; none if the clause cannot be broken.
     *
     * @param violator an actor; empty: somebody whom nobody names
     */
    public Optional<Opening> of(Norm norm, Optional<String> violator) {
        return of(norm, violator, clauses -> {}, () -> false);
    }

    /**
     * @param asked is told the number of clauses of each monitor that is made
     * @param over whether to stop looking
     */
    public Optional<Opening> of(Norm norm, Optional<String> violator, IntConsumer asked, BooleanSupplier over) {
        Map<String, Value> bound = new HashMap<>();
        Cast.variable(norm).ifPresent(v -> violator.ifPresent(a -> bound.put(v, new Value.Actor(a))));
        Cast.variable(norm).ifPresent(v -> bound.putIfAbsent(v, Value.UNATTRIBUTED));
        List<List<Ways.Step>> scenes = scenes(norm, bound);
        List<List<Ways.Step>> violations = violations(norm, bound, violator);
        Optional<Opening> open = Optional.empty();
        for (long lead : LEADS) {
            for (List<Ways.Step> scene : scenes) {
                for (List<Ways.Step> violation : violations) {
                    if (over.getAsBoolean()) {
                        return open;
                    }
                    asked.accept(agreement.norms().size() + scene.size() + violation.size());
                    Opening opening = opening(norm, scene, violation, lead);
                    Status status = status(opening, violator);
                    if (status == Status.BREACHED) {
                        return Optional.of(opening);
                    }
                    if (status == Status.UNDETERMINED && open.isEmpty()) {
                        open = Optional.of(
                                new Opening(norm, opening.scene(), opening.violation(), opening.start(), false));
                    }
                }
            }
        }
        return open;
    }

    /** The acts that {@code violation} stands for, beginning at {@code start}. */
    public static List<Plan> scheduled(List<Ways.Step> steps, long start, Move.Why why) {
        long longest = steps.stream().mapToLong(Ways.Step::before).max().orElse(0);
        List<Plan> plans = new ArrayList<>();
        steps.forEach(s -> plans.add(new Plan.Done(s.act(), start + longest - s.before(), why)));
        return plans;
    }

    private Opening opening(Norm norm, List<Ways.Step> scene, List<Ways.Step> violation, long lead) {
        List<Plan> before = new ArrayList<>();
        // A minute apart, in the order in which the conditions name them.
        long at = start - lead;
        for (Ways.Step step : scene) {
            before.add(new Plan.Done(step.act(), at, Move.Why.SCENE));
            at += 60_000;
        }
        return new Opening(norm, before, scheduled(violation, start, Move.Why.VIOLATION), start, true);
    }

    private List<List<Ways.Step>> scenes(Norm norm, Map<String, Value> bound) {
        List<Condition> needed = new ArrayList<>();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.InForceWhile guard) {
                needed.add(guard.condition());
            }
        }
        needed.add(norm.whileTrue());
        switch (norm.duty()) {
            case Duty.Refrain d -> needed.add(d.where());
            default -> {}
        }
        List<List<Ways.Step>> scenes = new ArrayList<>(ways.conditions(new Condition.All(needed), bound));
        scenes.sort((a, b) -> Integer.compare(a.size(), b.size()));
        return scenes.stream().distinct().limit(MOST_SCENES).toList();
    }

    private List<List<Ways.Step>> violations(Norm norm, Map<String, Value> bound, Optional<String> violator) {
        return switch (norm.duty()) {
            case Duty.Refrain d -> {
                List<List<Ways.Step>> all = new ArrayList<>(ways.of(d.act(), bound, violator, d.where()));
                violator.ifPresent(v -> affiliates(v).forEach(a -> {
                    Map<String, Value> through = new HashMap<>(bound);
                    Cast.variable(norm).ifPresent(variable -> through.put(variable, new Value.Actor(a)));
                    all.addAll(ways.of(d.act(), through, Optional.of(a), d.where()));
                }));
                yield all;
            }
            case Duty.Keep d -> ways.against(d.condition(), bound);
            default -> List.of();
        };
    }

    private List<String> affiliates(String principal) {
        List<String> affiliates = new ArrayList<>();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.AnswersFor answers && answers.principal().equals(principal)) {
                affiliates.addAll(answers.affiliates());
            }
        }
        return affiliates;
    }

    /** How the clause stands for the violator after the violation; null: not broken. */
    private @org.jspecify.annotations.Nullable Status status(Opening opening, Optional<String> violator) {
        Monitor monitor = new Monitor(ways.program());
        int id = 0;
        long last = Long.MIN_VALUE;
        for (Plan plan : opening.plans()) {
            Plan.Done done = (Plan.Done) plan;
            monitor.accept(new Record.Observation(
                    "o" + ++id,
                    done.at(),
                    "story",
                    Optional.empty(),
                    done.act().event(),
                    Time.at(done.at()),
                    done.act().values(),
                    Basis.SEEN,
                    Optional.empty()));
            last = Math.max(last, done.at());
        }
        monitor.advanceTo(last);
        String bearer = violator.orElse(Verdict.NOBODY_NAMED);
        Status found = null;
        for (Verdict v : monitor.verdicts()) {
            boolean his = v.clause().equals(opening.norm().id())
                    && (v.bearer().equals(bearer) || opening.norm().bearer() instanceof Bearer.NobodyNamed);
            boolean now = v.since().map(t -> t.hi() >= opening.start()).orElse(false);
            if (his && now && (v.isBreach() || v.status() == Status.UNDETERMINED)) {
                if (v.isBreach()) {
                    return Status.BREACHED;
                }
                found = Status.UNDETERMINED;
            }
        }
        return found;
    }
}
