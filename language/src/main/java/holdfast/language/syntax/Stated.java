package holdfast.language.syntax;

import holdfast.language.diagnostic.Place;
import holdfast.language.model.Origin;
import holdfast.language.syntax.token.Token;
import java.util.List;

/**
 * A statement and where it stands.
 *
 * @param answers the prefix {@code read Q as A and ...}; empty for most
 */
public record Stated(List<Answer> answers, Statement statement, Token first, Token last) {
    public record Answer(Token question, Token answer) {}

    /** The statement's first line. */
    public Place.InText place() {
        return first.through(last);
    }

    public Origin origin() {
        return originOf(first, place().length());
    }

    public static Origin originOf(Token token, int length) {
        return new Origin(token.block().article(), token.line(), token.column(), length);
    }
}
