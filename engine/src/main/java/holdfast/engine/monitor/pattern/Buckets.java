package holdfast.engine.monitor.pattern;

import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Holding;
import holdfast.engine.monitor.graph.KeyMap;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The occurrences that match a pattern, by the values of some of its attributes.
 *
 * <p>Where nobody has asked for a key yet and there is but one occurrence, it is held as it is, without a bucket around it.
 */
public final class Buckets implements Stream.Listener, Holding {
    /**
     * What tells one from another: where two patterns are alike in this, the same occurrences are held by the same keys.
     *
     * @param repeats of each position with a variable, the first with the same; two that are places are never equal
     */
    public record Kind(
            Stream stream,
            List<Integer> required,
            List<Integer> constants,
            List<List<Long>> admitted,
            List<Integer> repeats,
            List<Integer> keyPositions,
            boolean neverMatches) {

        public static Kind of(PatternPlan plan, int[] keyPositions, boolean neverMatches) {
            return new Kind(
                    plan.stream(),
                    Arrays.stream(plan.required()).sorted().boxed().toList(),
                    Arrays.stream(plan.constants()).boxed().toList(),
                    Arrays.stream(plan.admitted())
                            .map(values -> Arrays.stream(values).boxed().toList())
                            .toList(),
                    repeats(plan),
                    Arrays.stream(keyPositions).boxed().toList(),
                    neverMatches);
        }

        private static List<Integer> repeats(PatternPlan plan) {
            List<Integer> repeats = new ArrayList<>();
            for (int i = 0; i < plan.positions().length; i++) {
                int first = plan.positionOf(plan.slots()[i]);
                if (first != plan.positions()[i]) {
                    repeats.add(first);
                    repeats.add(plan.positions()[i]);
                    repeats.add(plan.places()[i] ? 1 : 0);
                }
            }
            return repeats;
        }
    }

    private final PatternPlan plan;
    private final int[] keyPositions;
    private final boolean neverMatches;
    private final KeyMap<Object> held;
    private final long[] key;

    /** @param keyPositions positions of the attributes that make the key; a place among them never matches. */
    public Buckets(Graph graph, PatternPlan plan, int[] keyPositions, boolean neverMatches) {
        this.plan = plan;
        this.keyPositions = keyPositions;
        this.neverMatches = neverMatches;
        this.held = new KeyMap<>(keyPositions.length);
        this.key = new long[keyPositions.length];
        graph.listen(plan.stream(), plan.concern(), this);
        graph.enter(this);
    }

    @Override
    public void begin() {
        held.clear();
    }

    public Bucket bucket(long[] key) {
        Object known = held.get(key);
        if (known instanceof Bucket bucket) {
            return bucket;
        }
        Bucket bucket = new Bucket();
        if (known instanceof Occurrence only) {
            bucket.add(only);
        }
        held.put(key, bucket);
        return bucket;
    }

    /** The bucket under the values that a binding has in some slots. */
    public Bucket bucket(long[] binding, int[] slots) {
        for (int i = 0; i < slots.length; i++) {
            key[i] = binding[slots[i]];
        }
        return bucket(key);
    }

    @Override
    public void added(Occurrence occurrence) {
        if (!neverMatches && plan.admits(occurrence)) {
            readKey(occurrence);
            Object known = held.putIfAbsent(key, occurrence);
            if (known != null) {
                bucket(key).add(occurrence);
            }
        }
    }

    @Override
    public void removed(Occurrence occurrence) {
        if (!neverMatches && plan.admits(occurrence)) {
            readKey(occurrence);
            bucket(key).remove(occurrence);
        }
    }

    private void readKey(Occurrence occurrence) {
        for (int i = 0; i < keyPositions.length; i++) {
            key[i] = occurrence.values[keyPositions[i]];
        }
    }
}
