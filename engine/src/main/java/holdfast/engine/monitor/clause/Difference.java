package holdfast.engine.monitor.clause;

import holdfast.engine.Verdict;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is said on one side more often than on the other. */
public final class Difference {
    private Difference() {}

    public static void between(
            List<Verdict> before, List<Verdict> after, Consumer<Verdict> gone, Consumer<Verdict> came) {
        Map<Verdict, Integer> more = new HashMap<>();
        before.forEach(v -> more.merge(v, 1, Integer::sum));
        for (Verdict v : after) {
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
}
