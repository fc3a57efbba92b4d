package holdfast.engine.monitor.compile;

import holdfast.engine.monitor.pattern.Scope;
import holdfast.language.model.ValueType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is known about a statement's variables while it is put together. */
final class Frame {
    final Scope scope = new Scope();
    final Map<String, ValueType> types = new HashMap<>();

    /** Variables that have a value whenever a condition or a key is read. */
    final Set<String> bound = new HashSet<>();

    /** Variables that stand for the breach that triggers the clause. */
    final Set<String> breaches = new HashSet<>();

    int bind(String variable) {
        bound.add(variable);
        return scope.slot(variable);
    }
}
