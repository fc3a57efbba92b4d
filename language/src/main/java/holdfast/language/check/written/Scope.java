package holdfast.language.check.written;

import holdfast.language.model.ValueType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of one statement: which have a value, and of which type. */
public final class Scope {
    private final Map<String, ValueType> types = new LinkedHashMap<>();
    private final Set<String> bound = new LinkedHashSet<>();

    public Scope copy() {
        Scope copy = new Scope();
        copy.types.putAll(types);
        copy.bound.addAll(bound);
        return copy;
    }

    /** A parameter: it has a value; its type follows from its use. */
    public void bind(String variable) {
        bound.add(variable);
    }

    public void bind(String variable, ValueType type) {
        bound.add(variable);
        types.put(variable, type);
    }

    public void expect(Map<String, ValueType> known) {
        known.forEach(types::putIfAbsent);
    }

    public boolean isBound(String variable) {
        return bound.contains(variable);
    }

    public Set<String> bound() {
        return Collections.unmodifiableSet(bound);
    }

    public Optional<ValueType> type(String variable) {
        return Optional.ofNullable(types.get(variable));
    }

    /** Learns the type; false if another is known. */
    public boolean learn(String variable, ValueType type) {
        ValueType known = types.putIfAbsent(variable, type);
        return known == null || known == type;
    }

    /** The bound variables whose type is known. */
    public Map<String, ValueType> typesOfBound() {
        Map<String, ValueType> found = new LinkedHashMap<>();
        for (String variable : bound) {
            type(variable).ifPresent(t -> found.put(variable, t));
        }
        return found;
    }
}
