package holdfast.engine.monitor;

/**
 * Reads the occurrences of a pattern that agree with a binding.
 *
 * @param keySlots slots that are bound whenever it is read, in the order of the buckets' key
 */
record PatternReader(PatternPlan plan, Buckets buckets, int[] keySlots) {

    Bucket bucket(long[] binding) {
        long[] key = new long[keySlots.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = binding[keySlots[i]];
        }
        return buckets.bucket(key);
    }
}
