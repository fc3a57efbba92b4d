package holdfast.examine.table;

import holdfast.examine.play.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.function.LongFunction;

/**
 * What came of playing everything that one violator can do against one prohibition, by all that it rests on: another text, or the same under other answers, that says the same of that
 * comes to the same. It is counted as if it were played again, so that nothing hangs on what was played before. Safe for use by several threads: of several who want the same at
 * once, one plays.
 */
public final class Remembered {
    private final Said.Numbers numbers = new Said.Numbers();
    private final Map<List<Object>, ForkJoinTask<Known>> known = new ConcurrentHashMap<>();
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
     * @param key all that it rests on but the share
     * @param play plays it with a share of the work
     */
    Played of(List<Object> key, long share, LongFunction<Played> play) {
        ForkJoinTask<Known> mine = ForkJoinTask.adapt(() -> new Known(play.apply(share), share));
        ForkJoinTask<Known> first = known.putIfAbsent(key, mine);
        Known found = first == null ? mine.invoke() : first.join();
        if (found.servesFor(share)) {
            return found.played();
        }
        ForkJoinTask<Known> again = ForkJoinTask.adapt(() -> new Known(play.apply(share), share));
        Played played = again.invoke().played();
        known.put(key, again);
        return played;
    }
}
