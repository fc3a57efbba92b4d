package holdfast.language.check.written;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The clauses by what can be written to mean them: {@code 2.1} itself, and {@code 2} for its article. */
public final class ClauseIndex {
    private final Map<String, List<String>> covered = new LinkedHashMap<>();
    private final Set<String> ids = new LinkedHashSet<>();

    public void add(String id) {
        if (!ids.add(id)) {
            return;
        }
        covered.computeIfAbsent(id, k -> new ArrayList<>()).add(id);
        for (int dot = id.indexOf('.'); dot >= 0; dot = id.indexOf('.', dot + 1)) {
            covered.computeIfAbsent(id.substring(0, dot), k -> new ArrayList<>())
                    .add(id);
        }
    }

    public boolean isKnown(String reference) {
        return covered.containsKey(reference);
    }

    /** The clauses that a reference means. */
    public List<String> covered(String reference) {
        return covered.getOrDefault(reference, List.of());
    }

    public Set<String> ids() {
        return Collections.unmodifiableSet(ids);
    }
}
