package holdfast.language.syntax;

import holdfast.language.diagnostic.Suggestion;
import holdfast.language.syntax.Cursor.Said;
import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What to answer where one word is missing, or of another form than it must be. Unlike {@link Mend}, which knows phrases, this goes by what could have
 * stood there.
 *
 * @param words how many words of the statement it is about; none where something is missing
 */
record Slip(int words, String message, String help) {
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "its", "their", "all", "any");
    /** Behind these stands whom an act is about. */
    private static final Set<String> TOWARDS = Set.of("with", "to", "against", "from", "about", "towards", "upon");

    /** With which an act, or a name, cannot go on. */
    static final Set<String> LINKS = Set.of(
            "on", "by", "within", "of", "with", "for", "from", "to", "in", "at", "before", "after", "until", "unless",
            "if", "while", "where", "when", "and", "or", "as", "not", "no", "every", "then", "under", "without");

    private static final Map<String, String> KILOMETRES = Map.ofEntries(
            Map.entry("mile", "1.609344"),
            Map.entry("mi", "1.609344"),
            Map.entry("nm", "1.852"),
            Map.entry("nmi", "1.852"),
            Map.entry("nautical", "1.852"),
            Map.entry("m", "0.001"),
            Map.entry("metre", "0.001"),
            Map.entry("meter", "0.001"),
            Map.entry("ft", "0.0003048"),
            Map.entry("feet", "0.0003048"),
            Map.entry("yard", "0.0009144"),
            Map.entry("kilometre", "1"),
            Map.entry("kilometer", "1"),
            Map.entry("kms", "1"),
            Map.entry("verst", "1.0668"));

    /** @param expected what could stand where the cursor is */
    static Optional<Slip> at(Cursor cursor, Collection<String> expected) {
        Optional<Token> found = cursor.peek(0);
        if (expected.contains("`km`")) {
            return Optional.of(distance(cursor.previous(), found));
        }
        if (expected.stream().anyMatch(e -> e.startsWith("a unit of time"))) {
            return unit(cursor.previous(), found);
        }
        if (expected.stream().anyMatch(e -> e.startsWith("a span such as"))) {
            return found.filter(t -> ConditionParser.unit(t.text()).isPresent())
                    .map(t -> new Slip(
                            1,
                            "nothing says how many " + t.written(),
                            "write the number before it, as in `10 " + t.written() + "`"));
        }
        if (expected.contains("`)`")) {
            return bracket(cursor, found);
        }
        return found.flatMap(t -> told(cursor, t).or(() -> severalWords(cursor, t)));
    }

    private static Slip distance(Token number, Optional<Token> found) {
        String word = found.map(t -> t.text().toLowerCase(Locale.ROOT)).orElse("");
        String one = word.endsWith("s") && KILOMETRES.containsKey(word.substring(0, word.length() - 1))
                ? word.substring(0, word.length() - 1)
                : word;
        String factor = KILOMETRES.get(one);
        if (factor == null || !number.text().matches("[0-9_]+([.][0-9]+)?")) {
            return new Slip(
                    0,
                    "nothing says in which unit `" + number.written() + "` is",
                    "distances are in kilometres: `" + number.written() + " km`");
        }
        String km = new BigDecimal(number.text().replace("_", ""))
                .multiply(new BigDecimal(factor))
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return new Slip(
                1,
                "`" + found.orElseThrow().written() + "` is no unit of distance here",
                "distances are in kilometres: `" + km + " km`");
    }

    private static Optional<Slip> unit(Token number, Optional<Token> found) {
        boolean near = found.flatMap(t -> Suggestion.nearest(t.text(), ConditionParser.UNITS))
                .isPresent();
        if (near || !number.is(Kind.NUMBER)) {
            return Optional.empty();
        }
        if (found.filter(t -> t.is(Kind.COMMA) || t.isWord("or") || t.isWord("to"))
                .isPresent()) {
            return Optional.of(new Slip(
                    1,
                    "a deadline has one number, that of the last day",
                    "write the largest of them; for the first day add `not before`"));
        }
        return Optional.of(new Slip(
                0,
                "nothing says of what `" + number.written() + "` is the number",
                "write the unit behind it: `" + number.written() + " hours`, `" + number.written()
                        + " days`; units are seconds, minutes, hours, days, weeks, months and years"));
    }

    private static Optional<Slip> bracket(Cursor cursor, Optional<Token> found) {
        if (found.isEmpty()) {
            return Optional.of(new Slip(
                    0, "a bracket is opened, and not closed before the end of the statement", "write `)` there"));
        }
        String word = found.get().written();
        if (cursor.peekKind(1, Kind.COLON)
                || cursor.vocabulary().isAttribute(found.get().text())) {
            return Optional.of(new Slip(1, "a comma is missing before `" + word + "`", "write `, " + word + "`"));
        }
        boolean unit =
                cursor.previous().is(Kind.NUMBER) && (cursor.peekKind(1, Kind.CLOSE) || cursor.peekKind(1, Kind.COMMA));
        if (unit) {
            return Optional.of(new Slip(
                    1,
                    "`" + word + "` does not belong to a number, which stands without its unit",
                    "write `" + cursor.previous().written() + "` alone, and say the unit in the name: `number_of_"
                            + word + "`"));
        }
        boolean closedLater = IntStream.range(0, 12).anyMatch(i -> cursor.peekKind(i, Kind.CLOSE));
        return closedLater
                ? Optional.empty()
                : Optional.of(new Slip(
                        1,
                        "a bracket is opened, and not closed before `" + word + "`",
                        "write `)` before `" + word + "`"));
    }

    /** {@code if Velmar attacks}, as one would tell it. */
    private static Optional<Slip> told(Cursor cursor, Token found) {
        String who = cursor.previous().written();
        return cursor.vocabulary()
                .eventMeantBy(found.text())
                .filter(event -> cursor.vocabulary().isActor(cursor.previous().text()))
                .map(event -> new Slip(
                        1,
                        "an act stands by its name, and who does it stands in brackets",
                        "write `" + event + "(by " + who + ")`; a clause that follows from it begins with `on " + event
                                + "(by " + who + "), ...`"));
    }

    /** {@code must open the ferry}, where an act is one word; {@code must consult with Velmar}, where it has brackets. */
    private static Optional<Slip> severalWords(Cursor cursor, Token found) {
        String act = cursor.said(Said.ACT, "");
        Optional<Token> whom = cursor.peek(1).filter(t -> cursor.vocabulary().isActor(t.text()));
        if (!act.isEmpty() && !act.contains("(") && TOWARDS.contains(found.text()) && whom.isPresent()) {
            String attribute = found.text() + " " + whom.get().written();
            return Optional.of(new Slip(
                    2,
                    "whom an act is about stands in brackets behind it",
                    "write `" + act + "(" + attribute + ")`, and say what it is: `event " + act + "(by: party, "
                            + found.text() + ": party)`"));
        }
        if (act.isEmpty() || act.contains("(") || cursor.vocabulary().declares(act) || !found.is(Kind.WORD)) {
            return Optional.empty();
        }
        StringBuilder joined = new StringBuilder(act);
        Optional<String> meant = Optional.empty();
        int words = 0;
        String first = "";
        for (int i = 0; i < 5 && cursor.peekKind(i, Kind.WORD); i++) {
            String word = cursor.peek(i).orElseThrow().text();
            if (ARTICLES.contains(word)) {
                continue;
            }
            if (LINKS.contains(word)) {
                break;
            }
            joined.append('_').append(word);
            first = first.isEmpty() ? joined.toString() : first;
            Optional<String> near = cursor.vocabulary().actNamed(joined.toString());
            if (near.isPresent()) {
                meant = near;
                words = i + 1;
            }
        }
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String help = meant.map(e -> "did you mean `" + e + "`?")
                .orElse("write it as one, and say what it is: `event " + first + "(by: party)`");
        return Optional.of(new Slip(
                Math.max(1, words), "an act is one word, and `" + act + " " + found.written() + "` are several", help));
    }
}
