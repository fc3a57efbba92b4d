package holdfast.engine.monitor.plain;

import holdfast.engine.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What rests on no record: it is said of those of whom nothing else is said. Keeps, from one question for changes to the next, of whom something else is. */
final class Bare {
    /** By clause and bearer, how many verdicts rest on records. */
    private final Map<String, Map<String, Integer>> others = new HashMap<>();

    private final Map<Judge, List<Verdict>> said = new HashMap<>();

    void begin() {
        others.clear();
        said.clear();
    }

    void came(Verdict verdict) {
        others.computeIfAbsent(verdict.clause(), c -> new HashMap<>()).merge(verdict.bearer(), 1, Integer::sum);
    }

    void gone(Verdict verdict) {
        others.getOrDefault(verdict.clause(), new HashMap<>())
                .computeIfPresent(verdict.bearer(), (b, n) -> n == 1 ? null : n - 1);
    }

    void drain(Judge judge, Consumer<Verdict> gone, Consumer<Verdict> came) {
        Set<String> bearers =
                others.getOrDefault(judge.clause().norm().id(), Map.of()).keySet();
        List<Verdict> now = new ArrayList<>();
        judge.collectWithout(bearers, now::add);
        List<Verdict> before = said.put(judge, now);
        if (!now.equals(before)) {
            if (before != null) {
                before.forEach(gone);
            }
            now.forEach(came);
        }
    }
}
