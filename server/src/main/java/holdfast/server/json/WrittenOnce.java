package holdfast.server.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Answers that many ask for alike, such as the verdicts of one moment: whoever comes first has it written, the others are given the same. The last ones are kept, up to a size.
 *
 * @param <K> what is asked for
 * @param <V> the answer as it is sent
 */
public final class WrittenOnce<K, V> {
    private final long most;
    private final ToLongFunction<V> weight;
    private final Map<K, CompletableFuture<V>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long weighs;

    /** @param most so much of them is kept, and in any case the last one */
    public WrittenOnce(long most, ToLongFunction<V> weight) {
        this.most = most;
        this.weight = weight;
    }

    public V of(K asked, Supplier<V> writing) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> there;
        synchronized (kept) {
            there = kept.get(asked);
            if (there == null) {
                kept.put(asked, mine);
            }
        }
        if (there != null) {
            return there.join();
        }
        try {
            V written = writing.get();
            mine.complete(written);
            keep(asked, written);
            return written;
        } catch (RuntimeException | Error e) {
            synchronized (kept) {
                kept.remove(asked, mine);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private void keep(K asked, V written) {
        synchronized (kept) {
            weighs += weight.applyAsLong(written);
            var eldest = kept.entrySet().iterator();
            while (weighs > most && eldest.hasNext()) {
                Map.Entry<K, CompletableFuture<V>> entry = eldest.next();
                if (entry.getValue().isDone() && !entry.getKey().equals(asked)) {
                    weighs -= weight.applyAsLong(entry.getValue().join());
                    eldest.remove();
                }
            }
        }
    }
}
