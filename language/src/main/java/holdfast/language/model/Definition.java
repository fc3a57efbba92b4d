package holdfast.language.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An event derived from others (semantics, section 6).
 *
 * @param type its name and attributes, with the types inferred from the patterns
 * @param variables for each attribute of {@code type}, in order, the variable that gives its value
 */
public record Definition(EventType type, List<String> variables, Reading reading, Derivation derivation) {

    /** Begins the name of what is first of an event that counts once; no name that is written has a space. */
    public static final String FIRST = "first ";

    /** Stands between the act and the clause in the name of the use of a power that is hedged with a condition. */
    public static final String USE = " under ";

    /** The use of a power that is hedged with a condition; empty where the act itself is the use. */
    public static Optional<Definition> ofUse(Agreement agreement, Pattern with) {
        return with.event().contains(USE)
                ? agreement.definitions().stream()
                        .filter(d -> d.name().equals(with.event()))
                        .findFirst()
                : Optional.empty();
    }

    public Definition {
        variables = List.copyOf(variables);
    }

    public String name() {
        return type.name();
    }

    /** The same event, derived in another way from the same variables. */
    public Definition as(Derivation other) {
        return new Definition(type, variables, reading, other);
    }

    public sealed interface Derivation {}

    public record Select(List<Pattern> patterns, Condition where) implements Derivation {
        public Select {
            patterns = List.copyOf(patterns);
        }
    }

    /** {@code at least n p within D}; empty span: ever. */
    public record Count(long atLeast, Pattern pattern, Optional<Span> within, Condition where) implements Derivation {}

    public record Different(long atLeast, String variable, Pattern pattern, Optional<Span> within, Condition where)
            implements Derivation {}

    public record Sum(String attribute, Pattern pattern, BigDecimal atLeast, Optional<Span> within, Condition where)
            implements Derivation {}

    public record Merged(Pattern pattern, Span gap, Condition where) implements Derivation {}

    public record Then(Pattern first, Pattern second, Span within) implements Derivation {}

    public record Absence(Pattern absent, Span within, boolean includingFirstDay, Pattern of) implements Derivation {}

    public record After(Span span, boolean includingFirstDay, Pattern pattern) implements Derivation {}

    public record AllOf(List<Pattern> patterns) implements Derivation {
        public AllOf {
            patterns = List.copyOf(patterns);
        }
    }
}
