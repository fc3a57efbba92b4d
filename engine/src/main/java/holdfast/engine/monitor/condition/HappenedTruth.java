package holdfast.engine.monitor.condition;

import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import java.util.List;

/** {@code p has happened} (semantics, section 5). */
public final class HappenedTruth extends Truths.Kept {
    private final Bucket bucket;

    public HappenedTruth(Truths node, Bucket bucket) {
        super(node);
        this.bucket = bucket;
        bucket.readBy(this);
    }

    @Override
    public Truth compute() {
        long surely = Long.MAX_VALUE;
        long possibly = Long.MAX_VALUE;
        for (int i = 0; i < bucket.size(); i++) {
            Occurrence o = bucket.get(i);
            possibly = Math.min(possibly, o.lo);
            surely = o.sure ? Math.min(surely, o.hi) : surely;
        }
        return new Truth(since(surely), since(possibly));
    }

    private static IntervalSet since(long instant) {
        return instant == Long.MAX_VALUE ? IntervalSet.EMPTY : IntervalSet.from(instant);
    }

    @Override
    void gather(Used used, List<Occurrence> into) {
        used.from(bucket, into);
    }
}
