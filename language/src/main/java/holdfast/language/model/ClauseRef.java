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
        // Asked of every clause for every reference.
        for (String id : ids) {
            if (clause.startsWith(id) && (clause.length() == id.length() || clause.charAt(id.length()) == '.')) {
                return true;
            }
        }
        return false;
    }

    /** Whether the one number is that of the other or of a part of it: 2.1a and 2.1.3 are parts of 2.1, and 2.10 is not. */
    public static boolean isPartOf(String part, String whole) {
        return part.startsWith(whole)
                && (part.length() == whole.length() || !Character.isDigit(part.charAt(whole.length())));
    }

    @Override
    public String toString() {
        return String.join(", ", ids);
    }
}
