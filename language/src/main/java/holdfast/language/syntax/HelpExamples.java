package holdfast.language.syntax;

import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.document.FormalBlock;
import holdfast.language.document.SourceText;
import holdfast.language.syntax.token.Lexer;
import holdfast.language.syntax.token.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The statements that a help quotes. One that could not be written so, that uses a name which neither the document nor the help declares, or
 * that asks somebody to do what the text forbids, helps nobody, and is not shown.
 */
final class HelpExamples {
    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");
    private static final Pattern CLAUSE = Pattern.compile("(^|.* )(must|shall|may)( .*|$)");
    private static final Pattern BEGINS = Pattern.compile("(state|term|define|event|undefined|body|group|in force) .*");
    private static final Pattern NUMBERED = Pattern.compile("[0-9]+[.0-9a-z]* .*");

    private final Vocabulary names;

    HelpExamples(Vocabulary names) {
        this.names = names;
    }

    /** Whether each statement that is quoted could stand in the document. */
    boolean areGood(String help) {
        Set<String> declared = new HashSet<>();
        Matcher quoted = QUOTED.matcher(help);
        while (quoted.find()) {
            Vocabulary.of(List.of(block(quoted.group(1)))).declared().forEach(declared::add);
        }
        return QUOTED.matcher(help).results().allMatch(q -> isGood(q.group(1), declared));
    }

    private boolean isGood(String example, Set<String> declared) {
        boolean clause = CLAUSE.matcher(example).matches() && example.indexOf(' ') > 0;
        boolean open = example.contains("...");
        if (open || (!clause && !BEGINS.matcher(example).matches())) {
            return true;
        }
        boolean part = example.matches("(must|shall|may)( not)?( .*)?|.* (must|shall|may)( not)?");
        if (clause && part) {
            return true;
        }
        String statement = clause && !NUMBERED.matcher(example).matches() ? "1.1 " + example : example;
        return read(statement).filter(s -> usesKnown(s, declared)).isPresent();
    }

    private Optional<Statement> read(String statement) {
        List<Token> tokens = Lexer.tokens(block(statement), new Diagnostics());
        Cursor cursor = new Cursor(tokens, 0, tokens.size(), names, new Diagnostics()).withoutExamples();
        try {
            Statement read = new StatementParser(cursor).statement().statement();
            return cursor.atEnd() ? Optional.of(read) : Optional.empty();
        } catch (SyntaxFailure wrong) {
            return Optional.empty();
        }
    }

    private boolean usesKnown(Statement statement, Set<String> declared) {
        if (!(statement instanceof Statement.Clause clause)) {
            return true;
        }
        boolean known = Mentions.of(clause).names().stream()
                .map(Token::text)
                .allMatch(n -> names.knows(n) || declared.contains(n));
        boolean asked = clause.duty() instanceof Phrase.Achieve
                || clause.duty() instanceof Phrase.Recur
                || clause.duty() instanceof Phrase.May;
        return known
                && (!asked
                        || clause.duty().parts().calls().stream()
                                .allMatch(c -> names.mayBeAsked(c.name().text())));
    }

    private static FormalBlock block(String statement) {
        SourceText source = SourceText.of("help", statement);
        List<FormalBlock.Line> lines = IntStream.rangeClosed(1, source.lines().size())
                .mapToObj(n -> new FormalBlock.Line(n, 1))
                .toList();
        return new FormalBlock(FormalBlock.Kind.HOLDFAST, "", source, 0, "", 1, 1, lines);
    }
}
