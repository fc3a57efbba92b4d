package holdfast.examine.table;

import holdfast.examine.found.Bounds;
import holdfast.examine.found.Growing;
import holdfast.examine.play.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.function.LongFunction;

/**
 * What came of playing everything that one violator can do against one prohibition, by all that it rests on: another text, or the same under other answers, that says the same of that
 * comes to the same; and so do larger bounds, where none of those that are larger left anything out. It is counted as if it were played again, so that nothing hangs on what was
 * played before. Safe for use by several threads: of several who want the same at once, one plays.
 */
public final class Remembered {
    private final Said.Numbers numbers = new Said.Numbers();
    /** By what it rests on but the bounds, then by the bounds without that of work. */
    private final Map<List<Object>, Map<Bounds, ForkJoinTask<Known>>> known = new ConcurrentHashMap<>();

    private final boolean likesOnce;

    public Remembered() {
        this(true);
    }

    private Remembered(boolean likesOnce) {
        this.likesOnce = likesOnce;
    }

    /** One with which every violator is played for itself, although another is like it: it comes to the same, and takes longer. */
    public static Remembered eachForItself() {
        return new Remembered(false);
    }

    /** Whether what came of one violator is told of those between whom and it the text makes no difference. */
    boolean playsLikesOnce() {
        return likesOnce;
    }

    /** @param share how much work there could be */
    private record Known(Played played, long share) {
        /** Within larger bounds and with another share everything would be played as it was within these. */
        boolean servesFor(Bounds within, Bounds other, long otherShare) {
            return played.effort().whole()
                    && played.effort().work() < otherShare
                    && within.readings() == other.readings()
                    && within.horizon().equals(other.horizon())
                    && Arrays.stream(Growing.values())
                            .allMatch(b -> b.in(within) == b.in(other)
                                    || (b.in(within) < b.in(other)
                                            && !played.effort().leftOut().contains(b)));
        }

        /** With as large a share, or where this one was not needed, it would come to the same. */
        boolean servesFor(long other) {
            return share == other || (played.effort().whole() && played.effort().work() < other);
        }
    }

    /**
     * What came of one violator.
     *
     * @param opened how it broke the prohibition; empty where no way was found
     * @param effort what it took; no more is added to it
     */
    record Played(List<Line> lines, List<GuaranteeTable.Prospect> prospects, Optional<Opened> opened, Effort effort) {
        Played {
            lines = List.copyOf(lines);
            prospects = List.copyOf(prospects);
        }
    }

    Said.Numbers numbers() {
        return numbers;
    }

    /**
     * @param key all that it rests on but the bounds and the share
     * @param play plays it with a share of the work
     */
    Played of(List<Object> key, Bounds bounds, long share, LongFunction<Played> play) {
        Map<Bounds, ForkJoinTask<Known>> within = known.computeIfAbsent(key, k -> new ConcurrentHashMap<>());
        Bounds mine = bounds.withWork(1);
        return withinSmaller(within, mine, share).orElseGet(() -> played(within, mine, share, play));
    }

    /** What was played within smaller bounds that left nothing out, and is done. */
    private static Optional<Played> withinSmaller(Map<Bounds, ForkJoinTask<Known>> within, Bounds bounds, long share) {
        return within.entrySet().stream()
                .filter(e -> e.getValue().isCompletedNormally() && !e.getKey().equals(bounds))
                .filter(e -> e.getValue().join().servesFor(e.getKey(), bounds, share))
                .map(e -> e.getValue().join().played())
                .findAny();
    }

    private static Played played(
            Map<Bounds, ForkJoinTask<Known>> within, Bounds bounds, long share, LongFunction<Played> play) {
        ForkJoinTask<Known> mine = ForkJoinTask.adapt(() -> new Known(play.apply(share), share));
        ForkJoinTask<Known> first = within.putIfAbsent(bounds, mine);
        Known found = first == null ? mine.invoke() : first.join();
        if (found.servesFor(share)) {
            return found.played();
        }
        ForkJoinTask<Known> again = ForkJoinTask.adapt(() -> new Known(play.apply(share), share));
        Played played = again.invoke().played();
        within.put(bounds, again);
        return played;
    }
}
