package holdfast.engine.monitor.condition;

import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.pattern.PatternReader;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When a state holds that begins and ends with events (semantics, section 5). */
public final class FluentTruth extends Truths.Kept {
    private final List<Bucket> begins = new ArrayList<>();
    private final List<Bucket> ends = new ArrayList<>();

    public FluentTruth(Truths node, long[] parameters, List<PatternReader> beginsWith, List<PatternReader> endsWith) {
        super(node);
        for (PatternReader reader : beginsWith) {
            begins.add(reader.bucket(parameters));
        }
        for (PatternReader reader : endsWith) {
            ends.add(reader.bucket(parameters));
        }
        begins.forEach(b -> b.readBy(this));
        ends.forEach(b -> b.readBy(this));
    }

    /*
     * A beginning b surely holds from b.hi until just before the earliest possible start of an end that may not lie before it, and possibly from b.lo until
     * just before the earliest sure end that surely lies after it. Both minima are read from the ends sorted once each way.
     */
    @Override
    public Truth compute() {
        List<Occurrence> starts = all(begins);
        List<Occurrence> stops = all(ends);
        IntervalSet sure = sure(starts, stops);
        IntervalSet possible = possible(starts, stops);
        return new Truth(sure, sure.equals(possible) ? sure : possible);
    }

    private static IntervalSet sure(List<Occurrence> starts, List<Occurrence> stops) {
        List<Occurrence> byEnd = new ArrayList<>(stops);
        byEnd.sort(Comparator.comparingLong(e -> e.hi));
        long[] leastStart = new long[byEnd.size() + 1];
        leastStart[byEnd.size()] = Long.MAX_VALUE;
        for (int i = byEnd.size() - 1; i >= 0; i--) {
            leastStart[i] = Math.min(leastStart[i + 1], byEnd.get(i).lo);
        }
        List<long[]> held = new ArrayList<>();
        for (Occurrence start : starts) {
            if (start.sure) {
                int i = firstIndex(byEnd, start.lo, true);
                add(held, start.hi, leastStart[i]);
            }
        }
        return union(held);
    }

    private static IntervalSet possible(List<Occurrence> starts, List<Occurrence> stops) {
        List<Occurrence> byStart = new ArrayList<>();
        for (Occurrence stop : stops) {
            if (stop.sure) {
                byStart.add(stop);
            }
        }
        byStart.sort(Comparator.comparingLong(e -> e.lo));
        long[] leastEnd = new long[byStart.size() + 1];
        leastEnd[byStart.size()] = Long.MAX_VALUE;
        for (int i = byStart.size() - 1; i >= 0; i--) {
            leastEnd[i] = Math.min(leastEnd[i + 1], byStart.get(i).hi);
        }
        List<long[]> held = new ArrayList<>();
        for (Occurrence start : starts) {
            int i = firstIndex(byStart, start.hi, false);
            add(held, start.lo, leastEnd[i]);
        }
        return union(held);
    }

    private static int firstIndex(List<Occurrence> sorted, long instant, boolean byEnd) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Occurrence o = sorted.get(middle);
            if ((byEnd ? o.hi : o.lo) < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** From {@code first} to just before {@code end}; {@link Long#MAX_VALUE} is no end. */
    private static void add(List<long[]> held, long first, long end) {
        long last = end == Long.MAX_VALUE ? end : end - 1;
        if (first <= last) {
            held.add(new long[] {first, last});
        }
    }

    private static IntervalSet union(List<long[]> held) {
        held.sort(Comparator.comparingLong(h -> h[0]));
        IntervalSet.Builder builder = new IntervalSet.Builder();
        held.forEach(h -> builder.add(h[0], h[1]));
        return builder.build();
    }

    private static List<Occurrence> all(List<Bucket> buckets) {
        List<Occurrence> all = new ArrayList<>();
        for (Bucket bucket : buckets) {
            for (int i = 0; i < bucket.size(); i++) {
                all.add(bucket.get(i));
            }
        }
        return all;
    }

    @Override
    void gather(Used used, List<Occurrence> into) {
        begins.forEach(b -> used.from(b, into));
        ends.forEach(b -> used.from(b, into));
    }
}
