package holdfast.engine.monitor.graph;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An occurrence of a defined event. */
public final class Derived extends Occurrence {
    private static final Comparator<Fact> BY_ID = Comparator.comparing(Fact::id);

    private final Fact[] support;
    private String @Nullable [] ids;

    /** Whether a stream holds it. */
    public boolean given;

    public Derived(long lo, long hi, boolean sure, long[] values, Fact[] support) {
        super(lo, hi, sure, values, latestReport(support, hi));
        this.support = support;
    }

    @Override
    public Fact[] support() {
        return support;
    }

    @Override
    String[] ids() {
        String[] known = ids;
        if (known == null) {
            known = Arrays.stream(support)
                    .flatMap(fact -> Arrays.stream(fact.roots()))
                    .sorted()
                    .toArray(String[]::new);
            ids = known;
        }
        return known;
    }

    /** The greatest {@code reported} of the support; without support, {@code otherwise}. */
    private static long latestReport(Fact[] support, long otherwise) {
        if (support.length == 0) {
            return otherwise;
        }
        long latest = Long.MIN_VALUE;
        for (Fact fact : support) {
            latest = Math.max(latest, fact.reported);
        }
        return latest;
    }

    /** The facts under some occurrences, each once, by id. */
    public static Fact[] union(Collection<? extends Occurrence> occurrences) {
        if (occurrences.size() == 1) {
            return occurrences.iterator().next().support();
        }
        TreeSet<Fact> facts = new TreeSet<>(BY_ID);
        for (Occurrence occurrence : occurrences) {
            facts.addAll(Arrays.asList(occurrence.support()));
        }
        return facts.toArray(Fact.NONE);
    }
}
