package holdfast.engine.monitor;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** {@code on attack(by P)}: every match of the pattern is a trigger. */
final class EventTrigger implements Stream.Listener {
    private final PatternPlan plan;
    private final Scope scope;
    private final Trigger.Sink sink;
    private final Map<Occurrence, Trigger> triggers = new IdentityHashMap<>();

    EventTrigger(PatternPlan plan, Scope scope, Trigger.Sink sink) {
        this.plan = plan;
        this.scope = scope;
        this.sink = sink;
        plan.stream().listen(this);
    }

    @Override
    public void added(Occurrence occurrence) {
        if (!plan.admits(occurrence)) {
            return;
        }
        long[] binding = scope.emptyBinding();
        plan.bind(occurrence, binding);
        Trigger trigger = new Trigger(occurrence, binding, Support.of(List.of(occurrence)), null);
        triggers.put(occurrence, trigger);
        sink.add(trigger);
    }

    @Override
    public void removed(Occurrence occurrence) {
        Trigger trigger = triggers.remove(occurrence);
        if (trigger != null) {
            sink.remove(trigger);
        }
    }
}
