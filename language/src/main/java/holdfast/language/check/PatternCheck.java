package holdfast.language.check;

import holdfast.language.check.written.Scope;
import holdfast.language.diagnostic.Code;
import holdfast.language.diagnostic.LookAlike;
import holdfast.language.diagnostic.Suggestion;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.model.Values;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.Stated;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Patterns and the values in them. */
final class PatternCheck {
    private final Context context;

    PatternCheck(Context context) {
        this.context = context;
    }

    /** A pattern whose variables get a value from what it matches. */
    Optional<Pattern> binding(Phrase.Call call, Scope scope) {
        return check(call, scope, true);
    }

    /** A pattern that binds nothing beyond itself, as in {@code x has happened}. */
    Optional<Pattern> matching(Phrase.Call call, Scope scope) {
        return check(call, scope, false);
    }

    private Optional<Pattern> check(Phrase.Call call, Scope scope, boolean binds) {
        Optional<EventType> event = event(call.name());
        if (event.isEmpty()) {
            return Optional.empty();
        }
        List<Pattern.Argument> arguments = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean good = true;
        for (Phrase.Argument argument : call.arguments()) {
            Optional<Pattern.Argument> checked = argument(event.get(), argument, seen, scope, binds);
            checked.ifPresent(arguments::add);
            good &= checked.isPresent();
        }
        Pattern pattern = new Pattern(
                context.names.counted(call.name().text()),
                arguments,
                Stated.originOf(call.name(), call.name().text().length()));
        return good ? Optional.of(pattern) : Optional.empty();
    }

    Optional<EventType> event(Token name) {
        Optional<EventType> event = context.names.event(name.text());
        if (event.isEmpty()) {
            reportNoEvent(name);
        }
        return event;
    }

    private void reportNoEvent(Token name) {
        Optional<Names.Kind> kind = context.names.kind(name.text());
        if (kind.isPresent() && context.names.isEvent(name.text())) {
            return; // Defined, and what is wrong with the definition has been said.
        }
        if (kind.isPresent() && !context.names.isBroken(name.text())) {
            context.report(
                    Code.UNKNOWN_EVENT,
                    name,
                    "`" + name.text() + "` is " + kind.get().words + ", where an act or event is needed",
                    kind.get() == Names.Kind.STATE
                            ? "say `when " + name.text() + " begins` or `when " + name.text()
                                    + " ends`; here stands what somebody does"
                            : "acts are named so: `event " + name.text() + "_happened(by: party)`");
            return;
        }
        context.unknown(
                Code.UNKNOWN_EVENT,
                name,
                "the text names no act or event",
                context.names.of(Names.Kind.EVENT, Names.Kind.DEFINITION),
                "say what it is: `event " + name.text() + "(by: party)`");
    }

    private Optional<Pattern.Argument> argument(
            EventType event, Phrase.Argument argument, Set<String> seen, Scope scope, boolean binds) {
        return attribute(event, argument, seen)
                .filter(a -> isAmongValues(event, a, argument))
                .flatMap(
                        a -> term(argument.term(), a.type(), scope, binds).map(t -> new Pattern.Argument(a.name(), t)));
    }

    /** Votes and decisions have few values: what is none of them could never match. */
    boolean isAmongValues(EventType event, Attribute attribute, Phrase.Argument written) {
        List<String> values = Values.of(event.name(), attribute.name());
        Token token = written.term().token();
        if (values.isEmpty() || !token.is(Token.Kind.TEXT) || values.contains(token.content())) {
            return true;
        }
        String near = token.content().strip().toLowerCase(Locale.ROOT);
        context.report(
                Code.NOT_A_CHOICE,
                token,
                "`" + token.content() + "` is no " + attribute.name() + " of a `" + event.name() + "`",
                LookAlike.same(token.content(), values.getFirst()) || values.contains(LookAlike.skeleton(near))
                        ? "write `\"" + LookAlike.skeleton(near) + "\"`, in small Latin letters and without a space"
                        : Suggestion.help(token.content(), values, ""));
        return false;
    }

    /** The attribute of which a value is given: it must be named, belong to the event, and be given once. */
    Optional<Attribute> attribute(EventType event, Phrase.Argument argument, Set<String> seen) {
        if (argument.attribute().isEmpty()) {
            Token value = argument.term().token();
            if (decimalComma(value)) {
                return Optional.empty();
            }
            context.report(
                    Code.UNKNOWN_ATTRIBUTE,
                    value,
                    "`" + value.text() + "` does not say of which detail it is the value",
                    "write the detail before it, as in `" + example(event, value) + "`");
            return Optional.empty();
        }
        Token name = argument.attribute().get();
        Optional<Attribute> attribute = event.attribute(name.text());
        if (attribute.isEmpty()) {
            List<String> known =
                    event.attributes().stream().map(Attribute::name).toList();
            context.unknown(
                    Code.UNKNOWN_ATTRIBUTE,
                    name,
                    "the act `" + event.name() + "` has no detail",
                    known,
                    known.isEmpty() ? "it has no attributes at all" : "");
        } else if (!seen.add(name.text())) {
            context.report(
                    Code.ATTRIBUTE_TWICE,
                    name,
                    "`" + name.text() + "` is given twice",
                    "say each detail once; for either of two values write two patterns joined by `or`");
            return Optional.empty();
        }
        return attribute;
    }

    /** {@code boats 1,5}: the comma stands between two digits, without a blank. */
    private boolean decimalComma(Token value) {
        String line = value.place().sourceLine();
        int comma = value.column() - 2;
        boolean within = value.is(Token.Kind.NUMBER)
                && comma > 0
                && line.charAt(comma) == ','
                && Character.isDigit(line.charAt(comma - 1));
        if (within) {
            int from = comma;
            while (from > 0 && Character.isDigit(line.charAt(from - 1))) {
                from--;
            }
            String whole = line.substring(from, comma);
            context.report(
                    Code.NUMBER_OUT_OF_RANGE,
                    value,
                    "`" + whole + "," + value.text() + "` is no number: decimals stand behind a point",
                    "write `" + whole + "." + value.text() + "`; a further value needs the name of its detail");
        }
        return within;
    }

    private static String example(EventType event, Token value) {
        ValueType type = switch (value.kind()) {
            case NUMBER -> ValueType.NUMBER;
            case TEXT -> ValueType.TEXT;
            case DATE -> ValueType.DATE;
            default -> ValueType.PARTY;
        };
        String attribute = event.attributes().stream()
                .filter(a -> a.type() == type)
                .findFirst()
                .or(() -> event.attributes().stream().findFirst())
                .map(Attribute::name)
                .orElse("by");
        return event.name() + "(" + attribute + " " + value.text() + ")";
    }

    /** A value of the type that its place demands. */
    Optional<Term> term(Phrase.Term written, ValueType type, Scope scope, boolean binds) {
        Token token = written.token();
        if (token.is(Token.Kind.VARIABLE)) {
            return variable(token, type, scope, binds);
        }
        return constant(written, type).map(Term.Constant::new);
    }

    private Optional<Term> variable(Token token, ValueType type, Scope scope, boolean binds) {
        Optional<ValueType> known = scope.type(token.text());
        if (!scope.learn(token.text(), type)) {
            context.report(
                    Code.VARIABLE_OF_TWO_TYPES,
                    token,
                    "`" + token.text() + "` stands for " + words(known.orElse(type)) + " and, here, for " + words(type),
                    "use two variables");
            return Optional.empty();
        }
        if (binds) {
            scope.bind(token.text());
        }
        return Optional.of(new Term.Variable(token.text()));
    }

    Optional<Value> constant(Phrase.Term written, ValueType type) {
        Token token = written.token();
        if (!written.more().isEmpty()) {
            return wrong(token, type, "coordinates belong into scenarios; in a clause compare a letter with a zone");
        }
        return switch (type) {
            case PARTY -> actor(token);
            case NUMBER ->
                token.is(Token.Kind.NUMBER)
                        ? context.literals.number(token).map(Value.Number::new)
                        : wrong(token, type, "write a number such as `5` or `600_000`");
            case TEXT ->
                token.is(Token.Kind.TEXT)
                        ? Optional.of(new Value.Text(token.content()))
                        : wrong(token, type, "write it in quotation marks: `\"" + token.text() + "\"`");
            case DATE ->
                token.is(Token.Kind.DATE)
                        ? context.literals.date(token).map(Value.Day::new)
                        : wrong(token, type, "write a date such as `2015-02-15`");
            case ZONE -> zone(token);
            case BREACH -> breach(token);
            case PLACE -> wrong(token, type, "give it a letter and say `where X in` a zone");
        };
    }

    private Optional<Value> actor(Token token) {
        if (!token.is(Token.Kind.WORD)) {
            return wrong(token, ValueType.PARTY, "write the name of a party, guarantor, actor, group or body");
        }
        String name = token.text();
        boolean known = context.names.canAct(name)
                || context.names.groups.containsKey(name)
                || name.equals("party")
                || name.equals("guarantor")
                || name.equals(Value.UNATTRIBUTED.name());
        if (known) {
            return Optional.of(new Value.Actor(name));
        }
        unknownActor(token);
        return Optional.empty();
    }

    void unknownActor(Token token) {
        Optional<Names.Kind> kind = context.names.kind(token.text());
        List<String> actors = context.names.of(Names.Kind.ACTOR, Names.Kind.GROUP, Names.Kind.BODY);
        if (kind.isPresent() && !context.names.isBroken(token.text())) {
            context.report(
                    Code.UNKNOWN_ACTOR,
                    token,
                    "`" + token.text() + "` is " + kind.get().words + ", where somebody who acts is needed",
                    "say who: " + (actors.isEmpty() ? "name a `party`" : "for example `" + actors.getFirst() + "`"));
            return;
        }
        int stroke = token.text().indexOf('/');
        if (stroke > 0) {
            context.report(
                    Code.UNKNOWN_ACTOR,
                    token,
                    "`" + token.text() + "` leaves open whether both or one of them is meant",
                    "for both write `" + token.text().replace("/", " and ") + "`");
            return;
        }
        Optional<EventType> has = context.names.events.values().stream()
                .filter(e -> e.attribute(token.text()).isPresent())
                .findFirst();
        if (has.isPresent()) {
            String named = has.get().name() + "(" + token.text() + " N)";
            context.report(
                    Code.UNKNOWN_ACTOR,
                    token,
                    "`" + token.text() + "` is something that is said of `"
                            + has.get().name() + "`, and stands here without it",
                    "give it a letter where the act is named, and ask for that: `" + named + " where N …`");
            return;
        }
        context.unknown(
                Code.UNKNOWN_ACTOR,
                token,
                "there is no party, guarantor, actor, group or body",
                context.names.of(Names.Kind.ACTOR, Names.Kind.GROUP, Names.Kind.BODY),
                "say what it is: `party " + token.text() + "` or `actor " + token.text() + "`");
    }

    private Optional<Value> zone(Token token) {
        return zoneName(token).map(Value.ZoneName::new);
    }

    Optional<String> zoneName(Token token) {
        if (context.names.notPublic.contains(token.text())) {
            context.report(
                    Code.UNKNOWN_ZONE,
                    token,
                    "`" + token.text() + "` is on a map that is not public: nothing can be measured from it",
                    "ask with `where X in " + token.text() + "`, which stays open, or give a map");
            return Optional.empty();
        }
        if (context.names.kind(token.text()).filter(k -> k == Names.Kind.ZONE).isPresent()) {
            return Optional.of(token.text());
        }
        context.unknown(
                Code.UNKNOWN_ZONE,
                token,
                "there is no zone",
                context.names.of(Names.Kind.ZONE),
                "say what it is: `zone " + (token.is(Token.Kind.WORD) ? token.text() : "line_of_contact")
                        + " from \"file.geojson\"`");
        return Optional.empty();
    }

    private Optional<Value> breach(Token token) {
        if (token.is(Token.Kind.TEXT)) {
            return Optional.of(new Value.Reference(token.content()));
        }
        if (token.isClauseId()) {
            return context.clause(token).map(Value.Reference::new);
        }
        return wrong(token, ValueType.BREACH, "write the letter of a breach, such as `B`, or a clause's number");
    }

    private Optional<Value> wrong(Token token, ValueType type, String help) {
        context.report(
                Code.WRONG_TYPE,
                token,
                "`" + token.text() + "` is not " + words(type) + ", which is needed here",
                help);
        return Optional.empty();
    }

    static String words(ValueType type) {
        return switch (type) {
            case PARTY -> "a party";
            case BREACH -> "a breach";
            case NUMBER, TEXT, DATE, PLACE, ZONE -> "a " + type.name().toLowerCase(Locale.ROOT);
        };
    }

    static Optional<ValueType> type(String word) {
        for (ValueType type : ValueType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    static String typeNames() {
        return Suggestion.list(List.of("party", "number", "text", "date", "place", "zone", "breach"));
    }
}
