package holdfast.examine.table;

import holdfast.examine.play.Cast;
import holdfast.examine.play.Plan;
import holdfast.examine.play.Play;
import holdfast.examine.play.Played;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Histories that were played, by what was planned. Who has which part matters to a history only where somebody owes something in it: so one that was played serves every
 * cast that answers alike whenever it was asked whether somebody keeps its word.
 */
final class Histories {
    private final Function<Cast, Play> play;
    private final Map<List<Plan>, List<Known>> known = new HashMap<>();

    /** Keeps what was asked and what came of it, and lets go of the monitor: thousands of them would fill the memory. */
    private static final class Known {
        final Play.Parts parts;

        /** Null once it was let go. */
        @Nullable
        Played played;

        Known(Play.Parts parts, Played played) {
            this.parts = parts;
            this.played = played;
        }
    }

    /** @param play makes a play for a cast; the same one but for the cast */
    Histories(Function<Cast, Play> play) {
        this.play = play;
    }

    /** @param effort is told of what had to be played */
    Played of(List<Plan> plans, Cast cast, int clauses, Effort effort) {
        List<Known> alike = known.computeIfAbsent(List.copyOf(plans), p -> new ArrayList<>());
        Known before = find(alike, cast);
        if (before == null) {
            Play now = play.apply(cast);
            Played played = now.through(plans);
            effort.played(played, clauses);
            alike.add(new Known(now.parts(), played));
            return played;
        }
        Played played = before.played;
        if (played == null) {
            // It is work that was counted before.
            played = play.apply(cast).through(plans);
            before.played = played;
        }
        return played;
    }

    /** Lets go of what happened in the histories; it is remembered that they were played. One that is asked for again is played again, and is not counted again. */
    void letGo() {
        known.values().forEach(alike -> alike.forEach(k -> k.played = null));
    }

    private static @Nullable Known find(List<Known> alike, Cast cast) {
        for (Known one : alike) {
            if (one.parts.areTheSameIn(cast)) {
                return one;
            }
        }
        return null;
    }
}
