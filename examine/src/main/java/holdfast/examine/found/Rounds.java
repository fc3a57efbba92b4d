package holdfast.examine.found;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Lets bounds grow that left something out, each by one in its turn, until in a whole round nothing is another, none leaves anything out any more, or the work is used up. It counts
 * work, and so stops at the same place everywhere.
 *
 * @param free the bounds that may grow, in the order in which they do
 * @param allowed how much may be played beside what was played first, in units of the bound of work
 * @param play plays everything within bounds
 */
public record Rounds<T extends Rounds.Played>(List<Growing> free, long allowed, Function<Bounds, T> play) {
    public Rounds {
        free = List.copyOf(free);
    }

    /** What was played within bounds. */
    public interface Played {
        /** The bounds that left something out: with any other of them larger, it comes to the same. */
        Set<Growing> leftOut();

        /** In units of the bound of work. */
        long work();

        /** Whether everything was played to its end. */
        boolean isWhole();
    }

    /** Looks at what one step brought. */
    @FunctionalInterface
    public interface Step<T> {
        /**
         * @param to how large the bound is now
         * @return whether anything is another
         */
        boolean isChange(Growing bound, int to, T before, T after);
    }

    /**
     * How far it came.
     *
     * @param spent what it cost, what was played first left out
     * @param usedUp whether the work allowed was not enough for the next step
     */
    public record Reached<T>(T played, Bounds bounds, long spent, boolean usedUp) {}

    public Reached<T> from(T first, Bounds bounds, Step<T> step) {
        Reached<T> now = new Reached<>(first, bounds, 0, false);
        boolean changed = first.isWhole();
        while (changed) {
            changed = false;
            for (Growing bound : free) {
                T before = now.played;
                if (!before.leftOut().contains(bound)) {
                    continue;
                }
                Reached<T> next = next(now, bound.grown(now.bounds));
                if (next.usedUp) {
                    return next;
                }
                changed |= step.isChange(bound, bound.in(next.bounds), before, next.played);
                now = next;
            }
        }
        return now;
    }

    private Reached<T> next(Reached<T> now, Bounds grown) {
        long left = Math.min(grown.work(), allowed - now.spent);
        // Larger bounds never cost less.
        if (now.played.work() <= left) {
            T next = play.apply(grown.withWork(left));
            if (next.isWhole() && next.work() <= left) {
                return new Reached<>(next, grown, now.spent + next.work(), false);
            }
        }
        return new Reached<>(now.played, now.bounds, now.spent, true);
    }
}
