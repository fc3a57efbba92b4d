package holdfast.engine.monitor.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts on which a breach or an instance rests: those of another support, and those under the first {@code count} occurrences of a list that only grows
 * at its end.
 */
public final class Support {
    public static final Support NONE = new Support(null, List.of(), 0);

    private final @Nullable Support base;
    private final List<? extends Occurrence> occurrences;
    private final int count;
    private @Nullable List<String> ids;

    /** The least {@code reported} of the first {@code looked} occurrences. */
    private long first = Long.MAX_VALUE;

    private int looked;

    private Support(@Nullable Support base, List<? extends Occurrence> occurrences, int count) {
        this.base = base;
        this.occurrences = occurrences;
        this.count = count;
    }

    /** What the list holds now. It may grow later, but must not change otherwise. */
    public static Support of(List<? extends Occurrence> occurrences) {
        return occurrences.isEmpty() ? NONE : new Support(null, occurrences, occurrences.size());
    }

    /** The same, where it may be known already of fewer of them what is asked. */
    public static Support of(List<? extends Occurrence> occurrences, @Nullable Support before) {
        Support support = of(occurrences);
        if (before != null && before.occurrences == support.occurrences && before.count <= support.count) {
            support.first = before.first;
            support.looked = before.looked;
        }
        return support;
    }

    public static Support of(Occurrence one) {
        return new Support(null, List.of(one), 1);
    }

    public Support plus(List<? extends Occurrence> more) {
        return more.isEmpty() ? this : new Support(this, more, more.size());
    }

    /** The ids of the observations, sorted, each once. However often it is asked, it is the same list: a breach may rest on half a million. */
    public List<String> ids() {
        List<String> known = ids;
        if (known == null) {
            List<String> all = new ArrayList<>(base == null ? List.of() : base.ids());
            for (int i = 0; i < count; i++) {
                for (Fact fact : occurrences.get(i).support()) {
                    Collections.addAll(all, fact.roots());
                }
            }
            known = sortedOnce(all);
            ids = known;
        }
        return known;
    }

    private static List<String> sortedOnce(List<String> all) {
        String[] sorted = all.toArray(String[]::new);
        Arrays.sort(sorted);
        int kept = 0;
        for (String id : sorted) {
            if (kept == 0 || !sorted[kept - 1].equals(id)) {
                sorted[kept] = id;
                kept++;
            }
        }
        return List.of(Arrays.copyOf(sorted, kept));
    }

    /** Whether it rests on the observation with that id. */
    public boolean restsOn(String id) {
        return Collections.binarySearch(ids(), id) >= 0;
    }

    /** The least {@code reported}; without any fact, {@code otherwise}. */
    public long firstReport(long otherwise) {
        for (; looked < count; looked++) {
            for (Fact fact : occurrences.get(looked).support()) {
                first = Math.min(first, fact.reported);
            }
        }
        long all = base == null ? first : Math.min(first, base.firstReport(Long.MAX_VALUE));
        return all == Long.MAX_VALUE ? otherwise : all;
    }

    /** All facts, each once, by id. */
    public Fact[] facts() {
        List<Occurrence> all = new ArrayList<>(occurrences.subList(0, count));
        if (base != null) {
            all.addAll(List.of(base.facts()));
        }
        return Derived.union(all);
    }

    public boolean same(Support other) {
        if (this == other) {
            return true;
        }
        boolean sameBase = base == null ? other.base == null : other.base != null && base.same(other.base);
        return sameBase && count == other.count && sameOccurrences(other);
    }

    private boolean sameOccurrences(Support other) {
        if (occurrences == other.occurrences) {
            return true;
        }
        for (int i = 0; i < count; i++) {
            if (occurrences.get(i) != other.occurrences.get(i)) {
                return false;
            }
        }
        return true;
    }
}
