package holdfast.language.model;

import java.util.List;

/**
 * A reference to clauses: {@code 2} is every clause of article 2, {@code 2.1} that clause, {@code annex.2} those of an annex.
 *
 * @param ids as written; at least one
 */
public record ClauseRef(List<String> ids) {
    public ClauseRef {
        ids = List.copyOf(ids);
    }

    public boolean covers(String clause) {
        return ids.stream().anyMatch(id -> clause.equals(id) || clause.startsWith(id + "."));
    }

    @Override
    public String toString() {
        return String.join(", ", ids);
    }
}
