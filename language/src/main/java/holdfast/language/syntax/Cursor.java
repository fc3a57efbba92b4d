package holdfast.language.syntax;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.diagnostic.Place;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;
    private final Map<Said, String> said = new EnumMap<>(Said.class);
    private final Set<String> expected = new LinkedHashSet<>();
    private final Set<String> expectedWords = new LinkedHashSet<>();
    private int at;
    private int expectedAt;
    private int depth;
    private boolean examples = true;
    private String form = "";
    private String bearerWord = "";

    /** From {@code start}, which is before {@code end}. */
    Cursor(List<Token> tokens, int start, int end, Vocabulary vocabulary, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.tokens = tokens;
        this.at = start;
        this.expectedAt = start;
        this.end = end;
        this.diagnostics = diagnostics;
    }

    /** For reading an example, of whose own helps nobody hears. */
    Cursor withoutExamples() {
        examples = false;
        return this;
    }

    /** The help, if the statements that it quotes could be written so. */
    private String good(String help) {
        return examples && new HelpExamples(vocabulary).areGood(help) ? help : "";
    }

    /** The names that the document declares. */
    Vocabulary vocabulary() {
        return vocabulary;
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

    /** Whether a name for readers is given here. */
    boolean isCalled() {
        return StatementStarts.isCalled(tokens, at);
    }

    /** Whether a word of that text stands in the rest of the statement. */
    boolean mentions(String text) {
        return tokens.subList(at, end).stream().anyMatch(t -> t.text().equals(text));
    }

    boolean peekClauseId(int ahead) {
        return peek(ahead).filter(Token::isClauseId).isPresent();
    }

    /** Keeps the words from {@code from} to here, so that a mend can be said in them. */
    void remember(Said part, int from) {
        if (from < at) {
            Place.InText place = tokens.get(from).through(tokens.get(at - 1));
            int start = place.column() - 1;
            said.put(
                    part,
                    place.sourceLine()
                            .substring(start, Math.min(place.sourceLine().length(), start + place.length())));
        }
    }

    /** What was said so far in that part of the sentence, or {@code otherwise}. */
    String said(Said part, String otherwise) {
        return said.getOrDefault(part, otherwise);
    }

    void rememberBearer(int from) {
        bearerWord = from < at ? tokens.get(at - 1).text() : "";
    }

    /** The last word of the one who is bound. */
    String bearerWord() {
        return bearerWord;
    }

    /** The parts of a sentence. */
    enum Said {
        ID,
        CONDITION,
        BEARER,
        MODAL,
        /** Instead of {@link #MODAL}: that something must not be done. */
        FORBIDDEN,
        ACT,
        /** The clauses that a power is over. */
        OVER
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

    /** One of several ways to say the same; the first is the one that an error names. Longer ones are tried first. */
    boolean accept(Wording wording) {
        expect("`" + wording.usual() + "`");
        expectedWords.add(wording.usual());
        int length = wording.lengthAt(this);
        at += length;
        return length > 0;
    }

    /** Whether one of them stands {@code ahead} of here. */
    boolean peek(int ahead, Wording wording) {
        return wording.lengthAt(this, ahead) > 0;
    }

    /** Passes over words that have been looked at. */
    void advance(int words) {
        at += words;
    }

    /** Whether a phrase stands here to which there is an answer. */
    boolean isPhrase() {
        return Mend.at(this).isPresent();
    }

    /** Answers a phrase that stands where something else is needed. */
    void rejectPhrase() {
        if (isPhrase()) {
            throw unexpected();
        }
    }

    /** Reports what a word means here. */
    void report(Token at, String message, String help) {
        diagnostics.report(Code.UNEXPECTED, at.place(), message, good(help));
    }

    /** Reports what the words at {@code place} mean, and gives the statement up. */
    void reject(Token place, String message, String help) {
        report(place, message, help);
        throw new SyntaxFailure();
    }

    /** Passes over a word that changes nothing, such as {@code the}. */
    void skip(Wording wording) {
        at += wording.lengthAt(this);
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
                    "`" + token.text() + "` is a letter that stands for somebody, where " + what + " is needed",
                    "a single capital letter stands for whoever the facts name; give names two letters or more");
            throw new SyntaxFailure();
        }
        Optional<Token> quoted = nameInQuotes(what);
        if (quoted.isPresent()) {
            return quoted.get();
        }
        rejectOtherForms();
        if (!peekKind(0, Kind.WORD)) {
            throw unexpected();
        }
        return next();
    }

    /**
     * A name that is given here. Where two words stand for it, it is said that a name is one.
     *
     * @param mayFollow the words that can stand behind it
     */
    Token newName(String what, Set<String> mayFollow) {
        return newName(what, mayFollow, false);
    }

    /** The same of one of several, between which a comma can be missing. */
    Token newNameAmongOthers(String what, Set<String> mayFollow) {
        return newName(what, mayFollow, true);
    }

    private Token newName(String what, Set<String> mayFollow, boolean amongOthers) {
        Token name = name(what);
        Optional<Token> second = secondWord(mayFollow)
                .filter(t -> Suggestion.nearest(t.text(), mayFollow).isEmpty() && !Slip.LINKS.contains(t.text()));
        if (second.isPresent()) {
            String both = name.written() + " " + second.get().written();
            reject(
                    second.get(),
                    "`" + both + "` is no name: a name is one word",
                    "write `" + both.replace(' ', '_') + "`"
                            + (amongOthers ? " for one, `" + both.replace(" ", ", ") + "` for two" : ""));
        }
        return name;
    }

    /** The word behind a name in the same line, if it can only belong to the name. */
    Optional<Token> secondWord(Set<String> mayFollow) {
        return peek(0).filter(t -> t.is(Kind.WORD) && !t.startsLine() && !mayFollow.contains(t.text()));
    }

    /** A name in quotation marks is reported, and then read as it was meant. */
    private Optional<Token> nameInQuotes(String what) {
        if (!peekKind(0, Kind.TEXT)) {
            return Optional.empty();
        }
        Token text = tokens.get(at);
        String name = text.content().strip().replaceAll("[^\\p{L}\\p{M}0-9]+", "_");
        if (!name.matches("\\p{L}.*[^_]|\\p{L}")) {
            throw unexpected();
        }
        report(text, what + " stands without quotation marks, and is one word", "write `" + name + "`");
        at++;
        return Optional.of(text.spanning(Kind.WORD, name, text));
    }

    /** A name that begins with a digit, and a word that stands twice. */
    private void rejectOtherForms() {
        if (atEnd()) {
            return;
        }
        Token here = tokens.get(at);
        Optional<Token> rest = peek(1).filter(t -> t.is(Kind.WORD) && t.line() == here.line());
        if (here.is(Kind.NUMBER)
                && rest.filter(t -> t.column() == here.column() + here.written().length())
                        .isPresent()) {
            String written = here.written() + rest.orElseThrow().written();
            reject(
                    here.spanning(Kind.WORD, written, rest.orElseThrow()),
                    "`" + written + "` is no name: a name begins with a letter",
                    "write `the_" + written + "`, or the number behind a word");
        }
        boolean twice =
                at > 0 && here.is(Kind.WORD) && here.text().equals(previous().text());
        if (twice && !vocabulary.declares(here.text())) {
            reject(here, "`" + here.written() + "` stands here twice", "delete one of the two");
        }
    }

    Token text(String what) {
        return require(Kind.TEXT, what + " in quotation marks");
    }

    Optional<Token> optionalText(String what) {
        expect(what + " in quotation marks");
        return peekKind(0, Kind.TEXT) ? Optional.of(next()) : Optional.empty();
    }

    Token variable() {
        return require(Kind.VARIABLE, "a letter such as `P`");
    }

    Token number() {
        expect("a number");
        return NumberWords.at(this, 0)
                .map(n -> {
                    at += n.words();
                    return n.token();
                })
                .orElseGet(() -> require(Kind.NUMBER, "a number"));
    }

    /** A date of one word or of several, such as {@code 15 November 2020}. */
    Optional<Token> optionalDate() {
        expect("a date");
        Optional<SpelledDate> spelled = SpelledDate.at(this);
        spelled.ifPresent(d -> at += d.words());
        return spelled.map(SpelledDate::token);
    }

    Token clauseId() {
        expect("the number of a clause or article");
        if (peekClauseId(1)) {
            skip(Wording.CLAUSE_NOUN);
        }
        if (!peekClauseId(0)) {
            throw unexpected();
        }
        return next();
    }

    /** {@code 2.1, 2.2 and 3}: a comma or {@code and} continues the list only if an id follows. */
    List<Token> clauseIds() {
        List<Token> ids = new ArrayList<>(List.of(clauseId()));
        while ((peekKind(0, Kind.COMMA) || peekWord(0, "and"))
                && (peekClauseId(1) || (peek(1, Wording.CLAUSE_NOUN) && peekClauseId(2)))) {
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
        Optional<Mend> mend = Mend.at(this);
        if (mend.isPresent()) {
            diagnostics.report(
                    Code.UNEXPECTED,
                    tokens.get(at).through(tokens.get(at + mend.get().words() - 1)),
                    mend.get().message(),
                    good(mend.get().help()));
            return new SyntaxFailure();
        }
        Optional<Slip> slip = Slip.at(this, expected);
        if (slip.isPresent()) {
            Place.InText at = slip.get().words() == 0 || atEnd()
                    ? previous().place()
                    : tokens.get(this.at)
                            .through(tokens.get(this.at + slip.get().words() - 1));
            diagnostics.report(
                    Code.UNEXPECTED, at, slip.get().message(), good(slip.get().help()));
            return new SyntaxFailure();
        }
        String found = atEnd()
                ? "something is missing at the end"
                : "`" + tokens.get(at).written() + "` does not fit here";
        Place.InText place = atEnd() ? previous().behind() : tokens.get(at).place();
        String message = found + (expected.isEmpty() || expected.size() > MOST_EXPECTED ? "" : "; " + expectation());
        diagnostics.report(Code.UNEXPECTED, place, message, help());
        return new SyntaxFailure();
    }

    private String expectation() {
        List<String> all = new ArrayList<>(expected);
        // That a bracket may follow any name helps nobody who wanted to say something else.
        if (all.size() > 1) {
            all.remove("`(`");
        }
        if (all.size() == 1) {
            return "what can stand here is " + all.getFirst();
        }
        String last = all.removeLast();
        return "what can stand here is " + String.join(", ", all) + " or " + last;
    }

    private String help() {
        if (!atEnd()) {
            Optional<String> meant = Suggestion.nearest(tokens.get(at).text(), expectedWords);
            if (meant.isPresent()) {
                return "did you mean `" + meant.get() + "`?";
            }
        }
        return form.isEmpty() || form.contains(Vocabulary.OPEN)
                ? ""
                : good("such a statement is written: `" + form + "`");
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
