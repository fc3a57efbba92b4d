package holdfast.language.format;

import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.document.FormalBlock;
import holdfast.language.syntax.BlockParser;
import holdfast.language.syntax.Stated;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.token.Lexer;
import holdfast.language.syntax.token.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Statements: each on lines of its own; the texts of clauses begin in one column, and the rules about clauses stand below them in that column;
 * what goes on is indented. One blank line is kept where there were any.
 */
final class StatementLayout {
    private static final String HANGING = "    ";

    private final List<Token> tokens;
    private final Map<Spot, Stated> firsts = new HashMap<>();
    private final Map<Spot, Integer> positions;
    private final Lines lines = new Lines();
    private final int column;
    private boolean clauseSeen;

    private StatementLayout(List<Token> tokens, List<Stated> statements) {
        this.tokens = tokens;
        this.positions = Spot.positions(tokens);
        statements.forEach(s -> firsts.put(Spot.of(s.first()), s));
        this.column = statements.stream()
                .map(Stated::statement)
                .filter(Statement.Clause.class::isInstance)
                .mapToInt(s -> ((Statement.Clause) s).id().written().length() + 2)
                .max()
                .orElse(0);
    }

    static Optional<List<String>> of(FormalBlock block) {
        List<Token> tokens = Lexer.tokens(block, new Diagnostics());
        return BlockParser.wellFormed(block).map(s -> new StatementLayout(tokens, s).layout());
    }

    /** Where statements begin, as positions among the words. */
    static List<Integer> boundaries(FormalBlock block) {
        List<Token> tokens = Lexer.tokens(block, new Diagnostics());
        Map<Spot, Integer> positions = Spot.positions(tokens);
        return BlockParser.wellFormed(block).orElse(List.of()).stream()
                .map(s -> positions.getOrDefault(Spot.of(s.first()), -1))
                .toList();
    }

    private List<String> layout() {
        int at = 0;
        int lastLine = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (lastLine > 0 && token.line() > lastLine + 1) {
                lines.blank();
            }
            int end = firsts.containsKey(Spot.of(token)) ? statement(at) : comment(at);
            lastLine = tokens.get(end - 1).line();
            at = end;
        }
        return lines.finished();
    }

    /** A comment between statements stands where the next statement will. */
    private int comment(int at) {
        Stated next = null;
        for (int i = at; i < tokens.size() && next == null; i++) {
            next = firsts.get(Spot.of(tokens.get(i)));
        }
        lines.begin(next != null && isBelow(next) ? " ".repeat(column) : "", "");
        lines.comment(tokens.get(at), false);
        return at + 1;
    }

    private int statement(int at) {
        Stated stated = Objects.requireNonNull(firsts.get(Spot.of(tokens.get(at))));
        int end = endOf(stated);
        List<Token> words = tokens.subList(at, end);
        String margin = isBelow(stated) ? " ".repeat(column) : "";
        int prefix = endOfPrefix(stated, words);
        if (prefix > 0 && !fits(words, margin)) {
            lines.begin(margin, margin + HANGING);
            lines.flow(words.subList(0, prefix));
            words = words.subList(prefix, words.size());
            prefix = 0;
        }
        if (stated.statement() instanceof Statement.Clause clause) {
            clauseSeen = true;
            clause(clause, words, prefix > 0);
        } else {
            plain(stated.statement(), words, margin);
        }
        return end;
    }

    private static boolean fits(List<Token> words, String margin) {
        return margin.length() + Spacing.joined(words).length() <= Lines.WIDTH;
    }

    /** How many words {@code read Q as A,} takes up. */
    private static int endOfPrefix(Stated stated, List<Token> words) {
        if (stated.answers().isEmpty()) {
            return 0;
        }
        Spot last = Spot.of(stated.answers().getLast().answer());
        for (int i = 0; i + 1 < words.size(); i++) {
            if (Spot.of(words.get(i)).equals(last)) {
                return i + 2;
            }
        }
        return 0;
    }

    /** Events and actors that do not fit on one line get one each, below the first. */
    private void plain(Statement statement, List<Token> words, String margin) {
        boolean list = (statement instanceof Statement.Events || statement instanceof Statement.Actors)
                && !fits(words, margin)
                && words.size() > 1;
        String hanging = list ? " ".repeat(words.getFirst().text().length() + 1) : HANGING;
        lines.begin(margin, margin + hanging);
        lines.flow(words, list);
    }

    /** With the comments inside it, and the one behind it on its last line. */
    private int endOf(Stated stated) {
        int end = positions.getOrDefault(Spot.of(stated.last()), tokens.size() - 1) + 1;
        boolean commented = end < tokens.size()
                && tokens.get(end).is(Token.Kind.COMMENT)
                && !tokens.get(end).startsLine();
        return commented ? end + 1 : end;
    }

    private void clause(Statement.Clause clause, List<Token> words, boolean prefixed) {
        String hanging = " ".repeat(column) + HANGING;
        if (prefixed) {
            lines.begin("", hanging);
            lines.flow(words);
            return;
        }
        String id = clause.id().written();
        lines.begin(id + " ".repeat(column - id.length()), hanging);
        lines.flow(words.subList(1, words.size()));
    }

    /** Rules about clauses stand below the clauses. */
    private boolean isBelow(Stated stated) {
        return clauseSeen
                && switch (stated.statement()) {
                    case Statement.Confirms ignored -> true;
                    case Statement.Attributes ignored -> true;
                    case Statement.Corrects ignored -> true;
                    case Statement.RulesOn ignored -> true;
                    case Statement.AnswersFor ignored -> true;
                    case Statement.QuietGap ignored -> true;
                    case Statement.Evidence ignored -> true;
                    case Statement.Accepts ignored -> true;
                    case Statement.ForcesInArea ignored -> true;
                    case Statement.Readiness ignored -> true;
                    case Statement.InFavour ignored -> true;
                    default -> false;
                };
    }
}
