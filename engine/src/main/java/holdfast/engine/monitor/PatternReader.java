package holdfast.engine.monitor;

/**
 * Reads the occurrences of a pattern that agree with a binding.
 *
 * @param keySlots slots that are bound whenever it is read, in the order of the buckets' key
 */
record PatternReader(PatternPlan plan, Buckets buckets, int[] keySlots) {

    Bucket bucket(long[] binding) {
        return buckets.bucket(binding, keySlots);
    }
}
