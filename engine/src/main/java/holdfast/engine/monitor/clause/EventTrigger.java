package holdfast.engine.monitor.clause;

import holdfast.engine.monitor.graph.Attachment;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Stream;
import holdfast.engine.monitor.pattern.PatternPlan;
import holdfast.engine.monitor.pattern.Scope;

/** {@code on attack(by P)}: every match of the pattern is a trigger. */
public final class EventTrigger implements Stream.Listener {
    private final PatternPlan plan;
    private final Scope scope;
    private final Trigger.Sink sink;

    public EventTrigger(Graph graph, PatternPlan plan, Scope scope, Trigger.Sink sink) {
        this.plan = plan;
        this.scope = scope;
        this.sink = sink;
        graph.listen(plan.stream(), plan.concern(), this);
    }

    @Override
    public void added(Occurrence occurrence) {
        if (!plan.admits(occurrence)) {
            return;
        }
        long[] binding = scope.emptyBinding();
        plan.bind(occurrence, binding);
        Trigger trigger = new Trigger(occurrence, binding, this);
        trigger.next = occurrence.hanging;
        occurrence.hanging = trigger;
        sink.add(trigger);
    }

    @Override
    public void removed(Occurrence occurrence) {
        Attachment before = null;
        for (Attachment hanging = occurrence.hanging; hanging != null; hanging = hanging.next) {
            if (hanging.owner == this && hanging instanceof Trigger trigger) {
                if (before == null) {
                    occurrence.hanging = trigger.next;
                } else {
                    before.next = trigger.next;
                }
                sink.remove(trigger);
                return;
            }
            before = hanging;
        }
    }
}
