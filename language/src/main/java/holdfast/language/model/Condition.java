package holdfast.language.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A condition: under a binding it surely or possibly holds at each instant (semantics, section 5). */
public sealed interface Condition {

    /** All of these; the empty conjunction always holds. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** Any of these; the empty disjunction never holds. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Condition condition) implements Condition {}

    /** A state, its parameters in the order of {@link State#parameters()}. */
    record InState(String state, List<Term> arguments, Origin origin) implements Condition {
        public InState {
            arguments = List.copyOf(arguments);
        }
    }

    record HasHappened(Pattern pattern) implements Condition {}

    /** {@code no attack(by P) for 60 days}. */
    record NoneFor(Pattern pattern, Span span) implements Condition {}

    /** {@code 11.1 is fulfilled}. */
    record ClauseFulfilled(ClauseRef clause, Origin origin) implements Condition {}

    /** @param by whose breach counts; empty: anybody's */
    record ClauseBreached(ClauseRef clause, Optional<String> by, Origin origin) implements Condition {}

    /** A level compared with a number; the arguments name the level's parameters. */
    record LevelIs(Pattern level, Comparison comparison, BigDecimal number) implements Condition {}

    /** A term that the text leaves undefined. */
    record Undefined(String term, Origin origin) implements Condition {}

    record Compare(Term left, Comparison comparison, Term right, Origin origin) implements Condition {}

    /** The point lies in the area of the zone or on its edge. */
    record InZone(Term place, String zone, Origin origin) implements Condition {}

    /** Geodesic distance in km between the point and the nearest point of the zone; {@code within} means at most, otherwise at least. */
    record Distance(Term place, boolean within, BigDecimal km, String zone, Origin origin) implements Condition {}

    Condition ALWAYS = new All(List.of());

    default boolean isAlways() {
        return equals(ALWAYS);
    }
}
