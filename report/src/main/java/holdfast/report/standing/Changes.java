package holdfast.report.standing;

import holdfast.engine.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What changed between the verdicts of two moments. */
public record Changes(List<Verdict> added, List<Verdict> gone, List<Change> changed) {

    /** So far a verdict is looked for. */
    private static final int NEAR = 8;

    /** One instance, as it was and as it is. */
    public record Change(Verdict before, Verdict after) {}

    public static Changes between(List<Verdict> before, List<Verdict> after) {
        Changes changes = new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<List<Object>> touched = touched(before, after);
        if (touched.isEmpty()) {
            return changes;
        }
        Map<List<Object>, List<Verdict>> old = byInstance(before, touched);
        byInstance(after, touched).forEach((instance, now) -> {
            List<Verdict> then = old.remove(instance);
            changes.compare(then == null ? new ArrayList<>() : then, now);
        });
        old.values().forEach(changes.gone::addAll);
        return changes;
    }

    /**
     * The instances of which something may have changed: all others have the same verdicts in both. Of half a million verdicts mostly few have changed, and both lists stand in one order; so
     * they are gone through side by side, and what stands in one alone is passed by.
     */
    private static Set<List<Object>> touched(List<Verdict> before, List<Verdict> after) {
        Set<List<Object>> touched = new HashSet<>();
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            Verdict was = before.get(i);
            Verdict is = after.get(j);
            if (was.equals(is)) {
                i++;
                j++;
                continue;
            }
            int gone = near(is, before, i);
            int come = gone > 0 ? 0 : near(was, after, j);
            i = pass(before, i, gone == 0 && come == 0 ? 1 : gone, touched);
            j = pass(after, j, gone == 0 && come == 0 ? 1 : come, touched);
        }
        pass(before, i, before.size() - i, touched);
        pass(after, j, after.size() - j, touched);
        return touched;
    }

    /** How many places further the verdict stands; 0 if it is not near. */
    private static int near(Verdict verdict, List<Verdict> all, int from) {
        for (int i = 1; i <= NEAR && from + i < all.size(); i++) {
            if (all.get(from + i).equals(verdict)) {
                return i;
            }
        }
        return 0;
    }

    private static int pass(List<Verdict> all, int from, int count, Set<List<Object>> touched) {
        all.subList(from, from + count).forEach(v -> touched.add(instance(v)));
        return from + count;
    }

    private static List<Object> instance(Verdict v) {
        return List.of(v.clause(), v.reading(), v.bearer(), v.key());
    }

    private static Map<List<Object>, List<Verdict>> byInstance(List<Verdict> verdicts, Set<List<Object>> touched) {
        Map<List<Object>, List<Verdict>> byInstance = new LinkedHashMap<>();
        for (Verdict v : verdicts) {
            List<Object> instance = instance(v);
            if (touched.contains(instance)) {
                byInstance.computeIfAbsent(instance, k -> new ArrayList<>()).add(v);
            }
        }
        return byInstance;
    }

    /** Several instances may share clause, bearer and key; those that rest on a common record, deadline or beginning belong together. */
    private void compare(List<Verdict> then, List<Verdict> now) {
        List<Verdict> fresh = new ArrayList<>();
        for (Verdict v : now) {
            if (!then.remove(v)) {
                fresh.add(v);
            }
        }
        for (Verdict v : fresh) {
            // Of two that share a deadline, the one that rests on the same records.
            Optional<Verdict> was =
                    then.stream().filter(t -> sameMatter(t, v)).max(Comparator.comparingInt(t -> shared(t, v)));
            if (was.isEmpty()) {
                added.add(v);
            } else {
                then.remove(was.get());
                changed.add(new Change(was.get(), v));
            }
        }
        gone.addAll(then);
    }

    /** On how many records both rest; they are sorted, and may be half a million. */
    private static int shared(Verdict a, Verdict b) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < a.records().size() && j < b.records().size()) {
            int order = a.records().get(i).compareTo(b.records().get(j));
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    private static boolean sameMatter(Verdict a, Verdict b) {
        boolean bothBare = a.records().isEmpty() && b.records().isEmpty();
        return (a.due().isPresent() && a.due().equals(b.due()))
                || (a.since().isPresent() && a.since().equals(b.since()))
                || shared(a, b) > 0
                || (bothBare && a.due().isEmpty() && b.due().isEmpty());
    }
}
