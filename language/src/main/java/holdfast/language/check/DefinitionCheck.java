package holdfast.language.check;

import holdfast.language.check.written.Scope;
import holdfast.language.diagnostic.Code;
import holdfast.language.model.Condition;
import holdfast.language.model.Definition;
import holdfast.language.model.Definition.Derivation;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Level;
import holdfast.language.model.Origin;
import holdfast.language.model.Pattern;
import holdfast.language.model.Reading;
import holdfast.language.model.State;
import holdfast.language.model.ValueType;
import holdfast.language.syntax.Phrase;
import holdfast.language.syntax.Statement;
import holdfast.language.syntax.token.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Definitions, levels and states. What they use has been checked before them. */
final class DefinitionCheck {
    private final Context context;
    private final PatternCheck patterns;
    private final ConditionCheck conditions;
    private final SpanCheck spans;

    DefinitionCheck(Context context, PatternCheck patterns, ConditionCheck conditions, SpanCheck spans) {
        this.context = context;
        this.patterns = patterns;
        this.conditions = conditions;
        this.spans = spans;
    }

    /** A derivation and the scopes of its alternatives, each of which must give the parameters their values. */
    private record Derived(Derivation derivation, List<Scope> scopes) {}

    Optional<Definition> define(Statement.Define written, Reading reading, Origin origin) {
        if (!parametersAreGood(written.parameters(), true)) {
            return Optional.empty();
        }
        Optional<Derived> derived = derivation(written.derivation());
        Optional<Map<String, ValueType>> types = derived.flatMap(d -> types(written, d.scopes()));
        if (types.isEmpty()) {
            return Optional.empty();
        }
        List<Attribute> attributes = new ArrayList<>();
        List<String> variables = new ArrayList<>();
        types.get().forEach((variable, type) -> variables.add(variable));
        for (Statement.Parameter parameter : written.parameters()) {
            ValueType type = types.get().getOrDefault(parameter.variable().text(), ValueType.TEXT);
            attributes.add(new Attribute(nameOf(parameter), type));
        }
        EventType event = new EventType(
                written.name().text(),
                attributes,
                written.is().stream()
                        .map(Token::text)
                        .filter(context.names.measures::contains)
                        .findFirst(),
                false,
                origin);
        Optional<EventType> first = Optional.ofNullable(context.names.definitions.putIfAbsent(event.name(), event));
        if (first.isPresent() && !first.get().attributes().equals(attributes)) {
            reportDifferent(written.name());
            return Optional.empty();
        }
        return Optional.of(
                new Definition(event, variables, reading, derived.orElseThrow().derivation()));
    }

    private void reportDifferent(Token name) {
        context.report(
                Code.BAD_PARAMETERS,
                name,
                "`" + name.text() + "` has other parameters under another reading",
                "give all its variants the same parameters");
    }

    private static String nameOf(Statement.Parameter parameter) {
        return parameter.attribute().orElse(parameter.variable()).text();
    }

    private boolean parametersAreGood(List<Statement.Parameter> parameters, boolean attributes) {
        Set<String> variables = new HashSet<>();
        Set<String> names = new HashSet<>();
        boolean good = true;
        for (Statement.Parameter parameter : parameters) {
            Token variable = parameter.variable();
            if (attributes && parameter.attribute().isEmpty()) {
                String help = "write `by " + variable.text() + "`: others then say `(by "
                        + context.names.actors.keySet().stream().findFirst().orElse("North") + ")`";
                context.report(
                        Code.BAD_PARAMETERS, variable, "`" + variable.text() + "` needs a word in front of it", help);
                good = false;
            } else if (!variables.add(variable.text()) | !names.add(nameOf(parameter))) {
                String help = "name each parameter once";
                context.report(Code.BAD_PARAMETERS, variable, "`" + variable.text() + "` is a parameter twice", help);
                good = false;
            }
        }
        return good;
    }

    /** The parameters' types in their order; each must have a value in every alternative. */
    private Optional<Map<String, ValueType>> types(Statement.Define written, List<Scope> scopes) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        boolean good = true;
        for (Statement.Parameter parameter : written.parameters()) {
            Token variable = parameter.variable();
            for (Scope scope : scopes) {
                Optional<ValueType> type =
                        scope.isBound(variable.text()) ? scope.type(variable.text()) : Optional.empty();
                if (type.isEmpty()) {
                    reportUngiven(variable);
                    good = false;
                    break;
                }
                ValueType known = types.putIfAbsent(variable.text(), type.get());
                if (known != null && known != type.get()) {
                    reportTwoTypes(variable, known, type.get());
                    good = false;
                }
            }
        }
        return good ? Optional.of(types) : Optional.empty();
    }

    private void reportUngiven(Token variable) {
        context.report(
                Code.UNBOUND_VARIABLE,
                variable,
                "nothing gives `" + variable.text() + "` a value",
                "name it in each pattern of the definition, as in `(by " + variable.text() + ")`");
    }

    private void reportTwoTypes(Token variable, ValueType one, ValueType other) {
        context.report(
                Code.VARIABLE_OF_TWO_TYPES,
                variable,
                "`" + variable.text() + "` stands for " + PatternCheck.words(one) + " in one pattern and for "
                        + PatternCheck.words(other) + " in another",
                "use the same detail, or two definitions");
    }

    private Optional<Derived> derivation(Phrase.Derivation written) {
        return switch (written) {
            case Phrase.Select d -> select(d);
            case Phrase.Count d ->
                one(d.call(), d.where(), (p, w, s) -> new Definition.Count(d.atLeast(), p, d.within(), w));
            case Phrase.Different d -> different(d);
            case Phrase.Sum d -> sum(d);
            case Phrase.Merged d -> one(d.call(), d.where(), (p, w, s) -> new Definition.Merged(p, d.gap(), w));
            case Phrase.Then d -> then(d);
            case Phrase.Absence d -> absence(d);
            case Phrase.After d -> {
                boolean including = spans.includesFirstDay(d.span(), Optional.empty());
                yield one(
                        d.call(),
                        Optional.empty(),
                        (p, w, s) -> new Definition.After(d.span().span(), including, p));
            }
            case Phrase.AllOf d -> allOf(d);
            case Phrase.Latest ignored -> Optional.empty();
        };
    }

    private interface OfOne {
        Derivation of(Pattern pattern, Condition where, Scope scope);
    }

    private Optional<Derived> one(Phrase.Call call, Optional<Phrase.Condition> where, OfOne derivation) {
        Scope scope = new Scope();
        Optional<Pattern> pattern = patterns.binding(call, scope);
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        return conditions
                .check(where, scope)
                .map(w -> new Derived(derivation.of(pattern.get(), w, scope), List.of(scope)));
    }

    private Optional<Derived> select(Phrase.Select written) {
        List<Pattern> found = new ArrayList<>();
        List<Scope> scopes = new ArrayList<>();
        Condition where = Condition.ALWAYS;
        boolean good = true;
        for (Phrase.Call call : written.calls()) {
            Scope scope = new Scope();
            Optional<Pattern> pattern = patterns.binding(call, scope);
            Optional<Condition> checked =
                    pattern.isEmpty() ? Optional.empty() : conditions.check(written.where(), scope);
            good &= checked.isPresent();
            pattern.ifPresent(found::add);
            scopes.add(scope);
            where = checked.orElse(where);
        }
        return good ? Optional.of(new Derived(new Definition.Select(found, where), scopes)) : Optional.empty();
    }

    private Optional<Derived> different(Phrase.Different written) {
        return one(written.call(), written.where(), (pattern, where, scope) -> {
            conditions.requireBound(written.variable(), scope);
            return new Definition.Different(
                    written.atLeast(), written.variable().text(), pattern, written.within(), where);
        });
    }

    private Optional<Derived> sum(Phrase.Sum written) {
        Optional<EventType> event = patterns.event(written.call().name());
        if (event.isEmpty() || !isNumber(event.get(), written.attribute())) {
            return Optional.empty();
        }
        return context.literals
                .number(written.atLeast())
                .flatMap(n -> one(
                        written.call(),
                        written.where(),
                        (p, w, s) -> new Definition.Sum(written.attribute().text(), p, n, written.within(), w)));
    }

    boolean isNumber(EventType event, Token attribute) {
        Optional<Attribute> found = event.attribute(attribute.text());
        if (found.filter(a -> a.type() == ValueType.NUMBER).isPresent()) {
            return true;
        }
        if (found.isPresent()) {
            context.report(
                    Code.WRONG_TYPE,
                    attribute,
                    "`" + attribute.text() + "` of `" + event.name() + "` is "
                            + PatternCheck.words(found.get().type()) + ", not a number",
                    "name a number detail");
            return false;
        }
        List<String> numbers = event.attributes().stream()
                .filter(a -> a.type() == ValueType.NUMBER)
                .map(Attribute::name)
                .toList();
        context.unknown(
                Code.UNKNOWN_ATTRIBUTE,
                attribute,
                "the act `" + event.name() + "` has no detail",
                numbers,
                numbers.isEmpty() ? "it has no number detail" : "");
        return false;
    }

    private Optional<Derived> then(Phrase.Then written) {
        Scope scope = new Scope();
        Optional<Pattern> first = patterns.binding(written.first(), scope);
        Optional<Pattern> second = patterns.binding(written.second(), scope);
        return first.flatMap(f ->
                second.map(s -> new Derived(new Definition.Then(f, s, written.within()), List.of(scope))));
    }

    private Optional<Derived> absence(Phrase.Absence written) {
        boolean including = spans.includesFirstDay(written.within(), Optional.empty());
        Scope scope = new Scope();
        Optional<Pattern> of = patterns.binding(written.of(), scope);
        Optional<Pattern> absent = patterns.matching(written.absent(), scope);
        return of.flatMap(o -> absent.map(
                a -> new Derived(new Definition.Absence(a, written.within().span(), including, o), List.of(scope))));
    }

    private Optional<Derived> allOf(Phrase.AllOf written) {
        List<Pattern> found = new ArrayList<>();
        List<Scope> scopes = new ArrayList<>();
        for (Phrase.Call call : written.calls()) {
            Scope scope = new Scope();
            patterns.binding(call, scope).ifPresent(found::add);
            scopes.add(scope);
        }
        return found.size() == written.calls().size()
                ? Optional.of(new Derived(new Definition.AllOf(found), scopes))
                : Optional.empty();
    }

    Optional<Level> level(Statement.Define written, Phrase.Latest latest, Reading reading, Origin origin) {
        Scope scope = new Scope();
        Optional<Pattern> pattern = patterns.binding(latest.call(), scope);
        boolean good = parametersAreGood(written.parameters(), true);
        if (pattern.isEmpty()
                || !good
                || !isNumber(patterns.event(latest.call().name()).orElseThrow(), latest.attribute())) {
            return Optional.empty();
        }
        written.is().forEach(this::reportMeasureOfLevel);
        return types(written, List.of(scope)).map(types -> {
            List<String> attributes =
                    written.parameters().stream().map(DefinitionCheck::nameOf).toList();
            Map<String, ValueType> byName = new LinkedHashMap<>();
            written.parameters()
                    .forEach(p -> byName.put(
                            nameOf(p), types.getOrDefault(p.variable().text(), ValueType.TEXT)));
            context.names.levels.putIfAbsent(written.name().text(), new Names.Signature(attributes, byName));
            return new Level(
                    written.name().text(),
                    attributes,
                    List.copyOf(types.keySet()),
                    reading,
                    latest.attribute().text(),
                    pattern.get(),
                    origin);
        });
    }

    private void reportMeasureOfLevel(Token measure) {
        String help = "leave out `is " + measure.text() + "`";
        context.report(Code.WRONG_TYPE, measure, "a level is no act and no measure", help);
    }

    Optional<State> begins(Statement.StateBegins written, Reading reading, Origin origin) {
        Scope scope = new Scope();
        if (!parametersAreGood(written.parameters(), false)) {
            return Optional.empty();
        }
        Optional<List<Pattern>> begins = all(written.begins(), scope);
        Optional<List<Pattern>> ends = all(written.ends(), scope);
        if (begins.isEmpty() || ends.isEmpty() || !allBound(written.parameters(), scope)) {
            return Optional.empty();
        }
        declare(written.name(), written.parameters(), scope);
        return Optional.of(new State.Fluent(
                written.name().text(), variables(written.parameters()), reading, begins.get(), ends.get(), origin));
    }

    private Optional<List<Pattern>> all(List<Phrase.Call> calls, Scope scope) {
        List<Pattern> found = new ArrayList<>();
        calls.forEach(c -> patterns.binding(c, scope).ifPresent(found::add));
        return found.size() == calls.size() ? Optional.of(found) : Optional.empty();
    }

    private boolean allBound(List<Statement.Parameter> parameters, Scope scope) {
        boolean good = true;
        for (Statement.Parameter parameter : parameters) {
            Token variable = parameter.variable();
            if (!scope.isBound(variable.text())) {
                reportUngiven(variable);
                good = false;
            }
        }
        return good;
    }

    Optional<State> named(Statement.StateIs written, Reading reading, Origin origin) {
        if (!parametersAreGood(written.parameters(), false)) {
            return Optional.empty();
        }
        Scope scope = new Scope();
        written.parameters().forEach(p -> scope.bind(p.variable().text()));
        return conditions.check(written.condition(), scope).map(condition -> {
            declare(written.name(), written.parameters(), scope);
            return new State.Named(written.name().text(), variables(written.parameters()), reading, condition, origin);
        });
    }

    private void declare(Token name, List<Statement.Parameter> parameters, Scope scope) {
        List<String> names = parameters.stream().map(DefinitionCheck::nameOf).toList();
        Map<String, ValueType> types = new LinkedHashMap<>();
        parameters.forEach(p -> scope.type(p.variable().text()).ifPresent(t -> types.put(nameOf(p), t)));
        Names.Signature known = context.names.states.putIfAbsent(name.text(), new Names.Signature(names, types));
        if (known != null && !known.parameters().equals(names)) {
            reportDifferent(name);
        }
    }

    private static List<String> variables(List<Statement.Parameter> parameters) {
        return parameters.stream().map(p -> p.variable().text()).toList();
    }
}
