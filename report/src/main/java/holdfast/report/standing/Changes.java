package holdfast.report.standing;

import holdfast.engine.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed between the verdicts of two moments. */
public record Changes(List<Verdict> added, List<Verdict> gone, List<Change> changed) {

    /** One instance, as it was and as it is. */
    public record Change(Verdict before, Verdict after) {}

    public static Changes between(List<Verdict> before, List<Verdict> after) {
        Changes changes = new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<List<Object>, List<Verdict>> old = byInstance(before);
        byInstance(after).forEach((instance, now) -> {
            List<Verdict> then = old.remove(instance);
            changes.compare(then == null ? new ArrayList<>() : then, now);
        });
        old.values().forEach(changes.gone::addAll);
        return changes;
    }

    private static Map<List<Object>, List<Verdict>> byInstance(List<Verdict> verdicts) {
        Map<List<Object>, List<Verdict>> byInstance = new LinkedHashMap<>();
        for (Verdict v : verdicts) {
            byInstance
                    .computeIfAbsent(List.of(v.clause(), v.reading(), v.bearer(), v.key()), k -> new ArrayList<>())
                    .add(v);
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
