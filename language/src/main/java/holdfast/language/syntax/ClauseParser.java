package holdfast.language.syntax;

import holdfast.language.diagnostic.Code;
import holdfast.language.model.Anchor.Moment;
import holdfast.language.model.Duty;
import holdfast.language.model.Duty.Effect;
import holdfast.language.syntax.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A clause: its number and its norm. */
final class ClauseParser {
    private static final String EVENT = "the name of an event";
    private static final long MOST_TIMES = 1_000_000;
    private static final Map<String, Effect> EFFECTS = Map.of(
            "suspend", Effect.SUSPEND,
            "resume", Effect.RESUME,
            "terminate", Effect.TERMINATE,
            "extend", Effect.EXTEND,
            "excuse", Effect.EXCUSE);

    private final Cursor cursor;
    private final ConditionParser conditions;

    ClauseParser(Cursor cursor, ConditionParser conditions) {
        this.cursor = cursor;
        this.conditions = conditions;
    }

    Statement clause(Token id) {
        cursor.form(id.text() + " on attack(by Russia), Ukraine must report within 24 hours");
        Optional<Phrase.Condition> whileTrue = Optional.empty();
        if (cursor.accept("while")) {
            whileTrue = Optional.of(conditions.condition());
            cursor.comma();
        }
        Optional<Phrase.Trigger> trigger = trigger();
        if (trigger.isPresent()) {
            cursor.comma();
        }
        Optional<Phrase.Condition> guard = Optional.empty();
        if (cursor.accept("if") || cursor.accept("provided")) {
            guard = Optional.of(conditions.condition());
            cursor.comma();
        }
        Phrase.Bearer bearer = bearer();
        Phrase.Duty duty = duty();
        return new Statement.Clause(id, whileTrue, trigger, guard, bearer, duty, conditions.optionalWhere());
    }

    private Optional<Phrase.Trigger> trigger() {
        if (cursor.accept("on")) {
            return Optional.of(cursor.at("a") ? onBreach() : onEvent());
        }
        if (cursor.accept("when")) {
            return Optional.of(cursor.peekClauseId(0) ? onOutcome() : onState());
        }
        boolean grows =
                cursor.peekKind(1, Kind.VARIABLE) && (cursor.peekWord(2, "continues") || cursor.peekWord(2, "grows"));
        return cursor.peekWord(0, "if") && grows ? Optional.of(ofBreach()) : Optional.empty();
    }

    private Phrase.Trigger onEvent() {
        return new Phrase.OnEvent(conditions.call(EVENT), conditions.optionalWhere());
    }

    private Phrase.Trigger onBreach() {
        cursor.require("a");
        boolean confirmed = cursor.accept("confirmed");
        cursor.require("breach");
        Token variable = cursor.variable();
        cursor.require("of");
        List<Token> of = cursor.clauseIds();
        Optional<Phrase.Term> by = cursor.accept("by") ? Optional.of(conditions.term()) : Optional.empty();
        return new Phrase.OnBreach(variable, of, by, confirmed);
    }

    private Phrase.Trigger onOutcome() {
        Token clause = cursor.clauseId();
        cursor.require("is");
        boolean cured = cursor.accept("cured");
        if (!cured) {
            cursor.require("fulfilled");
        }
        return new Phrase.OnOutcome(clause, cured);
    }

    private Phrase.Trigger onState() {
        Phrase.Call state = conditions.call("a clause or the name of a state");
        boolean begins = cursor.accept("begins");
        if (!begins) {
            cursor.require("ends");
        }
        return new Phrase.OnState(state, begins);
    }

    private Phrase.Trigger ofBreach() {
        cursor.require("if");
        Token variable = cursor.variable();
        if (cursor.accept("continues")) {
            cursor.require("after");
            return new Phrase.Continues(variable, conditions.span());
        }
        cursor.require("grows", "into");
        return new Phrase.GrowsInto(variable, conditions.call(EVENT));
    }

    private Phrase.Bearer bearer() {
        if (cursor.accept("nobody")) {
            Token at = cursor.previous();
            cursor.require("named");
            return new Phrase.NobodyNamed(at);
        }
        if (cursor.accept("anyone")) {
            Token at = cursor.previous();
            cursor.expect("a variable");
            boolean named = cursor.peekKind(0, Kind.VARIABLE);
            return new Phrase.Anyone(at, named ? Optional.of(cursor.variable()) : Optional.empty());
        }
        if (cursor.accept("each")) {
            return each();
        }
        cursor.expect("a variable");
        if (cursor.peekKind(0, Kind.VARIABLE)) {
            return new Phrase.BoundTo(cursor.variable());
        }
        return new Phrase.Names(cursor.names("who is bound", Set.of("must", "may")));
    }

    private Phrase.Bearer each() {
        if (cursor.at("party") || cursor.at("guarantor")) {
            Token set = cursor.next();
            return new Phrase.EachOf(cursor.variable(), set);
        }
        Token variable = cursor.variable();
        cursor.require("of");
        return new Phrase.EachOf(variable, cursor.name("the name of a group"));
    }

    private Phrase.Duty duty() {
        if (cursor.accept("may")) {
            return may();
        }
        cursor.require("must");
        if (cursor.accept("not")) {
            return mustNot();
        }
        if (cursor.accept("keep")) {
            return new Phrase.Keep(cursor.previous(), conditions.condition());
        }
        cursor.accept("have");
        Phrase.Call act = conditions.call(EVENT);
        if (cursor.accept("every")) {
            Token at = cursor.previous();
            return new Phrase.Recur(act, conditions.span(), at);
        }
        return achieve(act);
    }

    private Phrase.Duty mustNot() {
        if (!cursor.peekWord(0, "gain") || !cursor.peekKind(1, Kind.NUMBER)) {
            return new Phrase.Refrain(conditions.call(EVENT));
        }
        Token gain = cursor.require("gain");
        Token km2 = cursor.number();
        cursor.require("km2", "or", "more", "beyond");
        return new Phrase.NotGain(gain, km2, cursor.name("the name of a zone"));
    }

    private Phrase.Duty may() {
        Effect effect = cursor.peek(0).map(t -> EFFECTS.get(t.text())).orElse(null);
        if (effect == null || !cursor.peekClauseId(1)) {
            EFFECTS.keySet().stream().sorted().forEach(cursor::at);
            return new Phrase.May(conditions.call(EVENT));
        }
        cursor.form("2.5 Commission may " + effect.name().toLowerCase(Locale.ROOT) + " 2.1 by decision \"pause\"");
        Token at = cursor.next();
        List<Token> over = cursor.clauseIds();
        boolean onDeadlines = effect == Effect.EXTEND || effect == Effect.EXCUSE;
        boolean forGood = onDeadlines && cursor.accept("for", "good");
        Optional<Phrase.Call> with = Optional.empty();
        Optional<Token> decision = Optional.empty();
        if (cursor.accept("with")) {
            with = Optional.of(conditions.call(EVENT));
        } else {
            cursor.require("by", "decision");
            decision = Optional.of(cursor.text("what is decided"));
        }
        boolean afterTheDay = onDeadlines && cursor.accept(Kind.COMMA, ",");
        if (afterTheDay) {
            cursor.require("also", "after", "the", "day");
        }
        return new Phrase.Power(effect, at, over, with, decision, new Duty.Reach(forGood, afterTheDay));
    }

    private Phrase.Duty achieve(Phrase.Call act) {
        Optional<Phrase.Amount> amount = amount();
        Optional<Phrase.When> notBefore = Optional.empty();
        if (cursor.accept("not", "before")) {
            notBefore = Optional.of(when());
            cursor.accept(Kind.COMMA, ",");
        }
        Optional<Phrase.Due> due = due();
        if (due.isEmpty()) {
            cursor.accept("with", "no", "deadline");
        }
        return new Phrase.Achieve(act, amount, notBefore, due);
    }

    private Optional<Phrase.Amount> amount() {
        if (cursor.accept("at", "least")) {
            Token number = cursor.number();
            cursor.require("times");
            return Optional.of(new Phrase.Times(times(number)));
        }
        if (cursor.accept("totalling")) {
            Token at = cursor.previous();
            Phrase.Term total = conditions.term();
            Optional<Token> of =
                    cursor.accept("of") ? Optional.of(cursor.name("the name of a number")) : Optional.empty();
            return Optional.of(new Phrase.Totalling(total, of, at));
        }
        return Optional.empty();
    }

    private int times(Token number) {
        long n = conditions.wholeNumber(number);
        if (n > MOST_TIMES) {
            cursor.diagnostics()
                    .report(
                            Code.NUMBER_OUT_OF_RANGE,
                            number.place(),
                            "`" + number.text() + "` times is too often",
                            "write at most " + MOST_TIMES);
            return 1;
        }
        return (int) n;
    }

    private Optional<Phrase.Due> due() {
        if (cursor.accept("within")) {
            Phrase.Counted span = conditions.counted();
            Optional<Phrase.Anchor> anchor = cursor.accept("of") ? Optional.of(anchor()) : Optional.empty();
            return Optional.of(new Phrase.Within(span, anchor));
        }
        if (cursor.accept("by")) {
            cursor.accept("end", "of");
            return Optional.of(new Phrase.By(when(), false));
        }
        return cursor.accept("before") ? Optional.of(new Phrase.By(when(), true)) : Optional.empty();
    }

    private Phrase.When when() {
        cursor.expect("a date");
        cursor.expect("a date and time");
        cursor.expect("a variable");
        if (!cursor.peekKind(0, Kind.DATE) && !cursor.peekKind(0, Kind.INSTANT) && !cursor.peekKind(0, Kind.VARIABLE)) {
            throw cursor.unexpected();
        }
        Token token = cursor.next();
        boolean timed = token.is(Kind.DATE) && cursor.peekKind(0, Kind.TIME);
        return new Phrase.When(token, timed ? Optional.of(cursor.next()) : Optional.empty());
    }

    private Phrase.Anchor anchor() {
        if (cursor.accept("the", "start", "of")) {
            return new Phrase.OfBreach(cursor.variable(), Moment.START);
        }
        if (cursor.accept("the", "finding", "on")) {
            return new Phrase.OfBreach(cursor.variable(), Moment.FINDING);
        }
        if (cursor.accept("the", "report")) {
            Token at = cursor.previous();
            boolean ofBreach = cursor.accept("of");
            return ofBreach ? new Phrase.OfBreach(cursor.variable(), Moment.REPORT) : new Phrase.OfReport(at);
        }
        return new Phrase.OfEvent(conditions.call(EVENT));
    }
}
