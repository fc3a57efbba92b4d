package holdfast.language.syntax;

import holdfast.language.diagnostic.Code;
import holdfast.language.model.Comparison;
import holdfast.language.model.Span;
import holdfast.language.model.Span.Unit;
import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Spans, patterns and conditions: what all statements share. */
final class ConditionParser {
    private static final Set<Kind> VALUES =
            Set.of(Kind.WORD, Kind.VARIABLE, Kind.NUMBER, Kind.CLAUSE, Kind.TEXT, Kind.DATE);

    static final List<String> UNITS = List.of("seconds", "minutes", "hours", "days", "weeks", "months", "years");

    /** A thousand years of each unit: longer spans are mistakes. */
    private static final Map<Unit, Long> LONGEST = new EnumMap<>(Map.of(
            Unit.SECOND, 31_556_952_000L,
            Unit.MINUTE, 525_949_200L,
            Unit.HOUR, 8_765_820L,
            Unit.DAY, 365_243L,
            Unit.WEEK, 52_178L,
            Unit.MONTH, 12_000L,
            Unit.YEAR, 1_000L));

    private static final Map<String, String> ABBREVIATED = Map.ofEntries(
            Map.entry("h", "hour"),
            Map.entry("hr", "hour"),
            Map.entry("hrs", "hour"),
            Map.entry("d", "day"),
            Map.entry("w", "week"),
            Map.entry("wk", "week"),
            Map.entry("wks", "week"),
            Map.entry("y", "year"),
            Map.entry("yr", "year"),
            Map.entry("yrs", "year"),
            Map.entry("min", "minute"),
            Map.entry("mins", "minute"),
            Map.entry("sec", "second"),
            Map.entry("secs", "second"));

    private final Cursor cursor;

    /** Whether `the other party` can be told here: the one who is bound is known. */
    private boolean othersFit;

    ConditionParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** A condition of a clause, in which `the other party` is the one that is not bound by it. */
    Phrase.Condition ofClause() {
        othersFit = true;
        Phrase.Condition condition = condition();
        othersFit = false;
        return condition;
    }

    Phrase.Condition condition() {
        cursor.deeper();
        List<Phrase.Condition> any = new ArrayList<>(List.of(conjunction()));
        while (cursor.accept("or")) {
            any.add(conjunction());
        }
        cursor.shallower();
        return any.size() == 1 ? any.getFirst() : new Phrase.Or(any);
    }

    private Phrase.Condition conjunction() {
        List<Phrase.Condition> all = new ArrayList<>(List.of(negation()));
        while (cursor.accept("and")) {
            all.add(negation());
        }
        return all.size() == 1 ? all.getFirst() : new Phrase.And(all);
    }

    private Phrase.Condition negation() {
        boolean negated = false;
        while (cursor.accept("not")) {
            negated = !negated;
        }
        Phrase.Condition atom = atom();
        return negated ? new Phrase.Not(atom) : atom;
    }

    private Phrase.Condition atom() {
        if (cursor.accept(Kind.OPEN, "(")) {
            Phrase.Condition inner = condition();
            cursor.require(Kind.CLOSE, "`)`");
            return inner;
        }
        if (cursor.accept("no")) {
            Phrase.Call call = call("the name of an event");
            cursor.require("for");
            return new Phrase.NoneFor(call, span());
        }
        if (isClauseOutcome()) {
            return clauseOutcome();
        }
        rejectJudgedBreach();
        if (isSomebodysBreach()) {
            return breachedBy();
        }
        if (cursor.peekKind(0, Kind.VARIABLE)) {
            return ofVariable();
        }
        cursor.expect("a condition");
        if (!cursor.peekKind(0, Kind.WORD)) {
            return comparison(term());
        }
        return ofName();
    }

    private boolean isClauseOutcome() {
        int outcome = cursor.peekWord(2, "not") ? 3 : 2;
        return cursor.peekClauseId(0)
                && cursor.peekWord(1, "is")
                && (cursor.peek(outcome).isEmpty() || cursor.peekKind(outcome, Kind.WORD));
    }

    private Phrase.Condition clauseOutcome() {
        Token clause = cursor.clauseId();
        cursor.require("is");
        boolean negated = cursor.accept("not");
        boolean fulfilled = cursor.accept("fulfilled");
        if (!fulfilled) {
            cursor.require("breached");
        }
        boolean byWhom = !fulfilled && cursor.accept("by");
        Phrase.Condition is = new Phrase.ClauseIs(clause, fulfilled, byWhom ? breacher() : Optional.empty());
        return negated ? new Phrase.Not(is) : is;
    }

    /** {@code has committed a material breach}: the words of the one who judges are answered where they stand. */
    private void rejectJudgedBreach() {
        int who = breacherAt(0);
        for (int at = who; who > 0 && at < who + 4; at++) {
            if (cursor.peek(at, Wording.JUDGED) && cursor.peek(at + 1, Wording.BREACH)) {
                cursor.advance(at);
                throw cursor.unexpected();
            }
        }
    }

    /** {@code the other party has breached 2}. */
    private boolean isSomebodysBreach() {
        int who = breacherAt(0);
        int verb = who == 0 ? 0 : Wording.BREACHES.lengthAt(cursor, who);
        return verb > 0 && (cursor.peekClauseId(who + verb) || cursor.peek(who + verb, Wording.CLAUSE_NOUN));
    }

    private int breacherAt(int ahead) {
        int other = Wording.OTHER_PARTY.lengthAt(cursor, ahead);
        if (other > 0) {
            return other;
        }
        boolean any = cursor.peek(ahead, Wording.ANY_OF) && cursor.peek(ahead + 1, Wording.PARTY);
        boolean one = cursor.peekKind(ahead, Kind.WORD) || cursor.peekKind(ahead, Kind.VARIABLE);
        return any ? 2 : one ? 1 : 0;
    }

    private Phrase.Condition breachedBy() {
        Optional<Phrase.Term> by = breacher();
        cursor.accept(Wording.BREACHES);
        List<Phrase.Condition> any = new ArrayList<>();
        cursor.clauseIds().forEach(id -> any.add(new Phrase.ClauseIs(id, false, by)));
        return any.size() == 1 ? any.getFirst() : new Phrase.Or(any);
    }

    /** Whose breach it is; empty for anybody's. */
    private Optional<Phrase.Term> breacher() {
        int other = Wording.OTHER_PARTY.lengthAt(cursor);
        if (other == 0 && breacherAt(0) == 2) {
            cursor.advance(2);
            return Optional.empty();
        }
        return Optional.of(term());
    }

    private Phrase.Condition ofVariable() {
        Token variable = cursor.variable();
        if (cursor.accept("is", "not", "in") || cursor.accept("not", "in")) {
            return new Phrase.Not(new Phrase.InZone(variable, cursor.name("the name of a zone")));
        }
        if (cursor.accept("is", "in") || cursor.accept("in")) {
            return new Phrase.InZone(variable, cursor.name("the name of a zone"));
        }
        if (cursor.accept("within")) {
            return distance(variable, true);
        }
        if (cursor.peekWord(0, "at") && cursor.peekWord(1, "least") && cursor.peekWord(3, "km")) {
            cursor.require("at", "least");
            return distance(variable, false);
        }
        return comparison(new Phrase.Term(variable));
    }

    private Phrase.Condition distance(Token variable, boolean within) {
        Token km = cursor.number();
        cursor.require("km", "of");
        return new Phrase.Distance(variable, within, km, cursor.name("the name of a zone"));
    }

    private Phrase.Condition ofName() {
        Phrase.Call call = call("the name of a state, term or event");
        if (cursor.accept("has", "happened")) {
            return new Phrase.HasHappened(call);
        }
        Optional<Comparison> comparison = optionalComparison();
        if (comparison.isPresent()) {
            return new Phrase.CompareCall(call, comparison.get(), term());
        }
        return new Phrase.Mention(call);
    }

    private Phrase.Condition comparison(Phrase.Term left) {
        Comparison comparison = optionalComparison().orElseThrow(cursor::unexpected);
        return new Phrase.Compare(left, comparison, term());
    }

    private Optional<Comparison> optionalComparison() {
        if (cursor.accept("is", "not")) {
            return Optional.of(Comparison.IS_NOT);
        }
        if (cursor.accept("is")) {
            return Optional.of(Comparison.IS);
        }
        if (cursor.accept("at", "least")) {
            return Optional.of(Comparison.AT_LEAST);
        }
        if (cursor.accept("at", "most")) {
            return Optional.of(Comparison.AT_MOST);
        }
        if (cursor.accept("more", "than")) {
            return Optional.of(Comparison.MORE_THAN);
        }
        if (cursor.accept("less", "than")) {
            return Optional.of(Comparison.LESS_THAN);
        }
        return Optional.empty();
    }

    Phrase.Term term() {
        cursor.expect("a value");
        int other = othersFit ? Wording.OTHER_PARTY.lengthAt(cursor) : 0;
        if (other > 0) {
            Token first = cursor.next();
            cursor.advance(other - 1);
            return new Phrase.Term(first.spanning(Kind.VARIABLE, Phrase.OTHER, cursor.previous()));
        }
        Optional<SpelledDate> date = SpelledDate.at(cursor);
        if (date.isPresent()) {
            return new Phrase.Term(cursor.optionalDate().orElseThrow());
        }
        if (cursor.peek(0).filter(t -> VALUES.contains(t.kind())).isEmpty()) {
            throw cursor.unexpected();
        }
        return new Phrase.Term(cursor.peekKind(0, Kind.NUMBER) ? cursor.number() : cursor.next());
    }

    /** An event, state or level and, perhaps, its arguments. */
    Phrase.Call call(String what) {
        if (cursor.peekKind(1, Kind.WORD)) {
            cursor.skip(Wording.THE);
        }
        Token name = cursor.name(what);
        List<Phrase.Argument> arguments = new ArrayList<>();
        if (cursor.accept(Kind.OPEN, "(")) {
            do {
                arguments.add(argument());
            } while (cursor.accept(Kind.COMMA, ","));
            cursor.require(Kind.CLOSE, "`)`");
        }
        return new Phrase.Call(name, arguments);
    }

    private Phrase.Argument argument() {
        cursor.expect("a word such as `by`, and who or what");
        boolean attribute = cursor.peekKind(0, Kind.WORD)
                && cursor.peek(1).filter(t -> VALUES.contains(t.kind())).isPresent();
        boolean marked =
                cursor.peekKind(0, Kind.WORD) && (cursor.peekKind(1, Kind.COLON) || cursor.peekKind(1, Kind.EQUALS));
        Optional<Token> name = attribute || marked ? Optional.of(cursor.next()) : Optional.empty();
        if (marked) {
            cursor.next();
        }
        Phrase.Term value = term();
        return new Phrase.Argument(name, name.isPresent() ? withCoordinates(value) : value);
    }

    /** A place in a scenario: {@code 48.34 38.40 "Debaltseve"}. */
    private Phrase.Term withCoordinates(Phrase.Term value) {
        if (!value.token().is(Kind.NUMBER) || !cursor.peekKind(0, Kind.NUMBER)) {
            return value;
        }
        List<Token> more = new ArrayList<>(List.of(cursor.number()));
        cursor.optionalText("the name of the place").ifPresent(more::add);
        return new Phrase.Term(value.token(), more);
    }

    List<Phrase.Call> callsJoinedByOr() {
        List<Phrase.Call> calls = new ArrayList<>();
        do {
            calls.add(call("the name of an event"));
        } while (cursor.accept("or"));
        return calls;
    }

    Span span() {
        cursor.skip(Wording.THE);
        Optional<Span> abbreviated = abbreviated();
        if (abbreviated.isPresent()) {
            return abbreviated.get();
        }
        cursor.expect("a span such as `24 hours`");
        boolean one =
                cursor.peek(0).flatMap(t -> unit(t.text())).isPresent() && Wording.THE.endsWith(cursor.previous());
        Token number = one ? cursor.previous().spanning(Kind.NUMBER, "1", cursor.previous()) : cursor.number();
        long count = wholeNumber(number);
        cursor.skip(Wording.OTHER_DAYS);
        cursor.expect("a unit of time: `seconds`, `minutes`, `hours`, `days`, `weeks`, `months`, `years`");
        cursor.suggest(UNITS);
        Unit unit = cursor.peek(0).flatMap(t -> unit(t.text())).orElseThrow(cursor::unexpected);
        cursor.next();
        if (count > LONGEST.getOrDefault(unit, 1L)) {
            report(
                    number,
                    "`" + number.text() + " " + unit.name().toLowerCase(Locale.ROOT) + "s` is over a thousand years",
                    "for a duty without end leave the deadline out");
        }
        return new Span(count, unit);
    }

    /** {@code 24h}, {@code 30d}; of {@code m} nobody knows whether minutes or months are meant. */
    private Optional<Span> abbreviated() {
        Optional<Unit> unit = cursor.peek(0)
                .filter(t -> t.text().matches("[0-9]{1,9}[dhwy]"))
                .flatMap(t -> unit(t.text().substring(t.text().length() - 1)));
        return unit.map(u -> {
            String text = cursor.next().text();
            return new Span(Math.max(1, Long.parseLong(text.substring(0, text.length() - 1))), u);
        });
    }

    static Optional<Unit> unit(String written) {
        String word = ABBREVIATED.getOrDefault(written, written);
        for (Unit unit : Unit.values()) {
            String singular = unit.name().toLowerCase(Locale.ROOT);
            if (word.equals(singular) || word.equals(singular + "s")) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    Phrase.Counted counted() {
        Token first = cursor.peek(0).orElseThrow(() -> {
            cursor.expect("a span such as `24 hours`");
            return cursor.unexpected();
        });
        Span span = span();
        Optional<Boolean> including = including();
        return new Phrase.Counted(span, including, first, cursor.previous());
    }

    private Optional<Boolean> including() {
        if (cursor.accept("including", "the", "first", "day")) {
            return Optional.of(true);
        }
        if (cursor.accept("excluding", "the", "first", "day")) {
            return Optional.of(false);
        }
        return Optional.empty();
    }

    Optional<Span> optionalWithin() {
        return cursor.accept("within") ? Optional.of(span()) : Optional.empty();
    }

    Optional<Phrase.Condition> optionalWhere() {
        return cursor.accept("where") ? Optional.of(condition()) : Optional.empty();
    }

    /** At least 1, at most 999,999,999,999. */
    long wholeNumber(Token number) {
        String digits = number.text().replace("_", "");
        if (digits.length() > 12
                || !digits.chars().allMatch(Character::isDigit)
                || digits.chars().allMatch(c -> c == '0')) {
            report(number, "`" + number.text() + "` cannot be counted", wholeNumberMend(digits));
            return 1;
        }
        return Long.parseLong(digits);
    }

    private static String wholeNumberMend(String digits) {
        if (digits.matches("[0-9]{13,}")) {
            return "it is larger than any span that dates can have: write at most 999_999_999_999, or a larger unit";
        }
        return digits.contains(".")
                ? "write a whole number, of a smaller unit if need be: `36 hours` for 1.5 days"
                : "write a whole number, 1 or more";
    }

    private void report(Token at, String message, String help) {
        cursor.diagnostics().report(Code.NUMBER_OUT_OF_RANGE, at.place(), message, help);
    }
}
