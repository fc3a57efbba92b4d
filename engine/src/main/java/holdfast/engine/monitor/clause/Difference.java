package holdfast.engine.monitor.clause;

import holdfast.engine.Time;
import holdfast.engine.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is said on one side more often than on the other. */
public final class Difference {
    /** So many bits of a verdict are looked at first. */
    private static final int BITS = 16;

    private Difference() {}

    public static void between(
            List<Verdict> before, List<Verdict> after, Consumer<Verdict> gone, Consumer<Verdict> came) {
        // Mostly no verdict is on both sides, and to see that is cheap beside comparing them.
        List<Verdict> again = split(after, sketches(before), came);
        List<Verdict> known = split(before, sketches(again), gone);
        Map<Verdict, Integer> more = new HashMap<>();
        known.forEach(v -> more.merge(v, 1, Integer::sum));
        for (Verdict v : again) {
            Integer left = more.get(v);
            if (left == null) {
                came.accept(v);
            } else if (left == 1) {
                more.remove(v);
            } else {
                more.put(v, left - 1);
            }
        }
        more.forEach((v, n) -> Collections.nCopies(n, v).forEach(gone));
    }

    /** Those that may be on the other side; the rest is passed on. */
    private static List<Verdict> split(List<Verdict> verdicts, BitSet others, Consumer<Verdict> rest) {
        List<Verdict> both = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (others.get(sketch(verdict))) {
                both.add(verdict);
            } else {
                rest.accept(verdict);
            }
        }
        return both;
    }

    private static BitSet sketches(List<Verdict> verdicts) {
        BitSet sketches = new BitSet();
        verdicts.forEach(verdict -> sketches.set(sketch(verdict)));
        return sketches;
    }

    /** The same for verdicts that are equal, mostly not for others. */
    private static int sketch(Verdict verdict) {
        int mixed = verdict.clause().hashCode();
        mixed = 31 * mixed + verdict.status().ordinal();
        mixed = 31 * mixed + first(verdict.since());
        mixed = 31 * mixed + first(verdict.due());
        mixed = 31 * mixed + first(verdict.until());
        return Integer.remainderUnsigned(mixed, 1 << BITS);
    }

    private static int first(Optional<Time> time) {
        return time.isPresent() ? Long.hashCode(time.get().lo()) : 0;
    }
}
