package holdfast.language.syntax;

import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A number in words, {@code ten}, in words and figures, {@code ten (10)}, or with its scale behind it, {@code 40 million}. The figures must say the same.
 *
 * @param token the number in figures
 * @param words how many words of the statement it takes up
 */
record NumberWords(Token token, int words) {
    private static final Map<String, BigDecimal> SCALES =
            Map.of("thousand", new BigDecimal(1_000), "million", new BigDecimal(1_000_000));
    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    /** What stands {@code ahead} of the cursor, if it is a number in words, or figures with words behind them. */
    static Optional<NumberWords> at(Cursor cursor, int ahead) {
        return scaled(cursor, ahead).or(() -> plain(cursor, ahead));
    }

    /** {@code 2.5 million}. What a billion is depends on the language one thinks in, so it is no number here. */
    private static Optional<NumberWords> scaled(Cursor cursor, int ahead) {
        Optional<NumberWords> spelled = plain(cursor, ahead);
        int behind = ahead + spelled.map(NumberWords::words).orElse(1);
        BigDecimal scale = cursor.peek(behind)
                .filter(t -> t.is(Kind.WORD) && !cursor.vocabulary().declares(t.text()))
                .map(t -> SCALES.get(t.text().toLowerCase(Locale.ROOT)))
                .orElse(null);
        Token number =
                spelled.map(NumberWords::token).or(() -> cursor.peek(ahead)).orElse(null);
        if (scale == null
                || number == null
                || !number.is(Kind.NUMBER)
                || !number.text().matches("[0-9_]+([.][0-9]+)?")) {
            return Optional.empty();
        }
        String figures = new BigDecimal(number.text().replace("_", ""))
                .multiply(scale)
                .stripTrailingZeros()
                .toPlainString();
        Token first = cursor.peek(ahead).orElseThrow();
        Token last = cursor.peek(behind).orElseThrow();
        return Optional.of(new NumberWords(first.spanning(Kind.NUMBER, figures, last), behind + 1 - ahead));
    }

    private static Optional<NumberWords> plain(Cursor cursor, int ahead) {
        Token first = cursor.peek(ahead).orElse(null);
        if (first == null) {
            return Optional.empty();
        }
        Optional<String> spelled = value(first);
        String figures = spelled.orElse(first.text());
        boolean both = cursor.peekKind(ahead + 1, Kind.OPEN)
                && cursor.peekKind(ahead + 3, Kind.CLOSE)
                && cursor.peek(ahead + 2)
                        .filter(t -> t.text().equals(figures)
                                || value(t).filter(figures::equals).isPresent())
                        .isPresent();
        if (spelled.isEmpty() && !(both && first.is(Kind.NUMBER))) {
            return Optional.empty();
        }
        Token last = both ? cursor.peek(ahead + 3).orElseThrow() : first;
        return Optional.of(new NumberWords(first.spanning(Kind.NUMBER, figures, last), both ? 4 : 1));
    }

    private static Optional<String> value(Token token) {
        if (!token.is(Kind.WORD)) {
            return Optional.empty();
        }
        String word = token.text().toLowerCase(Locale.ROOT);
        if (word.equals("hundred")) {
            return Optional.of("100");
        }
        String[] parts = word.split("-");
        int tens = TENS.indexOf(parts[0]);
        int ones = SMALL.indexOf(parts[parts.length - 1]);
        if (tens >= 0 && parts.length == 1) {
            return Optional.of(String.valueOf((tens + 2) * 10));
        }
        if (tens >= 0 && ones > 0) {
            return Optional.of(String.valueOf((tens + 2) * 10 + ones));
        }
        return parts.length == 1 && ones > 0 ? Optional.of(String.valueOf(ones)) : Optional.empty();
    }
}
