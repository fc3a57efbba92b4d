package holdfast.engine.monitor.compile;

import holdfast.engine.monitor.clause.NormNode;
import holdfast.engine.monitor.condition.Truths;
import holdfast.engine.monitor.graph.Stream;
import holdfast.language.model.Agreement;
import holdfast.language.model.State;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** The agreement under one answer to every question, and what of it has been put together. */
final class OneReading {
    final Program.Text text;
    final Agreement agreement;
    final Map<String, Stream> streams = new HashMap<>();
    final Map<State, Truths> fluents = new IdentityHashMap<>();
    final Map<String, NormNode> norms = new HashMap<>();

    OneReading(Program.Text text) {
        this.text = text;
        this.agreement = text.agreement;
    }
}
