package holdfast.language.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A state of affairs: it begins and ends with events, is a name for a condition, or lasts for a term. */
public sealed interface State {
    String name();

    /** The variables, in order. */
    List<String> parameters();

    Reading reading();

    Origin origin();

    record Fluent(
            String name,
            List<String> parameters,
            Reading reading,
            List<Pattern> begins,
            List<Pattern> ends,
            Origin origin)
            implements State {
        public Fluent {
            parameters = List.copyOf(parameters);
            begins = List.copyOf(begins);
            ends = List.copyOf(ends);
        }
    }

    record Named(String name, List<String> parameters, Reading reading, Condition condition, Origin origin)
            implements State {
        public Named {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * {@code term mandated is 5 years from entry_into_force, renewed for 5 years each time, unless ...}: it lasts by the calendar.
     *
     * @param start empty: it has always been so
     * @param end empty: it does not end
     */
    record Period(String name, Reading reading, Optional<Start> start, Optional<End> end, Origin origin)
            implements State {
        @Override
        public List<String> parameters() {
            return List.of();
        }

        /** The event that it begins with and the notice that ends it, as far as it has them. */
        public List<Pattern> patterns() {
            List<Pattern> patterns = new ArrayList<>();
            if (start.orElse(null) instanceof Start.OfEvent(Pattern pattern)) {
                patterns.add(pattern);
            }
            notice().ifPresent(n -> patterns.add(n.by()));
            return patterns;
        }

        /** The notice by which somebody keeps it from being renewed. */
        public Optional<Notice> notice() {
            return renewal().flatMap(Renewal::notice);
        }

        public Optional<Renewal> renewal() {
            return end.orElse(null) instanceof End.After after ? after.renewal() : Optional.empty();
        }
    }

    /** When a term begins. */
    sealed interface Start {
        /** With the first occurrence of an event. */
        record OfEvent(Pattern pattern) implements Start {}

        record At(Instant instant) implements Start {}
    }

    /** When a term ends. */
    sealed interface End {
        /** At the instant, which no longer belongs to it. */
        record At(Instant instant) implements End {}

        /** So long after its beginning. */
        record After(Span length, boolean includingFirstDay, Optional<Renewal> renewal) implements End {}
    }

    /** It goes on for another such span at each end, unless notice is given. */
    record Renewal(Span each, Optional<Notice> notice) {}

    /** An act at least so long before an end: then that end is the last. */
    record Notice(Pattern by, Span before) {}
}
