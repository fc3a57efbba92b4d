package holdfast.examine.play;

import holdfast.language.model.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is to happen at a time of its own, whatever duties bring about. */
public sealed interface Plan {
    /** In milliseconds since 1970-01-01T00:00Z. */
    long at();

    Move.Why why();

    /** Nothing is done, and time passes. */
    record Passed(long at, Move.Why why) implements Plan {}

    record Done(Act act, long at, Move.Why why) implements Plan {}

    /** A body finds on the breach of a clause, or, with a term, on that term. */
    record Found(String body, Optional<String> clause, Optional<String> term, String result, long at, Move.Why why)
            implements Plan {}

    /**
     * A motion and the votes on it.
     *
     * @param votes yes or no, by member; whoever is not in it does not vote
     */
    record Voted(String body, String on, Map<String, Boolean> votes, long at, Move.Why why) implements Plan {
        public Voted {
            votes = new TreeMap<>(votes);
        }
    }

    static Value actor(String name) {
        return new Value.Actor(name);
    }
}
