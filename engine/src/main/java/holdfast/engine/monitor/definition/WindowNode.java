package holdfast.engine.monitor.definition;

import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Derived;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.KeyMap;
import holdfast.engine.monitor.graph.Node;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Stream;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.graph.Total;
import holdfast.engine.monitor.pattern.PatternPlan;
import holdfast.language.model.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code at least n p within D}, also of different values or as a sum (semantics, section 6). One cell per key. */
public final class WindowNode extends Node {
    /** What is measured over the occurrences of a window. */
    public enum Measure {
        NUMBER,
        DIFFERENT,
        SUM
    }

    /** Calendar spans are not exactly as long backwards as forwards: look this much farther. */
    static final long SLACK = 4L * 24 * 3_600_000;

    private final Stream out;
    private final Measure measure;
    private final int position;
    private final long atLeast;
    private final @Nullable Span within;
    private final PerKey windows;

    /**
     * @param position of the attribute whose different values are counted, or which is summed up
     * @param within null: ever
     */
    public WindowNode(
            Graph graph,
            Stream out,
            PatternPlan plan,
            int[] keyPositions,
            Measure measure,
            int position,
            long atLeast,
            @Nullable Span within) {
        super(graph);
        this.out = out;
        this.measure = measure;
        this.position = position;
        this.atLeast = atLeast;
        this.within = within;
        this.windows = new PerKey(plan, keyPositions);
    }

    @Override
    public void begin() {
        windows.byKey.clear();
    }

    private final class PerKey implements Stream.Listener {
        private final PatternPlan plan;
        private final int[] keyPositions;
        private final KeyMap<Window> byKey;
        private final long[] key;

        PerKey(PatternPlan plan, int[] keyPositions) {
            this.plan = plan;
            this.keyPositions = keyPositions;
            this.byKey = new KeyMap<>(keyPositions.length);
            this.key = new long[keyPositions.length];
            graph.listen(plan.stream(), plan.concern(), this);
        }

        private Window window(Occurrence o) {
            for (int i = 0; i < key.length; i++) {
                key[i] = o.values[keyPositions[i]];
            }
            Window window = byKey.get(key);
            if (window == null) {
                window = new Window(key.clone());
                byKey.put(key, window);
            }
            return window;
        }

        @Override
        public void added(Occurrence o) {
            if (plan.admits(o)) {
                window(o).bucket.add(o);
            }
        }

        @Override
        public void removed(Occurrence o) {
            if (plan.admits(o)) {
                window(o).bucket.remove(o);
            }
        }
    }

    private final class Window extends Cell {
        private final Bucket bucket = new Bucket();
        private final long[] key;
        private final Outputs outputs = new Outputs(out);

        Window(long[] key) {
            super(WindowNode.this);
            this.key = key;
            bucket.readBy(this);
        }

        /*
         * An occurrence that comes or goes between from and to lies in the windows of the occurrences that end after it begins and begin not longer than D
         * after it ends. Only these are measured again.
         */
        @Override
        public void refresh(long from, long to) {
            ranked = null;
            if (isLastAndTooFew(from)) {
                return;
            }
            int first = bucket.firstEndingFrom(from);
            long lowest = first < bucket.size() ? Math.min(bucket.get(first).lo, from) : from;
            long highest = ranksMatterFrom(first) ? Long.MAX_VALUE : highest(to);
            List<Occurrence> causes = new ArrayList<>();
            List<Derived> derived = new ArrayList<>();
            for (int i = first; i < bucket.size() && bucket.get(i).lo <= highest; i++) {
                Derived output = measure(i);
                if (output != null) {
                    causes.add(bucket.get(i));
                    derived.add(output);
                }
            }
            outputs.replace(lowest, highest, causes, derived);
        }

        /** Where fewer than the number are surely before, one that comes late may make those long after it enough. */
        private boolean ranksMatterFrom(int first) {
            if (bucket.plain() || measure == Measure.SUM) {
                return false;
            }
            long sure = 0;
            for (int i = 0; i < first && sure < atLeast; i++) {
                sure += bucket.get(i).sure ? 1 : 0;
            }
            return sure < atLeast;
        }

        /** The common case: time goes on, one occurrence has come after all others, and there are not enough before it. */
        private boolean isLastAndTooFew(long from) {
            int size = bucket.size();
            if (measure != Measure.NUMBER || atLeast < 1 || !bucket.plain() || size == 0 || !outputs.endBefore(from)) {
                return false;
            }
            if (bucket.start(size - 1) != from || (size > 1 && bucket.start(size - 2) == from)) {
                return false;
            }
            if (size < atLeast) {
                return true;
            }
            return within != null && bucket.start(size - (int) atLeast) < graph.civil.back(from, within);
        }

        private long highest(long to) {
            if (within == null) {
                return Long.MAX_VALUE;
            }
            long last = bucket.plain() || to > Long.MAX_VALUE - bucket.longest() ? to : to + bucket.longest();
            long highest = graph.civil.shift(last, within, 1);
            return within.exact() || highest > Long.MAX_VALUE - SLACK ? highest : highest + SLACK;
        }

        private @Nullable Derived measure(int i) {
            return bucket.plain() ? measurePlain(i) : measureUncertain(bucket.get(i), ranks());
        }

        /** All precise and sure: a window is a stretch of the bucket. */
        private @Nullable Derived measurePlain(int i) {
            Occurrence e = bucket.get(i);
            int end = i + 1;
            int start = within == null ? 0 : bucket.firstFrom(graph.civil.back(e.lo, within));
            if (measure == Measure.NUMBER && end - start < atLeast) {
                return null;
            }
            List<Occurrence> window = new ArrayList<>(end - start);
            for (int j = start; j < end; j++) {
                window.add(bucket.get(j));
            }
            return reached(window) ? output(e.lo, e, true, window) : null;
        }

        /** The sure occurrences by last instant, and their first instants in order. */
        private record Ranks(List<Occurrence> sure, long[] beginnings) {}

        private @Nullable Ranks ranked;

        private Ranks ranks() {
            Ranks known = ranked;
            if (known == null) {
                List<Occurrence> sure = new ArrayList<>();
                for (int i = 0; i < bucket.size(); i++) {
                    if (bucket.get(i).sure) {
                        sure.add(bucket.get(i));
                    }
                }
                long[] beginnings = sure.stream().mapToLong(o -> o.lo).sorted().toArray();
                sure.sort(Occurrence.BY_END);
                known = new Ranks(sure, beginnings);
                ranked = known;
            }
            return known;
        }

        /** The i-th of the sure ones by last instant stands for the i-th in time. */
        private @Nullable Derived measureUncertain(Occurrence e, Ranks ranks) {
            int rank = e.sure ? Collections.binarySearch(ranks.sure(), e, Occurrence.BY_END) : -1;
            long lo = e.sure ? Math.min(e.lo, ranks.beginnings()[rank]) : e.lo;
            long backFromEnd = within == null ? Long.MIN_VALUE : graph.civil.back(e.hi, within);
            long backFromStart = within == null ? Long.MIN_VALUE : graph.civil.back(lo, within);
            List<Occurrence> surely = new ArrayList<>();
            List<Occurrence> possibly = new ArrayList<>();
            int unsure = 0;
            for (int j = bucket.firstEndingFrom(Math.min(backFromStart, backFromEnd));
                    j < bucket.size() && bucket.get(j).lo <= e.hi;
                    j++) {
                Occurrence f = bucket.get(j);
                boolean after = Occurrence.BY_END.compare(f, e) > 0;
                if (e.sure && f.sure && !after && f.lo >= backFromEnd) {
                    surely.add(f);
                }
                boolean laterAtTheSameInstant = after && e.precise() && f.precise() && f.lo == e.lo;
                if (f.hi >= backFromStart && !laterAtTheSameInstant) {
                    possibly.add(f);
                    unsure += f.sure ? 0 : 1;
                }
            }
            if (e.sure && surely(surely, possibly)) {
                return output(lo, e, true, surely);
            }
            boolean enough = measure == Measure.SUM || !e.sure || rank + 1 + unsure >= atLeast;
            return enough && possibly(possibly) ? output(lo, e, false, possibly) : null;
        }

        private boolean surely(List<Occurrence> surely, List<Occurrence> possibly) {
            if (measure != Measure.SUM) {
                return reached(surely);
            }
            Total total = new Total();
            sum(surely, 1, total);
            sum(possibly, -1, total);
            return total.reaches(atLeast);
        }

        private boolean possibly(List<Occurrence> window) {
            if (measure != Measure.SUM) {
                return reached(window);
            }
            boolean open = window.stream().anyMatch(o -> !o.sure || !o.precise());
            return summed(window, open ? 1 : 0);
        }

        private boolean reached(List<Occurrence> window) {
            return switch (measure) {
                case NUMBER -> window.size() >= atLeast;
                case DIFFERENT -> different(window) >= atLeast;
                case SUM -> summed(window, 0);
            };
        }

        private int different(List<Occurrence> window) {
            Set<Long> values = new HashSet<>();
            window.forEach(o -> values.add(o.values[position]));
            return values.size();
        }

        /** @param sign 1: of the positive ones, -1: of the negative ones, 0: of all */
        private void sum(List<Occurrence> window, int sign, Total total) {
            for (Occurrence o : window) {
                long value = o.values[position];
                if (value != Symbols.MISSING && (sign == 0 || Long.signum(value) == sign)) {
                    total.add(value);
                }
            }
        }

        private boolean summed(List<Occurrence> window, int sign) {
            Total total = new Total();
            sum(window, sign, total);
            return total.reaches(atLeast);
        }

        private Derived output(long lo, Occurrence e, boolean sure, List<Occurrence> window) {
            return new Derived(lo, e.hi, sure, key, Derived.union(window));
        }
    }
}
