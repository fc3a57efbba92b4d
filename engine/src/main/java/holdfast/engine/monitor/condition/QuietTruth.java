package holdfast.engine.monitor.condition;

import holdfast.engine.Time;
import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.time.CivilTime;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code no p for D} (semantics, section 5). */
public final class QuietTruth extends Truths.Kept {
    private final Bucket bucket;
    private final Span span;

    public QuietTruth(Truths node, Bucket bucket, Span span) {
        super(node);
        this.bucket = bucket;
        this.span = span;
        bucket.readBy(this);
    }

    @Override
    public Truth compute() {
        CivilTime civil = node.graph.civil;
        List<long[]> maybeLoud = new ArrayList<>();
        List<long[]> loud = new ArrayList<>();
        for (int i = 0; i < bucket.size(); i++) {
            Occurrence o = bucket.get(i);
            Time over = civil.shift(new Time(o.lo, o.hi), span);
            maybeLoud.add(new long[] {o.lo, over.hi()});
            long until = over.lo();
            if (o.sure && o.hi <= until) {
                loud.add(new long[] {o.hi, until});
            }
        }
        return new Truth(union(maybeLoud).complement(), union(loud).complement());
    }

    private static IntervalSet union(List<long[]> intervals) {
        intervals.sort(Comparator.comparingLong(i -> i[0]));
        IntervalSet.Builder builder = new IntervalSet.Builder();
        intervals.forEach(i -> builder.add(i[0], i[1]));
        return builder.build();
    }

    @Override
    void gather(Used used, List<Occurrence> into) {
        used.from(bucket, into);
    }
}
