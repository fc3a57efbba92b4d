package holdfast.engine.monitor;

/** {@code on attack(by P)}: every match of the pattern is a trigger. */
final class EventTrigger implements Stream.Listener {
    private final PatternPlan plan;
    private final Scope scope;
    private final Trigger.Sink sink;

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
        Trigger trigger = new Trigger(occurrence, binding, this);
        trigger.next = occurrence.hanging;
        occurrence.hanging = trigger;
        sink.add(trigger);
    }

    @Override
    public void removed(Occurrence occurrence) {
        Hanging before = null;
        for (Hanging hanging = occurrence.hanging; hanging != null; hanging = hanging.next) {
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
