package holdfast.readiness.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The best plan.
 *
 * @param reached aim after aim, the first first
 * @param steps how many the solver took
 */
public record Matching(MatchQuestion question, List<Delivery> plan, List<Reached> reached, int parts, long steps) {

    public static Matching of(MatchQuestion question, Effort effort) {
        List<Aim> aims = aims(question);
        List<PartPlan> parts = Part.of(question).stream()
                .map(part -> Planner.plan(part, aims, effort))
                .toList();
        List<Reached> reached = new ArrayList<>();
        for (int i = 0; i < aims.size(); i++) {
            reached.add(together(parts, aims.get(i), i));
        }
        List<Delivery> plan = question.needs().stream()
                .flatMap(n -> parts.stream()
                        .flatMap(p -> p.plan().stream())
                        .filter(d -> d.need().equals(n.id())))
                .toList();
        return new Matching(
                question,
                plan,
                List.copyOf(reached),
                parts.size(),
                parts.stream().mapToLong(PartPlan::steps).sum());
    }

    static List<Aim> aims(MatchQuestion question) {
        List<Integer> priorities =
                question.needs().stream().map(Need::priority).distinct().sorted().toList();
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

    /** Whether the search came to its end for every aim: no plan is better. */
    public boolean isProven() {
        return reached.stream().allMatch(Reached::proven);
    }
}
