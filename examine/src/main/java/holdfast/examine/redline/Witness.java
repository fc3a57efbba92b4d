package holdfast.examine.redline;

import holdfast.engine.Verdict;
import holdfast.examine.found.Story;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A history on which two drafts give different verdicts for one clause. The same moves are in both stories; each claims what its own draft says of them.
 *
 * @param at the moment asked about, in milliseconds since 1970-01-01T00:00Z
 * @param inBreach whether the drafts differ in who is in breach; otherwise only in how the clause stands, or in a date
 * @param before the verdicts of the earlier draft at that moment
 * @param after those of the later draft
 * @param effects what this one history tells about the direction of the change, by bearer
 */
public record Witness(
        Story earlier,
        Story later,
        long at,
        boolean inBreach,
        List<Verdict> before,
        List<Verdict> after,
        Map<String, Effect> effects) {
    public Witness {
        effects = new TreeMap<>(effects);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
