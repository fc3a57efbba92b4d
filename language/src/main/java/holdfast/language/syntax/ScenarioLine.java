package holdfast.language.syntax;

import holdfast.language.syntax.token.Token;
import java.util.List;
import java.util.Optional;

/** A line of a scenario as it was written. */
public sealed interface ScenarioLine {
    Token first();

    /** A date, a date and a time of day, or an instant. */
    record Time(Token token, Optional<Token> clock) {
        public Token last() {
            return clock.orElse(token);
        }
    }

    /**
     * @param label of a new record, or, where it {@code becomes} another, of the old one
     * @param correction whether it replaces the record with that label
     */
    record Observed(
            Token first,
            Optional<Token> label,
            boolean correction,
            Time from,
            Optional<Time> to,
            Phrase.Call event,
            Optional<Token> basis,
            Optional<Token> incident,
            Optional<Time> known)
            implements ScenarioLine {}

    record Attributed(Token first, Token to, Token by, Optional<Time> known) implements ScenarioLine {}

    /** @param first a record, a term, a question, or the clause itself */
    record Found(
            Token first,
            Token result,
            Token by,
            Optional<Token> clause,
            Optional<Token> bearer,
            Optional<Time> at,
            Optional<Time> known)
            implements ScenarioLine {}

    record Withdrawn(Token first, Optional<Time> known) implements ScenarioLine {}

    record Moment(Token first, Time now, Optional<Time> asOf) implements ScenarioLine {}

    /** @param status empty: no verdict is expected */
    record Expected(
            Token first,
            Token clause,
            List<Stated.Answer> answers,
            List<Token> bearer,
            List<Token> status,
            Optional<Token> standing,
            Optional<Time> since,
            Optional<Time> due)
            implements ScenarioLine {
        public Expected {
            answers = List.copyOf(answers);
            bearer = List.copyOf(bearer);
            status = List.copyOf(status);
        }
    }
}
