package holdfast.engine.monitor.condition;

import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A level compared with a number (semantics, section 5). */
public final class LevelTruth extends Truths.Kept {
    private final Bucket bucket;
    private final int figure;
    private final Comparison comparison;
    private final long number;

    /** Wherever it matters, there is a report. */
    private final boolean reported;

    /** @param figure position of the figure among the values */
    public LevelTruth(Truths node, Bucket bucket, int figure, Comparison comparison, long number, boolean reported) {
        super(node);
        this.bucket = bucket;
        this.figure = figure;
        this.comparison = comparison;
        this.number = number;
        this.reported = reported;
        bucket.readBy(this);
    }

    @Override
    public Truth compute() {
        List<Occurrence> reports = new ArrayList<>();
        TreeSet<Long> changes = new TreeSet<>();
        changes.add(Long.MIN_VALUE);
        for (int i = 0; i < bucket.size(); i++) {
            Occurrence o = bucket.get(i);
            if (o.values[figure] != Symbols.MISSING) {
                reports.add(o);
                changes.add(o.lo);
                changes.add(o.hi);
            }
        }
        boolean some = reported && reports.size() == bucket.size();
        return bucket.plain() ? plainTruth(reports) : truth(reports, changes, some);
    }

    /** Precise, undisputed reports: each holds until the next. */
    private Truth plainTruth(List<Occurrence> reports) {
        IntervalSet.Builder sure = new IntervalSet.Builder();
        long first = reports.isEmpty() ? Long.MAX_VALUE : reports.getFirst().lo;
        for (int i = 0; i < reports.size(); i++) {
            boolean lastOfInstant = i + 1 == reports.size() || reports.get(i + 1).lo > reports.get(i).lo;
            if (lastOfInstant && satisfies(reports.get(i))) {
                sure.add(reports.get(i).lo, i + 1 == reports.size() ? Long.MAX_VALUE : reports.get(i + 1).lo - 1);
            }
        }
        IntervalSet held = sure.build();
        IntervalSet before = first == Long.MIN_VALUE ? IntervalSet.EMPTY : IntervalSet.of(Long.MIN_VALUE, first - 1);
        return new Truth(held, reports.isEmpty() ? IntervalSet.ALL : held.union(before));
    }

    private Truth truth(List<Occurrence> reports, TreeSet<Long> changes, boolean some) {
        IntervalSet.Builder sure = new IntervalSet.Builder();
        IntervalSet.Builder possible = new IntervalSet.Builder();
        for (Long from : changes) {
            Long next = changes.higher(from);
            long until = next == null ? Long.MAX_VALUE : next - 1;
            int value = valueAt(reports, from, some);
            if (value == Truth.TRUE) {
                sure.add(from, until);
            }
            if (value != Truth.FALSE) {
                possible.add(from, until);
            }
        }
        return new Truth(sure.build(), possible.build());
    }

    private int valueAt(List<Occurrence> reports, long t, boolean reported) {
        Occurrence last = last(reports, t);
        if (last == null && !reported) {
            return Truth.UNKNOWN;
        }
        boolean all = last == null || satisfies(last);
        boolean some = last != null && all;
        boolean any = last != null;
        for (Occurrence o : reports) {
            boolean candidate = o != last && o.lo <= t && (last == null || o.hi > last.lo);
            if (candidate) {
                all &= satisfies(o);
                some |= satisfies(o);
                any = true;
            }
        }
        if (!any) {
            return Truth.UNKNOWN;
        }
        return all ? Truth.TRUE : some ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static @Nullable Occurrence last(List<Occurrence> reports, long t) {
        Occurrence last = null;
        for (Occurrence o : reports) {
            boolean known = o.sure && o.hi <= t;
            if (known && (last == null || Occurrence.BY_END.compare(last, o) < 0)) {
                last = o;
            }
        }
        return last;
    }

    private boolean satisfies(Occurrence report) {
        return Compared.holds(Long.compare(report.values[figure], number), comparison);
    }

    @Override
    void gather(Used used, List<Occurrence> into) {
        used.from(bucket, into);
    }
}
