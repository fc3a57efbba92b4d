package holdfast.engine;

import holdfast.language.model.Basis;
import holdfast.language.model.Value;
import java.util.Map;
import java.util.Optional;

/**
 * Something that became known; never overwritten (semantics, section 2). Instants are milliseconds since 1970-01-01T00:00Z.
 */
public sealed interface Record {
    /** Unique among the records given to one evaluation. */
    String id();

    /** When it became known. */
    long recorded();

    /** Where it can be read: a mission, a party, a newspaper, or one document of theirs. */
    String source();

    /** Who speaks in it, where the source is a document of somebody's; empty: the source itself. */
    Optional<String> author();

    /** Who speaks in it: its author or, where none is given, its source. An attributor's or body's name counts where the agreement names it. */
    default String speaker() {
        return author().orElse(source());
    }

    /** The id of the earlier record of the same kind that this one replaces. */
    Optional<String> corrects();

    /**
     * An event as somebody observed it.
     *
     * @param values by attribute; an attribute that is not given is missing
     * @param incident records of one event type with the same incident count once
     */
    record Observation(
            String id,
            long recorded,
            String source,
            Optional<String> corrects,
            String event,
            Time occurred,
            Map<String, Value> values,
            Basis basis,
            Optional<String> incident,
            Optional<String> author)
            implements Record {
        public Observation {
            values = Map.copyOf(values);
        }

        /** Whose source speaks for itself. */
        public Observation(
                String id,
                long recorded,
                String source,
                Optional<String> corrects,
                String event,
                Time occurred,
                Map<String, Value> values,
                Basis basis,
                Optional<String> incident) {
            this(id, recorded, source, corrects, event, occurred, values, basis, incident, Optional.empty());
        }
    }

    /**
     * Who says who did it.
     *
     * @param about the id of an observation
     * @param to an actor's name, or {@code unattributed}
     * @param standard the standard of proof, as the source words it; may be empty
     * @param dissent who disagreed; may be empty
     */
    record Attribution(
            String id,
            long recorded,
            String source,
            Optional<String> corrects,
            String about,
            String to,
            String standard,
            String dissent,
            Optional<String> author)
            implements Record {

        /** Whose source speaks for itself. */
        public Attribution(
                String id,
                long recorded,
                String source,
                Optional<String> corrects,
                String about,
                String to,
                String standard,
                String dissent) {
            this(id, recorded, source, corrects, about, to, standard, dissent, Optional.empty());
        }
    }

    /**
     * What a body decided: on an observation ({@code about} alone), on the breach of a clause ({@code clause}, perhaps with {@code about} and
     * {@code bearer}), or on a term or question ({@code term}). The body is the {@link #speaker}.
     *
     * @param result {@code confirmed}, {@code disputed} or {@code refuted}; for a question, the answer
     */
    record Finding(
            String id,
            long recorded,
            String source,
            Optional<String> corrects,
            Time occurred,
            Optional<String> about,
            Optional<String> clause,
            Optional<String> bearer,
            Optional<String> term,
            String result,
            Optional<String> author)
            implements Record {
        public static final String CONFIRMED = "confirmed";
        public static final String DISPUTED = "disputed";
        public static final String REFUTED = "refuted";

        /** Whose source speaks for itself. */
        public Finding(
                String id,
                long recorded,
                String source,
                Optional<String> corrects,
                Time occurred,
                Optional<String> about,
                Optional<String> clause,
                Optional<String> bearer,
                Optional<String> term,
                String result) {
            this(id, recorded, source, corrects, occurred, about, clause, bearer, term, result, Optional.empty());
        }
    }

    /** The record {@code withdraws} no longer counts, if the author may say so. */
    record Withdrawal(String id, long recorded, String source, String withdraws, Optional<String> author)
            implements Record {

        /** Whose source speaks for itself. */
        public Withdrawal(String id, long recorded, String source, String withdraws) {
            this(id, recorded, source, withdraws, Optional.empty());
        }

        @Override
        public Optional<String> corrects() {
            return Optional.empty();
        }
    }
}
