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
import holdfast.engine.monitor.pattern.Buckets;
import holdfast.engine.monitor.pattern.PatternPlan;
import holdfast.language.model.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is derived from an occurrence and others that agree with it: {@code p then q within D}, and {@code no p within D of q} (semantics, section 6). One cell
 * for each key of shared variables; in it, an output hangs on an occurrence of q.
 */
public final class PairNode extends Node {
    /**
     * @param other reads p by the shared variables
     * @param main where q comes from
     * @param mainKey positions in q of the shared variables
     * @param fromMain for each value of the result its position in q, or -1
     * @param fromOther for each value of the result its position in p, where q does not give it, or -1
     */
    public record Parts(
            Buckets other, PatternPlan main, int[] mainKey, int[] fromMain, int[] fromOther, boolean never) {}

    private final Stream out;
    private final Parts parts;
    private final Span within;
    private final boolean absence;
    private final boolean includingFirstDay;
    private final KeyMap<Pairs> cells;

    private PairNode(Graph graph, Stream out, Parts parts, Span within, boolean absence, boolean includingFirstDay) {
        super(graph);
        this.out = out;
        this.parts = parts;
        this.within = within;
        this.absence = absence;
        this.includingFirstDay = includingFirstDay;
        this.cells = new KeyMap<>(parts.mainKey().length);
        graph.listen(parts.main().stream(), parts.main().concern(), new Intake());
    }

    @Override
    public void begin() {
        cells.clear();
    }

    public static void sequence(Graph graph, Stream out, Parts parts, Span within) {
        new PairNode(graph, out, parts, within, false, false);
    }

    public static void absence(Graph graph, Stream out, Parts parts, Span within, boolean includingFirstDay) {
        new PairNode(graph, out, parts, within, true, includingFirstDay);
    }

    private final class Intake implements Stream.Listener {
        private final long[] key = new long[parts.mainKey().length];

        private Pairs cell(Occurrence o) {
            for (int i = 0; i < key.length; i++) {
                key[i] = o.values[parts.mainKey()[i]];
            }
            Pairs cell = cells.get(key);
            if (cell == null) {
                cell = new Pairs(parts.other().bucket(key));
                cells.put(key, cell);
            }
            return cell;
        }

        @Override
        public void added(Occurrence o) {
            if (parts.main().admits(o)) {
                cell(o).main.add(o);
            }
        }

        @Override
        public void removed(Occurrence o) {
            if (parts.main().admits(o)) {
                cell(o).main.remove(o);
            }
        }
    }

    private final class Pairs extends Cell {
        private final Bucket main = new Bucket();
        private final Bucket other;
        private final Outputs outputs = new Outputs(out);

        Pairs(Bucket other) {
            super(PairNode.this);
            this.other = other;
            main.readBy(this);
            other.readBy(this);
        }

        /*
         * An x between from and to matters to a y that ends not before it begins and begins not longer than D after it (sequence), or begins not after it and
         * not longer than D before it (absence). Both are looked for with some slack for calendar spans.
         */
        @Override
        public void refresh(long from, long to) {
            long earliest = graph.civil.back(from, within);
            long latest = graph.civil.shift(to, within, 1);
            int first = main.firstEndingFrom(
                    earliest < Long.MIN_VALUE + WindowNode.SLACK ? earliest : earliest - WindowNode.SLACK);
            long highest = latest > Long.MAX_VALUE - WindowNode.SLACK ? latest : latest + WindowNode.SLACK;
            long lowest = first < main.size() ? Math.min(main.get(first).lo, from) : from;
            List<Occurrence> causes = new ArrayList<>();
            List<Derived> derived = new ArrayList<>();
            long wake = Long.MAX_VALUE;
            for (int i = first; i < main.size() && main.get(i).lo <= highest; i++) {
                if (absence) {
                    wake = Math.min(wake, deriveAbsence(main.get(i), causes, derived));
                } else {
                    deriveSequence(main.get(i), causes, derived);
                }
            }
            outputs.replace(lowest, highest, causes, derived);
            if (absence) {
                wakeAt(Math.min(wake, nextDeadlineFrom(highest)));
            }
        }

        private long nextDeadlineFrom(long after) {
            for (int i = main.firstFrom(after == Long.MAX_VALUE ? after : after + 1); i < main.size(); i++) {
                long begin = deadline(main.get(i).lo);
                long end = deadline(main.get(i).hi);
                if (end >= graph.now()) {
                    return (begin >= graph.now() ? begin : end) + 1;
                }
            }
            return Long.MAX_VALUE;
        }

        private long deadline(long instant) {
            return graph.civil.deadline(instant, within, includingFirstDay);
        }

        /** Returns when to look again; {@link Long#MAX_VALUE} for never. */
        private long deriveAbsence(Occurrence y, List<Occurrence> causes, List<Derived> derived) {
            long dueLo = deadline(y.lo);
            long dueHi = deadline(y.hi);
            if (graph.now() <= dueLo) {
                return dueLo == Long.MAX_VALUE ? dueLo : dueLo + 1;
            }
            boolean over = graph.now() > dueHi;
            boolean possibly = false;
            for (int j = other.firstEndingFrom(y.lo); j < other.size() && other.get(j).lo <= dueHi; j++) {
                Occurrence x = other.get(j);
                if (x == y || parts.never() || x.hi < y.lo) {
                    continue;
                }
                if (x.sure && x.lo >= y.hi && x.hi <= dueLo) {
                    return Long.MAX_VALUE;
                }
                possibly = true;
            }
            causes.add(y);
            derived.add(new Derived(dueLo, dueHi, over && y.sure && !possibly, values(y, y), y.support()));
            return over || dueHi == Long.MAX_VALUE ? Long.MAX_VALUE : dueHi + 1;
        }

        private void deriveSequence(Occurrence y, List<Occurrence> causes, List<Derived> derived) {
            if (parts.never()) {
                return;
            }
            long backFromEnd = graph.civil.back(y.hi, within);
            long backFromStart = graph.civil.back(y.lo, within);
            Map<List<Long>, List<Occurrence>> surely = new LinkedHashMap<>();
            Map<List<Long>, List<Occurrence>> possibly = new LinkedHashMap<>();
            for (int j = other.firstEndingFrom(Math.min(backFromStart, backFromEnd));
                    j < other.size() && other.get(j).lo < y.hi;
                    j++) {
                Occurrence x = other.get(j);
                if (x == y) {
                    continue;
                }
                if (x.sure && y.sure && x.hi < y.lo && x.lo >= backFromEnd) {
                    surely.computeIfAbsent(boxed(values(y, x)), k -> new ArrayList<>())
                            .add(x);
                }
                if (x.hi >= backFromStart) {
                    possibly.computeIfAbsent(boxed(values(y, x)), k -> new ArrayList<>())
                            .add(x);
                }
            }
            surely.forEach((key, xs) -> {
                possibly.remove(key);
                emit(y, xs, true, causes, derived);
            });
            possibly.forEach((key, xs) -> emit(y, xs, false, causes, derived));
        }

        private void emit(
                Occurrence y, List<Occurrence> xs, boolean sure, List<Occurrence> causes, List<Derived> derived) {
            List<Occurrence> all = new ArrayList<>(xs);
            all.add(y);
            causes.add(y);
            derived.add(new Derived(y.lo, y.hi, sure, values(y, xs.getFirst()), Derived.union(all)));
        }

        private long[] values(Occurrence y, Occurrence x) {
            long[] values = new long[parts.fromMain().length];
            for (int i = 0; i < values.length; i++) {
                int position = parts.fromMain()[i];
                values[i] = position >= 0
                        ? y.values[position]
                        : parts.fromOther()[i] >= 0 ? x.values[parts.fromOther()[i]] : Symbols.MISSING;
            }
            return values;
        }

        private static List<Long> boxed(long[] values) {
            return Arrays.stream(values).boxed().toList();
        }
    }
}
