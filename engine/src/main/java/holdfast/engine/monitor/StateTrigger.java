package holdfast.engine.monitor;

import java.util.ArrayList;
import java.util.List;

/** {@code when settlement begins} (or ends): each instant at which the condition begins (ends) to hold surely. */
final class StateTrigger extends Node {
    private final Watch watch;

    StateTrigger(Graph graph, Premise condition, boolean begins, Scope scope, Trigger.Sink sink) {
        super(graph);
        this.watch = new Watch(condition, begins, scope, sink);
        watch.touch();
    }

    private final class Watch extends Cell {
        private final Premise condition;
        private final boolean begins;
        private final Scope scope;
        private final Trigger.Sink sink;
        private final List<Trigger> given = new ArrayList<>();

        Watch(Premise condition, boolean begins, Scope scope, Trigger.Sink sink) {
            super(StateTrigger.this);
            this.condition = condition;
            this.begins = begins;
            this.scope = scope;
            this.sink = sink;
        }

        @Override
        void refresh(long from, long to) {
            long[] empty = scope.emptyBinding();
            Truth truth = condition.over(empty, Long.MIN_VALUE, Long.MAX_VALUE, this);
            List<Long> instants = new ArrayList<>();
            for (int i = 0; i < truth.sure().size(); i++) {
                long first = truth.sure().first(i);
                long last = truth.sure().last(i);
                boolean bounded = begins ? first != Long.MIN_VALUE : last != Long.MAX_VALUE;
                long instant = begins ? first : last + 1;
                if (bounded && instant <= graph.now()) {
                    instants.add(instant);
                }
            }
            given.removeIf(trigger -> gone(trigger, instants));
            for (long instant : instants) {
                Trigger trigger = new Trigger(
                        new Occurrence(instant, instant, true, new long[0], instant), empty, Support.NONE, null);
                given.add(trigger);
                sink.add(trigger);
            }
            wakeAt(truth.nextChange(graph.now()));
        }

        /** Lets go of a trigger whose instant is not among these; otherwise takes its instant out of them. */
        private boolean gone(Trigger trigger, List<Long> instants) {
            if (instants.remove((Long) trigger.at().lo)) {
                return false;
            }
            sink.remove(trigger);
            return true;
        }
    }
}
