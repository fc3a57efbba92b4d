package holdfast.language.syntax;

import holdfast.language.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code define} and {@code state}. */
final class DefinitionParser {
    private static final String EVENT = "the name of an event";

    private final Cursor cursor;
    private final ConditionParser conditions;

    DefinitionParser(Cursor cursor, ConditionParser conditions) {
        this.cursor = cursor;
        this.conditions = conditions;
    }

    Statement define() {
        cursor.form("define often(by P) as at least 20 " + cursor.vocabulary().act() + "(by P) within 24 hours");
        Token name = cursor.name("the name that is defined");
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
        Token name = cursor.name("the name of a state");
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

    private List<Statement.Parameter> parameters() {
        List<Statement.Parameter> parameters = new ArrayList<>();
        if (!cursor.accept(Kind.OPEN, "(")) {
            return parameters;
        }
        do {
            boolean named = !cursor.peekKind(0, Kind.VARIABLE);
            Optional<Token> attribute =
                    named ? Optional.of(cursor.name("an attribute or a variable")) : Optional.empty();
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
