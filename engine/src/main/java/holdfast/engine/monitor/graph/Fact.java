package holdfast.engine.monitor.graph;

import holdfast.engine.Time;
import holdfast.language.model.Basis;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the records known so far say happened (semantics, section 2). */
public final class Fact extends Occurrence {
    static final Fact[] NONE = {};

    private final String id;

    /** Null: it is one observation, with its own id. */
    private final String @Nullable [] roots;

    /** The event, by its place among the declared events. */
    public final int type;

    public final Basis basis;

    /** A fact that one observation makes. */
    public Fact(int type, Time time, boolean sure, long[] values, long reported, String id, Basis basis) {
        super(time.lo(), time.hi(), sure, values, reported);
        this.type = type;
        this.id = id;
        this.roots = null;
        this.basis = basis;
    }

    /** A fact that several observations of one incident make. */
    public Fact(int type, Time time, boolean sure, long[] values, long reported, String[] roots, Basis basis) {
        super(time.lo(), time.hi(), sure, values, reported);
        this.type = type;
        this.id = roots[0];
        this.roots = roots;
        this.basis = basis;
    }

    /** The ids of the observations that are this fact: one, or those of an incident. */
    public String[] roots() {
        return roots == null ? new String[] {id} : roots.clone();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    String[] ids() {
        String[] sorted = roots();
        Arrays.sort(sorted);
        return sorted;
    }

    @Override
    public Fact[] support() {
        return new Fact[] {this};
    }
}
