package holdfast.reference;

import holdfast.language.model.Term;
import holdfast.language.model.Value;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What variables stand for: a value, or a breach (section 4). */
record Binding(SortedMap<String, Value> values, SortedMap<String, Breach> breaches) {

    static final Binding EMPTY = new Binding(new TreeMap<>(), new TreeMap<>());

    Binding with(String variable, Value value) {
        Binding copy = without(variable);
        copy.values.put(variable, value);
        return copy;
    }

    Binding with(String variable, Breach breach) {
        Binding copy = without(variable);
        copy.breaches.put(variable, breach);
        return copy;
    }

    Binding without(String variable) {
        Binding copy = new Binding(new TreeMap<>(values), new TreeMap<>(breaches));
        copy.values.remove(variable);
        copy.breaches.remove(variable);
        return copy;
    }

    /** This, and of {@code other} what is not yet bound here; invented variables ({@code _bearer}) are not handed on. */
    Binding inheriting(Binding other) {
        Binding copy = new Binding(new TreeMap<>(other.values), new TreeMap<>(other.breaches));
        copy.values.keySet().removeIf(v -> binds(v) || v.startsWith("_"));
        copy.breaches.keySet().removeIf(v -> binds(v) || v.startsWith("_"));
        copy.values.putAll(values);
        copy.breaches.putAll(breaches);
        return copy;
    }

    Binding only(Collection<String> variables) {
        Binding copy = new Binding(new TreeMap<>(values), new TreeMap<>(breaches));
        copy.values.keySet().retainAll(variables);
        copy.breaches.keySet().retainAll(variables);
        return copy;
    }

    boolean binds(String variable) {
        return values.containsKey(variable) || breaches.containsKey(variable);
    }

    Optional<Value> value(Term term) {
        return switch (term) {
            case Term.Constant(Value value) -> Optional.of(value);
            case Term.Variable(String name) -> Optional.ofNullable(values.get(name));
        };
    }

    /** The values of some variables: the key of a match (section 6). Those that are not bound are left out. */
    SortedMap<String, Value> key(Collection<String> variables) {
        SortedMap<String, Value> key = new TreeMap<>(values);
        key.keySet().retainAll(variables);
        return key;
    }
}
