package holdfast.examine.redline.draft;

import holdfast.language.model.Agreement;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Norm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names for the clauses of one draft that are the same in both drafts for clauses that were matched, and different for all others. */
public record ClauseNames(Agreement agreement, Map<String, String> names) {
    public ClauseNames {
        names = Map.copyOf(names);
    }

    /** Each clause goes by its number: nothing is matched yet. */
    static ClauseNames byNumber(Agreement agreement) {
        Map<String, String> names = new HashMap<>();
        agreement.norms().forEach(n -> names.put(n.id(), n.id()));
        return new ClauseNames(agreement, names);
    }

    public String of(String clause) {
        return names.getOrDefault(clause, clause);
    }

    /** The clauses that a reference covers, sorted: adding one to an article changes whoever refers to the article. */
    public List<String> covered(ClauseRef ref) {
        return agreement.norms().stream()
                .map(Norm::id)
                .filter(ref::covers)
                .map(this::of)
                .distinct()
                .sorted()
                .toList();
    }
}
