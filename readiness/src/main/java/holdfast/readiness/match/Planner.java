package holdfast.readiness.match;

import holdfast.readiness.match.Aim.What;
import holdfast.readiness.match.Model.Extra;
import holdfast.readiness.match.Search.Found;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans one part: aim after aim, each as good as can be with all before it held. */
final class Planner {
    private static final double HALF = 0.5;
    private static final int DECIMALS = 6;

    private final Part part;
    private final Pairs pairs;
    private final Measure measure;
    private final Effort effort;
    private final Map<Aim, Long> held = new LinkedHashMap<>();
    private final List<Reached> reached = new ArrayList<>();
    private List<Delivery> plan = List.of();
    private Score score;
    private long steps;

    private Planner(Part part, Effort effort) {
        this.part = part;
        this.effort = effort;
        this.pairs = new Pairs(part);
        this.measure = new Measure(part);
        this.score = new Score(part, pairs, measure, plan);
    }

    static PartPlan plan(Part part, List<Aim> aims, Effort effort) {
        Planner planner = new Planner(part, effort);
        List<Delivery> earlier = Earlier.whatIsPossible(part, planner.pairs);
        for (Aim aim : aims) {
            planner.takeIfAsGood(earlier);
            planner.reach(aim);
        }
        planner.takeIfAsGood(earlier);
        if (earlier.isEmpty() || !planner.plan.equals(earlier)) {
            planner.draw();
        }
        return new PartPlan(part, planner.plan, List.copyOf(planner.reached), planner.steps);
    }

    /** Nothing is changed for nothing. */
    private void takeIfAsGood(List<Delivery> earlier) {
        Score other = new Score(part, pairs, measure, earlier);
        if (!earlier.isEmpty() && held.entrySet().stream().allMatch(e -> other.of(e.getKey()) <= e.getValue())) {
            plan = earlier;
            score = other;
        }
    }

    private void reach(Aim aim) {
        long least = 0;
        boolean whole = true;
        if (score.of(aim) > 0) {
            Model model = model(aim);
            Model.Sum sum = model.sum(aim);
            model.aimAt(sum);
            Optional<Found> found = Search.minimise(model.solver(), effort.steps());
            whole = false;
            if (found.isPresent()) {
                steps += found.get().steps();
                take(model.plan(found.get().values()), aim);
                whole = found.get().whole()
                        && Math.abs(found.get().value() + sum.constant() - score.of(aim)) < HALF;
                least = whole ? score.of(aim) : Math.round(found.get().bound()) + sum.constant();
            }
        }
        held.put(aim, score.of(aim));
        reached.add(new Reached(aim, shown(aim, score.of(aim)), shown(aim, Math.clamp(least, 0, score.of(aim))), whole));
    }

    private BigDecimal shown(Aim aim, long value) {
        BigDecimal shown =
                BigDecimal.valueOf(value).divide(BigDecimal.valueOf(measure.one(aim)), DECIMALS, RoundingMode.HALF_EVEN);
        return value == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
    }

    /** Only if no aim is worse for it: what the solver rounds is never trusted. */
    private void take(List<Delivery> other, Aim aim) {
        Score its = new Score(part, pairs, measure, other);
        boolean asGood = held.entrySet().stream().allMatch(e -> its.of(e.getKey()) <= e.getValue());
        if (asGood && its.of(aim) <= score.of(aim)) {
            plan = other;
            score = its;
        }
    }

    private Model model(Aim aim) {
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        boolean afterTheDay = aim.what().compareTo(What.NEVER) >= 0;
        if (afterTheDay && held.entrySet().stream().anyMatch(e -> e.getKey().what() == What.UNMET && e.getValue() > 0)) {
            extras.add(Extra.LATE);
        }
        if (aim.what().compareTo(What.CHANGED) >= 0 && !part.before().isEmpty()) {
            extras.add(Extra.EARLIER_PLAN);
        }
        if (aim.what().compareTo(What.OFFERS) >= 0) {
            extras.add(Extra.OFFERS);
        }
        Model model = new Model(part, pairs, measure, extras);
        held.forEach((earlier, value) -> {
            Model.Sum sum = model.sum(earlier);
            if (!sum.weights().isEmpty()) {
                model.limit(earlier.what() + " " + earlier.priority(), sum, value);
            }
        });
        return model;
    }

    /** Where several plans are equal in all aims, one of them is drawn, the same for everybody. */
    private void draw() {
        if (plan.isEmpty()) {
            return;
        }
        Model model = model(new Aim(What.SENT, 0));
        Model.Sum sum = model.lot();
        model.aimAt(sum);
        Search.minimise(model.solver(), effort.steps()).ifPresent(found -> {
            steps += found.steps();
            take(model.plan(found.values()), new Aim(What.SENT, 0));
        });
    }
}
