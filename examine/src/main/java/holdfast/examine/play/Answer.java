package holdfast.examine.play;

import java.util.Optional;

/**
 * Something done, in a history, that the text calls a measure.
 *
 * @param rank how strong: 0 for the weakest measure of the text
 * @param clause under which it was done; empty where nobody had to and nothing allowed it
 * @param by who did it
 * @param at when, in milliseconds since 1970-01-01T00:00Z
 * @param dated whether the text bounds that time: false where it, or something before it, could wait for ever
 * @param record the id of the record
 * @param duty which duty it was done under, whenever that was: the clause, who bore it, and the values of its instance
 * @param onTheBreach whether something set that duty off, and it rests on the violation
 */
public record Answer(
        String measure,
        int rank,
        String clause,
        Optional<String> by,
        long at,
        boolean dated,
        String record,
        String duty,
        boolean onTheBreach) {}
