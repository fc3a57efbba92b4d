package holdfast.language.syntax;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves over the tokens of one statement, and remembers what could have stood where it is: that is what an error says was expected.
 */
final class Cursor {
    private static final int DEEPEST = 100;
    private static final int MOST_EXPECTED = 12;

    private final List<Token> tokens;
    private final int end;
    private final Diagnostics diagnostics;
    private final Set<String> expected = new LinkedHashSet<>();
    private final Set<String> expectedWords = new LinkedHashSet<>();
    private int at;
    private int expectedAt;
    private int depth;
    private String form = "";

    /** From {@code start}, which is before {@code end}. */
    Cursor(List<Token> tokens, int start, int end, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.at = start;
        this.expectedAt = start;
        this.end = end;
        this.diagnostics = diagnostics;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    int position() {
        return at;
    }

    boolean atEnd() {
        return at >= end;
    }

    Token previous() {
        return tokens.get(Math.max(0, at - 1));
    }

    /** The token {@code ahead} of here; empty beyond the end of the statement. */
    Optional<Token> peek(int ahead) {
        int index = at + ahead;
        return index < end ? Optional.of(tokens.get(index)) : Optional.empty();
    }

    boolean peekWord(int ahead, String word) {
        return peek(ahead).filter(t -> t.isWord(word)).isPresent();
    }

    boolean peekKind(int ahead, Kind kind) {
        return peek(ahead).filter(t -> t.is(kind)).isPresent();
    }

    boolean peekClauseId(int ahead) {
        return peek(ahead).filter(Token::isClauseId).isPresent();
    }

    /** What the statement looks like when it is right; shown when it is not. */
    void form(String example) {
        form = example;
    }

    Token next() {
        if (atEnd()) {
            throw unexpected();
        }
        return tokens.get(at++);
    }

    boolean at(String word) {
        expect("`" + word + "`");
        expectedWords.add(word);
        return peekWord(0, word);
    }

    boolean accept(String word) {
        boolean here = at(word);
        if (here) {
            at++;
        }
        return here;
    }

    /** All the words, or none of them. */
    boolean accept(String first, String... others) {
        expect("`" + first + " " + String.join(" ", others) + "`");
        expectedWords.add(first);
        if (!peekWord(0, first)) {
            return false;
        }
        for (int i = 0; i < others.length; i++) {
            if (!peekWord(i + 1, others[i])) {
                return false;
            }
        }
        at += others.length + 1;
        return true;
    }

    boolean accept(Kind mark, String shown) {
        expect("`" + shown + "`");
        boolean here = peekKind(0, mark);
        if (here) {
            at++;
        }
        return here;
    }

    Token require(String word) {
        if (!at(word)) {
            throw unexpected();
        }
        return next();
    }

    void require(String first, String... others) {
        require(first);
        for (String other : others) {
            require(other);
        }
    }

    Token require(Kind kind, String description) {
        expect(description);
        if (!peekKind(0, kind)) {
            throw unexpected();
        }
        return next();
    }

    void comma() {
        require(Kind.COMMA, "`,`");
    }

    /** A name that is being declared or used; {@code what} says of what. */
    Token name(String what) {
        expect(what);
        if (peekKind(0, Kind.VARIABLE)) {
            Token token = next();
            diagnostics.report(
                    Code.LOOKS_LIKE_A_VARIABLE,
                    token.place(),
                    "`" + token.text() + "` is a variable, where " + what + " is needed",
                    "a single capital letter stands for whoever the facts name; give names two letters or more");
            throw new SyntaxFailure();
        }
        if (!peekKind(0, Kind.WORD)) {
            throw unexpected();
        }
        return next();
    }

    Token text(String what) {
        return require(Kind.TEXT, what + " in quotation marks");
    }

    Optional<Token> optionalText(String what) {
        expect(what + " in quotation marks");
        return peekKind(0, Kind.TEXT) ? Optional.of(next()) : Optional.empty();
    }

    Token variable() {
        return require(Kind.VARIABLE, "a variable such as `P`");
    }

    Token number() {
        return require(Kind.NUMBER, "a number");
    }

    Token clauseId() {
        expect("the number of a clause or article");
        if (!peekClauseId(0)) {
            throw unexpected();
        }
        return next();
    }

    /** {@code 2.1, 2.2 and 3}: a comma or {@code and} continues the list only if an id follows. */
    List<Token> clauseIds() {
        List<Token> ids = new ArrayList<>(List.of(clauseId()));
        while ((peekKind(0, Kind.COMMA) || peekWord(0, "and")) && peekClauseId(1)) {
            at++;
            ids.add(clauseId());
        }
        return ids;
    }

    /** {@code a, b and c}: a comma continues the list only if a name follows that is none of {@code stops}. */
    List<Token> names(String what, Set<String> stops) {
        List<Token> names = new ArrayList<>(List.of(name(what)));
        while (true) {
            int skip = separatorsBeforeName(stops);
            if (skip == 0) {
                expect("`,`");
                return names;
            }
            at += skip;
            names.add(name(what));
        }
    }

    /** A comma, {@code and}, or both, with a name behind them. */
    boolean acceptSeparator() {
        int skip = separatorsBeforeName(Set.of());
        if (skip == 0) {
            expect("`,`");
        }
        at += skip;
        return skip > 0;
    }

    private int separatorsBeforeName(Set<String> stops) {
        int skip = 0;
        if (peekKind(0, Kind.COMMA)) {
            skip++;
        }
        if (peekWord(skip, "and")) {
            skip++;
        }
        boolean named = peek(skip)
                .filter(t -> (t.is(Kind.WORD) || t.is(Kind.VARIABLE)) && !stops.contains(t.text()))
                .isPresent();
        return named ? skip : 0;
    }

    /** Words that could stand here and are described together; one of them may be meant by a misspelt one. */
    void suggest(List<String> words) {
        expectedWords.addAll(words);
    }

    /** Notes that {@code description} could stand here. */
    void expect(String description) {
        if (at != expectedAt) {
            expected.clear();
            expectedWords.clear();
            expectedAt = at;
        }
        expected.add(description);
    }

    /** Reports that what stands here does not fit. */
    SyntaxFailure unexpected() {
        if (at != expectedAt) {
            expected.clear();
            expectedWords.clear();
        }
        String found =
                atEnd() ? "the statement ends" : "found `" + tokens.get(at).text() + "`";
        Place place = atEnd() ? previous().behind() : tokens.get(at).place();
        String message = expected.isEmpty() ? found + ", which fits nowhere here" : expectation() + ", " + found;
        diagnostics.report(Code.UNEXPECTED, place, message, help());
        return new SyntaxFailure();
    }

    private String expectation() {
        List<String> all = new ArrayList<>(expected);
        if (all.size() > MOST_EXPECTED) {
            return "expected something else here";
        }
        if (all.size() == 1) {
            return "expected " + all.getFirst();
        }
        String last = all.removeLast();
        return "expected " + String.join(", ", all) + " or " + last;
    }

    private String help() {
        if (!atEnd()) {
            Optional<String> meant = Suggestion.nearest(tokens.get(at).text(), expectedWords);
            if (meant.isPresent()) {
                return "did you mean `" + meant.get() + "`?";
            }
        }
        return form.isEmpty() ? "" : "such a statement is written: `" + form + "`";
    }

    void deeper() {
        depth++;
        if (depth > DEEPEST) {
            diagnostics.report(
                    Code.TOO_DEEP,
                    tokens.get(Math.min(at, end - 1)).place(),
                    "the conditions are nested more than " + DEEPEST + " deep",
                    "give parts of it a name: `state quiet is ...`");
            throw new SyntaxFailure();
        }
    }

    void shallower() {
        depth--;
    }
}
