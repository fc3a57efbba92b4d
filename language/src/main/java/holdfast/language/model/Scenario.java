package holdfast.language.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A small history and what is expected of it: the agreement's own test.
 *
 * @param entries the records, in order
 * @param moments what is expected, in order
 */
public record Scenario(String name, List<Entry> entries, List<Moment> moments, Origin origin) {
    public Scenario {
        entries = List.copyOf(entries);
        moments = List.copyOf(moments);
    }

    /** A record; {@code id} is its label, {@code recorded} when it became known. */
    public sealed interface Entry {
        String id();

        Instant recorded();

        Origin origin();
    }

    /** {@code corrects} names an earlier entry. The occurrence is the closed interval from {@code from} to {@code to}. */
    public record Observed(
            String id,
            Instant from,
            Instant to,
            Instant recorded,
            Pattern event,
            Optional<String> corrects,
            Optional<Basis> basis,
            Optional<String> incident,
            Origin origin)
            implements Entry {}

    public record Attributed(String id, Instant recorded, String about, String to, String by, Origin origin)
            implements Entry {}

    /** About a record, the breach of a clause (perhaps of one bearer), or a term or question. */
    public record Found(
            String id,
            Instant at,
            Instant recorded,
            String by,
            Optional<String> about,
            Optional<String> clause,
            Optional<String> bearer,
            Optional<String> term,
            String result,
            Origin origin)
            implements Entry {}

    public record Withdrawn(String id, Instant recorded, String about, Origin origin) implements Entry {}

    public record Moment(Instant now, Instant asOf, List<Expectation> expectations, Origin origin) {
        public Moment {
            expectations = List.copyOf(expectations);
        }
    }

    /**
     * @param status a status in words, such as {@code not yet due}; {@code none}: there is no verdict for the clause (and bearer)
     * @param since matches the first instant of the verdict's time
     * @param due matches the last instant of the verdict's due time, or its end written as a day
     */
    public record Expectation(
            String clause,
            Reading reading,
            Optional<String> bearer,
            String status,
            Optional<String> standing,
            Optional<When> since,
            Optional<When> due,
            Origin origin) {}

    /** A time as written, to be compared at the precision written: the closed interval of instants that it may mean. */
    public record When(Instant from, Instant to) {}
}
