package holdfast.language.format;

import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Lines in the making: words are added to the last one until it is full. */
final class Lines {
    static final int WIDTH = 100;

    private final List<String> done = new ArrayList<>();
    private StringBuilder line = new StringBuilder();
    private String indent = "";
    private boolean fresh = true;

    void blank() {
        flush();
        if (!done.isEmpty() && !done.getLast().isEmpty()) {
            done.add("");
        }
    }

    /** Begins a line; those that continue it get {@code hanging}. */
    void begin(String text, String hanging) {
        flush();
        line.append(text);
        indent = hanging;
        fresh = true;
    }

    /** Adds words that belong together, such as a name and its bracket. */
    void add(String space, String words, boolean mayBreak) {
        String gap = fresh ? "" : space;
        if (mayBreak && !fresh && line.length() + gap.length() + words.length() > WIDTH) {
            flush();
            line.append(indent);
            gap = "";
        }
        line.append(gap).append(words);
        fresh = false;
    }

    /** A comment ends its line. */
    void comment(Token comment, boolean ownLine) {
        if (ownLine && !fresh) {
            flush();
            line.append(indent);
            fresh = true;
        }
        line.append(fresh ? "" : "  ").append(comment.written());
        flush();
        line.append(indent);
        fresh = true;
    }

    void flush() {
        if (!line.toString().isBlank()) {
            done.add(line.toString().stripTrailing());
        }
        line = new StringBuilder();
        fresh = true;
    }

    List<String> finished() {
        flush();
        while (!done.isEmpty() && done.getLast().isEmpty()) {
            done.removeLast();
        }
        return List.copyOf(done);
    }

    /**
     * The words of a statement. A pattern stays on one line if it fits on one; a name stays with its title, a number with its unit.
     *
     * @param listed whether each item of the list gets a line of its own
     */
    void flow(List<Token> tokens, boolean listed) {
        int at = 0;
        int depth = 0;
        while (at < tokens.size()) {
            Token first = tokens.get(at);
            if (first.is(Kind.COMMENT)) {
                comment(first, first.startsLine());
                at++;
                continue;
            }
            int end = endOfWords(tokens, at);
            String space = at == 0 ? "" : Spacing.between(tokens.get(at - 1), first);
            boolean item =
                    listed && depth == 0 && at > 0 && tokens.get(at - 1).is(Kind.COMMA) && !first.isWord("cannot");
            if (item && !fresh) {
                flush();
                line.append(indent);
            }
            add(space, Spacing.joined(tokens.subList(at, end)), true);
            depth += depthOf(tokens.subList(at, end));
            at = end;
        }
    }

    private static int depthOf(List<Token> tokens) {
        return tokens.stream()
                .mapToInt(t -> t.is(Kind.OPEN) ? 1 : t.is(Kind.CLOSE) ? -1 : 0)
                .sum();
    }

    void flow(List<Token> tokens) {
        flow(tokens, false);
    }

    private int endOfWords(List<Token> tokens, int start) {
        int call = endOfCall(tokens, start);
        int end = call > start && Spacing.joined(tokens.subList(start, call)).length() < WIDTH - indent.length() - 1
                ? call
                : start + 1;
        int least = start == 0 && fresh ? 2 : 0;
        while (end < tokens.size() && (isGlued(tokens, end) || isTitle(tokens, start, end, least))) {
            end++;
        }
        return end;
    }

    /** A title stays with its name, and the first name with the first word, as long as there is room. */
    private boolean isTitle(List<Token> tokens, int start, int at, int least) {
        Token right = tokens.get(at);
        Token left = tokens.get(at - 1);
        if (right.is(Kind.COMMENT) || left.is(Kind.COMMENT)) {
            return false;
        }
        boolean titled = right.is(Kind.TEXT) && (left.is(Kind.WORD) || left.is(Kind.VARIABLE));
        boolean room = Spacing.joined(tokens.subList(start, at + 1)).length() + indent.length() < WIDTH - 1;
        return (at < least && right.is(Kind.WORD)) || (titled && room);
    }

    /** Behind the closing bracket of a pattern that begins here; otherwise here. A comment inside it keeps its place. */
    private static int endOfCall(List<Token> tokens, int start) {
        boolean call = start + 1 < tokens.size()
                && tokens.get(start).is(Kind.WORD)
                && tokens.get(start + 1).is(Kind.OPEN)
                && Spacing.between(tokens.get(start), tokens.get(start + 1)).isEmpty();
        for (int i = start; call && i < tokens.size() && !tokens.get(i).is(Kind.COMMENT); i++) {
            if (tokens.get(i).is(Kind.CLOSE)) {
                return i + 1;
            }
        }
        return start;
    }

    /** A number or date never begins a line, where it would look like a clause or a record. */
    private static boolean isGlued(List<Token> tokens, int at) {
        Token right = tokens.get(at);
        Token left = tokens.get(at - 1);
        if (right.is(Kind.COMMENT) || left.is(Kind.COMMENT)) {
            return false;
        }
        return left.is(Kind.COLON)
                || Spacing.between(left, right).isEmpty()
                || right.isClauseId()
                || switch (right.kind()) {
                    case DATE, TIME, INSTANT, NUMBER -> true;
                    default -> left.isClauseId() && at > 1;
                };
    }
}
