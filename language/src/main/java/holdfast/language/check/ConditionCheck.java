package holdfast.language.check;

import holdfast.language.check.written.Scope;
import holdfast.language.diagnostic.Code;
import holdfast.language.model.ClauseRef;
import holdfast.language.model.Comparison;
import holdfast.language.model.Condition;
import holdfast.language.model.Group;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.Stated;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Conditions: every variable must have a value from elsewhere, save within {@code has happened} and {@code no ... for}. */
final class ConditionCheck {
    private static final Set<Comparison> EQUALITY = Set.of(Comparison.IS, Comparison.IS_NOT);

    private final Context context;
    private final PatternCheck patterns;

    ConditionCheck(Context context, PatternCheck patterns) {
        this.context = context;
        this.patterns = patterns;
    }

    /** What was said, or the condition that always holds if nothing was. Empty, and reported, if it is wrong. */
    Optional<Condition> check(Optional<Phrase.Condition> written, Scope scope) {
        return written.isEmpty() ? Optional.of(Condition.ALWAYS) : check(written.get(), scope);
    }

    Optional<Condition> check(Phrase.Condition written, Scope scope) {
        return switch (written) {
            case Phrase.And c -> all(c.conditions(), scope).map(Condition.All::new);
            case Phrase.Or c -> all(c.conditions(), scope).map(Condition.Any::new);
            case Phrase.Not c -> check(c.condition(), scope).map(Condition.Not::new);
            case Phrase.Mention c -> mention(c.call(), scope);
            case Phrase.HasHappened c -> patterns.matching(c.call(), scope).map(Condition.HasHappened::new);
            case Phrase.NoneFor c -> patterns.matching(c.call(), scope).map(p -> new Condition.NoneFor(p, c.span()));
            case Phrase.ClauseIs c -> outcome(c, scope);
            case Phrase.Compare c -> compare(c.left(), c.comparison(), c.right(), scope);
            case Phrase.CompareCall c -> compareCall(c, scope);
            case Phrase.Approved c -> approved(c, scope);
            case Phrase.InZone c -> inZone(c, scope);
            case Phrase.Distance c -> distance(c, scope);
        };
    }

    /** A body approves by deciding; anybody else by the act {@code approval}. */
    private Optional<Condition> approved(Phrase.Approved written, Scope scope) {
        String by = written.by().text();
        Phrase.Term holder = new Phrase.Term(written.by());
        if (!context.names.bodies.containsKey(by)) {
            // Of a body that could not be read nobody can say whether it approves by deciding.
            if (context.names.isBroken(written.by().text())) {
                return Optional.empty();
            }
            Token name = written.approval().spanning(Token.Kind.WORD, Phrase.APPROVAL, written.approval());
            Phrase.Argument who = new Phrase.Argument(
                    Optional.of(written.by().spanning(Token.Kind.WORD, BearerCheck.BY, written.by())), holder);
            return patterns.matching(new Phrase.Call(name, List.of(who)), scope).map(Condition.HasHappened::new);
        }
        Optional<String> on =
                written.on().map(Token::content).or(() -> written.act().map(Token::text));
        if (on.isEmpty()) {
            context.report(
                    Code.APPROVAL_OF_WHAT,
                    written.by(),
                    "nothing says what `" + by + "` has to approve",
                    "say on what it decides: `without approval of " + by + " on \"...\"`");
            return Optional.empty();
        }
        List<Pattern.Argument> arguments = List.of(
                new Pattern.Argument("of", new Term.Constant(new Value.Actor(by))),
                new Pattern.Argument("on", new Term.Constant(new Value.Text(on.get()))),
                new Pattern.Argument("result", new Term.Constant(new Value.Text("adopted"))));
        return Optional.of(
                new Condition.HasHappened(new Pattern(Names.DECISION, arguments, origin(written.approval()))));
    }

    private Optional<List<Condition>> all(List<Phrase.Condition> written, Scope scope) {
        List<Condition> checked = new ArrayList<>();
        for (Phrase.Condition condition : written) {
            check(condition, scope).ifPresent(checked::add);
        }
        return checked.size() == written.size() ? Optional.of(checked) : Optional.empty();
    }

    private Optional<Condition> outcome(Phrase.ClauseIs written, Scope scope) {
        Optional<ClauseRef> of = context.clauses(List.of(written.clause()));
        if (of.isEmpty() || written.by().isEmpty()) {
            return of.map(ref -> written.fulfilled()
                    ? new Condition.ClauseFulfilled(ref, origin(written.clause()))
                    : new Condition.ClauseBreached(ref, Optional.empty(), origin(written.clause())));
        }
        Phrase.Term by = written.by().get();
        return by.token().is(Token.Kind.VARIABLE)
                ? breachedByVariable(of.get(), written.clause(), by.token(), scope)
                : breachedBy(of.get(), written.clause(), by.token());
    }

    /** Of a group: by any of its members. */
    private Optional<Condition> breachedBy(ClauseRef of, Token clause, Token by) {
        Group group = context.names.groups.get(by.text());
        if (group == null && !context.names.canAct(by.text())) {
            patterns.unknownActor(by);
            return Optional.empty();
        }
        List<Condition> any = (group == null ? List.of(by.text()) : group.members())
                .stream().map(actor -> breached(of, actor, clause)).toList();
        return Optional.of(any.size() == 1 ? any.getFirst() : new Condition.Any(any));
    }

    /** Said once for each who could be meant. */
    private Optional<Condition> breachedByVariable(ClauseRef of, Token clause, Token by, Scope scope) {
        if (!requireBound(by, scope)
                || patterns.term(new Phrase.Term(by), ValueType.PARTY, scope, false)
                        .isEmpty()) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(context.names.actors.keySet());
        all.addAll(context.names.bodies.keySet());
        List<Condition> any = new ArrayList<>();
        for (String actor : all) {
            Condition is = new Condition.Compare(
                    new Term.Variable(by.text()), Comparison.IS, new Term.Constant(new Value.Actor(actor)), origin(by));
            any.add(new Condition.All(List.of(is, breached(of, actor, clause))));
        }
        return Optional.of(new Condition.Any(any));
    }

    private static Condition breached(ClauseRef of, String actor, Token clause) {
        return new Condition.ClauseBreached(of, Optional.of(actor), origin(clause));
    }

    private Optional<Condition> mention(Phrase.Call call, Scope scope) {
        Token name = call.name();
        Names.Kind kind = context.names.kind(name.text()).orElse(null);
        if (kind == Names.Kind.STATE) {
            return state(call, scope).map(c -> c);
        }
        if (kind == Names.Kind.UNDEFINED && call.arguments().isEmpty()) {
            return Optional.of(new Condition.Undefined(name.text(), origin(name)));
        }
        if (kind == null) {
            context.unknown(
                    Code.UNKNOWN_CONDITION,
                    name,
                    "there is no state and no open term",
                    context.names.of(Names.Kind.STATE, Names.Kind.UNDEFINED),
                    "say what it is: `state " + name.text() + " begins with ...`, or leave it open: `undefined "
                            + name.text() + "`");
            return Optional.empty();
        }
        context.report(
                Code.UNKNOWN_CONDITION,
                name,
                "`" + name.text() + "` is " + kind.words + ", which neither holds nor fails",
                mendOf(kind, name.text()));
        return Optional.empty();
    }

    private String mendOf(Names.Kind kind, String name) {
        String body = context.names.bodies.keySet().stream().findFirst().orElse("...");
        return switch (kind) {
            case EVENT, DEFINITION ->
                "if somebody has to judge it, as self-defence is judged, name `undefined " + name + "` in place of the"
                        + " event, say who rules on it, `" + body + " rules on " + name + "`, and say `where not "
                        + name
                        + "`; `" + name + " has happened` holds for ever from the first time on, whoever did it; what"
                        + " begins and ends is a state, `state ... begins with " + name + "`";
            case LEVEL -> "compare it with a number: `" + name + " at most 600_000`";
            case UNDEFINED -> "an open term stands alone: say `" + name + "`";
            case QUESTION -> "put the question in front of the statement: `read " + name + " as ...,`";
            case ACTOR, GROUP, BODY, STATE, ZONE, ANNEX -> "name a state, or compare a letter with `" + name + "`";
        };
    }

    Optional<Condition.InState> state(Phrase.Call call, Scope scope) {
        Names.Signature signature = context.names.states.get(call.name().text());
        if (signature == null) {
            return Optional.empty(); // Declared, and what is wrong with it has been said.
        }
        return arguments(call, signature, scope)
                .map(terms ->
                        new Condition.InState(call.name().text(), List.copyOf(terms.values()), origin(call.name())));
    }

    /** The arguments in the order of the parameters: named, or in order. */
    private Optional<Map<String, Term>> arguments(Phrase.Call call, Names.Signature signature, Scope scope) {
        List<String> parameters = signature.parameters();
        Map<String, Term> given = new LinkedHashMap<>();
        parameters.forEach(p -> given.put(p, new Term.Variable("")));
        int count = 0;
        boolean good = true;
        for (int i = 0; i < call.arguments().size(); i++) {
            Phrase.Argument argument = call.arguments().get(i);
            String name = argument.attribute().map(Token::text).orElse(i < parameters.size() ? parameters.get(i) : "");
            if (!given.containsKey(name)) {
                continue;
            }
            Optional<Term> term =
                    value(argument.term(), Optional.ofNullable(signature.types().get(name)), scope);
            term.ifPresent(t -> given.put(name, t));
            good &= term.isPresent();
            count++;
        }
        if (count != parameters.size() || call.arguments().size() != count) {
            reportArguments(call, parameters);
            return Optional.empty();
        }
        boolean complete = given.values().stream().noneMatch(t -> t.equals(new Term.Variable("")));
        return good && complete ? Optional.of(given) : Optional.empty();
    }

    private void reportArguments(Phrase.Call call, List<String> parameters) {
        String name = call.name().text();
        context.report(
                Code.WRONG_ARGUMENTS,
                call.name(),
                "`" + name + "` is given " + values(call.arguments().size()) + " and has " + parameters.size(),
                parameters.isEmpty()
                        ? "write `" + name + "` alone"
                        : "write `" + name + "(" + String.join(", ", parameters) + ")`");
    }

    private static String values(int n) {
        return n == 0 ? "no value" : n == 1 ? "1 value" : n + " values";
    }

    /** A value in a condition: a variable must have been bound. Without a known type a variable keeps its own. */
    private Optional<Term> value(Phrase.Term written, Optional<ValueType> type, Scope scope) {
        Token token = written.token();
        if (!token.is(Token.Kind.VARIABLE)) {
            ValueType needed = type.orElseGet(() -> natural(token));
            return patterns.term(written, needed, scope, false);
        }
        if (!requireBound(token, scope)) {
            return Optional.empty();
        }
        return type.isPresent()
                ? patterns.term(written, type.get(), scope, false)
                : Optional.of(new Term.Variable(token.text()));
    }

    boolean requireBound(Token variable, Scope scope) {
        if (scope.isBound(variable.text())) {
            return true;
        }
        context.report(
                Code.UNBOUND_VARIABLE,
                variable,
                "nothing says what `" + variable.text() + "` stands for",
                visible(scope).isEmpty()
                        ? "name it where an act, the beginning of the clause or the one who is bound gives it a value"
                        : "here are known: " + String.join(", ", visible(scope)));
        return false;
    }

    private static List<String> visible(Scope scope) {
        return scope.bound().stream()
                .filter(v -> !v.startsWith("_"))
                .map(v -> "`" + v + "`")
                .toList();
    }

    private static ValueType natural(Token token) {
        return switch (token.kind()) {
            case NUMBER -> ValueType.NUMBER;
            case DATE -> ValueType.DATE;
            case TEXT -> ValueType.TEXT;
            default -> ValueType.PARTY;
        };
    }

    private Optional<Condition> compareCall(Phrase.CompareCall written, Scope scope) {
        Token name = written.left().name();
        if (context.names.kind(name.text()).filter(k -> k == Names.Kind.LEVEL).isPresent()) {
            return level(written, scope);
        }
        if (written.left().arguments().isEmpty()) {
            return compare(new Phrase.Term(name), written.comparison(), written.right(), scope);
        }
        context.unknown(
                Code.UNKNOWN_CONDITION,
                name,
                "there is no level",
                context.names.of(Names.Kind.LEVEL),
                "say what it is: `define " + name.text() + "(of P) as the latest count in ...`");
        return Optional.empty();
    }

    private Optional<Condition> level(Phrase.CompareCall written, Scope scope) {
        Phrase.Call call = written.left();
        Names.Signature signature = context.names.levels.get(call.name().text());
        Token number = written.right().token();
        if (signature == null) {
            return Optional.empty();
        }
        if (!number.is(Token.Kind.NUMBER)) {
            context.report(
                    Code.NOT_COMPARABLE,
                    number,
                    "a level is compared with a number, not with `" + number.text() + "`",
                    "");
            return Optional.empty();
        }
        Optional<Map<String, Term>> arguments = arguments(call, signature, scope);
        return context.literals
                .number(number)
                .flatMap(n -> arguments.map(terms -> {
                    List<Pattern.Argument> named = new ArrayList<>();
                    terms.forEach((parameter, term) -> named.add(new Pattern.Argument(parameter, term)));
                    Pattern pattern = new Pattern(call.name().text(), named, origin(call.name()));
                    return new Condition.LevelIs(pattern, written.comparison(), n);
                }));
    }

    private Optional<Condition> compare(Phrase.Term left, Comparison comparison, Phrase.Term right, Scope scope) {
        ValueType type = typeOf(left, scope)
                .or(() -> typeOf(right, scope))
                .orElseGet(() -> left.token().is(Token.Kind.VARIABLE) ? natural(right.token()) : natural(left.token()));
        Optional<Term> first = value(left, Optional.of(type), scope);
        Optional<Term> second = first.isEmpty() ? first : value(right, Optional.of(type), scope);
        if (first.isEmpty() || second.isEmpty() || !isComparable(type, comparison, left.token())) {
            return Optional.empty();
        }
        return Optional.of(new Condition.Compare(first.get(), comparison, second.get(), origin(left.token())));
    }

    private Optional<ValueType> typeOf(Phrase.Term term, Scope scope) {
        Token token = term.token();
        if (token.is(Token.Kind.VARIABLE)) {
            return scope.type(token.text());
        }
        boolean zone = context.names
                .kind(token.text())
                .filter(k -> k == Names.Kind.ZONE)
                .isPresent();
        return zone ? Optional.of(ValueType.ZONE) : Optional.empty();
    }

    private boolean isComparable(ValueType type, Comparison comparison, Token at) {
        boolean ordered = type == ValueType.NUMBER || type == ValueType.DATE;
        boolean equatable = type != ValueType.PLACE && type != ValueType.BREACH;
        if (ordered || (equatable && EQUALITY.contains(comparison))) {
            return true;
        }
        String help = switch (type) {
            case PLACE -> "say `" + at.text() + " in` a zone, or `" + at.text() + " within 5 km of` a zone";
            case BREACH -> "breaches are told apart by their triggers";
            case PARTY, NUMBER, TEXT, DATE, ZONE -> "say `is` or `is not`";
        };
        context.report(
                Code.NOT_COMPARABLE,
                at,
                "`" + at.text() + "` is " + PatternCheck.words(type) + ", which has no such comparison",
                help);
        return false;
    }

    private Optional<Condition> inZone(Phrase.InZone written, Scope scope) {
        Optional<Term> place = value(new Phrase.Term(written.variable()), Optional.of(ValueType.PLACE), scope);
        if (isNotPublic(written.zone())) {
            return place.map(p -> new Condition.Undefined(written.zone().text(), origin(written.zone())));
        }
        Optional<String> zone = patterns.zoneName(written.zone());
        return place.flatMap(p -> zone.map(z -> new Condition.InZone(p, z, origin(written.variable()))));
    }

    private Optional<Condition> distance(Phrase.Distance written, Scope scope) {
        Optional<Term> place = value(new Phrase.Term(written.variable()), Optional.of(ValueType.PLACE), scope);
        if (isNotPublic(written.zone())) {
            return place.map(p -> new Condition.Undefined(written.zone().text(), origin(written.zone())));
        }
        Optional<String> zone = patterns.zoneName(written.zone());
        return place.flatMap(p -> zone.flatMap(z -> context.literals
                .number(written.km())
                .map(km -> new Condition.Distance(p, written.within(), km, z, origin(written.variable())))));
    }

    /** What lies in it is open, like a word that nobody defined. */
    private boolean isNotPublic(Token zone) {
        return context.names.notPublic.contains(zone.text());
    }

    private static Origin origin(Token token) {
        return Stated.originOf(token, token.text().length());
    }
}
