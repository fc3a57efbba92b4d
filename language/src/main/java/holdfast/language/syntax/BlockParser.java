package holdfast.language.syntax;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.document.FormalBlock;
import holdfast.language.syntax.token.Lexer;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the statements of a block. One that is wrong is reported, and reading goes on with the next. */
public final class BlockParser {
    private BlockParser() {}

    /**
     * @param vocabulary the names of the whole document
     * @param broken gets the words of statements that could not be read, so that nobody complains that their names are unknown
     */
    public static List<Stated> statements(
            FormalBlock block, Vocabulary vocabulary, Set<String> broken, Diagnostics diagnostics) {
        Diagnostics strange = new Diagnostics();
        List<Token> tokens = Lexer.tokens(block, strange).stream()
                .filter(t -> !t.is(Token.Kind.COMMENT))
                .toList();
        diagnostics.addAll(strange);
        List<Stated> statements = new ArrayList<>();
        int start = 0;
        while (start < tokens.size()) {
            int end = endOfStatement(tokens, start);
            Diagnostics own = new Diagnostics();
            Cursor cursor = new Cursor(tokens, start, end, vocabulary, own);
            try {
                statements.add(read(cursor, tokens));
                diagnostics.addAll(own);
                start = cursor.position();
            } catch (SyntaxFailure reported) {
                int next = nextAfterFailure(tokens, start, Math.max(start + 1, cursor.position()), end);
                addBroken(tokens.subList(start, next), broken);
                // Of a statement in which a character has no meaning, that is the mistake: what does not fit follows
                // from it.
                if (!strange.has(
                        Code.STRANGE_CHARACTER,
                        tokens.get(start).line(),
                        tokens.get(next - 1).line())) {
                    diagnostics.addAll(own);
                }
                start = next;
            }
        }
        return statements;
    }

    /** Its words, and two of them as the one name as which they may be meant elsewhere. */
    private static void addBroken(List<Token> statement, Set<String> broken) {
        for (int i = 0; i < statement.size(); i++) {
            broken.add(statement.get(i).text());
            if (i > 0) {
                broken.add(statement.get(i - 1).text() + "_" + statement.get(i).text());
                broken.add(statement.get(i - 1).text() + statement.get(i).text());
            }
        }
    }

    private static int endOfStatement(List<Token> tokens, int start) {
        int end = start + 1;
        while (end < tokens.size() && !StatementStarts.at(tokens, end)) {
            end++;
        }
        return end;
    }

    /** What goes on is indented: a line behind the failure that is not indented is taken for a new statement. */
    private static int nextAfterFailure(List<Token> tokens, int start, int failed, int end) {
        int next = failed;
        while (next < end
                && !(tokens.get(next).startsLine()
                        && tokens.get(next).column() <= tokens.get(start).column())) {
            next++;
        }
        return next;
    }

    /** A line that does not continue the statement is a statement of its own. */
    private static Stated read(Cursor cursor, List<Token> tokens) {
        Stated stated = new StatementParser(cursor).statement();
        if (!cursor.atEnd() && !tokens.get(cursor.position()).startsLine()) {
            throw cursor.unexpected();
        }
        return stated;
    }

    /** The statements of a block, or nothing if any of them cannot be read. */
    public static Optional<List<Stated>> wellFormed(FormalBlock block) {
        Diagnostics diagnostics = new Diagnostics();
        List<Stated> statements = statements(block, Vocabulary.of(List.of(block)), new HashSet<>(), diagnostics);
        return diagnostics.hasErrors() ? Optional.empty() : Optional.of(statements);
    }
}
