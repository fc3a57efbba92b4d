package holdfast.readiness.match;

import holdfast.readiness.match.question.Delivery;
import holdfast.readiness.match.question.MatchQuestion;
import holdfast.readiness.match.question.Need;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The best plan.
 *
 * @param reached aim after aim, the first first
 * @param parts how many there are that have nothing to do with one another
 */
public record Matching(MatchQuestion question, List<Delivery> plan, List<Reached> reached, int parts) {

    public static Matching of(MatchQuestion question, Effort effort) {
        List<Aim> aims = aims(question);
        List<PartPlan> parts = planned(Part.of(question), aims, effort);
        List<Reached> reached = new ArrayList<>();
        for (int i = 0; i < aims.size(); i++) {
            reached.add(together(parts, aims.get(i), i));
        }
        List<Delivery> plan = question.needs().stream()
                .flatMap(n -> parts.stream()
                        .flatMap(p -> p.plan().stream())
                        .filter(d -> d.need().equals(n.id())))
                .toList();
        return new Matching(question, plan, List.copyOf(reached), parts.size());
    }

    /** Each part has its share of the work by its size, and what the parts before it left over. */
    private static List<PartPlan> planned(List<Part> parts, List<Aim> aims, Effort effort) {
        double all = Math.max(1, parts.stream().mapToInt(p -> p.links().size()).sum());
        List<PartPlan> planned = new ArrayList<>();
        double left = 0;
        for (Part part : parts) {
            double budget = left + effort.work() * part.links().size() / all;
            PartPlan plan = Planner.plan(part, aims, budget);
            left = Math.max(0, budget - plan.work());
            planned.add(plan);
        }
        return planned;
    }

    static List<Aim> aims(MatchQuestion question) {
        List<Integer> priorities = question.needs().stream()
                .map(Need::priority)
                .distinct()
                .sorted()
                .toList();
        return Aim.inOrder(priorities, !question.before().isEmpty());
    }

    private static Reached together(List<PartPlan> parts, Aim aim, int at) {
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal least = BigDecimal.ZERO;
        boolean whole = true;
        for (PartPlan part : parts) {
            value = value.add(part.reached().get(at).value());
            least = least.add(part.reached().get(at).least());
            whole &= part.reached().get(at).whole();
        }
        return new Reached(aim, value, least, whole);
    }

    /** What becomes of each need: by priority, then by day. */
    public List<Outcome> outcomes() {
        return Outcomes.of(question, plan);
    }

    /** Whether the search came to its end for every aim: no plan is better. */
    public boolean isProven() {
        return reached.stream().allMatch(Reached::proven);
    }
}
