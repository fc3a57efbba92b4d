package holdfast.examine.subject;

import holdfast.language.model.Agreement;
import holdfast.language.model.Norm;
import java.util.Collection;
import java.util.List;

/** Names of actors and clauses as they stand in a sentence. */
public final class Names {
    private static final int MOST = 4;

    private Names() {}

    /** Clauses as the text has them. */
    public static List<String> inOrder(Agreement agreement, Collection<String> clauses) {
        return agreement.norms().stream()
                .map(Norm::id)
                .distinct()
                .filter(clauses::contains)
                .toList();
    }

    /** {@code A}, {@code A and B}, {@code A, B and C}; of many, the first few and how many more. */
    public static String list(Collection<String> names) {
        List<String> all = names.stream().distinct().toList();
        if (all.size() > MOST + 1) {
            return String.join(", ", all.subList(0, MOST)) + " and " + (all.size() - MOST) + " others";
        }
        return all.size() < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    }
}
