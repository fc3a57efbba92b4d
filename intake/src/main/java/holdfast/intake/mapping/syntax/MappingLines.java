package holdfast.intake.mapping.syntax;

import holdfast.intake.mapping.syntax.MappingToken.Kind;
import holdfast.intake.problem.Problems;
import holdfast.intake.problem.RecordCode;
import java.util.ArrayList;
import java.util.List;

/** Finds the statements of a mapping in its Markdown document, and cuts them into words. */
public final class MappingLines {
    /** A line at the margin, and the indented lines under it. */
    public record Statement(List<MappingToken> head, List<List<MappingToken>> under) {
        public int line() {
            return head.getFirst().line();
        }

        public boolean opensTable() {
            return head.getLast().is(":");
        }

        /** Everything in one line. */
        public List<MappingToken> all() {
            List<MappingToken> all = new ArrayList<>(head);
            under.forEach(all::addAll);
            return all;
        }
    }

    private final Problems problems;
    private final List<Statement> statements = new ArrayList<>();
    private boolean anyBlock;

    private MappingLines(Problems problems) {
        this.problems = problems;
    }

    public static List<Statement> statements(String document, Problems problems) {
        MappingLines lines = new MappingLines(problems);
        lines.blocks(document);
        if (!lines.anyBlock) {
            problems.error(
                    RecordCode.MAPPING_SYNTAX,
                    0,
                    "",
                    "there is no block ```mapping in this document",
                    "a block ```mapping ... ```",
                    document.contains("```") || document.contains("~~~")
                            ? "does another word stand behind its three backquotes?"
                            : "");
        }
        return lines.statements;
    }

    private void blocks(String document) {
        String fence = "";
        boolean inMapping = false;
        int opened = 0;
        int number = 0;
        for (String line : document.split("\r\n|\r|\n", -1)) {
            number++;
            String bare = line.strip();
            if (fence.isEmpty()) {
                fence = fence(bare);
                if (!fence.isEmpty()) {
                    inMapping = bare.substring(fence.length()).strip().equals("mapping");
                    anyBlock |= inMapping;
                    opened = number;
                }
            } else if (bare.startsWith(fence) && bare.chars().allMatch(c -> c == bare.charAt(0))) {
                fence = "";
                inMapping = false;
            } else if (inMapping) {
                line(line, number);
            }
        }
        if (inMapping) {
            problems.error(
                    RecordCode.MAPPING_SYNTAX, opened, "", "this block is never closed", "a line ``` at its end", "");
        }
    }

    private static String fence(String line) {
        int length = 0;
        while (length < line.length() && line.charAt(length) == line.charAt(0)) {
            length++;
        }
        return length >= 3 && (line.charAt(0) == '`' || line.charAt(0) == '~') ? line.substring(0, length) : "";
    }

    private void line(String line, int number) {
        List<MappingToken> tokens;
        try {
            tokens = tokens(line, number);
        } catch (MappingSyntaxException e) {
            problems.error(RecordCode.MAPPING_SYNTAX, e.line, "", e.found, e.expected, e.mend);
            return;
        }
        if (tokens.isEmpty()) {
            return;
        }
        boolean indented = Character.isWhitespace(line.charAt(0));
        if (!indented) {
            statements.add(new Statement(tokens, new ArrayList<>()));
        } else if (statements.isEmpty()) {
            problems.error(
                    RecordCode.MAPPING_SYNTAX,
                    number,
                    "",
                    "an indented line belongs to no statement",
                    "a statement at the left margin",
                    "");
        } else {
            statements.getLast().under().add(tokens);
        }
    }

    private static List<MappingToken> tokens(String line, int number) throws MappingSyntaxException {
        List<MappingToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '-' && line.startsWith("--", at)) {
                break;
            } else if (c == '"') {
                at = text(line, at, number, tokens);
            } else if (c == '`') {
                int end = line.indexOf('`', at + 1);
                if (end < 0) {
                    throw unclosed(number, "backquote");
                }
                tokens.add(new MappingToken(Kind.COLUMN, line.substring(at + 1, end), number));
                at = end + 1;
            } else if (c == ',' || c == '(' || c == ')' || c == ':') {
                tokens.add(new MappingToken(Kind.SIGN, String.valueOf(c), number));
                at++;
            } else {
                int end = wordEnd(line, at);
                tokens.add(new MappingToken(Kind.WORD, line.substring(at, end), number));
                at = end;
            }
        }
        return tokens;
    }

    /** A colon between two digits, as in 19:30, is part of a word. */
    private static int wordEnd(String line, int start) {
        int at = start + 1;
        while (at < line.length()) {
            char c = line.charAt(at);
            boolean inTime = c == ':'
                    && Character.isDigit(line.charAt(at - 1))
                    && at + 1 < line.length()
                    && Character.isDigit(line.charAt(at + 1));
            if (Character.isWhitespace(c) || ",()\"`".indexOf(c) >= 0 || c == ':' && !inTime) {
                break;
            }
            at++;
        }
        return at;
    }

    private static int text(String line, int start, int number, List<MappingToken> tokens)
            throws MappingSyntaxException {
        StringBuilder text = new StringBuilder();
        for (int at = start + 1; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                tokens.add(new MappingToken(Kind.TEXT, text.toString(), number));
                return at + 1;
            }
            if (c == '\\' && at + 1 < line.length() && (line.charAt(at + 1) == '"' || line.charAt(at + 1) == '\\')) {
                c = line.charAt(++at);
            }
            text.append(c);
        }
        throw unclosed(number, "quote");
    }

    private static MappingSyntaxException unclosed(int line, String what) {
        return new MappingSyntaxException(
                line, "a " + what + " is opened and not closed", "a closing " + what + " on the same line", "");
    }
}
