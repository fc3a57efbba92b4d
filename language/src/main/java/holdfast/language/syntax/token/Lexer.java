package holdfast.language.syntax.token;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.diagnostic.LookAlike;
import holdfast.language.diagnostic.Place;
import holdfast.language.document.FormalBlock;
import holdfast.language.syntax.token.Token.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the lines of a block into words. What fits nowhere is reported and left out. */
public final class Lexer {
    private static final String TIME_OF_DAY =
            "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,3})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?";
    private static final String DASH = "[-\u2010-\u2015\u2212]";
    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T" + TIME_OF_DAY);
    private static final Pattern DATE = Pattern.compile("[0-9]{4}" + DASH + "[0-9]{1,2}" + DASH + "[0-9]{1,2}");
    private static final Pattern TIME = Pattern.compile(TIME_OF_DAY);
    private static final Pattern CLAUSE =
            Pattern.compile("[0-9]++(?:(?:\\.[0-9]++)*+[a-z](?![\\p{L}0-9_])|(?:\\.[0-9]++){2,}+)");
    private static final Pattern SUB_PARAGRAPH = Pattern.compile("([0-9]++(?:\\.[0-9]++)++)\\(([a-z])\\)");
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])");
    private static final Pattern OTHER_DIGITS = Pattern.compile("(?![0-9])\\p{Nd}+(?:[-.:\u066B]\\p{Nd}+)*");
    private static final Pattern FILE = Pattern.compile(
            "\\p{L}[\\p{L}0-9_-]*+[.](?:geojson|json|topojson|kml|kmz|shp|zip|gpkg|md|csv|wkt)(?![\\p{L}0-9_])");
    private static final Pattern ORDINAL = Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th)(?![\\p{L}0-9_])");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9_]*+(?:\\.[0-9]++)?+");
    private static final Pattern ANNEX_CLAUSE =
            Pattern.compile("\\p{L}[\\p{L}0-9_]*+\\.[0-9]++(?:\\.[0-9]++)*+(?:[a-z](?![\\p{L}0-9_]))?+");
    private static final Pattern ZONE_ID = Pattern.compile("\\p{L}[\\p{L}0-9_]*+(?:/[A-Za-z][A-Za-z0-9_+-]*+)++");
    private static final Pattern COMPOUND =
            Pattern.compile("(?i)(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-"
                    + "(?:one|two|three|four|five|six|seven|eight|nine)(?![\\p{L}0-9_])");
    private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s +[\\p{L}0-9_]++");
    private static final Pattern DAY_PLUS = Pattern.compile("[A-Z]\\+[0-9]++");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}0-9_]*+");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][0-9]*+");
    private static final Map<Character, Kind> MARKS =
            Map.of(',', Kind.COMMA, '(', Kind.OPEN, ')', Kind.CLOSE, ':', Kind.COLON, '=', Kind.EQUALS);
    private static final Map<Character, String> MENDS = Map.ofEntries(
            Map.entry('\u201D', "a text begins and ends with `\"`"),
            Map.entry('\u00BB', "a text begins and ends with `\"`"),
            Map.entry('\u2018', "texts stand between `\"`"),
            Map.entry('\u2019', "texts stand between `\"`; names have no apostrophe"),
            Map.entry('/', "for either of two say `or`; a date is written `2026-03-01`"),
            Map.entry('-', "a comment begins with two hyphens `--`; the parts of a name are joined by `_`"),
            Map.entry('%', "write out the number that is meant, as in `at least 50`"),
            Map.entry('\u00A7', "a clause is named by its number alone, as in `2.1`"),
            Map.entry('[', "grouping is done with `(` and `)`"),
            Map.entry('*', "blocks hold statements only; emphasis and lists belong to the prose"),
            Map.entry('\u2022', "give each point a number, such as `2.1`"),
            Map.entry('\'', "texts stand between `\"`"),
            Map.entry('\u2013', "a comment begins with two hyphens `--`"),
            Map.entry('\u2014', "a comment begins with two hyphens `--`"),
            Map.entry('\u00B2', "write `km2`"),
            Map.entry(';', "statements end with their line; lists are separated by commas"),
            Map.entry('.', "statements have no full stop"),
            Map.entry('<', "say `less than` or `at most`"),
            Map.entry('>', "say `more than` or `at least`"),
            Map.entry('#', "a comment begins with two hyphens `--`"),
            Map.entry('{', "conditions are grouped with `(` and `)`"),
            Map.entry('|', "say `or`"),
            Map.entry('!', "say `not`"));

    /** With what a text ends that begins so: word processors write quotation marks in many ways. */
    private static final Map<Character, String> CLOSING =
            Map.of('"', "\"", '\u201C', "\u201D\u201C\"", '\u201E', "\u201C\u201D\"", '\u00AB', "\u00BB\"");

    private final FormalBlock block;
    private final Diagnostics diagnostics;
    private final List<Token> tokens = new ArrayList<>();
    private final Set<String> alike = new HashSet<>();

    private Lexer(FormalBlock block, Diagnostics diagnostics) {
        this.block = block;
        this.diagnostics = diagnostics;
    }

    /** All tokens of the block, comments included. */
    public static List<Token> tokens(FormalBlock block, Diagnostics diagnostics) {
        Lexer lexer = new Lexer(block, diagnostics);
        for (FormalBlock.Line line : block.lines()) {
            lexer.cut(line.number(), line.column());
        }
        return lexer.tokens;
    }

    private void cut(int line, int firstColumn) {
        String text = block.source().line(line);
        int at = firstColumn - 1;
        boolean first = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                at++;
                continue;
            }
            int end = token(text, at, line, first);
            first = false;
            at = end;
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private int token(String text, int at, int line, boolean first) {
        char c = text.charAt(at);
        if (CLOSING.containsKey(c)) {
            return quoted(text, at, line, first);
        }
        if (text.startsWith("--", at)) {
            return add(Kind.COMMENT, text.substring(at).stripTrailing(), line, at, first);
        }
        if (c == '&') {
            return add(Kind.WORD, "and", "&", line, at, first);
        }
        Kind mark = MARKS.get(c);
        if (mark != null) {
            return add(mark, String.valueOf(c), line, at, first);
        }
        if (isDigit(c) || (c == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            return number(text, at, line, first);
        }
        Matcher digits = OTHER_DIGITS.matcher(text).region(at, text.length());
        if (digits.lookingAt()) {
            return otherDigits(digits.group(), at, line, first);
        }
        if (Character.isLetter(text.codePointAt(at))) {
            return word(text, at, line, first);
        }
        return strange(text, at, line);
    }

    /** Arabic, Persian, Devanagari digits and others: one answer for the whole number, which is then read as it was meant. */
    private int otherDigits(String written, int at, int line, boolean first) {
        StringBuilder plain = new StringBuilder();
        written.codePoints()
                .forEach(c -> plain.append(
                        Character.isDigit(c) ? String.valueOf(Character.digit(c, 10)) : Character.toString(c)));
        String meant = plain.toString().replace('\u066B', '.');
        diagnostics.report(
                Code.STRANGE_CHARACTER,
                block.place(line, at + 1, written.length()),
                "the digits of `" + written + "` are not those of the language",
                "write `" + meant + "`, with the digits 0 to 9");
        Kind kind =
                DATE.matcher(meant).matches() ? Kind.DATE : TIME.matcher(meant).matches() ? Kind.TIME : Kind.NUMBER;
        return add(kind, kind == Kind.NUMBER ? meant.replaceAll("[^0-9.].*", "") : meant, written, line, at, first);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private int quoted(String text, int at, int line, boolean first) {
        int close = closing(text, at);
        if (close >= 0) {
            String inner = Normalizer.normalize(text.substring(at + 1, close), Normalizer.Form.NFC);
            return add(Kind.TEXT, "\"" + inner + "\"", text.substring(at, close + 1), line, at, first);
        }
        String rest = text.substring(at).stripTrailing();
        diagnostics.report(
                Code.UNCLOSED_TEXT,
                block.place(line, at + 1, rest.length()),
                "this text has no closing quotation mark",
                "end it with `\"` on the same line");
        add(Kind.TEXT, rest, line, at, first);
        return text.length();
    }

    private static int closing(String text, int at) {
        String marks = CLOSING.getOrDefault(text.charAt(at), "\"");
        for (int i = at + 1; i < text.length(); i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.charAt(at) == '"' ? Math.max(text.indexOf('\u201D', at + 1), text.indexOf('\u201C', at + 1)) : -1;
    }

    private int number(String text, int at, int line, boolean first) {
        Matcher m = INSTANT.matcher(text).region(at, text.length());
        if (m.lookingAt()) {
            return add(Kind.INSTANT, m.group(), line, at, first);
        }
        if (m.usePattern(DATE).lookingAt()) {
            return add(Kind.DATE, m.group().replaceAll(DASH, "-"), m.group(), line, at, first);
        }
        Optional<WrittenDate> date = WrittenDate.at(text, at);
        if (date.isPresent()) {
            String written = text.substring(at, date.get().end());
            date.get().report(block.place(line, at + 1, written.length()), diagnostics);
            return add(Kind.DATE, date.get().iso(), written, line, at, first);
        }
        if (m.usePattern(TIME).lookingAt()) {
            return add(Kind.TIME, m.group(), line, at, first);
        }
        if (m.usePattern(SUB_PARAGRAPH).lookingAt()) {
            return add(Kind.CLAUSE, m.group(1) + m.group(2), m.group(), line, at, first);
        }
        if (m.usePattern(ORDINAL).lookingAt()) {
            return add(Kind.NUMBER, m.group(1), m.group(), line, at, first);
        }
        if (m.usePattern(CLAUSE).lookingAt()) {
            return add(Kind.CLAUSE, m.group(), line, at, first);
        }
        if (m.usePattern(THOUSANDS).lookingAt()) {
            String digits = m.group().replace(",", "");
            diagnostics.report(
                    Code.NUMBER_OUT_OF_RANGE,
                    block.place(line, at + 1, m.group().length()),
                    "`" + m.group() + "` can be thousands or a decimal fraction",
                    "write `" + digits + "`, or `" + m.group().replaceFirst(",", ".") + "` with a point");
            return add(Kind.NUMBER, digits, m.group(), line, at, first);
        }
        m.usePattern(NUMBER).lookingAt();
        return add(Kind.NUMBER, m.group(), line, at, first);
    }

    private int word(String text, int at, int line, boolean first) {
        int end = endOfPlainWord(text, at);
        if (end >= 0) {
            String plain = text.substring(at, end);
            return add(isVariable(plain) ? Kind.VARIABLE : Kind.WORD, plain, plain, line, at, first);
        }
        Matcher m = ANNEX_CLAUSE.matcher(text).region(at, text.length());
        if (m.lookingAt()) {
            return add(Kind.CLAUSE, m.group(), line, at, first);
        }
        if (m.usePattern(FILE).lookingAt()) {
            diagnostics.report(
                    Code.STRANGE_CHARACTER,
                    block.place(line, at + 1, m.group().length()),
                    "the name of a file stands in quotation marks",
                    "write `\"" + m.group() + "\"`");
            return add(Kind.TEXT, "\"" + m.group() + "\"", m.group(), line, at, first);
        }
        if (m.usePattern(ZONE_ID).lookingAt()) {
            return add(Kind.WORD, m.group(), line, at, first);
        }
        if (m.usePattern(DAY_PLUS).lookingAt()) {
            return dayPlus(m.group(), line, at, first);
        }
        boolean compound = m.usePattern(COMPOUND).lookingAt();
        if (!compound) {
            m.usePattern(WORD).lookingAt();
        }
        String word = Normalizer.normalize(m.group(), Normalizer.Form.NFC);
        String meant = inOneAlphabet(word, block.place(line, at + 1, m.group().length()));
        return add(isVariable(meant) ? Kind.VARIABLE : Kind.WORD, meant, m.group(), line, at, first);
    }

    /** Most words are of Latin letters without marks and can be the beginning of nothing else; -1 for all others. */
    private static int endOfPlainWord(String text, int at) {
        int end = at;
        while (end < text.length() && isPlain(text.charAt(end))) {
            end++;
        }
        boolean plain =
                end > at && (end == text.length() || (text.charAt(end) < 128 && "./+-".indexOf(text.charAt(end)) < 0));
        return plain ? end : -1;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
    }

    private static boolean isVariable(String word) {
        return VARIABLE.matcher(word).matches();
    }

    /** The word that was meant: letters that only look like Latin ones are reported, once for each word. */
    private String inOneAlphabet(String word, Place.InText place) {
        Optional<LookAlike.Found> found = LookAlike.foreignLetter(word);
        if (found.isPresent() && alike.add(word)) {
            diagnostics.report(
                    Code.LOOK_ALIKE, place, found.get().message(), found.get().help());
        }
        return found.isPresent() ? LookAlike.skeleton(word) : word;
    }

    /** {@code D+30}, as officers count. */
    private int dayPlus(String written, int line, int at, boolean first) {
        int plus = written.indexOf('+');
        String days = written.substring(plus + 1);
        diagnostics.report(
                Code.STRANGE_CHARACTER,
                block.place(line, at + 1, written.length()),
                "`" + written + "` does not say what happens on day `" + written.substring(0, plus) + "`",
                "name what happens on that day: `within " + days + " days of` it");
        return add(Kind.DATE, "2026-03-01", written, line, at, first);
    }

    private int strange(String text, int at, int line) {
        char c = text.charAt(at);
        int end = at + Character.charCount(text.codePointAt(at));
        Matcher thing = POSSESSIVE.matcher(text).region(at, text.length());
        if (!tokens.isEmpty() && thing.lookingAt()) {
            String owner = tokens.getLast().written();
            diagnostics.report(
                    Code.STRANGE_CHARACTER,
                    block.place(line, at + 1, 2),
                    "`" + owner + text.substring(at, thing.end()) + "` is no name",
                    "say who acts, `" + owner + "`, or name those who are meant: `actor Forces \"the forces of " + owner
                            + "\"`");
            return thing.end();
        }
        String character = text.substring(at, end);
        String shown = isPrintable(text.codePointAt(at))
                ? "`" + character + "`"
                : String.format(Locale.ROOT, "U+%04X", text.codePointAt(at));
        diagnostics.report(
                Code.STRANGE_CHARACTER,
                block.place(line, at + 1, end - at),
                "the character " + shown + " has no meaning here",
                isPrintable(text.codePointAt(at))
                        ? MENDS.getOrDefault(
                                text.charAt(at), "statements are words, numbers, texts in `\"`, commas and brackets")
                        : "delete it: it cannot be seen, and comes from the program that the text was copied from");
        boolean dash = c == '\u2013' || c == '\u2014';
        return dash && text.startsWith(" ", end) ? text.length() : end;
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> codePoint != '`';
        };
    }

    private int add(Kind kind, String text, int line, int at, boolean first) {
        return add(kind, text, text, line, at, first);
    }

    private int add(Kind kind, String text, String written, int line, int at, boolean first) {
        tokens.add(new Token(kind, text, written, block, line, at + 1, first));
        return at + written.length();
    }
}
