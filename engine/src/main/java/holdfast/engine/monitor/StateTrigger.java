package holdfast.engine.monitor;

import java.util.ArrayList;
import java.util.List;

/** {@code when settlement begins} (or ends): each time at which the condition surely or perhaps begins (ends) to hold. */
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
            List<Occurrence> changes = new ArrayList<>();
            IntervalSet possible = truth.possible();
            for (int i = 0; i < possible.size(); i++) {
                IntervalSet surely = truth.sure().clip(possible.first(i), possible.last(i));
                if (begins) {
                    beginnings(possible.first(i), possible.last(i), surely, changes);
                } else {
                    endings(possible.first(i), possible.last(i), surely, changes);
                }
            }
            changes.removeIf(c -> c.lo > graph.now());
            given.removeIf(trigger -> gone(trigger, changes));
            for (Occurrence change : changes) {
                Trigger trigger = new Trigger(change, empty, Support.NONE, null);
                given.add(trigger);
                sink.add(trigger);
            }
            wakeAt(truth.nextChange(graph.now()));
        }

        /** It begins at the latest when it first surely holds. */
        private void beginnings(long first, long last, IntervalSet surely, List<Occurrence> into) {
            long from = first;
            for (int i = 0; i < surely.size(); i++) {
                long at = surely.first(i);
                if (at != Long.MIN_VALUE) {
                    long lo = i == 0 ? Beginning.of(first, at, this::usedAt) : from;
                    change(lo == Beginning.NONE ? at : lo, at, i == 0 && lo != Beginning.NONE, into);
                }
                from = surely.last(i) == Long.MAX_VALUE ? Long.MAX_VALUE : surely.last(i) + 1;
            }
            if (surely.isEmpty() || surely.last(surely.size() - 1) < last) {
                change(from == Long.MIN_VALUE ? last : from, last, false, into);
            }
        }

        private List<Occurrence> usedAt(long instant) {
            List<Occurrence> found = new ArrayList<>();
            condition.gather(scope.emptyBinding(), instant, this, found);
            return found;
        }

        @Override
        boolean watchesSupport() {
            return true;
        }

        private void endings(long first, long last, IntervalSet surely, List<Occurrence> into) {
            long after = last == Long.MAX_VALUE ? last : last + 1;
            for (int i = 0; i < surely.size(); i++) {
                boolean atLast = i == surely.size() - 1;
                if (surely.last(i) != Long.MAX_VALUE) {
                    boolean over = atLast && last != Long.MAX_VALUE && last < graph.now();
                    change(surely.last(i) + 1, atLast ? after : surely.first(i + 1), over, into);
                }
            }
            boolean before = surely.isEmpty() || surely.first(0) > first;
            if (before && first != Long.MIN_VALUE) {
                change(first, surely.isEmpty() ? after : surely.first(0), false, into);
            }
        }

        private void change(long lo, long latest, boolean sure, List<Occurrence> into) {
            long hi = latest == Long.MAX_VALUE ? lo : latest;
            into.add(new Occurrence(lo, hi, sure && hi <= graph.now(), new long[0], hi));
        }

        /** Lets go of a trigger that is not among these; otherwise takes it out of them. */
        private boolean gone(Trigger trigger, List<Occurrence> changes) {
            Occurrence at = trigger.at();
            for (int i = 0; i < changes.size(); i++) {
                Occurrence c = changes.get(i);
                if (c.lo == at.lo && c.hi == at.hi && c.sure == at.sure) {
                    changes.remove(i);
                    return false;
                }
            }
            sink.remove(trigger);
            return true;
        }
    }
}
