package holdfast.server.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often somebody may try: who guesses at links and tokens is soon told to wait, and who sends records may send many. */
public final class Limits {
    /** So many are remembered; whoever was not seen for longest is forgotten. */
    private static final int REMEMBERED = 10_000;

    private static final int GUESSES = 20;
    private static final int SENDINGS = 2000;
    private static final int SENDINGS_A_SECOND = 200;

    private final TimeMeter clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Limits(InstantSource clock) {
        this.clock = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.millis() * 1_000_000;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Whether from there something unknown may be shown at the door once more. */
    public boolean mayGuess(String from) {
        return bucket("guess " + from, GUESSES, GUESSES, Duration.ofMinutes(1)).tryConsume(1);
    }

    /** Whether somebody may send once more. */
    public boolean maySend(String who) {
        return bucket("send " + who, SENDINGS, SENDINGS_A_SECOND, Duration.ofSeconds(1))
                .tryConsume(1);
    }

    private synchronized Bucket bucket(String key, long most, long again, Duration in) {
        return buckets.computeIfAbsent(
                key,
                k -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(again, in))
                        .withCustomTimePrecision(clock)
                        .build());
    }
}
