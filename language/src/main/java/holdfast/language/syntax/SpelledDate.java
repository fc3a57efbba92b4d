package holdfast.language.syntax;

import holdfast.language.diagnostic.MonthNames;
import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.util.Locale;
import java.util.Optional;

/**
 * A date in words: {@code 15 November 2020}, {@code the 15th of November 2020}, {@code November 15, 2020}.
 *
 * @param token the date as the language writes it
 * @param words how many words of the statement it takes up
 */
record SpelledDate(Token token, int words) {

    static Optional<SpelledDate> at(Cursor cursor) {
        return ahead(cursor, 0);
    }

    /** A date of one word or of several, {@code ahead} of the cursor. */
    static Optional<SpelledDate> ahead(Cursor cursor, int ahead) {
        if (cursor.peekKind(ahead, Kind.DATE)) {
            return Optional.of(new SpelledDate(cursor.peek(ahead).orElseThrow(), 1));
        }
        int from = cursor.peekWord(ahead, "the") ? ahead + 1 : ahead;
        Optional<Integer> monthFirst = month(cursor, from);
        if (monthFirst.isPresent() && cursor.peekKind(from + 1, Kind.NUMBER)) {
            int year = cursor.peekKind(from + 2, Kind.COMMA) ? from + 3 : from + 2;
            return date(cursor, ahead, from + 1, monthFirst.get(), year);
        }
        if (!cursor.peekKind(from, Kind.NUMBER)) {
            return Optional.empty();
        }
        int name = cursor.peekWord(from + 1, "of") ? from + 2 : from + 1;
        int year = cursor.peekKind(name + 1, Kind.COMMA) ? name + 2 : name + 1;
        return month(cursor, name).flatMap(m -> date(cursor, ahead, from, m, year));
    }

    private static Optional<Integer> month(Cursor cursor, int ahead) {
        return cursor.peek(ahead).filter(t -> t.is(Kind.WORD)).flatMap(t -> MonthNames.number(t.text()));
    }

    private static Optional<SpelledDate> date(Cursor cursor, int start, int day, int month, int year) {
        String dayText = cursor.peek(day).orElseThrow().text();
        Optional<Token> last =
                cursor.peek(year).filter(t -> t.is(Kind.NUMBER) && t.text().matches("[0-9]{4}"));
        if (last.isEmpty() || !dayText.matches("[0-9]{1,2}")) {
            return Optional.empty();
        }
        String iso = String.format(Locale.ROOT, "%s-%02d-%02d", last.get().text(), month, Integer.parseInt(dayText));
        Token first = cursor.peek(start).orElseThrow();
        return Optional.of(new SpelledDate(first.spanning(Kind.DATE, iso, last.get()), year + 1 - start));
    }
}
