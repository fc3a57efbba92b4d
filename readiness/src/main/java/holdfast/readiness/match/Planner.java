package holdfast.readiness.match;

import holdfast.readiness.match.Aim.What;
import holdfast.readiness.match.Model.Extra;
import holdfast.readiness.match.Search.Found;
import holdfast.readiness.match.question.Delivery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans one part: aim after aim, each as good as can be with all before it held. */
final class Planner {
    private static final int DECIMALS = 6;

    /** Of what is left for the part, what one aim may take. */
    private static final double SHARE = 0.4;

    private static final double LEAST_WORK = 0.05;

    private final Part part;
    private final Pairs pairs;
    private final Measure measure;
    private final double budget;
    private final Map<Aim, Long> held = new LinkedHashMap<>();
    private final List<Reached> reached = new ArrayList<>();
    private List<Delivery> plan = List.of();
    private Score score;
    private double work;

    private Planner(Part part, double budget) {
        this.part = part;
        this.budget = budget;
        this.pairs = new Pairs(part);
        this.measure = new Measure(part);
        this.score = new Score(part, pairs, measure, plan);
    }

    /** @param budget how much the solver may work */
    static PartPlan plan(Part part, List<Aim> aims, double budget) {
        Planner planner = new Planner(part, budget);
        List<Delivery> earlier = Earlier.whatIsPossible(part, planner.pairs);
        for (Aim aim : aims) {
            planner.takeIfAsGood(earlier);
            planner.reach(aim);
        }
        planner.takeIfAsGood(earlier);
        boolean isAsking = !part.asked().offers().isEmpty();
        if (!isAsking && (earlier.isEmpty() || !planner.plan.equals(earlier))) {
            planner.draw();
        }
        return new PartPlan(part, planner.plan, List.copyOf(planner.reached), planner.work);
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
            // Only what is better than what there is: if nothing is, that is proven.
            long known = score.of(aim);
            model.limit(sum, known - 1);
            Found found = search(model);
            take(model, found, aim);
            whole = found.whole() && (found.values() == null || score.of(aim) == found.value() + sum.constant());
            least = whole ? score.of(aim) : found.bound() + sum.constant();
        }
        held.put(aim, score.of(aim));
        reached.add(
                new Reached(aim, shown(aim, score.of(aim)), shown(aim, Math.clamp(least, 0, score.of(aim))), whole));
    }

    private BigDecimal shown(Aim aim, long value) {
        BigDecimal shown = BigDecimal.valueOf(value)
                .divide(BigDecimal.valueOf(measure.one(aim)), DECIMALS, RoundingMode.HALF_EVEN);
        return value == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
    }

    /** Only if no aim is worse for it: what the solver rounds is never trusted. */
    private void take(Model model, Found found, Aim aim) {
        if (found.values() == null) {
            return;
        }
        List<Delivery> other = model.plan(found.values());
        Score its = new Score(part, pairs, measure, other);
        boolean asGood = held.entrySet().stream().allMatch(e -> its.of(e.getKey()) <= e.getValue());
        if (asGood && its.of(aim) <= score.of(aim)) {
            plan = other;
            score = its;
        }
    }

    private Model model(Aim aim) {
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        boolean afterTheDay = aim.what().compareTo(What.NEVER) >= 0 && aim.what() != What.ASKED;
        if (afterTheDay
                && held.entrySet().stream().anyMatch(e -> e.getKey().what() == What.UNMET && e.getValue() > 0)) {
            extras.add(Extra.LATE);
        }
        if (aim.what().compareTo(What.CHANGED) >= 0 && !part.before().isEmpty()) {
            extras.add(Extra.EARLIER_PLAN);
        }
        if (aim.what() == What.OFFERS || aim.what() == What.SENT) {
            extras.add(Extra.OFFERS);
        }
        Model model = new Model(part, pairs, measure, extras);
        held.forEach((earlier, value) -> {
            Model.Sum sum = model.sum(earlier);
            if (!sum.weights().isEmpty()) {
                model.limit(sum, value);
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
        take(model, search(model), new Aim(What.SENT, 0));
    }

    private Found search(Model model) {
        double most = Math.max(LEAST_WORK, (budget - work) * SHARE);
        Found found = Search.minimise(model.program(), most);
        work += found.work();
        return found;
    }
}
