package holdfast.engine.monitor;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A condition that must hold throughout (semantics, section 11). One cell for each bearer. */
final class KeepNode extends NormNode {
    private final Premise condition;
    private final List<Kept> cells = new ArrayList<>();

    KeepNode(Graph graph, Common common, Premise condition, List<Long> bearers) {
        super(graph, common);
        this.condition = condition;
        for (long bearer : bearers) {
            Kept cell = new Kept(bearer);
            cells.add(cell);
            cell.touch();
        }
    }

    @Override
    void findingsChanged() {
        cells.forEach(Cell::touch);
    }

    @Override
    void forEachBreach(Consumer<Breach> action) {
        cells.forEach(c -> c.breaches.forEach(action));
    }

    @Override
    void collect(Consumer<Verdict> verdicts) {
        cells.forEach(c -> c.collect(verdicts));
    }

    private final class Kept extends Cell {
        private final long bearer;
        private final long[] binding;
        private final List<Breach> breaches = new ArrayList<>();

        Kept(long bearer) {
            super(KeepNode.this);
            this.bearer = bearer;
            this.binding = common.scope().emptyBinding();
            if (common.bearerSlot() >= 0) {
                binding[common.bearerSlot()] = bearer;
            }
        }

        @Override
        boolean watchesSupport() {
            return true;
        }

        @Override
        void refresh(long from, long to) {
            long now = graph.now();
            Truth inForce = common.inForce().over(binding, Long.MIN_VALUE, Long.MAX_VALUE, this);
            Truth kept = condition.over(binding, Long.MIN_VALUE, Long.MAX_VALUE, this);
            IntervalSet broken = inForce.sure().minus(kept.possible()).clip(Long.MIN_VALUE, now);
            IntervalSet perhaps = inForce.possible().minus(kept.sure()).clip(Long.MIN_VALUE, now);
            long wake = Math.min(inForce.nextChange(now), kept.nextChange(now));
            List<Breach> after = new ArrayList<>();
            for (int i = 0; i < perhaps.size(); i++) {
                Breach breach = breach(broken, perhaps.first(i), perhaps.last(i));
                wake = Math.min(wake, breach.judgement.wake());
                after.add(breach);
            }
            if (now == Long.MIN_VALUE) {
                after.clear();
            }
            replace(after);
            wakeAt(wake);
        }

        private void replace(List<Breach> after) {
            List<Breach> before = new ArrayList<>(breaches);
            breaches.clear();
            for (Breach breach : after) {
                int same = indexOfSame(before, breach);
                breaches.add(same < 0 ? breach : before.remove(same));
                if (same < 0) {
                    announce(null, breach);
                }
            }
            before.forEach(gone -> announce(gone, null));
        }

        private static int indexOfSame(List<Breach> before, Breach breach) {
            for (int i = 0; i < before.size(); i++) {
                if (before.get(i).same(breach)) {
                    return i;
                }
            }
            return -1;
        }

        private Breach breach(IntervalSet broken, long first, long last) {
            IntervalSet surely = broken.clip(first, last);
            boolean sure = !surely.isEmpty();
            long start = sure ? surely.first(0) : first;
            boolean over = sure && surely.last(surely.size() - 1) < graph.now();
            long end = over ? surely.last(surely.size() - 1) + 1 : Breach.NONE;
            Support support = start == Long.MIN_VALUE ? Support.NONE : supportAt(start);
            Status raw = sure ? Status.BREACHED : Status.UNDETERMINED;
            return new Breach(
                    KeepNode.this,
                    bearer,
                    binding,
                    start,
                    start,
                    end,
                    support,
                    judge(raw, bearer, support, start, start));
        }

        private Support supportAt(long start) {
            List<Occurrence> found = new ArrayList<>();
            common.whileTrue().gather(binding, start, this, found);
            condition.gather(binding, start, this, found);
            return Support.of(List.of(Derived.union(found)));
        }

        private void collect(Consumer<Verdict> verdicts) {
            for (Breach breach : breaches) {
                Time since = breach.hasStart() ? new Time(breach.startLo, breach.startHi) : null;
                verdicts.accept(verdict(
                        bearerName(bearer),
                        new TreeMap<>(),
                        breach.judgement.status(),
                        breach.judgement.standing(),
                        since,
                        null,
                        breach.end,
                        breach.support));
            }
            if (breaches.isEmpty()) {
                verdicts.accept(verdict(
                        bearerName(bearer),
                        new TreeMap<>(),
                        unbroken(binding, this),
                        Standing.NONE,
                        null,
                        null,
                        Breach.NONE,
                        Support.NONE));
            }
        }
    }
}
