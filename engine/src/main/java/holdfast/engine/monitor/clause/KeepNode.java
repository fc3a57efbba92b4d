package holdfast.engine.monitor.clause;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.monitor.condition.Beginning;
import holdfast.engine.monitor.condition.Premise;
import holdfast.engine.monitor.condition.Used;
import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Derived;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Support;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A condition that must hold throughout (semantics, section 11). One cell for each bearer. */
public final class KeepNode extends NormNode {
    private final Premise condition;
    private final List<Long> bearers;
    private final List<Kept> cells = new ArrayList<>();

    public KeepNode(Graph graph, Common common, Premise condition, List<Long> bearers) {
        super(graph, common);
        this.condition = condition;
        this.bearers = bearers;
    }

    @Override
    public void begin() {
        super.begin();
        cells.clear();
        for (long bearer : bearers) {
            Kept cell = new Kept(bearer);
            cells.add(cell);
            cell.touch();
        }
    }

    @Override
    boolean breaksByOmission() {
        return false;
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
    public void collect(Consumer<Verdict> verdicts) {
        cells.forEach(c -> c.collect(verdicts));
    }

    private final class Kept extends Cell {
        private final long bearer;
        private final long[] binding;
        private final List<Breach> breaches = new ArrayList<>();

        public Kept(long bearer) {
            super(KeepNode.this);
            this.bearer = bearer;
            this.binding = common.scope().emptyBinding();
            if (common.bearerSlot() >= 0) {
                binding[common.bearerSlot()] = bearer;
            }
        }

        @Override
        public boolean watchesSupport() {
            return true;
        }

        @Override
        public void refresh(long from, long to) {
            long now = graph.now();
            Truth inForce = common.inForce().over(binding, Long.MIN_VALUE, Long.MAX_VALUE, this);
            Truth kept = condition.over(binding, Long.MIN_VALUE, Long.MAX_VALUE, this);
            IntervalSet broken = inForce.sure().minus(kept.possible()).clip(Long.MIN_VALUE, now);
            IntervalSet perhaps = inForce.possible().minus(kept.sure()).clip(Long.MIN_VALUE, now);
            long wake = Math.min(inForce.nextChange(now), kept.nextChange(now));
            List<Breach> after = new ArrayList<>();
            for (int i = 0; i < perhaps.size(); i++) {
                breaches(broken, perhaps.first(i), perhaps.last(i), after);
            }
            for (Breach breach : after) {
                wake = Math.min(wake, breach.judgement.wake());
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

        /** Of a stretch in which it may be broken: each part in which it surely is, or that it may be. */
        private void breaches(IntervalSet broken, long first, long last, List<Breach> into) {
            IntervalSet surely = broken.clip(first, last);
            boolean open = last == graph.now();
            if (surely.isEmpty()) {
                Time end = new Time(first, open ? Breach.NONE : last + 1);
                into.add(breach(Status.UNDETERMINED, first, open ? first : last, first, end, false));
                return;
            }
            long earliest = Beginning.of(first, surely.first(0), this::usedAt);
            for (int i = 0; i < surely.size(); i++) {
                long from = surely.first(i);
                long to = surely.last(i);
                Time end = to == graph.now() ? null : new Time(to + 1, open ? Breach.NONE : last + 1);
                into.add(breach(Status.BREACHED, earliest, from, from, end, i == 0));
            }
        }

        private Breach breach(Status raw, long startLo, long startHi, long seen, @Nullable Time end, boolean own) {
            boolean begun = startLo != Long.MIN_VALUE;
            long hi = begun ? startHi : startLo;
            Support support = begun ? supportAt(seen) : Support.NONE;
            Breach.Judgement judgement = judge(raw, bearer, support, startLo, hi);
            return new Breach(
                    KeepNode.this,
                    bearer,
                    binding,
                    startLo,
                    hi,
                    end,
                    own || (raw == Status.UNDETERMINED && judgement.sure()),
                    null,
                    support,
                    judgement);
        }

        private List<Occurrence> usedAt(long instant) {
            List<Occurrence> found = new ArrayList<>();
            common.whileTrue().gather(binding, new Used.At(instant), this, found);
            condition.gather(binding, new Used.At(instant), this, found);
            return found;
        }

        private Support supportAt(long start) {
            return Support.of(List.of(Derived.union(usedAt(start))));
        }

        /** Whether there may be none. */
        private static boolean isOpen(Breach breach) {
            return breach.endLo == breach.startLo && breach.judgement.status() != Status.BREACHED;
        }

        private static Time since(Breach breach) {
            return new Time(breach.startLo, isOpen(breach) ? breach.startLo : breach.startHi);
        }

        /** When it was over, if it surely is. */
        private @Nullable Time until(Breach breach) {
            boolean over = breach.endHi != Breach.NONE && !isOpen(breach);
            return over ? new Time(breach.endLo, breach.endHi) : null;
        }

        private void collect(Consumer<Verdict> verdicts) {
            for (Breach breach : breaches) {
                Time since = breach.hasStart() ? since(breach) : null;
                verdicts.accept(verdict(
                                bearerName(bearer),
                                new TreeMap<>(),
                                breach.judgement.status(),
                                breach.judgement.standing(),
                                since,
                                null,
                                until(breach),
                                breach.support)
                        .counted(breach.counts()));
            }
            if (breaches.isEmpty()) {
                verdicts.accept(verdict(
                        bearerName(bearer),
                        new TreeMap<>(),
                        unbroken(binding, this),
                        Standing.NONE,
                        null,
                        null,
                        null,
                        Support.NONE));
            }
        }
    }
}
