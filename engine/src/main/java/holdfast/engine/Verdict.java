package holdfast.engine;

import holdfast.language.model.Reading;
import holdfast.language.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the text says about the facts, for one instance of a clause (semantics, section 14).
 *
 * @param bearer an actor's name; {@code nobody named} or {@code anyone} as in semantics, section 10; for a clause whose bearer only the trigger names, and that was never
 *     triggered, {@code each } and the variable
 * @param key the values of the instance's variables, by variable; {@code window} for recurring duties
 * @param since when it was fulfilled, breached or cured
 * @param due the end of the window
 * @param until when the breach ended, once it surely has
 * @param records the ids of the facts on which it rests, sorted
 * @param own false for a breach that may be one with another that is told; whoever counts breaches leaves it out
 */
public record Verdict(
        String clause,
        Reading reading,
        String bearer,
        SortedMap<String, Value> key,
        Status status,
        Standing standing,
        Optional<Time> since,
        Optional<Time> due,
        Optional<Time> until,
        List<String> records,
        boolean own) {

    public static final String NOBODY_NAMED = "nobody named";
    public static final String ANYONE = "anyone";

    public Verdict {
        records = List.copyOf(records);
    }

    /** One that counts for itself. */
    public Verdict(
            String clause,
            Reading reading,
            String bearer,
            SortedMap<String, Value> key,
            Status status,
            Standing standing,
            Optional<Time> since,
            Optional<Time> due,
            Optional<Time> until,
            List<String> records) {
        this(clause, reading, bearer, key, status, standing, since, due, until, records, true);
    }

    public boolean isBreach() {
        return status == Status.BREACHED || status == Status.CURED;
    }

    /** The same, said under other answers. */
    public Verdict under(Reading answers) {
        return answers.equals(reading)
                ? this
                : new Verdict(clause, answers, bearer, key, status, standing, since, due, until, records, own);
    }

    /** The same, a breach being counted by itself or not. */
    public Verdict counted(boolean own) {
        return own == this.own
                ? this
                : new Verdict(clause, reading, bearer, key, status, standing, since, due, until, records, own);
    }
}
