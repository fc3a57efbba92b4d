package holdfast.engine.monitor.clause;

import holdfast.engine.monitor.condition.Premise;
import holdfast.engine.monitor.condition.Used;
import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Node;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Support;
import holdfast.engine.monitor.pattern.Scope;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import java.util.ArrayList;
import java.util.List;

/** {@code when settlement begins} (or ends): each time at which the condition surely or perhaps begins (ends) to hold. */
public final class StateTrigger extends Node {
    /** No instant from which anything is known. */
    private static final long NONE = Long.MIN_VALUE;

    /** It goes on. */
    private static final long NEVER = Long.MAX_VALUE;

    private final Premise condition;
    private final boolean begins;
    private final Scope scope;
    private final Trigger.Sink sink;

    public StateTrigger(Graph graph, Premise condition, boolean begins, Scope scope, Trigger.Sink sink) {
        super(graph);
        this.condition = condition;
        this.begins = begins;
        this.scope = scope;
        this.sink = sink;
    }

    @Override
    public void begin() {
        new Watch().touch();
    }

    private final class Watch extends Cell {
        private final List<Trigger> given = new ArrayList<>();

        Watch() {
            super(StateTrigger.this);
        }

        @Override
        public void refresh(long from, long to) {
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
            if (surely.isEmpty()) {
                long lo = first == Long.MIN_VALUE ? least(before(after(last), false)) : first;
                unsure(lo, last, into);
                return;
            }
            if (surely.first(0) != Long.MIN_VALUE) {
                begins(first, surely.first(0), into);
            }
            for (int i = 1; i < surely.size(); i++) {
                unsure(surely.last(i - 1) + 1, surely.first(i), into);
            }
            long end = surely.last(surely.size() - 1);
            if (end < last) {
                unsure(end + 1, last, into);
            }
        }

        private void begins(long first, long at, List<Occurrence> into) {
            if (first != Long.MIN_VALUE) {
                change(first, at, true, into);
                return;
            }
            List<Occurrence> by = gather(new Used.By(at));
            List<Occurrence> seen = endingAt(by, at);
            long lo = least(isOpen(by) ? by : seen);
            change(lo == NONE ? at : lo, at, !seen.isEmpty() && !condition.undefined(), into);
        }

        private void endings(long first, long last, IntervalSet surely, List<Occurrence> into) {
            long after = after(last);
            if (surely.isEmpty()) {
                unsure(first == Long.MIN_VALUE ? first(after) : first, after, into);
                return;
            }
            if (first == Long.MIN_VALUE) {
                unsure(least(before(surely.first(0), false)), surely.first(0), into);
            } else if (first < surely.first(0)) {
                unsure(first, surely.first(0), into);
            }
            for (int i = 1; i < surely.size(); i++) {
                unsure(surely.last(i - 1) + 1, surely.first(i), into);
            }
            long end = surely.last(surely.size() - 1);
            if (end != NEVER) {
                change(end + 1, after, last < graph.now(), into);
            }
        }

        /** From when what may always have held, and surely never did, may have ended before {@code after}. */
        private long first(long after) {
            boolean undefined = condition.undefined();
            long least = least(before(after, undefined));
            return least == NONE && undefined && after != NEVER ? after : least;
        }

        /**
         * What may have made a difference before an instant, where the condition may always have held: nothing, if all of it is known exactly.
         *
         * @param at with what is seen at that very instant
         */
        private List<Occurrence> before(long instant, boolean at) {
            List<Occurrence> by = gather(new Used.By(instant));
            if (!at) {
                by.removeAll(endingAt(by, instant));
            }
            return isOpen(by) ? by : List.of();
        }

        private boolean isOpen(List<Occurrence> used) {
            return condition.undefined() || used.stream().anyMatch(o -> !o.sure || !o.precise());
        }

        private static List<Occurrence> endingAt(List<Occurrence> used, long instant) {
            return used.stream().filter(o -> o.lo == instant || o.hi == instant).toList();
        }

        private static long least(List<Occurrence> used) {
            return used.stream().mapToLong(o -> o.lo).min().orElse(NONE);
        }

        private List<Occurrence> gather(Used used) {
            List<Occurrence> found = new ArrayList<>();
            condition.gather(scope.emptyBinding(), used, this, found);
            return found;
        }

        private static long after(long last) {
            return last == NEVER ? NEVER : last + 1;
        }

        private void unsure(long lo, long hi, List<Occurrence> into) {
            if (lo != NONE) {
                change(lo, hi, false, into);
            }
        }

        @Override
        public boolean watchesSupport() {
            return true;
        }

        private void change(long lo, long hi, boolean sure, List<Occurrence> into) {
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
