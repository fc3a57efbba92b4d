package holdfast.engine.monitor;

/** The occurrences that match a pattern, by the values of some of its attributes. */
final class Buckets implements Stream.Listener {
    private final PatternPlan plan;
    private final int[] keyPositions;
    private final boolean neverMatches;
    private final KeyMap<Bucket> buckets;
    private final long[] key;

    /** @param keyPositions positions of the attributes that make the key; a place among them never matches. */
    Buckets(PatternPlan plan, int[] keyPositions, boolean neverMatches) {
        this.plan = plan;
        this.keyPositions = keyPositions;
        this.neverMatches = neverMatches;
        this.buckets = new KeyMap<>(keyPositions.length);
        this.key = new long[keyPositions.length];
        plan.stream().listen(this);
    }

    Bucket bucket(long[] key) {
        Bucket bucket = buckets.get(key);
        if (bucket == null) {
            bucket = new Bucket();
            buckets.put(key, bucket);
        }
        return bucket;
    }

    @Override
    public void added(Occurrence occurrence) {
        if (!neverMatches && plan.admits(occurrence)) {
            bucketOf(occurrence).add(occurrence);
        }
    }

    @Override
    public void removed(Occurrence occurrence) {
        if (!neverMatches && plan.admits(occurrence)) {
            bucketOf(occurrence).remove(occurrence);
        }
    }

    private Bucket bucketOf(Occurrence occurrence) {
        for (int i = 0; i < keyPositions.length; i++) {
            key[i] = occurrence.values[keyPositions[i]];
        }
        return bucket(key);
    }
}
