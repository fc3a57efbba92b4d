package holdfast.language.syntax;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.document.FormalBlock;
import holdfast.language.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the lines of a block into words. What fits nowhere is reported and left out. */
public final class Lexer {
    private static final String TIME_OF_DAY =
            "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,3})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?";
    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T" + TIME_OF_DAY);
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}");
    private static final Pattern TIME = Pattern.compile(TIME_OF_DAY);
    private static final Pattern CLAUSE =
            Pattern.compile("[0-9]++(?:(?:\\.[0-9]++)*+[a-z](?![\\p{L}0-9_])|(?:\\.[0-9]++){2,}+)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9_]*+(?:\\.[0-9]++)?+");
    private static final Pattern ANNEX_CLAUSE =
            Pattern.compile("\\p{L}[\\p{L}0-9_]*+\\.[0-9]++(?:\\.[0-9]++)*+(?:[a-z](?![\\p{L}0-9_]))?+");
    private static final Pattern ZONE_ID = Pattern.compile("\\p{L}[\\p{L}0-9_]*+(?:/[A-Za-z][A-Za-z0-9_+-]*+)++");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}0-9_]*+");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][0-9]*+");
    private static final Map<Character, Kind> MARKS =
            Map.of(',', Kind.COMMA, '(', Kind.OPEN, ')', Kind.CLOSE, ':', Kind.COLON, '=', Kind.EQUALS);
    private static final Map<Character, String> MENDS = Map.ofEntries(
            Map.entry('\u201C', "write straight quotation marks: `\"`"),
            Map.entry('\u201D', "write straight quotation marks: `\"`"),
            Map.entry('\u201E', "write straight quotation marks: `\"`"),
            Map.entry('\u00AB', "write straight quotation marks: `\"`"),
            Map.entry('\u00BB', "write straight quotation marks: `\"`"),
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
            Map.entry('&', "say `and`"),
            Map.entry('|', "say `or`"),
            Map.entry('!', "say `not`"));

    private final FormalBlock block;
    private final Diagnostics diagnostics;
    private final List<Token> tokens = new ArrayList<>();

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
        if (c == '"') {
            return quoted(text, at, line, first);
        }
        if (text.startsWith("--", at)) {
            return add(Kind.COMMENT, text.substring(at).stripTrailing(), line, at, first);
        }
        Kind mark = MARKS.get(c);
        if (mark != null) {
            return add(mark, String.valueOf(c), line, at, first);
        }
        if (isDigit(c) || (c == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            return number(text, at, line, first);
        }
        if (Character.isLetter(text.codePointAt(at))) {
            return word(text, at, line, first);
        }
        return strange(text, at, line);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private int quoted(String text, int at, int line, boolean first) {
        int close = text.indexOf('"', at + 1);
        if (close >= 0) {
            return add(Kind.TEXT, text.substring(at, close + 1), line, at, first);
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

    private int number(String text, int at, int line, boolean first) {
        Matcher m = INSTANT.matcher(text).region(at, text.length());
        if (m.lookingAt()) {
            return add(Kind.INSTANT, m.group(), line, at, first);
        }
        if (m.usePattern(DATE).lookingAt()) {
            return add(Kind.DATE, m.group(), line, at, first);
        }
        if (m.usePattern(TIME).lookingAt()) {
            return add(Kind.TIME, m.group(), line, at, first);
        }
        if (m.usePattern(CLAUSE).lookingAt()) {
            return add(Kind.CLAUSE, m.group(), line, at, first);
        }
        m.usePattern(NUMBER).lookingAt();
        return add(Kind.NUMBER, m.group(), line, at, first);
    }

    private int word(String text, int at, int line, boolean first) {
        Matcher m = ANNEX_CLAUSE.matcher(text).region(at, text.length());
        if (m.lookingAt()) {
            return add(Kind.CLAUSE, m.group(), line, at, first);
        }
        if (m.usePattern(ZONE_ID).lookingAt()) {
            return add(Kind.WORD, m.group(), line, at, first);
        }
        m.usePattern(WORD).lookingAt();
        String word = m.group();
        Kind kind = VARIABLE.matcher(word).matches() ? Kind.VARIABLE : Kind.WORD;
        return add(kind, word, line, at, first);
    }

    private int strange(String text, int at, int line) {
        int end = at + Character.charCount(text.codePointAt(at));
        String character = text.substring(at, end);
        String shown = isPrintable(text.codePointAt(at))
                ? "`" + character + "`"
                : String.format("U+%04X", text.codePointAt(at));
        diagnostics.report(
                Code.STRANGE_CHARACTER,
                block.place(line, at + 1, end - at),
                "the character " + shown + " has no meaning here",
                MENDS.getOrDefault(
                        text.charAt(at), "statements are words, numbers, texts in `\"`, commas and brackets"));
        return end;
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
        tokens.add(new Token(kind, text, block, line, at + 1, first));
        return at + text.length();
    }
}
