package holdfast.examine.table;

import java.util.List;

/**
 * Guarantors on whom one cannot count.
 *
 * @param actors as declared
 */
public record Absence(List<String> actors, Manner manner) {
    public Absence {
        actors = List.copyOf(actors);
    }

    /** In what they fail. */
    public enum Manner {
        /** They leave undone what they must, and vote no. */
        DOES_NOTHING,
        /** They do what they must, and vote no wherever they can. */
        VOTES_NO
    }
}
