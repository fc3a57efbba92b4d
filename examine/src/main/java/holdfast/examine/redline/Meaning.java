package holdfast.examine.redline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether two drafts of a clause mean the same. */
public sealed interface Meaning {

    /** The formal clause and all that it uses are identical: no history can tell them apart. */
    record Same() implements Meaning {}

    /** There is nothing to compare: one draft has no such clause. */
    record OneSided() implements Meaning {}

    /** Both drafts only permit: a permission has no verdict of its own, and what it changes shows in other clauses. */
    record OnlyPermits() implements Meaning {}

    /**
     * A history tells them apart.
     *
     * @param witnesses the shortest history found; where the change goes both ways, one more that shows the other way
     * @param effects by bearer; a bearer for whom only details differ is not in it
     */
    record Differs(List<Witness> witnesses, Map<String, Effect> effects, Looked looked) implements Meaning {
        public Differs {
            witnesses = List.copyOf(witnesses);
            effects = new TreeMap<>(effects);
        }
    }

    /** No history within the bounds tells them apart. That is less than the same. */
    record NotFound(Looked looked) implements Meaning {}

    /**
     * How much was looked at.
     *
     * @param acts the greatest number of acts after the scene with which every history was tried; -1: not even the scene alone
     * @param whole whether that is as far as the bounds go, with no choice left out
     */
    record Looked(int acts, long histories, long moments, boolean whole) {
        Looked and(Looked other) {
            return new Looked(
                    Math.min(acts, other.acts),
                    histories + other.histories,
                    moments + other.moments,
                    whole && other.whole);
        }
    }
}
