package holdfast.engine.monitor.pattern;

import holdfast.engine.monitor.graph.Symbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The variables of one statement, each with a slot in its bindings. */
public final class Scope {
    private final List<String> variables = new ArrayList<>();

    public int slot(String variable) {
        int known = variables.indexOf(variable);
        if (known >= 0) {
            return known;
        }
        variables.add(variable);
        return variables.size() - 1;
    }

    public List<String> variables() {
        return variables;
    }

    /** A binding in which nothing is bound. To be made once all variables are known. */
    public long[] emptyBinding() {
        long[] binding = new long[variables.size()];
        Arrays.fill(binding, Symbols.UNBOUND);
        return binding;
    }
}
