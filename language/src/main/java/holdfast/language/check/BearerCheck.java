package holdfast.language.check;

import holdfast.language.check.written.Scope;
import holdfast.language.diagnostic.Code;
import holdfast.language.model.Actor;
import holdfast.language.model.Bearer;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Pattern;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who owes a duty, and the place in the act where it is said. */
final class BearerCheck {
    static final String BY = "by";

    private final Context context;
    private final PatternCheck patterns;

    BearerCheck(Context context, PatternCheck patterns) {
        this.context = context;
        this.patterns = patterns;
    }

    /** A bearer and the term that stands for it in a pattern; none for nobody. */
    record Bearing(Bearer bearer, Optional<Term> term) {
        static Bearing of(Bearer bearer, String variable) {
            return new Bearing(bearer, Optional.of(new Term.Variable(variable)));
        }
    }

    /**
     * @param inherited variables that come from the instance of a breached clause: a bearer may take their letters
     * @param invented the name of a variable, if one has to be invented
     * @param prohibition its act shall match whoever does it, named or not: affiliates and nobody named are told apart only afterwards
     */
    Optional<Bearing> check(
            Phrase.Bearer written, Scope scope, Set<String> inherited, String invented, boolean prohibition) {
        return switch (written) {
            case Phrase.NobodyNamed ignored -> Optional.of(new Bearing(new Bearer.NobodyNamed(), Optional.empty()));
            case Phrase.Anyone b -> anyone(b, scope, inherited, invented);
            case Phrase.EachOf b -> each(b, scope, inherited, invented);
            case Phrase.BoundTo b -> bound(b.variable(), scope);
            case Phrase.Names b -> names(b.names(), scope, invented, prohibition);
        };
    }

    private Optional<Bearing> anyone(Phrase.Anyone written, Scope scope, Set<String> inherited, String invented) {
        String variable = written.variable().map(Token::text).orElse(invented);
        boolean fresh =
                written.variable().isEmpty() || bindFresh(written.variable().get(), scope, inherited);
        scope.bind(variable, ValueType.PARTY);
        return fresh ? Optional.of(Bearing.of(new Bearer.Anyone(variable), variable)) : Optional.empty();
    }

    private Optional<Bearing> each(Phrase.EachOf written, Scope scope, Set<String> inherited, String invented) {
        String set = written.set().text();
        Optional<List<String>> members = members(written.set());
        boolean fresh =
                written.variable().isEmpty() || bindFresh(written.variable().get(), scope, inherited);
        if (members.isEmpty() || !fresh || !areTwo(written, members.get())) {
            return Optional.empty();
        }
        String variable = written.variable().map(Token::text).orElse(invented);
        scope.bind(variable, ValueType.PARTY);
        return Optional.of(Bearing.of(new Bearer.EachOf(variable, set, members.get()), variable));
    }

    /** {@code both parties} of three would leave somebody out, and nobody knows whom. */
    private boolean areTwo(Phrase.EachOf written, List<String> members) {
        if (written.pair().isEmpty() || members.size() == 2) {
            return true;
        }
        Token pair = written.pair().get();
        context.report(
                Code.NOT_A_PAIR,
                pair,
                "`" + pair.written() + "` speaks of two, and there "
                        + (members.size() == 1 ? "is 1" : "are " + members.size()),
                "say `each " + written.set().text() + "`, or name the two that are meant");
        return false;
    }

    private boolean bindFresh(Token variable, Scope scope, Set<String> inherited) {
        if (scope.isBound(variable.text()) && !inherited.contains(variable.text())) {
            context.report(
                    Code.BEARER_BOUND_TWICE,
                    variable,
                    "`" + variable.text() + "` already stands for somebody whom the beginning of the clause names",
                    "say `" + variable.text() + " must ...` to mean that one, or use another letter for each");
            return false;
        }
        scope.bind(variable.text(), ValueType.PARTY);
        return true;
    }

    private Optional<List<String>> members(Token set) {
        switch (set.text()) {
            case "party" -> {
                return Optional.of(ofRole(Actor.Role.PARTY));
            }
            case "guarantor" -> {
                return Optional.of(ofRole(Actor.Role.GUARANTOR));
            }
            default -> {
                if (context.names.groups.containsKey(set.text())) {
                    return Optional.of(context.names.groups.get(set.text()).members());
                }
            }
        }
        String mend = "say what it is: `group " + set.text() + " = ...`, or say `each party P`";
        context.unknown(Code.UNKNOWN_ACTOR, set, "there is no group", context.names.of(Names.Kind.GROUP), mend);
        return Optional.empty();
    }

    private List<String> ofRole(Actor.Role role) {
        return context.names.actors.values().stream()
                .filter(a -> a.role() == role)
                .map(Actor::name)
                .toList();
    }

    private Optional<Bearing> bound(Token variable, Scope scope) {
        if (!scope.isBound(variable.text())) {
            context.report(
                    Code.UNBOUND_VARIABLE,
                    variable,
                    "nothing before it says who `" + variable.text() + "` is",
                    "say `each party " + variable.text() + " must ...`, or name it at the beginning of the clause");
            return Optional.empty();
        }
        if (!scope.learn(variable.text(), ValueType.PARTY)) {
            context.report(
                    Code.WRONG_TYPE,
                    variable,
                    "`" + variable.text() + "` stands for "
                            + PatternCheck.words(scope.type(variable.text()).orElse(ValueType.TEXT))
                            + ", and only a party can owe a duty",
                    "name a party, or a letter that stands for one");
            return Optional.empty();
        }
        return Optional.of(Bearing.of(new Bearer.Bound(variable.text()), variable.text()));
    }

    /** One actor is itself; several, a group, and whoever is forbidden something, are each of them. */
    private Optional<Bearing> names(List<Token> names, Scope scope, String invented, boolean prohibition) {
        Set<String> actors = new LinkedHashSet<>();
        List<String> said = new ArrayList<>();
        boolean good = true;
        boolean group = false;
        for (Token name : names) {
            said.add(name.text());
            if (context.names.groups.containsKey(name.text())) {
                group = true;
                actors.addAll(context.names.groups.get(name.text()).members());
            } else if (!context.names.canAct(name.text())) {
                patterns.unknownActor(name);
                good = false;
            } else if (!actors.add(name.text())) {
                context.report(Code.LISTED_TWICE, name, "`" + name.text() + "` is named twice", "name it once");
                good = false;
            }
        }
        if (!good) {
            return Optional.empty();
        }
        if (actors.size() == 1 && !group && !prohibition) {
            String only = actors.iterator().next();
            Term term = new Term.Constant(new Value.Actor(only));
            return Optional.of(new Bearing(new Bearer.Named(List.of(only)), Optional.of(term)));
        }
        scope.bind(invented, ValueType.PARTY);
        Bearer each = new Bearer.EachOf(invented, String.join(", ", said), List.copyOf(actors));
        return Optional.of(Bearing.of(each, invented));
    }

    /** The act with its bearer named: where the pattern does not say who acts, it is the bearer. */
    Pattern put(Bearing bearing, Pattern pattern) {
        if (bearing.term().isEmpty()) {
            return pattern;
        }
        Pattern general = withVariable(bearing, pattern);
        return isNamed(bearing.term().get(), general) ? general : withBearer(bearing, general);
    }

    /** {@code Russia must not attack(by Russia)} says no more than {@code Russia must not attack}: the one bearer's name becomes its variable. */
    private Pattern withVariable(Bearing bearing, Pattern pattern) {
        boolean one = bearing.bearer() instanceof Bearer.EachOf each
                && each.variable().startsWith("_")
                && each.actors().size() == 1;
        if (!one) {
            return pattern;
        }
        Term name = new Term.Constant(
                new Value.Actor(((Bearer.EachOf) bearing.bearer()).actors().getFirst()));
        boolean by = pattern.term(BY).isPresent();
        List<Pattern.Argument> arguments = new ArrayList<>();
        for (Pattern.Argument argument : pattern.arguments()) {
            boolean offender =
                    argument.term().equals(name) && (!by || argument.attribute().equals(BY));
            arguments.add(
                    offender && !hasOtherBy(pattern, argument)
                            ? new Pattern.Argument(
                                    argument.attribute(), bearing.term().orElseThrow())
                            : argument);
        }
        return new Pattern(pattern.event(), arguments, pattern.origin());
    }

    private boolean hasOtherBy(Pattern pattern, Pattern.Argument argument) {
        return !argument.attribute().equals(BY)
                && context.names
                        .event(pattern.event())
                        .flatMap(e -> e.attribute(BY))
                        .isPresent();
    }

    private Pattern withBearer(Bearing bearing, Pattern pattern) {
        Optional<EventType> event = context.names.event(pattern.event());
        boolean hasBy = event.flatMap(e -> e.attribute(BY))
                .map(Attribute::type)
                .filter(t -> t == ValueType.PARTY)
                .isPresent();
        if (!hasBy) {
            return pattern;
        }
        List<Pattern.Argument> arguments = new ArrayList<>();
        arguments.add(new Pattern.Argument(BY, bearing.term().get()));
        arguments.addAll(pattern.arguments());
        return new Pattern(pattern.event(), arguments, pattern.origin());
    }

    /** Whether the act says who does it: {@code by}, or an attribute with the bearer's variable or name. */
    boolean isNamed(Term bearer, Pattern pattern) {
        return pattern.term(BY).isPresent()
                || (bearer instanceof Term.Variable
                        && pattern.arguments().stream().anyMatch(a -> a.term().equals(bearer)))
                || isConstantArgument(bearer, pattern);
    }

    private boolean isConstantArgument(Term bearer, Pattern pattern) {
        Optional<EventType> event = context.names.event(pattern.event());
        boolean hasBy = event.flatMap(e -> e.attribute(BY)).isPresent();
        return !hasBy
                && bearer instanceof Term.Constant
                && pattern.arguments().stream().anyMatch(a -> a.term().equals(bearer));
    }
}
