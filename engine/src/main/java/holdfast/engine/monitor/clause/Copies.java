package holdfast.engine.monitor.clause;

import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.pattern.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which variables of a clause go over by name into a clause that follows from it. */
final class Copies {
    private Copies() {}

    /**
     * Pairs of slots: theirs, ours.
     *
     * @param taken the variables that every clause followed from has: what only some of them have stays with them
     */
    static int[][] from(NormNode norm, Scope ours, Set<String> taken) {
        List<int[]> pairs = new ArrayList<>();
        List<String> theirs = norm.common.scope().variables();
        for (int slot = 0; slot < theirs.size(); slot++) {
            int own = ours.variables().indexOf(theirs.get(slot));
            if (own >= 0 && taken.contains(theirs.get(slot))) {
                pairs.add(new int[] {slot, own});
            }
        }
        return pairs.toArray(new int[0][]);
    }

    /** Copies what is bound there and not yet here. */
    static void copy(int[][] pairs, long[] from, long[] to) {
        for (int[] pair : pairs) {
            if (to[pair[1]] == Symbols.UNBOUND && pair[0] < from.length) {
                to[pair[1]] = from[pair[0]];
            }
        }
    }
}
