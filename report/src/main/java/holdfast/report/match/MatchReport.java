package holdfast.report.match;

import holdfast.readiness.match.Advice;
import holdfast.readiness.match.Matching;
import holdfast.readiness.match.Outcome;
import java.util.Comparator;
import java.util.List;

/** What is told of a matching. */
public record MatchReport(Matching matching, List<Outcome> outcomes, Advice advice, String version) {
    public static MatchReport of(Matching matching, Advice advice, String version) {
        return new MatchReport(matching, matching.outcomes(), advice, version);
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
