package holdfast.report.match;

import holdfast.readiness.match.Advice;
import holdfast.readiness.match.Matching;
import holdfast.readiness.match.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is told of a matching.
 *
 * @param sumsOnly whether only sums are shown: no need, no giver, no offer
 */
public record MatchReport(Matching matching, List<Outcome> outcomes, Advice advice, boolean sumsOnly, String version) {
    public static MatchReport of(Matching matching, Advice advice, boolean sumsOnly, String version) {
        return new MatchReport(matching, matching.outcomes(), advice, sumsOnly, version);
    }

    /** By priority, then by item. */
    List<MatchSum> sums() {
        Map<List<Object>, List<Outcome>> same = new LinkedHashMap<>();
        outcomes.stream()
                .sorted(Comparator.<Outcome>comparingInt(o -> o.need().priority())
                        .thenComparing(o -> o.need().item()))
                .forEach(o -> same.computeIfAbsent(
                                List.of(o.need().priority(), o.need().item()), k -> new ArrayList<>())
                        .add(o));
        return same.values().stream().map(MatchReport::sum).toList();
    }

    private static MatchSum sum(List<Outcome> same) {
        return new MatchSum(
                same.getFirst().need().item(),
                same.getFirst().need().priority(),
                all(same, o -> o.need().quantity()),
                all(same, Outcome::inTime),
                all(same, Outcome::late),
                all(same, Outcome::never),
                (int) same.stream()
                        .flatMap(o -> o.sent().stream())
                        .map(s -> s.offer().giver())
                        .distinct()
                        .count());
    }

    private static BigDecimal all(List<Outcome> same, Function<Outcome, BigDecimal> figure) {
        return same.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Outcome> met() {
        return outcomes.stream().filter(Outcome::isMet).toList();
    }

    /** The worst first: by priority, then by the part that is missing. */
    List<Outcome> unmet() {
        return outcomes.stream()
                .filter(o -> !o.isMet())
                .sorted(Comparator.<Outcome>comparingInt(o -> o.need().priority())
                        .thenComparing(
                                Comparator.comparingDouble(MatchReport::part).reversed())
                        .thenComparing(o -> o.need().byDay())
                        .thenComparing(o -> o.need().id()))
                .toList();
    }

    private static double part(Outcome outcome) {
        return outcome.missing().doubleValue() / outcome.need().quantity().doubleValue();
    }
}
