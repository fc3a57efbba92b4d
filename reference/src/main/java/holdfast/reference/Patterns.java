package holdfast.reference;

import holdfast.language.model.Agreement;
import holdfast.language.model.EventType;
import holdfast.language.model.EventType.Attribute;
import holdfast.language.model.Pattern;
import holdfast.language.model.Pattern.Argument;
import holdfast.language.model.Term;
import holdfast.language.model.Value;
import holdfast.language.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Section 4: when a pattern matches an occurrence under a binding. */
record Patterns(Agreement agreement, Map<String, EventType> types) {

    Optional<Match> match(Pattern pattern, Occurrence occurrence, Binding binding) {
        Binding extended = binding;
        boolean sure = occurrence.sure();
        for (Argument argument : pattern.arguments()) {
            Value value = occurrence.values().get(argument.attribute());
            if (value == null) {
                return Optional.empty();
            }
            sure &= !isPerhapsAbout(argument.term(), value, extended);
            Optional<Binding> next = match(argument.term(), value, extended);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            extended = next.get();
        }
        return Optional.of(new Match(occurrence, extended, sure));
    }

    /** A term against a value; an unbound variable becomes bound to it. */
    Optional<Binding> match(Term term, Value value, Binding binding) {
        boolean matches = switch (term) {
            case Term.Constant(Value constant) -> isOrHasMember(constant, value);
            case Term.Variable(String name)
            when binding.breaches().containsKey(name) ->
                isAbout(value, binding.breaches().get(name));
            case Term.Variable(String name)
            when binding.values().containsKey(name) -> same(binding.values().get(name), value);
            case Term.Variable(String name) -> true;
        };
        if (!matches) {
            return Optional.empty();
        }
        return Optional.of(
                term instanceof Term.Variable(String name) && !binding.binds(name)
                        ? binding.with(name, value)
                        : binding);
    }

    /** The constant equals the value, or names a group, `party` or `guarantor` of which the value is a member. */
    boolean isOrHasMember(Value constant, Value value) {
        if (constant instanceof Value.Actor(String set) && value instanceof Value.Actor(String name)) {
            return set.equals(name) || agreement.members(set).orElse(List.of()).contains(name);
        }
        return same(constant, value);
    }

    static boolean same(Value one, Value other) {
        return !(one instanceof Value.Place) && !(one instanceof Value.NamedPlace) && one.equals(other);
    }

    private static boolean isAbout(Value value, Breach breach) {
        return value instanceof Value.Reference(String id)
                && (isOf(breach, id)
                        || breach.episode().filter(e -> e.others().contains(id)).isPresent());
    }

    private static boolean isOf(Breach breach, String id) {
        return breach.support().contains(id) || breach.clause().equals(id);
    }

    /** It names a record that may belong to the breach. */
    private static boolean isPerhapsAbout(Term term, Value value, Binding binding) {
        return term instanceof Term.Variable(String name)
                && binding.breaches().containsKey(name)
                && value instanceof Value.Reference(String id)
                && !isOf(binding.breaches().get(name), id);
    }

    /** The bearer is put in as `by`, where the event has such an attribute and the pattern names neither it nor the bearer's variable. */
    Pattern by(String actor, Optional<String> variable, Pattern pattern) {
        boolean named = pattern.term("by").isPresent()
                || variable.filter(pattern.variables()::contains).isPresent();
        if (named || !hasBy(pattern.event())) {
            return pattern;
        }
        List<Argument> arguments = new ArrayList<>(pattern.arguments());
        arguments.add(new Argument("by", new Term.Constant(new Value.Actor(actor))));
        return new Pattern(pattern.event(), arguments, pattern.origin());
    }

    boolean hasBy(String event) {
        return Optional.ofNullable(types.get(event))
                .flatMap(type -> type.attribute("by"))
                .map(Attribute::type)
                .filter(ValueType.PARTY::equals)
                .isPresent();
    }
}
