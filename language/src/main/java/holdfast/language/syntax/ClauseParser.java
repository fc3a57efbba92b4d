package holdfast.language.syntax;

import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.Anchor.Moment;
import holdfast.language.model.Duty;
import holdfast.language.model.Duty.Effect;
import holdfast.language.model.Span;
import holdfast.language.syntax.Cursor.Said;
import holdfast.language.syntax.token.Token;
import holdfast.language.syntax.token.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A clause: its number and its norm. */
final class ClauseParser {
    private static final Set<String> RULES = Set.of("confirms", "attributes", "rules", "corrects", "answers");
    private static final Set<String> FINDING = Set.of("finding", "findings", "confirmation", "determination");

    private static final String EVENT = "the name of an event";
    private static final long MOST_TIMES = 1_000_000;

    private static final List<String> MODALS = List.of("must", "may", "shall");

    private static final Set<String> STOPS = Set.of("must", "may", "shall", "will", "each", "both", "the", "The");
    private static final Map<String, Effect> EFFECTS = Map.of(
            "suspend", Effect.SUSPEND,
            "resume", Effect.RESUME,
            "terminate", Effect.TERMINATE,
            "extend", Effect.EXTEND,
            "excuse", Effect.EXCUSE);

    private final Cursor cursor;
    private final ConditionParser conditions;
    private final MomentParser moments;

    /** The breach that sets the clause off, if one does. */
    private Optional<Token> breach = Optional.empty();

    ClauseParser(Cursor cursor, ConditionParser conditions) {
        this.cursor = cursor;
        this.conditions = conditions;
        this.moments = new MomentParser(cursor);
    }

    Statement clause(Token id) {
        if (cursor.peekKind(0, Kind.COLON) || cursor.peekKind(0, Kind.CLOSE)) {
            cursor.next();
        }
        cursor.form(new ClauseExample(id, cursor).text());
        if (cursor.peekWord(0, "is") && cursor.peekWord(1, "not")) {
            cursor.require("is", "not", "there");
            return new Statement.NotThere(id);
        }
        breach = Optional.empty();
        int from = cursor.position();
        Optional<Phrase.Condition> whileTrue = Optional.empty();
        if (cursor.accept(Wording.WHILE)) {
            whileTrue = Optional.of(conditions.condition());
            comma();
        }
        Optional<Phrase.Trigger> trigger = trigger();
        if (trigger.isPresent()) {
            breach = breachOf(trigger.get());
            comma();
        }
        Optional<Phrase.Condition> guard = Optional.empty();
        Optional<Phrase.Condition> unless = Optional.empty();
        if (cursor.accept(Wording.IF)) {
            guard = Optional.of(conditions.ofClause());
            comma();
        } else if (cursor.accept(Wording.UNLESS)) {
            unless = Optional.of(conditions.ofClause());
            comma();
        }
        cursor.remember(Said.CONDITION, from);
        from = cursor.position();
        boolean nobody = forbidsAll();
        Phrase.Bearer bearer = bearer();
        cursor.remember(Said.BEARER, from);
        cursor.rememberBearer(from);
        Phrase.Duty duty = duty(nobody, bearer);
        Optional<Phrase.Condition> where = Optional.empty();
        while (!cursor.atEnd()) {
            if (unless.isEmpty() && cursor.accept(Wording.UNLESS)) {
                unless = Optional.of(conditions.ofClause());
            } else if (unless.isEmpty() && !cursor.isPhrase() && cursor.accept(Wording.WITHOUT)) {
                unless = Optional.of(without(duty));
            } else if (guard.isEmpty() && trailingGuard()) {
                cursor.accept(Kind.COMMA, ",");
                cursor.accept(Wording.IF);
                guard = Optional.of(conditions.ofClause());
            } else if (where.isEmpty() && !isWhereJudged() && cursor.accept("where")) {
                where = Optional.of(conditions.condition());
            } else {
                break;
            }
        }
        return excepted(new Statement.Clause(id, whileTrue, trigger, guard, bearer, duty, where), unless);
    }

    private static Optional<Token> breachOf(Phrase.Trigger trigger) {
        return switch (trigger) {
            case Phrase.OnBreach t -> Optional.of(t.variable());
            case Phrase.Continues t -> Optional.of(t.variable());
            case Phrase.GrowsInto t -> Optional.of(t.variable());
            case Phrase.OnEvent ignored -> Optional.empty();
            case Phrase.OnOutcome ignored -> Optional.empty();
            case Phrase.OnState ignored -> Optional.empty();
        };
    }

    /** {@code provided that ...} may stand behind a duty, with or without a comma. */
    private boolean trailingGuard() {
        int comma = cursor.peekKind(0, Kind.COMMA) ? 1 : 0;
        return cursor.peek(comma, Wording.IF);
    }

    /** Behind a condition, which may go on with {@code then}. */
    private void comma() {
        if (!cursor.peekKind(0, Kind.COMMA)
                && cursor.peek(0)
                        .filter(t -> cursor.vocabulary().declares(t.text()))
                        .isPresent()) {
            Token next = cursor.peek(0).orElseThrow();
            cursor.reject(next, "a comma stands before the one who is bound", "write `, " + next.written() + "`");
        }
        cursor.comma();
        cursor.skip(Wording.THEN);
    }

    /**
     * What is said with {@code unless}. A prohibition asks it of each act, at its time; a duty to act is blocked by it, like by {@code if not};
     * what lasts does not apply meanwhile, like with {@code while not}.
     */
    private static Statement.Clause excepted(Statement.Clause c, Optional<Phrase.Condition> unless) {
        if (unless.isEmpty()) {
            return c;
        }
        Phrase.Condition not = new Phrase.Not(unless.get());
        return switch (c.duty()) {
            case Phrase.Refrain ignored -> with(c, c.whileTrue(), c.guard(), and(c.where(), not));
            case Phrase.NotGain ignored -> with(c, c.whileTrue(), c.guard(), and(c.where(), not));
            case Phrase.Keep ignored -> with(c, and(c.whileTrue(), not), c.guard(), c.where());
            case Phrase.Recur ignored -> with(c, and(c.whileTrue(), not), c.guard(), c.where());
            case Phrase.Achieve ignored -> with(c, c.whileTrue(), and(c.guard(), not), c.where());
            case Phrase.May ignored -> with(c, c.whileTrue(), and(c.guard(), not), c.where());
            case Phrase.Power ignored -> with(c, c.whileTrue(), and(c.guard(), not), c.where());
        };
    }

    private static Optional<Phrase.Condition> and(Optional<Phrase.Condition> one, Phrase.Condition other) {
        return Optional.of(one.isEmpty() ? other : new Phrase.And(List.of(one.get(), other)));
    }

    private static Statement.Clause with(
            Statement.Clause c,
            Optional<Phrase.Condition> whileTrue,
            Optional<Phrase.Condition> guard,
            Optional<Phrase.Condition> where) {
        return new Statement.Clause(c.id(), whileTrue, c.trigger(), guard, c.bearer(), c.duty(), where);
    }

    /** {@code without approval of X}: a body has to have decided so; of anybody else the act {@code approval} is asked. */
    private Phrase.Condition without(Phrase.Duty duty) {
        cursor.skip(Wording.PRIOR);
        if (!cursor.accept(Wording.APPROVAL)) {
            return new Phrase.HasHappened(conditions.call(EVENT));
        }
        Token approval = cursor.previous();
        cursor.skip(Wording.THE);
        Token by = cursor.name("whose approval it is");
        Optional<Token> on = cursor.accept("on") ? Optional.of(cursor.text("what is approved")) : Optional.empty();
        return new Phrase.Approved(approval, by, on, actOf(duty));
    }

    private static Optional<Token> actOf(Phrase.Duty duty) {
        return switch (duty) {
            case Phrase.Achieve d -> Optional.of(d.act().name());
            case Phrase.Refrain d -> Optional.of(d.act().name());
            case Phrase.Recur d -> Optional.of(d.act().name());
            case Phrase.May d -> Optional.of(d.act().name());
            case Phrase.NotGain d -> Optional.of(d.gain());
            case Phrase.Keep ignored -> Optional.empty();
            case Phrase.Power ignored -> Optional.empty();
        };
    }

    private Optional<Phrase.Trigger> trigger() {
        if (cursor.peekWord(0, "when") && !cursor.peekClauseId(1) && happensAhead(1)) {
            cursor.require("when");
            return Optional.of(onEvent());
        }
        if (isBreachedBy()) {
            return Optional.of(ifBreached());
        }
        if (cursor.peekWord(0, "if") && happensAhead(1)) {
            cursor.require("if");
            return Optional.of(onEvent());
        }
        if (!cursor.peek(0, Wording.IF) && cursor.accept(Wording.ON)) {
            cursor.expect("`a breach of` a clause");
            return Optional.of(isBreach() ? onBreach() : onEvent());
        }
        if (cursor.accept("when")) {
            return Optional.of(cursor.peekClauseId(0) ? onOutcome() : onState());
        }
        if (goesOn() > 0) {
            return Optional.of(itGoesOn());
        }
        boolean grows =
                cursor.peekKind(1, Kind.VARIABLE) && (cursor.peekWord(2, "continues") || cursor.peekWord(2, "grows"));
        return cursor.peekWord(0, "if") && grows ? Optional.of(ofBreach()) : Optional.empty();
    }

    /** An event behind which stands that it happens. */
    private boolean happensAhead(int ahead) {
        int at = cursor.peek(ahead, Wording.THE) ? ahead + 1 : ahead;
        if (!cursor.peekKind(at, Kind.WORD)) {
            return false;
        }
        at++;
        if (cursor.peekKind(at, Kind.OPEN)) {
            while (cursor.peek(at).isPresent() && !cursor.peekKind(at, Kind.CLOSE)) {
                at++;
            }
            at++;
        }
        return cursor.peek(at, Wording.HAPPENS);
    }

    /** {@code if North breaches 2.1}. */
    private boolean isBreachedBy() {
        if (!cursor.peek(0, Wording.WHENEVER)) {
            return false;
        }
        int other = Wording.OTHER_PARTY.lengthAt(cursor, 1);
        int name = cursor.peek(1, Wording.THE) || cursor.peek(1, Wording.EACH) ? 2 : 1;
        boolean somebody = other > 0 || cursor.peekKind(name, Kind.WORD) || cursor.peekKind(name, Kind.VARIABLE);
        int verb = other > 0 ? 1 + other : name + 1;
        int behind = verb + Wording.BREACHES.lengthAt(cursor, verb);
        return somebody && behind > verb && (cursor.peekClauseId(behind) || cursor.peek(behind, Wording.CLAUSE_NOUN));
    }

    private Phrase.Trigger ifBreached() {
        cursor.accept(Wording.WHENEVER);
        if (cursor.peek(0, Wording.OTHER_PARTY)) {
            Optional<Phrase.Term> other = Optional.of(theOther());
            cursor.accept(Wording.BREACHES);
            return new Phrase.OnBreach(unnamed(cursor.previous()), cursor.clauseIds(), other, false);
        }
        boolean anybody = cursor.accept(Wording.EACH) || cursor.accept(Wording.THE);
        Optional<Phrase.Term> by = Optional.empty();
        if (anybody && cursor.peek(0, Wording.PARTY)) {
            cursor.next();
        } else {
            by = Optional.of(conditions.term());
        }
        cursor.accept(Wording.BREACHES);
        Token breaches = cursor.previous();
        return new Phrase.OnBreach(unnamed(breaches), cursor.clauseIds(), by, false);
    }

    private Phrase.Trigger onEvent() {
        Phrase.Call call = conditions.call(EVENT);
        cursor.skip(Wording.HAPPENS);
        if (cursor.peekWord(0, "has") && cursor.peekWord(1, "happened")) {
            cursor.require("has", "happened");
        }
        return new Phrase.OnEvent(call, conditions.optionalWhere());
    }

    /** {@code [a] [confirmed] breach [B] of 2.1}; {@code breach(by P)} is an event. */
    private boolean isBreach() {
        int at = cursor.peek(0, Wording.THE) || cursor.peek(0, Wording.EACH) ? 1 : 0;
        at += cursor.peekWord(at, "confirmed") ? 1 : 0;
        if (!cursor.peek(at, Wording.BREACH)) {
            return cursor.peekWord(0, "a");
        }
        at++;
        at += cursor.peekKind(at, Kind.VARIABLE) ? 1 : 0;
        return cursor.peekWord(at, "of");
    }

    private Phrase.Trigger onBreach() {
        if (!cursor.accept(Wording.EACH)) {
            cursor.skip(Wording.THE);
        }
        boolean confirmed = cursor.accept("confirmed");
        if (!cursor.accept(Wording.BREACH)) {
            throw noBreach(confirmed);
        }
        Token breach = cursor.previous();
        cursor.expect("a letter such as `B`");
        Token variable = cursor.peekKind(0, Kind.VARIABLE) ? cursor.variable() : unnamed(breach);
        cursor.require("of");
        List<Token> of = cursor.clauseIds();
        Optional<Phrase.Term> by = Optional.empty();
        if (cursor.accept("by")) {
            if (cursor.peek(0, Wording.OTHER_PARTY)) {
                return new Phrase.OnBreach(variable, of, Optional.of(theOther()), confirmed);
            }
            boolean anyParty = cursor.peek(0, Wording.EACH) || cursor.peekWord(0, "a");
            if (anyParty && cursor.peek(1, Wording.PARTY)) {
                cursor.next();
                cursor.next();
                by = cursor.peekKind(0, Kind.VARIABLE) ? Optional.of(conditions.term()) : by;
            } else {
                cursor.skip(Wording.THE);
                by = Optional.of(conditions.term());
            }
        }
        return new Phrase.OnBreach(variable, of, by, confirmed);
    }

    /** {@code the other party}, in a trigger: a variable that the clause does not use; that it is not the one who is bound, the check adds. */
    private Phrase.Term theOther() {
        Token first = cursor.peek(0).orElseThrow();
        cursor.accept(Wording.OTHER_PARTY);
        String letter = Stream.of("P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z")
                .filter(l -> !cursor.mentions(l))
                .findFirst()
                .orElse("P99");
        return new Phrase.Term(first.spanning(Kind.VARIABLE, letter, cursor.previous()));
    }

    /** {@code on a confirmed attack}: what is confirmed is a breach; an act is an act. */
    private SyntaxFailure noBreach(boolean confirmed) {
        Optional<Token> event = cursor.peek(0).filter(t -> cursor.vocabulary().isEvent(t.text()));
        if (!confirmed || event.isEmpty()) {
            return cursor.unexpected();
        }
        String act = event.get().text();
        String clause = cursor.vocabulary().clauseForbidding(act).orElse("");
        cursor.report(
                event.get(),
                "it is breaches that are confirmed, and `" + act + "` is an act",
                clause.isEmpty()
                        ? "say `on " + act
                                + ", ...`; or forbid it in a clause of its own, and say `on a confirmed breach B of`"
                                + " that clause"
                        : "say `on a confirmed breach B of " + clause
                                + ", ...`, which is where the text forbids it; or `on " + act
                                + ", ...`, confirmed or not");
        return new SyntaxFailure();
    }

    /** A breach to which nothing else in the clause refers. */
    private static Token unnamed(Token at) {
        return new Token(
                Kind.VARIABLE, Phrase.UNNAMED, at.written(), at.block(), at.line(), at.column(), at.startsLine());
    }

    private Phrase.Trigger onOutcome() {
        Token clause = cursor.clauseId();
        cursor.require("is");
        if (cursor.accept("breached") || cursor.accept("violated")) {
            return new Phrase.OnBreach(unnamed(cursor.previous()), List.of(clause), Optional.empty(), false);
        }
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

    /** {@code if the breach has not ceased within ten days}: how many words stand before the span; zero where nothing like it stands. */
    private int goesOn() {
        if (!cursor.peekWord(0, "if") && !cursor.peek(0, Wording.WHENEVER)) {
            return 0;
        }
        int breach = 1 + Wording.THE.lengthAt(cursor, 1);
        if (cursor.peekWord(1, "such") || cursor.peekWord(1, "that")) {
            breach = 2;
        }
        boolean letter = cursor.peekKind(1, Kind.VARIABLE);
        int verb = letter ? 2 : breach + 1;
        boolean spoken = letter || (breach > 1 && cursor.peek(breach, Wording.BREACH));
        int goes = spoken ? Wording.GOES_ON.lengthAt(cursor, verb) : 0;
        int behind = verb + goes;
        boolean span =
                cursor.peekWord(behind, "within") || cursor.peekWord(behind, "after") || cursor.peekWord(behind, "for");
        return goes > 0 && span ? behind + 1 : 0;
    }

    private Phrase.Trigger itGoesOn() {
        int words = goesOn();
        Token breach = cursor.peekKind(1, Kind.VARIABLE)
                ? cursor.peek(1).orElseThrow()
                : unnamed(cursor.peek(0).orElseThrow());
        cursor.advance(words);
        Span after = conditions.span();
        rejectOtherStart(breach);
        return new Phrase.Continues(breach, after);
    }

    private Phrase.Trigger ofBreach() {
        cursor.require("if");
        Token variable = cursor.variable();
        if (cursor.accept("continues")) {
            cursor.require("after");
            Span after = conditions.span();
            rejectOtherStart(variable);
            return new Phrase.Continues(variable, after);
        }
        cursor.require("grows", "into");
        return new Phrase.GrowsInto(variable, conditions.call(EVENT));
    }

    /** {@code continues after 48 hours after the consultation}. */
    private void rejectOtherStart(Token variable) {
        if (cursor.peekKind(0, Kind.COMMA) || !cursor.peek(0, Wording.OF)) {
            return;
        }
        int from = Wording.OF.lengthAt(cursor);
        int word = from + Wording.THE.lengthAt(cursor, from);
        String event = cursor.peek(word)
                .flatMap(t -> cursor.vocabulary().eventSpokenOf(t.text()))
                .orElse(Vocabulary.OPEN);
        cursor.reject(
                cursor.peek(0).orElseThrow(),
                "how long a breach goes on is counted from its start, and from nothing else",
                "end this with a comma: `if "
                        + (variable.text().equals(Phrase.UNNAMED) ? "the breach" : variable.text())
                        + " continues after 48 hours, ...`; what is to follow an act" + " begins with the act: `on "
                        + event + ", ...`");
    }

    // Who is bound.

    /** {@code no party may ...}, {@code nobody shall ...}: what follows is forbidden, whatever verb it is said with. */
    private boolean forbidsAll() {
        boolean parties = cursor.peek(0, Wording.NONE)
                && IntStream.rangeClosed(1, 3)
                        .anyMatch(i -> cursor.peek(i, Wording.PARTY) || cursor.peek(i, Wording.GUARANTOR));
        boolean noOne = cursor.peek(0, Wording.NO_ONE) && !cursor.peekWord(1, "named");
        return parties || noOne;
    }

    private Phrase.Bearer bearer() {
        if (cursor.peekWord(0, "nobody") && cursor.peekWord(1, "named")) {
            Token at = cursor.next();
            cursor.require("named");
            return new Phrase.NobodyNamed(at);
        }
        cursor.expect("`nobody named`");
        if (cursor.accept(Wording.ANYONE) || (!cursor.peekWord(1, "of") && noOne())) {
            Token at = cursor.previous();
            cursor.expect("a letter");
            boolean named = cursor.peekKind(0, Kind.VARIABLE);
            return new Phrase.Anyone(at, named ? Optional.of(cursor.variable()) : Optional.empty());
        }
        cursor.rejectPhrase();
        Optional<Phrase.Bearer> several = several();
        if (several.isPresent()) {
            return several.get();
        }
        cursor.expect("a letter");
        if (cursor.peekKind(0, Kind.VARIABLE)) {
            return new Phrase.BoundTo(cursor.variable());
        }
        cursor.skip(Wording.THE);
        List<Token> names = new ArrayList<>(cursor.names("who is bound", STOPS));
        while (cursor.peekWord(0, "and") && cursor.peek(1, Wording.THE)) {
            cursor.next();
            cursor.skip(Wording.THE);
            names.addAll(cursor.names("who is bound", STOPS));
        }
        return new Phrase.Names(names);
    }

    /** {@code each party and each guarantor}, {@code the Parties and the Guarantors}. */
    private boolean isEverySignatory(int length) {
        return (cursor.peek(length, Wording.PARTY)
                        && cursor.peekWord(length + 1, "and")
                        && cursor.peek(otherRole(length + 2), Wording.GUARANTOR))
                || (cursor.peek(length, Wording.GUARANTOR)
                        && cursor.peekWord(length + 1, "and")
                        && cursor.peek(otherRole(length + 2), Wording.PARTY));
    }

    private int otherRole(int at) {
        return at + Math.max(Wording.EACH.lengthAt(cursor, at), Wording.ALL.lengthAt(cursor, at));
    }

    private Phrase.Bearer everySignatory(int length) {
        cursor.advance(length);
        Token first = cursor.next();
        cursor.next();
        cursor.advance(otherRole(0));
        cursor.next();
        List<Token> all = new ArrayList<>();
        Vocabulary names = cursor.vocabulary();
        Stream.concat(names.parties().stream(), names.guarantors().stream())
                .forEach(n -> all.add(first.spanning(Kind.WORD, n, cursor.previous())));
        if (all.isEmpty()) {
            throw cursor.unexpected();
        }
        return new Phrase.Names(all);
    }

    private boolean noOne() {
        boolean two = Wording.NO_ONE.lengthAt(cursor) == 2;
        return (two || !cursor.peek(0, Wording.NONE)) && cursor.accept(Wording.NO_ONE);
    }

    /** {@code each party P}, {@code all parties}, {@code neither party}, {@code each member of Coalition}. */
    private Optional<Phrase.Bearer> several() {
        int from = cursor.position();
        Token first = cursor.peek(0).orElseThrow(cursor::unexpected);
        boolean each = cursor.at("each");
        boolean either = cursor.peekWord(0, "either") || cursor.peekWord(0, "Either");
        boolean two = either
                || first.text().equalsIgnoreCase("neither")
                || cursor.peek(0, Wording.BOTH) && !cursor.peek(0, Wording.THE);
        int length = Math.max(
                either ? 1 : 0,
                IntStream.of(
                                Wording.EACH.lengthAt(cursor),
                                Wording.ALL.lengthAt(cursor),
                                Wording.BOTH.lengthAt(cursor),
                                Wording.NONE.lengthAt(cursor))
                        .max()
                        .orElse(0));
        if (length == 0) {
            return Optional.empty();
        }
        if (isEverySignatory(length)) {
            return Optional.of(everySignatory(length));
        }
        boolean guarantors = cursor.peek(length, Wording.GUARANTOR);
        if (guarantors || cursor.peek(length, Wording.PARTY)) {
            cursor.advance(length);
            Token word = cursor.next();
            Token set = word.spanning(Kind.WORD, guarantors ? "guarantor" : "party", word);
            cursor.expect("a letter");
            boolean named = cursor.peekKind(0, Kind.VARIABLE);
            Optional<Token> variable = named ? Optional.of(cursor.variable()) : Optional.empty();
            Optional<Token> pair = two ? Optional.of(first.spanning(Kind.WORD, first.text(), word)) : Optional.empty();
            return Optional.of(new Phrase.EachOf(variable, set, pair, either));
        }
        if (cursor.peek(length, Wording.MEMBERS) && !first.text().equalsIgnoreCase("the")) {
            cursor.advance(length);
            cursor.advance(Wording.MEMBERS.lengthAt(cursor));
            cursor.skip(Wording.THE);
            return Optional.of(new Phrase.Names(List.of(cursor.name("the name of a group"))));
        }
        if (each && cursor.peekKind(1, Kind.VARIABLE)) {
            cursor.require("each");
            Token variable = cursor.variable();
            cursor.require("of");
            return Optional.of(new Phrase.EachOf(
                    Optional.of(variable), cursor.name("the name of a group"), Optional.empty(), false));
        }
        if (first.text().equalsIgnoreCase("the")) {
            return Optional.empty();
        }
        cursor.advance(length);
        cursor.expect("`party`");
        cursor.expect("`guarantor`");
        cursor.expect("a letter such as `P`");
        if (from == cursor.position()) {
            return Optional.empty();
        }
        throw cursor.unexpected();
    }

    // What is owed.

    private Phrase.Duty duty(boolean nobody, Phrase.Bearer bearer) {
        cursor.skip(Wording.HEREBY);
        int from = cursor.position();
        if (cursor.accept(Wording.MUST_NOT)
                || (nobody && (cursor.accept(Wording.MAY) || cursor.accept(Wording.MUST)))) {
            cursor.remember(Said.FORBIDDEN, from);
            cursor.rejectPhrase();
            return mustNot();
        }
        if (cursor.accept(Wording.MAY)) {
            cursor.remember(Said.MODAL, from);
            return may();
        }
        if (!cursor.accept(Wording.MUST)) {
            throw noModal();
        }
        cursor.remember(Said.MODAL, from);
        if (bearer instanceof Phrase.EachOf each && each.either()) {
            cursor.reject(
                    each.pair().orElseThrow(),
                    "`either party` with a duty can mean each of the two, or that one of them suffices",
                    "say `each party`, if each owes it; if one suffices, say `nobody named must ...`");
        }
        boolean kept = cursor.at("keep")
                || !cursor.peek(1).map(t -> t.isWord("that") || t.is(Kind.OPEN)).orElse(true);
        if (kept && cursor.accept(Wording.KEEP)) {
            return new Phrase.Keep(cursor.previous(), conditions.condition());
        }
        boolean atOnce = cursor.accept(Wording.AT_ONCE);
        cursor.rejectPhrase();
        cursor.accept("have");
        int act = cursor.position();
        Phrase.Call call = conditions.call(EVENT);
        cursor.remember(Said.ACT, act);
        if (!atOnce && cursor.accept(Wording.EVERY)) {
            Token at = cursor.previous();
            return new Phrase.Recur(call, every(), at);
        }
        return achieve(call, atOnce);
    }

    /** {@code where necessary}, of a word that the document does not declare. */
    private boolean isWhereJudged() {
        return cursor.isPhrase()
                && cursor.peek(1)
                        .filter(t -> !cursor.vocabulary().declares(t.text()))
                        .isPresent();
    }

    /** Nothing says whether it is owed, forbidden or allowed. */
    private SyntaxFailure noModal() {
        Optional<Token> found = cursor.peek(0).filter(t -> t.is(Kind.WORD));
        boolean misspelt =
                found.flatMap(t -> Suggestion.nearest(t.text(), MODALS)).isPresent();
        if (cursor.isPhrase() || found.isEmpty() || misspelt) {
            return cursor.unexpected();
        }
        String first = cursor.bearerWord();
        if (MODALS.contains(first)) {
            cursor.report(
                    cursor.previous(),
                    "nothing says who " + first,
                    "name who is bound: `" + cursor.vocabulary().actor(0) + " " + first + " ...`, `each party P "
                            + first + " ...`; if the text names nobody, `nobody named " + first + " ...`");
            return new SyntaxFailure();
        }
        if (RULES.contains(found.get().text())) {
            String who = cursor.said(Said.BEARER, cursor.vocabulary().body());
            cursor.report(
                    found.get(),
                    "`" + who + " " + found.get().text()
                            + " ...` is a rule about clauses, and no clause: it has no number, and no" + " deadline",
                    "take the number away: `" + who + " " + found.get().text() + " "
                            + (found.get().isWord("confirms")
                                    ? "breaches of "
                                            + String.join(
                                                    ", ", cursor.vocabulary().articlesForbidding()) + "`; what " + who
                                            + " must do by a time is a clause, with an act"
                                    : "...`"));
            return new SyntaxFailure();
        }
        if (found.get().text().matches("[a-z][0-9]*")) {
            String capital = found.get().text().toUpperCase(Locale.ROOT);
            cursor.report(
                    found.get(),
                    "`" + found.get().text() + "` cannot stand for somebody: that is a capital letter",
                    "write `" + cursor.said(Said.BEARER, "each party") + " " + capital + "`, and `" + capital
                            + "` wherever it comes again");
            return new SyntaxFailure();
        }
        if (cursor.vocabulary().isState(first)) {
            cursor.report(
                    found.get(),
                    "`" + first + "` is a state: nobody owes it here",
                    "when it begins and ends is said where it is named: `state " + first + " begins with "
                            + cursor.vocabulary().event() + "`");
            return new SyntaxFailure();
        }
        String bearer = cursor.said(Said.BEARER, cursor.vocabulary().actor(0));
        String behind = cursor.peek(1).map(Token::text).orElse("");
        String act = cursor.vocabulary().isEvent(behind)
                ? behind
                : cursor.vocabulary().actMeantBy(found.get().text());
        cursor.report(
                found.get(),
                "nothing says whether `" + bearer + "` must, must not or may",
                "say `" + bearer + " must " + act + "`, `must not` or `may`");
        return new SyntaxFailure();
    }

    /** {@code every week} is every one. */
    private Span every() {
        Optional<Span.Unit> unit = cursor.peek(0).flatMap(t -> ConditionParser.unit(t.text()));
        if (unit.isEmpty()) {
            return conditions.span();
        }
        cursor.next();
        return new Span(1, unit.get());
    }

    private Phrase.Duty mustNot() {
        if (!cursor.peekWord(0, "gain") || !cursor.peekKind(1, Kind.NUMBER)) {
            int act = cursor.position();
            Phrase.Call call = conditions.call(EVENT);
            cursor.remember(Said.ACT, act);
            return new Phrase.Refrain(call);
        }
        Token gain = cursor.require("gain");
        Token km2 = cursor.number();
        cursor.require("km2", "or", "more", "beyond");
        return new Phrase.NotGain(gain, km2, cursor.name("the name of a zone"));
    }

    private Phrase.Duty may() {
        Effect effect = cursor.peek(0).map(t -> EFFECTS.get(t.text())).orElse(null);
        boolean clause = cursor.peekClauseId(1) || (cursor.peek(1, Wording.CLAUSE_NOUN) && peekClauseBehindNoun());
        if (effect == null || !clause) {
            EFFECTS.keySet().stream().sorted().forEach(cursor::at);
            return new Phrase.May(conditions.call(EVENT));
        }
        Token at = cursor.next();
        int from = cursor.position();
        List<Token> over = cursor.clauseIds();
        cursor.remember(Said.OVER, from);
        boolean onDeadlines = effect == Effect.EXTEND || effect == Effect.EXCUSE;
        boolean forGood = onDeadlines && cursor.accept("for", "good");
        Optional<Phrase.Call> with = Optional.empty();
        Optional<Token> decision = Optional.empty();
        if (cursor.peekWord(0, "with") && isBreachAt(1)) {
            throw byWhatAct(effect, at, over);
        }
        if (cursor.accept("with")) {
            int act = cursor.position();
            with = Optional.of(conditions.call(EVENT));
            cursor.remember(Said.ACT, act);
        } else {
            if (!cursor.peekWord(0, "by") || !cursor.peekWord(1, "decision")) {
                cursor.rejectPhrase();
                throw byWhatAct(effect, at, over);
            }
            cursor.require("by", "decision");
            decision = Optional.of(cursor.text("what is decided"));
        }
        boolean afterTheDay = onDeadlines && cursor.accept(Kind.COMMA, ",");
        if (afterTheDay) {
            cursor.require("also", "after", "the", "day");
        }
        return new Phrase.Power(effect, at, over, with, decision, new Duty.Reach(forGood, afterTheDay));
    }

    private boolean peekClauseBehindNoun() {
        return cursor.peekClauseId(1 + Wording.CLAUSE_NOUN.lengthAt(cursor, 1));
    }

    /** {@code find_material_breach}, where the rest of the clause speaks of a material breach. */
    private String judgedAhead() {
        return IntStream.range(0, 16)
                .filter(i -> cursor.peek(i, Wording.JUDGED) && cursor.peek(i + 1, Wording.BREACH))
                .mapToObj(i -> "find_" + cursor.peek(i).orElseThrow().text() + "_breach")
                .findFirst()
                .orElse("");
    }

    private boolean isBreachAt(int ahead) {
        int at = ahead + Wording.THE.lengthAt(cursor, ahead);
        return cursor.peek(at, Wording.BREACH)
                && !cursor.peek(at)
                        .filter(t -> cursor.vocabulary().declares(t.text()))
                        .isPresent();
    }

    /** A power is used by an act, so that there is a moment from which it works. */
    private SyntaxFailure byWhatAct(Effect effect, Token at, List<Token> over) {
        String act = switch (effect) {
            case SUSPEND -> "suspension_notice";
            case RESUME -> "resumption_notice";
            case TERMINATE -> "termination_notice";
            case EXTEND -> "agree_to_extend";
            case EXCUSE -> "waiver";
        };
        String attributes = effect == Effect.EXTEND ? "(by: party, until: date)" : "(by: party)";
        String found = judgedAhead();
        String known = (found.isEmpty() ? "" : "name who finds it, `event " + found + "(by: party, of: party)`, and ")
                + (cursor.vocabulary().isEvent(act) ? "" : "name the act, `event " + act + attributes + "`, and ");
        cursor.report(
                at,
                "nothing says by what act it is used",
                known + "say `" + cursor.said(Said.BEARER, cursor.vocabulary().actor(0)) + " may " + at.text() + " "
                        + String.join(", ", over.stream().map(Token::text).toList()) + " with " + act
                        + (!found.isEmpty()
                                ? " if " + found + "(by " + cursor.vocabulary().body()
                                        + ", of the other party) has happened`"
                                : cursor.peekWord(0, "with")
                                        ? " if the other party has breached 1`, with the clause that is meant"
                                        : cursor.atEnd() ? "`" : "`, and behind it `if` and what has to be so"));
        return new SyntaxFailure();
    }

    private Phrase.Duty achieve(Phrase.Call act, boolean atOnce) {
        Optional<Phrase.Amount> amount = amount();
        Optional<Phrase.When> notBefore = Optional.empty();
        if (cursor.accept(Wording.NOT_BEFORE) || (isDateAt(1) && cursor.accept(Wording.FROM_DATE))) {
            notBefore = Optional.of(moments.when());
            cursor.accept(Kind.COMMA, ",");
            cursor.skip(Wording.AND);
        }
        boolean onDay =
                cursor.peekKind(1, Kind.INSTANT) || SpelledDate.ahead(cursor, 1).isPresent();
        if (notBefore.isEmpty() && cursor.peekWord(0, "on") && onDay) {
            cursor.require("on");
            Phrase.When day = moments.when();
            return new Phrase.Achieve(act, amount, Optional.of(day), Optional.of(new Phrase.By(day, false)));
        }
        Optional<Phrase.Due> due = atOnce ? Optional.of(atOnce(cursor.previous())) : due();
        if (due.isEmpty()) {
            cursor.accept(Wording.WITHOUT_DEADLINE);
        }
        return new Phrase.Achieve(act, amount, notBefore, due);
    }

    private boolean isDateAt(int ahead) {
        return IntStream.rangeClosed(ahead, ahead + 2)
                .anyMatch(i -> SpelledDate.ahead(cursor, i).isPresent() || cursor.peekKind(i, Kind.INSTANT));
    }

    /** {@code at once}: by the end of the day on which the clock starts to run. */
    private Phrase.Due atOnce(Token once) {
        Token at = once.spanning(Kind.WORD, Phrase.AT_ONCE, once);
        Phrase.Counted day = new Phrase.Counted(new Span(1, Span.Unit.DAY), Optional.of(true), at, at);
        Optional<Phrase.Anchor> anchor = cursor.accept(Wording.OF) ? Optional.of(anchor()) : Optional.empty();
        return new Phrase.Within(day, anchor);
    }

    private Optional<Phrase.Amount> amount() {
        if (cursor.accept(Wording.AT_LEAST)) {
            Optional<Integer> often = adverb();
            if (often.isPresent()) {
                return Optional.of(new Phrase.Times(often.get()));
            }
            Token number = cursor.number();
            if (cursor.peekKind(0, Kind.WORD) && !cursor.peekWord(0, "times") && cursor.peekWord(0, "time")) {
                cursor.next();
            } else if (cursor.peekKind(0, Kind.WORD) && !cursor.at("times")) {
                Token what = cursor.next();
                cursor.reject(
                        number,
                        "`" + number.written() + " " + what.written() + "` is no number of acts",
                        "for a number that the acts add up to say `totalling " + number.text() + " of " + what.text()
                                + "`; for a number of acts, `at least " + number.text() + " times`");
            } else {
                cursor.require("times");
            }
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

    /** {@code once}, {@code twice}. */
    private Optional<Integer> adverb() {
        int n = cursor.peekWord(0, "once") ? 1 : cursor.peekWord(0, "twice") ? 2 : cursor.peekWord(0, "thrice") ? 3 : 0;
        cursor.advance(n > 0 ? 1 : 0);
        return n > 0 ? Optional.of(n) : Optional.empty();
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
        if (isSpanAt(Wording.WITHIN)) {
            cursor.accept(Wording.WITHIN);
            Phrase.Counted span = conditions.counted();
            Optional<Phrase.Anchor> anchor = cursor.accept(Wording.OF) ? Optional.of(anchor()) : Optional.empty();
            return Optional.of(new Phrase.Within(span, anchor));
        }
        cursor.at("within");
        if (cursor.accept(Wording.AT_ONCE)) {
            return Optional.of(atOnce(cursor.previous()));
        }
        boolean by = !cursor.peekWord(0, "by") || !cursor.peekWord(1, "decision");
        if (by && isWhenAt(Wording.BY)) {
            cursor.accept(Wording.BY);
            cursor.skip(Wording.END_OF);
            return Optional.of(new Phrase.By(whenAtLatest(), false));
        }
        cursor.at("by");
        if (isWhenAt(Wording.BEFORE)) {
            cursor.accept(Wording.BEFORE);
            return Optional.of(new Phrase.By(whenAtLatest(), true));
        }
        cursor.at("before");
        return Optional.empty();
    }

    /** Whether the words are followed by a span: {@code no later than 10 days after}, against {@code no later than 2026-03-01}. */
    private boolean isSpanAt(Wording wording) {
        int at = wording.lengthAt(cursor);
        if (at == 0) {
            return false;
        }
        at += Wording.THE.lengthAt(cursor, at);
        boolean within = cursor.peekWord(0, "within")
                && !cursor.peek(at).map(t -> t.isWord("reasonable")).orElse(false);
        boolean number = cursor.peekKind(at, Kind.NUMBER)
                || NumberWords.at(cursor, at).isPresent()
                || cursor.peek(at).filter(t -> t.text().matches("[0-9]+[dhwy]")).isPresent();
        return within || (number && SpelledDate.ahead(cursor, at).isEmpty());
    }

    private boolean isWhenAt(Wording wording) {
        int at = wording.lengthAt(cursor);
        if (at == 0) {
            return false;
        }
        at += Wording.END_OF.lengthAt(cursor, at);
        return cursor.peekKind(at, Kind.VARIABLE)
                || cursor.peekKind(at, Kind.INSTANT)
                || SpelledDate.ahead(cursor, at).isPresent()
                || cursor.peek(at).isEmpty();
    }

    private Phrase.When whenAtLatest() {
        Phrase.When when = moments.when();
        cursor.skip(Wording.AT_THE_LATEST);
        return when;
    }

    /** {@code of the finding}, {@code of its confirmation}: of which breach, the beginning of the clause says. */
    private Optional<Token> momentOfBreach() {
        int at = cursor.peekWord(0, "the") || cursor.peekWord(0, "its") || cursor.peekWord(0, "such") ? 1 : 0;
        return cursor.peek(at)
                .filter(t -> FINDING.contains(t.text()) && !cursor.vocabulary().declares(t.text()));
    }

    private Phrase.Anchor ofThisBreach(Token spoken) {
        String word = spoken.written();
        if (breach.isEmpty()) {
            cursor.reject(
                    spoken,
                    "nothing says on which breach the " + word + " is",
                    "begin the clause with the breach, `on a confirmed breach B of "
                            + cursor.vocabulary().forbidding() + ", ...`, and say `of the finding on B`");
        }
        while (!cursor.previous().equals(spoken)) {
            cursor.next();
        }
        if (cursor.peekWord(0, "of") || cursor.peekWord(0, "by")) {
            cursor.next();
            cursor.skip(Wording.THE);
            cursor.name("whose finding it is");
        }
        return new Phrase.OfBreach(breach.get(), Moment.FINDING);
    }

    private Phrase.Anchor anchor() {
        if (cursor.accept("the", "start", "of")) {
            return new Phrase.OfBreach(cursor.variable(), Moment.START);
        }
        if (cursor.accept("the", "finding", "on")) {
            return new Phrase.OfBreach(cursor.variable(), Moment.FINDING);
        }
        Optional<Token> spoken = momentOfBreach();
        if (spoken.isPresent()) {
            return ofThisBreach(spoken.get());
        }
        if (cursor.accept("the", "report")) {
            Token at = cursor.previous();
            boolean ofBreach = cursor.accept("of");
            return ofBreach ? new Phrase.OfBreach(cursor.variable(), Moment.REPORT) : new Phrase.OfReport(at);
        }
        cursor.rejectPhrase();
        rejectToldEvent();
        if (isBreach()) {
            Token breach = cursor.peek(0).orElseThrow();
            cursor.reject(
                    breach,
                    "a breach sets the clause off, and stands at its beginning",
                    "say `on a breach of ..., "
                            + cursor.said(Said.BEARER, cursor.vocabulary().actor(0)) + " must "
                            + cursor.said(Said.ACT, cursor.vocabulary().deed()) + " within` the time");
        }
        return new Phrase.OfEvent(conditions.call(EVENT));
    }

    /** {@code within 30 days of a request by the Republic}: as one tells it, and not as it is named. */
    private void rejectToldEvent() {
        Token told = cursor.peek(1).orElse(null);
        boolean breach = cursor.peek(1, Wording.BREACH) || cursor.peek(2, Wording.BREACH);
        if (told == null || !told.is(Kind.WORD) || breach || !(cursor.peekWord(0, "a") || cursor.peekWord(0, "an"))) {
            return;
        }
        Optional<String> known = cursor.vocabulary().eventSpokenOf(told.text());
        String event = known.orElse(told.text())
                + actorBehind().map(who -> "(by " + who + ")").orElse("");
        Token article = cursor.peek(0).orElseThrow();
        cursor.reject(
                article.spanning(Kind.WORD, told.text(), told),
                "`" + article.written() + " " + told.written()
                        + "` is an act from which the time runs, and stands by its name",
                (known.isPresent() ? "" : "say what it is, `event " + told.text() + "(by: party)`, and here ")
                        + (known.isPresent() ? "say " : "")
                        + "`of " + event + "`");
    }

    /** Whose act it is that is told with {@code by the Highland Republic}; a name of one word may be told in two. */
    private Optional<String> actorBehind() {
        if (!(cursor.peekWord(2, "by") || cursor.peekWord(2, "of") || cursor.peekWord(2, "from"))) {
            return Optional.empty();
        }
        int at = cursor.peek(3, Wording.THE) ? 4 : 3;
        String first = cursor.peek(at).map(Token::text).orElse("");
        String second = cursor.peek(at + 1).map(Token::text).orElse("");
        return Stream.of(first, first + second, first + "_" + second)
                .filter(cursor.vocabulary()::isActor)
                .findFirst();
    }
}
