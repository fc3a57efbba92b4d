package holdfast.engine.monitor.clause;

import holdfast.engine.monitor.graph.Derived;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Node;
import holdfast.engine.monitor.pattern.Scope;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code when 3.1 is fulfilled} (or cured): every such outcome is a trigger. */
public final class OutcomeTrigger extends Node {
    private final Map<NormNode.Outcome, Trigger> triggers = new IdentityHashMap<>();

    /** @param taken the variables of the duty's instance that go over */
    public OutcomeTrigger(
            Graph graph,
            boolean cured,
            Scope scope,
            List<? extends NormNode> norms,
            Set<String> taken,
            Trigger.Sink sink) {
        super(graph);
        for (NormNode norm : norms) {
            int[][] copies = Copies.from(norm, scope, taken);
            norm.listenForGood(new NormNode.Listener() {
                @Override
                public void achieved(NormNode.Outcome outcome) {
                    if (outcome.cured() == cured) {
                        long[] binding = scope.emptyBinding();
                        Copies.copy(copies, outcome.binding(), binding);
                        Trigger trigger = trigger(outcome, binding);
                        triggers.put(outcome, trigger);
                        sink.add(trigger);
                    }
                }

                @Override
                public void withdrawn(NormNode.Outcome outcome) {
                    Trigger trigger = triggers.remove(outcome);
                    if (trigger != null) {
                        sink.remove(trigger);
                    }
                }
            });
        }
    }

    @Override
    public void begin() {
        triggers.clear();
    }

    private static Trigger trigger(NormNode.Outcome outcome, long[] binding) {
        Derived at = new Derived(
                outcome.at().lo(),
                outcome.at().hi(),
                outcome.sure(),
                new long[0],
                outcome.support().facts());
        return new Trigger(at, binding, outcome.support(), null);
    }
}
