package holdfast.examine.play;

import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.Monitor;
import holdfast.language.model.Agreement;
import holdfast.language.model.Bearer;
import holdfast.language.model.Bound;
import holdfast.language.model.Condition;
import holdfast.language.model.Norm;
import holdfast.language.model.Rule;
import holdfast.language.model.State;
import holdfast.language.model.Value;
import holdfast.language.reading.BrokenBy;
import holdfast.language.reading.Duties;
import holdfast.language.reading.Roles;
import holdfast.language.reading.Walk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Looks for the plainest histories in which a violator breaks a clause. */
public final class Openings {
    private static final long DAY = 86_400_000;
    /** How long before the violation its scene is set: soonest first, so that terms have not run out; longer, so that periods have passed. */
    private static final long[] LEADS = {DAY, 45 * DAY, 400 * DAY, DAY / 24};

    /** How long somebody waits until something is broken by time. */
    private static final long LONGEST_WAIT = 400 * DAY;

    private static final int MOST_MOMENTS = 100;

    /** Of ways that are less plain, so many are tried. */
    private static final int MOST_TRIED = 400;

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
            year = Math.min(
                    year, Duties.due(norm).map(b -> year(b, agreement.zone())).orElse(year));
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

    /** A plain history after which nobody can say whether {@code violator} has broken {@code norm}, because a term is undefined; none where every breach is sure. */
    public Optional<Opening> unsure(Norm norm, Optional<String> violator) {
        return search(norm, violator, clauses -> {}, () -> false, false).filter(o -> !o.sure());
    }

    /**
     * @param asked is told the number of clauses of each monitor that is made
     * @param over whether to stop looking
     */
    public Optional<Opening> of(Norm norm, Optional<String> violator, IntConsumer asked, BooleanSupplier over) {
        return search(norm, violator, asked, over, true);
    }

    /** @param surely whether a sure breach is looked for; what nobody can say is taken where there is none. Otherwise only the latter is */
    private Optional<Opening> search(
            Norm norm, Optional<String> violator, IntConsumer asked, BooleanSupplier over, boolean surely) {
        Map<String, Value> bound = new HashMap<>();
        Roles.variable(norm).ifPresent(v -> violator.ifPresent(a -> bound.put(v, new Value.Actor(a))));
        Roles.variable(norm).ifPresent(v -> bound.putIfAbsent(v, Value.UNATTRIBUTED));
        List<List<Ways.Step>> scenes = scenes(norm, bound);
        List<List<Ways.Step>> violations = violations(norm, bound, violator);
        Optional<Opening> open = Optional.empty();
        // What breaks it at once is plainer than what breaks it in time; and other days come last.
        for (long day : days()) {
            List<Opening> openings = openings(norm, scenes, violations, day);
            for (boolean waiting : new boolean[] {false, true}) {
                int tried = 0;
                for (Opening opening : openings) {
                    if (over.getAsBoolean()) {
                        return open;
                    }
                    if ((waiting || day != start) && ++tried > MOST_TRIED) {
                        break;
                    }
                    Optional<Opening> broken = new Trial(opening, violator, asked).broken(waiting);
                    if (broken.filter(o -> o.sure() == surely).isPresent()) {
                        return broken;
                    }
                    open = open.or(() -> broken);
                }
                if (open.isPresent() || !surely) {
                    return open;
                }
            }
        }
        return open;
    }

    /** Each violation in each scene, the scene so long before; the plainest first. */
    private List<Opening> openings(
            Norm norm, List<List<Ways.Step>> scenes, List<List<Ways.Step>> violations, long day) {
        List<Opening> all = new ArrayList<>();
        for (long lead : LEADS) {
            for (List<Ways.Step> scene : scenes) {
                if (scene.isEmpty() && lead != LEADS[0]) {
                    continue;
                }
                for (List<Ways.Step> violation : violations) {
                    all.add(opening(norm, scene, violation, lead, day));
                }
            }
        }
        return all;
    }

    /** The usual day; one when whatever is due this year is overdue; and the days before and after those on which a term begins or ends. */
    private List<Long> days() {
        Set<Long> days = new LinkedHashSet<>(List.of(start, start + 400 * DAY));
        for (State state : agreement.states()) {
            if (state instanceof State.Period period) {
                if (period.start().orElse(null) instanceof State.Start.At(Instant at)) {
                    aside(at, days);
                }
                if (period.end().orElse(null) instanceof State.End.At(Instant at)) {
                    aside(at, days);
                }
            }
        }
        return List.copyOf(days);
    }

    private static void aside(Instant at, Set<Long> days) {
        days.add(at.toEpochMilli() - 2 * DAY);
        days.add(at.toEpochMilli() + 2 * DAY);
    }

    /** The acts that {@code violation} stands for, beginning at {@code start}. */
    public static List<Plan> scheduled(List<Ways.Step> steps, long start, Move.Why why) {
        long longest = steps.stream().mapToLong(Ways.Step::before).max().orElse(0);
        List<Plan> plans = new ArrayList<>();
        steps.forEach(s -> plans.add(new Plan.Done(s.act(), start + longest - s.before(), why)));
        return plans;
    }

    private Opening opening(Norm norm, List<Ways.Step> scene, List<Ways.Step> violation, long lead, long start) {
        List<Plan> before = new ArrayList<>();
        // A minute apart, in the order in which the conditions name them.
        long at = start - lead;
        for (Ways.Step step : scene) {
            before.add(new Plan.Done(step.act(), at, Move.Why.SCENE));
            at += 60_000;
        }
        List<Plan> acts = violation.isEmpty()
                ? List.of(new Plan.Passed(start, Move.Why.VIOLATION))
                : scheduled(violation, start, Move.Why.VIOLATION);
        return new Opening(norm, before, acts, start, true);
    }

    private List<List<Ways.Step>> scenes(Norm norm, Map<String, Value> bound) {
        List<Condition> needed = new ArrayList<>();
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.InForceWhile guard) {
                needed.add(guard.condition());
            }
        }
        needed.add(norm.whileTrue());
        switch (Duties.brokenBy(norm)) {
            case BrokenBy.Act broken -> needed.add(broken.where());
            case BrokenBy.Omission ignored -> {}
            case BrokenBy.Lapse ignored -> {}
            case BrokenBy.Nothing ignored -> {}
        }
        List<List<Ways.Step>> scenes = new ArrayList<>(ways.conditions(new Condition.All(needed), bound));
        // What breaks it may be what brings it into force.
        scenes.add(List.of());
        scenes.sort((a, b) -> Integer.compare(a.size(), b.size()));
        return scenes.stream().distinct().limit(MOST_SCENES).toList();
    }

    private List<List<Ways.Step>> violations(Norm norm, Map<String, Value> bound, Optional<String> violator) {
        return switch (Duties.brokenBy(norm)) {
            case BrokenBy.Act ignored -> done(norm, bound, violator);
            case BrokenBy.Lapse ignored -> notKept(norm, bound, violator);
            // What is left undone is played from its day on, not from an act.
            case BrokenBy.Omission ignored -> List.of();
            case BrokenBy.Nothing ignored -> List.of();
        };
    }

    /** By the violator itself, or by those for whom it answers. */
    private List<List<Ways.Step>> done(Norm norm, Map<String, Value> bound, Optional<String> violator) {
        List<List<Ways.Step>> all = new ArrayList<>(ways.breaking(norm, bound, violator));
        violator.ifPresent(v -> affiliates(v).forEach(a -> {
            Map<String, Value> through = new HashMap<>(bound);
            Roles.variable(norm).ifPresent(variable -> through.put(variable, new Value.Actor(a)));
            all.addAll(ways.breaking(norm, through, Optional.of(a)));
        }));
        List<List<Ways.Step>> full =
                all.stream().flatMap(w -> ways.inFull(w).stream()).toList();
        all.addAll(full);
        return all;
    }

    private List<List<Ways.Step>> notKept(Norm norm, Map<String, Value> bound, Optional<String> violator) {
        List<List<Ways.Step>> all = new ArrayList<>(ways.breaking(norm, bound, violator));
        // Last, as it needs no act: that nothing is done, and time passes.
        all.remove(List.of());
        all.add(List.of());
        return all;
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

    /** One history, and whether the clause is broken in it: right after the acts, or as time passes. */
    private final class Trial {
        private final Opening opening;
        private final Optional<String> violator;
        private final IntConsumer asked;
        private final Monitor monitor = ways.monitor();

        Trial(Opening opening, Optional<String> violator, IntConsumer asked) {
            this.opening = opening;
            this.violator = violator;
            this.asked = asked;
        }

        /** @param waiting whether time may pass after the acts; otherwise only what they bring about at once counts */
        Optional<Opening> broken(boolean waiting) {
            int plans = opening.scene().size() + opening.violation().size();
            asked.accept(agreement.norms().size() + plans);
            long now = opening.end();
            int id = 0;
            for (Plan plan : opening.plans()) {
                if (plan instanceof Plan.Done done) {
                    monitor.accept(done.act().seen("o" + ++id, done.at()));
                    now = Math.max(now, done.at());
                }
            }
            monitor.advanceTo(now);
            Optional<Opening> found = now(now);
            for (int moment = 0; waiting && found.isEmpty() && moment < MOST_MOMENTS; moment++) {
                long next = monitor.nextWake();
                if (next > opening.start() + LONGEST_WAIT) {
                    break;
                }
                now = Math.max(now + 1, next);
                monitor.advanceTo(now);
                asked.accept(0);
                found = now(now);
            }
            return found;
        }

        private Optional<Opening> now(long now) {
            String bearer = violator.orElse(Verdict.NOBODY_NAMED);
            Optional<Opening> open = Optional.empty();
            for (Verdict v : monitor.verdicts()) {
                boolean his = v.clause().equals(opening.norm().id())
                        && (v.bearer().equals(bearer) || opening.norm().bearer() instanceof Bearer.NobodyNamed);
                if (!his || !(v.isBreach() || v.status() == Status.UNDETERMINED)) {
                    continue;
                }
                Optional<Opening> opened = opened(v, now);
                if (opened.isPresent() && v.isBreach()) {
                    return opened;
                }
                open = open.or(() -> opened);
            }
            return open;
        }

        /** The breach, if it is this violation that began it. Where nothing is done, any is; one that no act began has always been there. */
        private Optional<Opening> opened(Verdict v, long now) {
            boolean sure = v.isBreach();
            Optional<Long> since = v.since().map(Time::hi);
            if (opening.isOfTimeAlone()) {
                return sure || hangsOnATerm(opening.norm())
                        ? Optional.of(opening.brokenAt(since.orElse(now), sure))
                        : Optional.empty();
            }
            if (since.isEmpty() || since.get() < opening.start()) {
                return Optional.empty();
            }
            return Optional.of(
                    since.get() <= opening.end() ? opening.brokenAtOnce(sure) : opening.brokenAt(since.get(), sure));
        }
    }

    /** Whether nobody can say how a clause stands because of a term that is not defined; otherwise it is for want of a report. */
    private boolean hangsOnATerm(Norm norm) {
        List<Condition> asked = new ArrayList<>(List.of(norm.whileTrue()));
        Duties.kept(norm).ifPresent(asked::add);
        return new Walk(agreement)
                .from(new Condition.All(asked)).conditions().stream().anyMatch(Condition.Undefined.class::isInstance);
    }
}
