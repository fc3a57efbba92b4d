package holdfast.language.syntax;

import holdfast.language.diagnostic.Diagnostics;
import holdfast.language.document.FormalBlock;
import holdfast.language.model.Basis;
import holdfast.language.syntax.token.Lexer;
import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the lines of a scenario. One that is wrong is reported, and reading goes on with the next. */
public final class ScenarioParser {
    private static final Set<String> BASES = Arrays.stream(Basis.values())
            .map(b -> b.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> VERBS = Set.of("attributed", "is", "becomes");
    private static final Set<String> OPEN_ENDS = Set.of("known", "to", "at", "since", "due", "of", "for", "by", "as");

    private final Cursor cursor;
    private final ConditionParser conditions;

    private ScenarioParser(Cursor cursor) {
        this.cursor = cursor;
        this.conditions = new ConditionParser(cursor);
    }

    public static List<ScenarioLine> lines(FormalBlock block, Vocabulary vocabulary, Diagnostics diagnostics) {
        List<Token> tokens = Lexer.tokens(block, diagnostics).stream()
                .filter(t -> !t.is(Kind.COMMENT))
                .toList();
        List<ScenarioLine> lines = new ArrayList<>();
        int start = 0;
        while (start < tokens.size()) {
            int end = start + 1;
            while (end < tokens.size() && !startsLine(tokens, end)) {
                end++;
            }
            Cursor cursor = new Cursor(tokens, start, end, vocabulary, diagnostics);
            try {
                ScenarioLine line = new ScenarioParser(cursor).line();
                if (!cursor.atEnd()) {
                    throw cursor.unexpected();
                }
                lines.add(line);
            } catch (SyntaxFailure reported) {
                // Said; the next line may be right.
            }
            start = end;
        }
        return lines;
    }

    /** The lines of a scenario, or nothing if any of them cannot be read. */
    public static Optional<List<ScenarioLine>> wellFormed(FormalBlock block) {
        Diagnostics diagnostics = new Diagnostics();
        List<ScenarioLine> lines = lines(block, Vocabulary.NONE, diagnostics);
        return diagnostics.hasErrors() ? Optional.empty() : Optional.of(lines);
    }

    private static boolean startsLine(List<Token> tokens, int index) {
        Token token = tokens.get(index);
        Token previous = tokens.get(index - 1);
        if (!token.startsLine() || OPEN_ENDS.contains(previous.text()) || previous.is(Kind.OPEN)) {
            return false;
        }
        String second = index + 1 < tokens.size() ? tokens.get(index + 1).text() : "";
        return switch (token.kind()) {
            case DATE, INSTANT, CLAUSE, NUMBER -> true;
            case WORD, VARIABLE ->
                second.equals(":")
                        || VERBS.contains(second)
                        || token.text().equals("at")
                        || (token.text().equals("no") && second.equals("verdict"));
            default -> false;
        };
    }

    private ScenarioLine line() {
        cursor.expect("a record, `at` and a moment, or what is expected of a clause");
        Token first = cursor.peek(0).orElseThrow();
        if (first.is(Kind.DATE) || first.is(Kind.INSTANT)) {
            return observed(first, Optional.empty(), false);
        }
        if (first.isClauseId()) {
            return ofClause(cursor.clauseId());
        }
        if (cursor.accept("at")) {
            cursor.form("at 2026-03-03 00:00");
            ScenarioLine.Time now = time();
            boolean known = cursor.accept("as", "known", "at");
            return new ScenarioLine.Moment(first, now, known ? Optional.of(time()) : Optional.empty());
        }
        if (cursor.accept("no", "verdict", "for")) {
            Token clause = cursor.clauseId();
            List<Stated.Answer> answers = answers();
            return new ScenarioLine.Expected(
                    first, clause, answers, bearer(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        return ofLabel();
    }

    private ScenarioLine ofLabel() {
        if (!cursor.peekKind(0, Kind.WORD) && !cursor.peekKind(0, Kind.VARIABLE)) {
            throw cursor.unexpected();
        }
        Token label = cursor.next();
        if (cursor.accept(Kind.COLON, ":")) {
            return observed(label, Optional.of(label), false);
        }
        if (cursor.accept("becomes")) {
            return observed(label, Optional.of(label), true);
        }
        if (cursor.accept("attributed", "to")) {
            return attributed(label);
        }
        cursor.require("is");
        if (cursor.accept("withdrawn")) {
            return new ScenarioLine.Withdrawn(label, known());
        }
        return found(label, Optional.empty(), Optional.empty());
    }

    private ScenarioLine observed(Token first, Optional<Token> label, boolean correction) {
        cursor.form("a1: 2026-03-01 10:00  " + cursor.vocabulary().deed() + "(by "
                + cursor.vocabulary().actor(0) + ")  known 2026-03-01 12:00");
        ScenarioLine.Time from = time();
        Optional<ScenarioLine.Time> to = cursor.accept("to") ? Optional.of(time()) : Optional.empty();
        Phrase.Call event = conditions.call("the name of an event");
        Optional<Token> basis = Optional.empty();
        Optional<Token> incident = Optional.empty();
        Optional<ScenarioLine.Time> known = Optional.empty();
        while (!cursor.atEnd()) {
            cursor.accept(Kind.COMMA, ",");
            cursor.expect("how it was observed: `seen`, `heard`, `told`, `instrument`, `claim`, `media`");
            if (known.isEmpty() && cursor.accept("known")) {
                known = Optional.of(time());
            } else if (incident.isEmpty() && cursor.accept("incident")) {
                incident = Optional.of(textOrName("the incident's name"));
            } else if (basis.isEmpty() && isBasis()) {
                basis = Optional.of(cursor.next());
            } else {
                throw cursor.unexpected();
            }
        }
        return new ScenarioLine.Observed(first, label, correction, from, to, event, basis, incident, known);
    }

    private boolean isBasis() {
        return cursor.peek(0).filter(t -> BASES.contains(t.text())).isPresent();
    }

    private Token textOrName(String what) {
        return cursor.peekKind(0, Kind.TEXT) || cursor.peekKind(0, Kind.VARIABLE) ? cursor.next() : cursor.name(what);
    }

    private ScenarioLine attributed(Token label) {
        cursor.form("a1 attributed to " + cursor.vocabulary().actor(1) + " by "
                + cursor.vocabulary().body() + ", known 2026-03-03 10:00");
        Token to = cursor.name("an actor, or `unattributed`");
        cursor.require("by");
        Token by = cursor.name("who says so");
        return new ScenarioLine.Attributed(label, to, by, known());
    }

    private ScenarioLine found(Token subject, Optional<Token> clauseSaid, Optional<Token> bearerSaid) {
        cursor.form(
                "a1 is confirmed by " + cursor.vocabulary().body() + " at 2026-03-03 09:00, known 2026-03-03 10:00");
        Token result = cursor.name("`confirmed`, `disputed`, `refuted` or an answer");
        cursor.require("by");
        Token by = cursor.name("the name of a body");
        Optional<Token> clause = clauseSaid;
        Optional<Token> bearer = bearerSaid;
        if (clause.isEmpty() && cursor.accept("for")) {
            clause = Optional.of(cursor.clauseId());
            bearer = cursor.accept("of") ? Optional.of(cursor.name("an actor")) : Optional.empty();
        }
        Optional<ScenarioLine.Time> at = cursor.accept("at") ? Optional.of(time()) : Optional.empty();
        return new ScenarioLine.Found(subject, result, by, clause, bearer, at, known());
    }

    private Optional<ScenarioLine.Time> known() {
        cursor.accept(Kind.COMMA, ",");
        return cursor.accept("known") ? Optional.of(time()) : Optional.empty();
    }

    private ScenarioLine.Time time() {
        cursor.expect("a date and perhaps a time of day, such as `2026-03-01 10:00`");
        if (!cursor.peekKind(0, Kind.DATE) && !cursor.peekKind(0, Kind.INSTANT)) {
            throw cursor.unexpected();
        }
        Token token = cursor.next();
        boolean timed = token.is(Kind.DATE) && cursor.peekKind(0, Kind.TIME);
        return new ScenarioLine.Time(token, timed ? Optional.of(cursor.next()) : Optional.empty());
    }

    // Expectations, and findings on a clause.

    private ScenarioLine ofClause(Token clause) {
        cursor.form("2.1 " + cursor.vocabulary().actor(0) + " is breached, confirmed, since 2026-03-01 10:00");
        if (cursor.accept("of")) {
            Token bearer = cursor.name("an actor");
            cursor.require("is");
            return found(clause, Optional.of(clause), Optional.of(bearer));
        }
        List<Stated.Answer> answers = answers();
        List<Token> bearer = cursor.at("is") ? List.of() : bearer();
        cursor.require("is");
        if (bearer.isEmpty() && answers.isEmpty() && cursor.peekWord(1, "by")) {
            return found(clause, Optional.of(clause), Optional.empty());
        }
        return expected(clause, answers, bearer);
    }

    private List<Stated.Answer> answers() {
        List<Stated.Answer> answers = new ArrayList<>();
        if (!cursor.accept("under")) {
            return answers;
        }
        do {
            Token question = cursor.name("the name of a question");
            cursor.require("as");
            answers.add(new Stated.Answer(question, cursor.name("one of its answers")));
        } while (cursor.accept("and"));
        if (!cursor.atEnd()) {
            cursor.require(Kind.COLON, "`:`");
        }
        return answers;
    }

    private List<Token> bearer() {
        if (cursor.atEnd()) {
            return List.of();
        }
        if (cursor.accept("nobody", "named")) {
            return List.of(cursor.previous());
        }
        if (cursor.accept("each")) {
            Token each = cursor.previous();
            return List.of(each, cursor.variable());
        }
        return List.of(cursor.name("who is bound"));
    }

    private ScenarioLine expected(Token clause, List<Stated.Answer> answers, List<Token> bearer) {
        List<Token> status = new ArrayList<>(List.of(cursor.name("a status such as `breached` or `not yet due`")));
        while (cursor.peekKind(0, Kind.WORD)) {
            status.add(cursor.next());
        }
        Optional<Token> standing = Optional.empty();
        Optional<ScenarioLine.Time> since = Optional.empty();
        Optional<ScenarioLine.Time> due = Optional.empty();
        while (cursor.accept(Kind.COMMA, ",")) {
            if (since.isEmpty() && cursor.accept("since")) {
                since = Optional.of(time());
            } else if (due.isEmpty() && cursor.accept("due")) {
                due = Optional.of(time());
            } else if (standing.isEmpty() && (cursor.at("confirmed") || cursor.at("alleged"))) {
                standing = Optional.of(cursor.next());
            } else {
                throw cursor.unexpected();
            }
        }
        return new ScenarioLine.Expected(clause, clause, answers, bearer, status, standing, since, due);
    }
}
