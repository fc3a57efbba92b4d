package holdfast.engine.monitor;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.language.model.Span;
import holdfast.language.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An act that is due every so often (semantics, section 12). One cell for each bearer. */
final class RecurNode extends NormNode {
    private final PatternReader acts;
    private final Premise where;
    private final Span every;
    private final List<Kept> cells = new ArrayList<>();

    RecurNode(Graph graph, Common common, PatternReader acts, Premise where, Span every, List<Long> bearers) {
        super(graph, common);
        this.acts = acts;
        this.where = where;
        this.every = every;
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
        for (Kept cell : cells) {
            cell.windows.stream().filter(w -> w.breach != null).forEach(w -> action.accept(w.breach));
        }
    }

    @Override
    void collect(Consumer<Verdict> verdicts) {
        cells.forEach(c -> c.collect(verdicts, false));
    }

    @Override
    void collectOwed(Consumer<Verdict> verdicts) {
        cells.forEach(c -> c.collect(verdicts, true));
    }

    /** A window that has a verdict. */
    private record Window(
            int number,
            Status status,
            @Nullable Time since,
            long due,
            Support records,
            @Nullable Breach breach) {
        Window with(Breach known) {
            return new Window(number, status, since, due, records, known);
        }
    }

    private record Act(Occurrence occurrence, boolean sure) {}

    private final class Kept extends Cell {
        private final long bearer;
        private final long[] binding;
        private final Bucket bucket;
        private List<Window> windows = new ArrayList<>();

        Kept(long bearer) {
            super(RecurNode.this);
            this.bearer = bearer;
            this.binding = common.scope().emptyBinding();
            if (common.bearerSlot() >= 0) {
                binding[common.bearerSlot()] = bearer;
            }
            this.bucket = acts.bucket(binding);
            bucket.readBy(this);
        }

        @Override
        void refresh(long from, long to) {
            long now = graph.now();
            Truth inForce = common.inForce().over(binding, Long.MIN_VALUE, Long.MAX_VALUE, this);
            IntervalSet held = inForce.sure().clip(Long.MIN_VALUE, now);
            List<Window> after = new ArrayList<>();
            long wake = inForce.nextChange(now);
            for (int i = 0; i < held.size(); i++) {
                if (held.first(i) != Long.MIN_VALUE) {
                    wake = Math.min(wake, windows(held.first(i), held.last(i), after));
                }
            }
            replace(after);
            for (Window window : windows) {
                wake = window.breach == null ? wake : Math.min(wake, window.breach.judgement.wake());
            }
            wakeAt(wake);
        }

        /** Adds the windows of one stretch in force; returns when the last of them ends. */
        private long windows(long start, long end, List<Window> into) {
            long now = graph.now();
            long open = start;
            for (int i = 1; ; i++) {
                long close = graph.civil.shift(start, new Span(i * every.count(), every.unit()), 1);
                boolean first = i == 1;
                if (close <= end && now > close) {
                    complete(i, open, close, first, into);
                } else {
                    if (end == now) {
                        current(i, open, close, first, into);
                    }
                    return close + 1;
                }
                open = close;
            }
        }

        private void complete(int number, long open, long close, boolean first, List<Window> into) {
            List<Act> possibly = acts(open, close, first);
            if (firstSurely(possibly, open, close, first) != null) {
                return;
            }
            Status raw = possibly.isEmpty() ? Status.BREACHED : Status.UNDETERMINED;
            Breach.Judgement judgement = judge(raw, bearer, Support.NONE, close, close);
            Breach breach = new Breach(RecurNode.this, bearer, binding, close, close, close, Support.NONE, judgement);
            boolean open7 = raw == Status.UNDETERMINED && judgement.status() != Status.BREACHED;
            Support records = raw == Status.BREACHED
                    ? Support.NONE
                    : Support.of(possibly.stream().map(Act::occurrence).toList());
            into.add(new Window(number, judgement.status(), open7 ? null : Time.at(close), close, records, breach));
        }

        private void current(int number, long open, long close, boolean first, List<Window> into) {
            Act done = firstSurely(acts(open, close, first), open, close, first);
            if (done == null) {
                into.add(new Window(number, Status.PENDING, null, close, Support.NONE, null));
                return;
            }
            Occurrence act = done.occurrence();
            into.add(new Window(
                    number, Status.FULFILLED, new Time(act.lo, act.hi), close, Support.of(List.of(act)), null));
        }

        private @Nullable Act firstSurely(List<Act> acts, long open, long close, boolean first) {
            Act found = null;
            for (Act act : acts) {
                Occurrence o = act.occurrence();
                boolean in = act.sure() && (first ? o.lo >= open : o.lo > open) && o.hi <= close;
                if (in && (found == null || Occurrence.BY_END.compare(o, found.occurrence()) < 0)) {
                    found = act;
                }
            }
            return found;
        }

        /** The acts that are possibly in the window. */
        private List<Act> acts(long open, long close, boolean first) {
            List<Act> found = new ArrayList<>();
            long[] scratch = binding.clone();
            for (int i = bucket.firstEndingFrom(open); i < bucket.size() && bucket.get(i).lo <= close; i++) {
                Occurrence o = bucket.get(i);
                if (first ? o.hi < open : o.hi <= open) {
                    continue;
                }
                acts.plan().bind(o, scratch);
                int weight = where.during(scratch, o.lo, o.hi, this);
                if (weight != Truth.FALSE) {
                    found.add(new Act(o, weight == Truth.TRUE && o.sure && evident(o)));
                }
            }
            return found;
        }

        private void replace(List<Window> after) {
            List<Breach> gone = new ArrayList<>();
            windows.stream().filter(w -> w.breach != null).forEach(w -> gone.add(w.breach));
            List<Breach> fresh = new ArrayList<>();
            for (int i = 0; i < after.size(); i++) {
                Breach breach = after.get(i).breach;
                if (breach == null) {
                    continue;
                }
                Breach known = takeSame(gone, breach);
                if (known == null) {
                    fresh.add(breach);
                } else {
                    after.set(i, after.get(i).with(known));
                }
            }
            windows = after;
            gone.forEach(b -> announce(b, null));
            fresh.forEach(b -> announce(null, b));
        }

        private static @Nullable Breach takeSame(List<Breach> known, Breach breach) {
            for (int i = 0; i < known.size(); i++) {
                if (known.get(i).same(breach)) {
                    return known.remove(i);
                }
            }
            return null;
        }

        private void collect(Consumer<Verdict> verdicts, boolean pendingOnly) {
            for (Window window : windows) {
                if (pendingOnly && window.status() != Status.PENDING) {
                    continue;
                }
                SortedMap<String, Value> key = new TreeMap<>();
                key.put("window", Value.Number.of(window.number()));
                Breach breach = window.breach();
                boolean ended = breach != null && window.since() != null;
                verdicts.accept(verdict(
                        bearerName(bearer),
                        key,
                        window.status(),
                        breach == null ? Standing.NONE : breach.judgement.standing(),
                        window.since(),
                        Time.at(window.due()),
                        ended ? window.due() : Breach.NONE,
                        window.records()));
            }
            if (!pendingOnly && windows.isEmpty() && common.inForce().at(binding, graph.now(), this) == Truth.FALSE) {
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
