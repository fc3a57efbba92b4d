package holdfast.engine.monitor.clause;

import holdfast.engine.Standing;
import holdfast.engine.Status;
import holdfast.engine.Time;
import holdfast.engine.Verdict;
import holdfast.engine.Wanted;
import holdfast.engine.monitor.condition.Beginning;
import holdfast.engine.monitor.condition.Premise;
import holdfast.engine.monitor.condition.Used;
import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Support;
import holdfast.engine.monitor.pattern.PatternReader;
import holdfast.engine.monitor.time.IntervalSet;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Span;
import holdfast.language.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An act that is due every so often (semantics, section 12). One cell for each bearer. */
public final class RecurNode extends NormNode {
    private final PatternReader acts;
    private final Premise where;
    private final Span every;
    private final List<Long> bearers;
    private final List<Kept> cells = new ArrayList<>();

    public RecurNode(Graph graph, Common common, PatternReader acts, Premise where, Span every, List<Long> bearers) {
        super(graph, common);
        this.acts = acts;
        this.where = where;
        this.every = every;
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
        return true;
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
    public void collect(Consumer<Verdict> verdicts) {
        cells.forEach(c -> c.collect(null, verdicts));
    }

    @Override
    public void collectOwed(Wanted wanted, Consumer<Verdict> verdicts) {
        cells.forEach(c -> c.collect(wanted, verdicts));
    }

    /** A window that has a verdict. */
    private record Window(
            int number,
            Status status,
            @Nullable Time since,
            @Nullable Time due,
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
        private List<Breach> announced = new ArrayList<>();

        public Kept(long bearer) {
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
        public void refresh(long from, long to) {
            long now = graph.now();
            Truth inForce = common.inForce().over(binding, Long.MIN_VALUE, Long.MAX_VALUE, this);
            IntervalSet held = inForce.sure().clip(Long.MIN_VALUE, now);
            IntervalSet perhaps = inForce.possible().clip(Long.MIN_VALUE, now);
            List<Window> after = new ArrayList<>();
            long wake = inForce.nextChange(now);
            boolean open = false;
            for (int p = 0; p < perhaps.size(); p++) {
                IntervalSet surely = held.clip(perhaps.first(p), perhaps.last(p));
                for (int i = 0; i < surely.size(); i++) {
                    long first = Beginning.of(perhaps.first(p), surely.first(i), this::usedAt);
                    open |= first == Beginning.NONE && surely.first(i) != Long.MIN_VALUE;
                    if (first != Beginning.NONE) {
                        Stretch stretch = new Stretch(surely.first(i), surely.last(i), first, perhaps.last(p));
                        wake = Math.min(wake, windows(stretch, after));
                    }
                }
                open |= surely.size() != 1;
            }
            if (open) {
                after.add(new Window(0, Status.UNDETERMINED, null, null, Support.NONE, null));
            }
            replace(after);
            for (Window window : windows) {
                wake = window.breach == null ? wake : Math.min(wake, window.breach.judgement.wake());
            }
            wakeAt(wake);
        }

        /** A stretch in which the clause is surely in force, and the one around it in which it may be. */
        private record Stretch(long first, long last, long firstPossible, long lastPossible) {
            Time start() {
                return new Time(firstPossible, first);
            }

            boolean certain() {
                return first == firstPossible && last == lastPossible;
            }
        }

        private List<Occurrence> usedAt(long instant) {
            List<Occurrence> found = new ArrayList<>();
            common.whileTrue().gather(binding, new Used.At(instant), this, found);
            return found;
        }

        @Override
        public boolean watchesSupport() {
            return true;
        }

        /** Adds the windows of one stretch in force; returns when to look again. */
        private long windows(Stretch stretch, List<Window> into) {
            long now = graph.now();
            Time start = stretch.start();
            Time open = start;
            long wake = Long.MAX_VALUE;
            for (int i = 1; open.lo() - (i == 1 ? 0 : 1) <= stretch.lastPossible(); i++) {
                Span length = new Span(i * every.count(), every.unit());
                Time close = graph.civil.shift(start, length);
                if (close.hi() <= stretch.last() && now > close.hi()) {
                    complete(i, open, close, into);
                } else if (stretch.last() == now && now >= open.hi() && now <= close.lo()) {
                    current(i, open, close, into);
                } else if (now >= open.lo()
                        && (close.lo() <= stretch.lastPossible() || stretch.lastPossible() == now)
                        && !stretch.certain()) {
                    undetermined(i, close, acts(open, close), into);
                }
                for (long change : new long[] {open.lo(), open.hi(), close.lo(), close.lo() + 1, close.hi() + 1}) {
                    wake = change > now ? Math.min(wake, change) : wake;
                }
                open = new Time(close.lo() + 1, close.hi() + 1);
            }
            return wake;
        }

        private void complete(int number, Time open, Time close, List<Window> into) {
            List<Act> possibly = acts(open, close);
            if (firstSurely(possibly, open, close) != null) {
                return;
            }
            if (!possibly.isEmpty()) {
                undetermined(number, close, possibly, into);
                return;
            }
            Breach breach = breach(Status.BREACHED, close);
            into.add(new Window(number, breach.judgement.status(), close, close, Support.NONE, breach));
        }

        private void undetermined(int number, Time close, List<Act> possibly, List<Window> into) {
            Breach breach = breach(Status.UNDETERMINED, close);
            boolean settled = breach.judgement.status() == Status.BREACHED;
            Support records = Support.of(possibly.stream().map(Act::occurrence).toList());
            into.add(new Window(number, breach.judgement.status(), settled ? close : null, close, records, breach));
        }

        private Breach breach(Status raw, Time close) {
            Breach.Judgement judgement = judge(raw, bearer, Support.NONE, close.lo(), close.hi());
            return new Breach(
                    RecurNode.this,
                    bearer,
                    binding,
                    close.lo(),
                    close.hi(),
                    close,
                    judgement.sure(),
                    null,
                    Support.NONE,
                    judgement);
        }

        private void current(int number, Time open, Time close, List<Window> into) {
            List<Act> possibly = acts(open, close);
            Act done = firstSurely(possibly, open, close);
            if (done == null) {
                Status status = possibly.isEmpty() ? Status.PENDING : Status.UNDETERMINED;
                Support records =
                        Support.of(possibly.stream().map(Act::occurrence).toList());
                into.add(new Window(number, status, null, close, records, null));
                return;
            }
            Occurrence act = done.occurrence();
            long lo = Long.MAX_VALUE;
            for (Act other : possibly) {
                lo = Math.min(lo, other.occurrence().lo);
            }
            Time since = new Time(Math.max(lo, open.lo()), act.hi);
            into.add(new Window(number, Status.FULFILLED, since, close, Support.of(List.of(act)), null));
        }

        private @Nullable Act firstSurely(List<Act> acts, Time open, Time close) {
            Act found = null;
            for (Act act : acts) {
                Occurrence o = act.occurrence();
                boolean in = act.sure() && o.lo >= open.hi() && o.hi <= close.lo();
                if (in && (found == null || Occurrence.BY_END.compare(o, found.occurrence()) < 0)) {
                    found = act;
                }
            }
            return found;
        }

        /** The acts that are possibly in the window. */
        private List<Act> acts(Time open, Time close) {
            List<Act> found = new ArrayList<>();
            long[] scratch = binding.clone();
            for (int i = bucket.firstEndingFrom(open.lo()); i < bucket.size() && bucket.get(i).lo <= close.hi(); i++) {
                Occurrence o = bucket.get(i);
                if (o.hi < open.lo()) {
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

        /** What follows from a window hears of its breach once its end may have come, and not before. */
        private void replace(List<Window> after) {
            // In the order of the windows, so that what stays is found at the front.
            Deque<Breach> gone = new ArrayDeque<>(announced);
            List<Breach> fresh = new ArrayList<>();
            announced = new ArrayList<>();
            for (int i = 0; i < after.size(); i++) {
                Breach breach = after.get(i).breach;
                if (breach == null || breach.startLo > graph.now()) {
                    continue;
                }
                Breach known = takeSame(gone, breach);
                if (known == null) {
                    fresh.add(breach);
                } else {
                    after.set(i, after.get(i).with(known));
                }
                announced.add(known == null ? breach : known);
            }
            windows = after;
            gone.forEach(b -> announce(b, null));
            fresh.forEach(b -> announce(null, b));
        }

        private static @Nullable Breach takeSame(Deque<Breach> known, Breach breach) {
            for (Iterator<Breach> left = known.iterator(); left.hasNext(); ) {
                Breach one = left.next();
                if (one.same(breach)) {
                    left.remove();
                    return one;
                }
            }
            return null;
        }

        /** @param wanted which of what is pending is wanted; null: all verdicts are */
        private void collect(@Nullable Wanted wanted, Consumer<Verdict> verdicts) {
            for (Window window : windows) {
                boolean left = wanted != null
                        && (window.status() != Status.PENDING
                                || !wanted.wants(common.clause(), bearerName(bearer), window.due()));
                if (left) {
                    continue;
                }
                SortedMap<String, Value> key = new TreeMap<>();
                if (window.number() > 0) {
                    key.put("window", Value.Number.of(window.number()));
                }
                Breach breach = window.breach();
                verdicts.accept(verdict(
                        bearerName(bearer),
                        key,
                        window.status(),
                        breach == null ? Standing.NONE : breach.judgement.standing(),
                        window.since(),
                        window.due(),
                        breach != null && window.since() != null ? window.due() : null,
                        window.records()));
            }
            if (wanted == null && windows.isEmpty() && common.inForce().at(binding, graph.now(), this) != Truth.TRUE) {
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
