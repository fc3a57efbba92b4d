package holdfast.engine.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The variables of one statement, each with a slot in its bindings. */
final class Scope {
    private final List<String> variables = new ArrayList<>();

    int slot(String variable) {
        int known = variables.indexOf(variable);
        if (known >= 0) {
            return known;
        }
        variables.add(variable);
        return variables.size() - 1;
    }

    List<String> variables() {
        return variables;
    }

    /** A binding in which nothing is bound. To be made once all variables are known. */
    long[] emptyBinding() {
        long[] binding = new long[variables.size()];
        Arrays.fill(binding, Symbols.UNBOUND);
        return binding;
    }
}
