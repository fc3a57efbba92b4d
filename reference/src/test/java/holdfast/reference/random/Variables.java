package holdfast.reference.random;

import holdfast.language.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables that are bound at some place in an agreement, with their types. */
final class Variables {
    private final Map<String, ValueType> types = new LinkedHashMap<>();

    static Variables none() {
        return new Variables();
    }

    Variables copy() {
        Variables copy = new Variables();
        copy.types.putAll(types);
        return copy;
    }

    void bind(String variable, ValueType type) {
        types.put(variable, type);
    }

    boolean binds(String variable) {
        return types.containsKey(variable);
    }

    List<String> of(ValueType type) {
        List<String> found = new ArrayList<>();
        types.forEach((variable, its) -> {
            if (its == type) {
                found.add(variable);
            }
        });
        return found;
    }

    List<String> all() {
        return List.copyOf(types.keySet());
    }

    ValueType type(String variable) {
        return types.get(variable);
    }
}
