package holdfast.language.syntax;

import holdfast.language.model.Span;
import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code define} and {@code state}. */
final class DefinitionParser {
    private static final String EVENT = "the name of an event";

    private final Cursor cursor;
    private final ConditionParser conditions;
    private final MomentParser moments;

    DefinitionParser(Cursor cursor, ConditionParser conditions) {
        this.moments = new MomentParser(cursor);
        this.cursor = cursor;
        this.conditions = conditions;
    }

    Statement define() {
        cursor.form("define often(by P) as at least 20 " + cursor.vocabulary().deed() + "(by P) within 24 hours");
        Token name = cursor.newName("the name that is defined", Set.of("as"));
        List<Statement.Parameter> parameters = parameters();
        cursor.require("as");
        Phrase.Derivation derivation = derivation();
        List<Token> is = new ArrayList<>();
        if (cursor.accept("is")) {
            do {
                is.add(cursor.name("a measure, or what it is, such as `watching`"));
            } while (cursor.accept("and"));
        }
        return new Statement.Define(name, parameters, derivation, is);
    }

    Statement state() {
        cursor.form("state " + cursor.vocabulary().state() + " begins with "
                + cursor.vocabulary().event());
        Token name = cursor.newName("the name of a state", Set.of("is", "begins"));
        List<Statement.Parameter> parameters = parameters();
        if (cursor.accept("is")) {
            return new Statement.StateIs(name, parameters, conditions.condition());
        }
        cursor.require("begins", "with");
        List<Phrase.Call> begins = conditions.callsJoinedByOr();
        List<Phrase.Call> ends = new ArrayList<>();
        if (cursor.accept(Kind.COMMA, ",")) {
            cursor.require("ends", "with");
            ends.addAll(conditions.callsJoinedByOr());
        }
        return new Statement.StateBegins(name, parameters, begins, ends);
    }

    Statement term() {
        cursor.form("term period is 5 years from " + cursor.vocabulary().event());
        Token name = cursor.newName("the name of a term", Set.of("is"));
        cursor.require("is");
        cursor.expect("a span such as `5 years`");
        boolean lasts =
                cursor.peekKind(0, Kind.NUMBER) || NumberWords.at(cursor, 0).isPresent();
        Optional<Phrase.Counted> length = lasts ? Optional.of(conditions.counted()) : Optional.empty();
        Optional<Phrase.Beginning> from = Optional.empty();
        if (length.isPresent() ? cursor.accept(Wording.OF) : cursor.accept(Wording.FROM)) {
            from = Optional.of(beginning());
        }
        Optional<Phrase.By> until = Optional.empty();
        if (length.isEmpty()) {
            boolean through = cursor.accept(Wording.UNTIL);
            if (through || cursor.accept(Wording.BEFORE)) {
                until = Optional.of(new Phrase.By(moments.when(), !through));
            } else if (from.isEmpty()) {
                throw cursor.unexpected();
            }
        }
        return new Statement.Term(name, length, from, until, renewal(length.isPresent()));
    }

    private Phrase.Beginning beginning() {
        boolean time = SpelledDate.ahead(cursor, 0).isPresent() || cursor.peekKind(0, Kind.INSTANT);
        return time ? new Phrase.AtTime(moments.when()) : new Phrase.WithEvent(conditions.call(EVENT));
    }

    private Optional<Phrase.Renewal> renewal(boolean possible) {
        if (!possible || !cursor.peekKind(0, Kind.COMMA) || !cursor.peek(1, Wording.RENEWED)) {
            return Optional.empty();
        }
        cursor.comma();
        cursor.accept(Wording.RENEWED);
        Token at = cursor.peek(0).orElseThrow(cursor::unexpected);
        Span each = conditions.span();
        cursor.skip(Wording.EACH_TIME);
        int comma = cursor.peekKind(0, Kind.COMMA) ? 1 : 0;
        if (!cursor.peek(comma, Wording.UNLESS)) {
            return Optional.of(new Phrase.Renewal(each, at, Optional.empty()));
        }
        cursor.accept(Kind.COMMA, ",");
        cursor.accept(Wording.UNLESS);
        return Optional.of(new Phrase.Renewal(each, at, Optional.of(notice())));
    }

    /** {@code any party give_notice at least 6 months before its end}. */
    private Phrase.NoticeGiven notice() {
        Optional<Token> by = Optional.empty();
        if (cursor.peek(0, Wording.ANY_OF) && (cursor.peek(1, Wording.PARTY) || cursor.peek(1, Wording.GUARANTOR))) {
            cursor.accept(Wording.ANY_OF);
            Token set = cursor.next();
            String role = set.text().toLowerCase(Locale.ROOT).startsWith("guarantor") ? "guarantor" : "party";
            by = Optional.of(set.spanning(Kind.WORD, role, set));
        } else if (cursor.peekKind(1, Kind.WORD) && !cursor.peekWord(1, "at")) {
            cursor.skip(Wording.THE);
            by = Optional.of(cursor.name("who gives notice"));
        }
        Phrase.Call act = conditions.call(EVENT);
        cursor.form("term period is 5 years from " + cursor.vocabulary().event()
                + ", renewed for 1 year each time, unless any party "
                + cursor.vocabulary().notice() + " at least 3 months before its end");
        if (!cursor.accept(Wording.AT_LEAST)) {
            throw cursor.unexpected();
        }
        Span before = conditions.span();
        cursor.require("before");
        cursor.skip(Wording.THE_END);
        return new Phrase.NoticeGiven(act, by, before);
    }

    private List<Statement.Parameter> parameters() {
        List<Statement.Parameter> parameters = new ArrayList<>();
        if (!cursor.accept(Kind.OPEN, "(")) {
            return parameters;
        }
        do {
            boolean named = !cursor.peekKind(0, Kind.VARIABLE);
            Optional<Token> attribute = named ? Optional.of(cursor.name("a detail or a letter")) : Optional.empty();
            parameters.add(new Statement.Parameter(attribute, cursor.variable()));
        } while (cursor.accept(Kind.COMMA, ","));
        cursor.require(Kind.CLOSE, "`)`");
        return parameters;
    }

    private Phrase.Derivation derivation() {
        if (cursor.accept("the", "latest")) {
            return latest();
        }
        if (cursor.accept("all", "of")) {
            return allOf();
        }
        if (cursor.accept("sum", "of")) {
            return sum();
        }
        if (cursor.accept("no")) {
            return absence();
        }
        if (cursor.accept("at", "least")) {
            return atLeast();
        }
        if (cursor.accept("more", "than")) {
            long n = conditions.wholeNumber(cursor.number());
            return count(n + 1);
        }
        cursor.expect("a span such as `24 hours`");
        return cursor.peekKind(0, Kind.NUMBER) ? after() : ofPatterns();
    }

    private Phrase.Derivation latest() {
        Token attribute = cursor.name("the name of a number");
        cursor.require("in");
        return new Phrase.Latest(attribute, conditions.call(EVENT));
    }

    private Phrase.Derivation allOf() {
        List<Phrase.Call> calls = new ArrayList<>();
        do {
            calls.add(conditions.call(EVENT));
        } while (cursor.accept(Kind.COMMA, ",") || cursor.accept("and"));
        return new Phrase.AllOf(calls);
    }

    private Phrase.Derivation sum() {
        Token attribute = cursor.name("the name of a number");
        cursor.require("in");
        Phrase.Call call = conditions.call(EVENT);
        cursor.require("at", "least");
        Token atLeast = cursor.number();
        return new Phrase.Sum(attribute, call, atLeast, conditions.optionalWithin(), conditions.optionalWhere());
    }

    private Phrase.Derivation absence() {
        Phrase.Call absent = conditions.call(EVENT);
        cursor.require("within");
        Phrase.Counted within = conditions.counted();
        cursor.require("of");
        return new Phrase.Absence(absent, within, conditions.call(EVENT));
    }

    private Phrase.Derivation atLeast() {
        long n = conditions.wholeNumber(cursor.number());
        if (!cursor.accept("different")) {
            return count(n);
        }
        Token variable = cursor.variable();
        cursor.require("in");
        Phrase.Call call = conditions.call(EVENT);
        return new Phrase.Different(n, variable, call, conditions.optionalWithin(), conditions.optionalWhere());
    }

    private Phrase.Derivation count(long n) {
        Phrase.Call call = conditions.call(EVENT);
        return new Phrase.Count(n, call, conditions.optionalWithin(), conditions.optionalWhere());
    }

    private Phrase.Derivation after() {
        Phrase.Counted span = conditions.counted();
        cursor.require("after");
        return new Phrase.After(span, conditions.call(EVENT));
    }

    private Phrase.Derivation ofPatterns() {
        List<Phrase.Call> calls = conditions.callsJoinedByOr();
        if (calls.size() == 1 && cursor.accept("merged", "within")) {
            return new Phrase.Merged(calls.getFirst(), conditions.span(), conditions.optionalWhere());
        }
        if (calls.size() == 1 && cursor.accept("then")) {
            Phrase.Call second = conditions.call(EVENT);
            cursor.require("within");
            return new Phrase.Then(calls.getFirst(), second, conditions.span());
        }
        return new Phrase.Select(calls, conditions.optionalWhere());
    }
}
