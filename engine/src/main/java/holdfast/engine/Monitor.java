package holdfast.engine;

import holdfast.engine.monitor.World;
import holdfast.language.model.Agreement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches an agreement: takes records in any order of arrival, late, corrected or withdrawn, and says at each moment what the text says about
 * them. Its state is a function of the set of records taken so far and of {@code now}, nothing else.
 */
public final class Monitor {
    private final Agreement agreement;
    private final Map<String, Record> taken = new LinkedHashMap<>();
    private List<World> worlds;
    private long now = Long.MIN_VALUE;

    public Monitor(Agreement agreement) {
        this.agreement = agreement;
        this.worlds = World.of(agreement);
    }

    /** Takes a record. A second record with an id already taken is refused with an {@link IllegalArgumentException}. */
    public void accept(Record record) {
        if (taken.putIfAbsent(record.id(), record) != null) {
            throw new IllegalArgumentException("a record with the id `" + record.id() + "` was taken before");
        }
        worlds.forEach(w -> w.accept(record));
    }

    /** Moves to {@code now}, milliseconds since 1970-01-01T00:00Z; it may also move back. Deadlines fire by time alone. */
    public void advanceTo(long now) {
        if (now < this.now) {
            worlds = World.of(agreement);
            worlds.forEach(w -> w.advanceTo(now));
            taken.values().forEach(record -> worlds.forEach(w -> w.accept(record)));
        }
        this.now = now;
        worlds.forEach(w -> w.advanceTo(now));
    }

    /** The verdicts at the moment last moved to, on all records taken, in the order of the clauses, then bearer, since, due and key. */
    public List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        for (World world : worlds) {
            world.settle();
            world.collect(verdicts::add);
        }
        Map<String, Integer> order = new LinkedHashMap<>();
        agreement.norms().forEach(n -> order.putIfAbsent(n.id(), order.size()));
        verdicts.sort(Comparator.comparing((Verdict v) -> order.getOrDefault(v.clause(), order.size()))
                .thenComparing(v -> v.reading().toString())
                .thenComparing(Verdict::bearer)
                .thenComparing(v -> v.since().map(Time::lo).orElse(Long.MIN_VALUE))
                .thenComparing(v -> v.due().map(Time::hi).orElse(Long.MIN_VALUE))
                .thenComparing(v -> v.key().toString()));
        return verdicts;
    }
}
