package holdfast.engine.monitor;

import holdfast.language.model.Basis;
import java.util.Arrays;

/** What the records known so far say happened (semantics, section 2). */
final class Fact extends Occurrence {
    static final Fact[] NONE = {};

    private final String id;
    private final Fact[] support = {this};

    /** The ids of the observations that are this fact: one, or those of an incident. */
    final String[] roots;

    final Basis basis;

    Fact(long lo, long hi, boolean sure, long[] values, long reported, String[] roots, Basis basis) {
        super(lo, hi, sure, values, reported);
        this.id = roots[0];
        this.roots = roots;
        this.basis = basis;
    }

    @Override
    String id() {
        return id;
    }

    @Override
    String[] ids() {
        String[] sorted = roots.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    @Override
    Fact[] support() {
        return support;
    }
}
