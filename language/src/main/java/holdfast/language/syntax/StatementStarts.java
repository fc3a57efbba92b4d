package holdfast.language.syntax;

import holdfast.language.diagnostic.MonthNames;
import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.util.List;
import java.util.Set;

/** Tells whether a word at the beginning of a line begins a statement or continues the one before. */
final class StatementStarts {
    static final Set<String> RULE_VERBS = Set.of("confirms", "attributes", "corrects", "rules", "answers");
    static final Set<String> KEYWORDS = Set.of(
            "agreement",
            "source",
            "time",
            "days",
            "in",
            "annex",
            "party",
            "guarantor",
            "actor",
            "group",
            "body",
            "measures",
            "layer",
            "zone",
            "event",
            "undefined",
            "question",
            "define",
            "state",
            "term",
            "read",
            "nobody",
            "a",
            "evidence",
            "accept",
            "forces",
            "readiness");

    /** Words behind which a number or a name must come, on the next line if need be. */
    private static final Set<String> OPEN_ENDS = Set.of(
            "least",
            "most",
            "than",
            "is",
            "of",
            "within",
            "with",
            "for",
            "after",
            "every",
            "layer",
            "and",
            "or",
            "from",
            "by",
            "before",
            "suspend",
            "resume",
            "terminate",
            "extend",
            "excuse",
            "gain",
            "each",
            "on",
            "into",
            "totalling",
            "where",
            "while",
            "if",
            "provided",
            "when",
            "not",
            "no",
            "(",
            ":",
            "=");

    private static final Set<String> CLAUSE_WORDS =
            Set.of("each", "on", "when", "while", "if", "provided", "nobody", "anyone");

    private static final Set<String> MODALS = Set.of("must", "may", "shall", "will");

    private StatementStarts() {}

    static boolean at(List<Token> tokens, int index) {
        Token token = tokens.get(index);
        if (!token.startsLine()) {
            return false;
        }
        if (index == 0) {
            return true;
        }
        Token previous = tokens.get(index - 1);
        if (followsPrefix(tokens, index)) {
            return false;
        }
        boolean letter = token.is(Kind.OPEN)
                && index + 2 < tokens.size()
                && tokens.get(index + 2).is(Kind.CLOSE)
                && word(tokens, index + 1).matches("[a-z]|[ivx]+");
        if (letter) {
            return true;
        }
        if (token.isClauseId()) {
            return isClauseHead(tokens, index, previous);
        }
        return !OPEN_ENDS.contains(previous.text()) && isKeywordHead(tokens, index, token);
    }

    /** Behind {@code read Q as A,} the statement itself may stand on a line of its own. */
    private static boolean followsPrefix(List<Token> tokens, int index) {
        return index >= 5
                && tokens.get(index - 1).is(Kind.COMMA)
                && tokens.get(index - 3).isWord("as")
                && (tokens.get(index - 5).isWord("read")
                        || tokens.get(index - 5).isWord("and"));
    }

    private static boolean isClauseHead(List<Token> tokens, int index, Token previous) {
        if (isUnit(word(tokens, index + 1))) {
            return false;
        }
        if (OPEN_ENDS.contains(previous.text())) {
            return isSurelyClause(tokens, index);
        }
        boolean inList =
                previous.is(Kind.COMMA) && index >= 2 && tokens.get(index - 2).isClauseId();
        return !inList;
    }

    /** Even where the line before ends in the middle of a sentence: somebody must or may do something here. */
    private static boolean isSurelyClause(List<Token> tokens, int index) {
        return CLAUSE_WORDS.contains(word(tokens, index + 1)) || MODALS.contains(word(tokens, index + 2));
    }

    private static boolean isUnit(String word) {
        return word.equals("km")
                || MonthNames.number(word).isPresent()
                || word.equals("km2")
                || word.equals("times")
                || ConditionParser.unit(word).isPresent();
    }

    private static boolean isKeywordHead(List<Token> tokens, int index, Token token) {
        String second = word(tokens, index + 1);
        String third = word(tokens, index + 2);
        return switch (token.text()) {
            case "agreement", "source" -> second.startsWith("\"");
            case "time" -> second.equals("zone");
            case "days" -> second.equals("count");
            case "in" -> second.equals("force");
            case "measures" -> second.equals("from");
            case "a" -> second.equals("breach") && third.equals("of");
            case "nobody" -> second.equals("confirms");
            case "evidence" -> second.equals("for");
            case "layer" -> isNumber(tokens, index + 1);
            case "accept" -> isCode(tokens, index + 1) || RULE_VERBS.contains(second);
            case "forces" -> isForces(tokens, index) || RULE_VERBS.contains(second);
            case "readiness" ->
                second.equals(":")
                        && !tokens.get(index - 1).is(Kind.COMMA)
                        && !tokens.get(index - 1).is(Kind.OPEN);
            case "read" -> third.equals("as");
            case "zone", "state", "term" ->
                isName(tokens, index + 1) && !tokens.get(index - 1).is(Kind.COMMA);
            case "annex", "group", "party", "guarantor", "actor", "body", "event", "undefined", "question", "define" ->
                isName(tokens, index + 1) || second.startsWith("\"");
            default ->
                token.is(Kind.WORD) && RULE_VERBS.contains(second)
                        || isCalled(tokens, index)
                        || token.is(Kind.TEXT) && second.equals("corrects") && third.equals("records");
        };
    }

    /** {@code settlement is called}, {@code counting as included is called}. */
    static boolean isCalled(List<Token> tokens, int index) {
        int verb = word(tokens, index + 1).equals("as") ? index + 3 : index + 1;
        return (tokens.get(index).is(Kind.WORD) || tokens.get(index).is(Kind.VARIABLE))
                && word(tokens, verb).equals("is")
                && word(tokens, verb + 1).equals("called");
    }

    /** Something with a number where a finding stands: no sentence goes on so behind the name {@code accept}. */
    private static boolean isCode(List<Token> tokens, int index) {
        return index < tokens.size()
                && switch (tokens.get(index).kind()) {
                    case VARIABLE, NUMBER -> true;
                    case WORD -> tokens.get(index).text().matches("\\p{L}[0-9]+");
                    default -> false;
                };
    }

    /** {@code forces} may also be the name of a body, with its members behind it. */
    private static boolean isForces(List<Token> tokens, int index) {
        return word(tokens, index + 1).equals("of") && !tokens.get(index - 1).isWord("body");
    }

    private static String word(List<Token> tokens, int index) {
        return index < tokens.size() ? tokens.get(index).text() : "";
    }

    private static boolean isName(List<Token> tokens, int index) {
        return index < tokens.size()
                && (tokens.get(index).is(Kind.WORD) || tokens.get(index).is(Kind.VARIABLE));
    }

    private static boolean isNumber(List<Token> tokens, int index) {
        return index < tokens.size() && tokens.get(index).is(Kind.NUMBER);
    }
}
