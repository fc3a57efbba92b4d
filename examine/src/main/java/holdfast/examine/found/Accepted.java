package holdfast.examine.found;

import holdfast.language.model.Agreement;
import holdfast.language.model.Rule;

/** What the drafters have said that they want as it is. */
public final class Accepted {
    private Accepted() {}

    public static Finding in(Agreement agreement, Finding finding) {
        for (Rule rule : agreement.rules()) {
            if (rule instanceof Rule.Accepts accepts
                    && accepts.codes().contains(finding.code().name())
                    && covers(accepts, finding)) {
                return finding.acceptedBecause(accepts.reason());
            }
        }
        return finding;
    }

    /** A finding about several clauses is accepted only where all of them are. */
    private static boolean covers(Rule.Accepts accepts, Finding finding) {
        return accepts.of()
                .map(of -> !finding.clauses().isEmpty()
                        && finding.clauses().stream().allMatch(of::covers))
                .orElse(true);
    }
}
