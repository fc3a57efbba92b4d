package holdfast.language.syntax;

import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.util.Optional;

/** A date, a date and time, or a variable that stands for a date. */
final class MomentParser {
    private final Cursor cursor;

    MomentParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Phrase.When when() {
        Optional<Token> date = cursor.optionalDate();
        cursor.expect("a date and time");
        cursor.expect("a letter");
        if (date.isEmpty() && !cursor.peekKind(0, Kind.INSTANT) && !cursor.peekKind(0, Kind.VARIABLE)) {
            throw cursor.unexpected();
        }
        Token token = date.isPresent() ? date.get() : cursor.next();
        Optional<Token> time = date.isPresent() ? time() : Optional.empty();
        return new Phrase.When(token, time, token.is(Kind.VARIABLE) ? Optional.empty() : zone());
    }

    private Optional<Token> time() {
        int at = cursor.peekWord(0, "at") ? 1 : 0;
        boolean noon = cursor.peekWord(at, "noon");
        if (!cursor.peekKind(at, Kind.TIME) && !noon) {
            return Optional.empty();
        }
        cursor.advance(at);
        Token time = cursor.next();
        return Optional.of(noon ? time.spanning(Kind.TIME, "12:00", time) : time);
    }

    /** {@code in Europe/Moscow}, where a date is meant as it is there. */
    private Optional<Token> zone() {
        return cursor.accept("in") ? Optional.of(cursor.name("a time zone")) : Optional.empty();
    }
}
