package holdfast.engine.monitor.pattern;

import holdfast.engine.monitor.graph.Bucket;

/**
 * Reads the occurrences of a pattern that agree with a binding.
 *
 * @param keySlots slots that are bound whenever it is read, in the order of the buckets' key
 */
public record PatternReader(PatternPlan plan, Buckets buckets, int[] keySlots) {

    public Bucket bucket(long[] binding) {
        return buckets.bucket(binding, keySlots);
    }
}
