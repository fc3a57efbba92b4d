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
import holdfast.engine.monitor.pattern.PatternPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code all of p1, p2, ..}: once for each key for which every pattern has a match (semantics, section 6). */
public final class AllOfNode extends Node {
    /**
     * One of the patterns.
     *
     * @param keyPositions for each parameter its position; -1: the pattern does not bind it and joins every value
     */
    public record Part(PatternPlan plan, int[] keyPositions) {}

    private final Stream out;
    private final List<Intake> intakes = new ArrayList<>();
    private final KeyMap<All> cells;
    private final List<All> allCells = new ArrayList<>();
    private final int arity;

    public AllOfNode(Graph graph, Stream out, List<Part> parts, int arity) {
        super(graph);
        this.out = out;
        this.arity = arity;
        this.cells = new KeyMap<>(arity);
        for (Part part : parts) {
            intakes.add(new Intake(part, intakes.size()));
        }
    }

    @Override
    public void begin() {
        cells.clear();
        allCells.clear();
        intakes.forEach(i -> i.matches.clear());
    }

    /** Takes in the matches of one pattern; those that bind every parameter may make a new key. */
    private final class Intake implements Stream.Listener {
        private final Part part;
        private final int index;
        private final List<Occurrence> matches = new ArrayList<>();

        Intake(Part part, int index) {
            this.part = part;
            this.index = index;
            graph.listen(part.plan().stream(), part.plan().concern(), this);
        }

        private boolean agrees(Occurrence o, long[] key) {
            for (int i = 0; i < arity; i++) {
                int position = part.keyPositions()[i];
                if (position >= 0 && o.values[position] != key[i]) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void added(Occurrence o) {
            if (!part.plan().admits(o)) {
                return;
            }
            matches.add(o);
            for (All cell : allCells) {
                if (agrees(o, cell.key)) {
                    cell.bucket(index).add(o);
                }
            }
            long[] partial = new long[arity];
            Arrays.fill(partial, Symbols.UNBOUND);
            complete(bound(o, partial), 0);
        }

        private boolean fits(Occurrence o, long[] partial) {
            for (int i = 0; i < arity; i++) {
                int position = part.keyPositions()[i];
                if (position >= 0 && partial[i] != Symbols.UNBOUND && partial[i] != o.values[position]) {
                    return false;
                }
            }
            return true;
        }

        private long[] bound(Occurrence o, long[] partial) {
            long[] more = partial.clone();
            for (int i = 0; i < arity; i++) {
                if (part.keyPositions()[i] >= 0) {
                    more[i] = o.values[part.keyPositions()[i]];
                }
            }
            return more;
        }

        @Override
        public void removed(Occurrence o) {
            if (!part.plan().admits(o)) {
                return;
            }
            for (int i = matches.size() - 1; i >= 0; i--) {
                if (matches.get(i).same(o)) {
                    matches.remove(i);
                    break;
                }
            }
            for (All cell : allCells) {
                if (agrees(o, cell.key)) {
                    cell.bucket(index).remove(o);
                }
            }
        }
    }

    /** Makes a cell for every key to which the matches of the patterns from {@code next} on complete a partial one. */
    private void complete(long[] partial, int next) {
        if (Arrays.stream(partial).noneMatch(v -> v == Symbols.UNBOUND)) {
            if (cells.get(partial) == null) {
                open(partial);
            }
            return;
        }
        if (next < intakes.size()) {
            Intake intake = intakes.get(next);
            for (Occurrence o : intake.matches) {
                if (intake.fits(o, partial)) {
                    complete(intake.bound(o, partial), next + 1);
                }
            }
        }
    }

    private void open(long[] key) {
        All cell = new All(key);
        cells.put(key, cell);
        allCells.add(cell);
        for (Intake intake : intakes) {
            for (Occurrence known : intake.matches) {
                if (intake.agrees(known, key)) {
                    cell.bucket(intake.index).add(known);
                }
            }
        }
    }

    private final class All extends Cell {
        private final long[] key;
        private final List<Bucket> buckets = new ArrayList<>();
        private @Nullable Derived given;

        public All(long[] key) {
            super(AllOfNode.this);
            this.key = key;
            for (int i = 0; i < intakes.size(); i++) {
                Bucket bucket = new Bucket();
                bucket.readBy(this);
                buckets.add(bucket);
            }
        }

        Bucket bucket(int i) {
            return buckets.get(i);
        }

        @Override
        public void refresh(long from, long to) {
            Derived derived = derive();
            boolean unchanged = given == null ? derived == null : derived != null && given.same(derived);
            if (unchanged) {
                return;
            }
            if (given != null) {
                out.remove(given);
            }
            given = derived;
            if (derived != null) {
                out.add(derived);
            }
        }

        private @Nullable Derived derive() {
            boolean sure = buckets.stream().allMatch(All::hasSure);
            long lo = Long.MIN_VALUE;
            long hi = Long.MIN_VALUE;
            List<Occurrence> firsts = new ArrayList<>();
            for (Bucket bucket : buckets) {
                List<Occurrence> matches = matches(bucket);
                if (matches.isEmpty()) {
                    return null;
                }
                Occurrence first = matches.stream()
                        .filter(o -> o.sure || !sure)
                        .min(Occurrence.BY_END)
                        .orElseThrow();
                firsts.add(first);
                lo = Math.max(lo, matches.stream().mapToLong(o -> o.lo).min().orElseThrow());
                hi = Math.max(hi, by(matches));
            }
            return new Derived(lo, hi, sure, key, Derived.union(firsts));
        }

        /** By when there is one: the least end of the sure ones, or the greatest of all. */
        private static long by(List<Occurrence> matches) {
            long sure = Long.MAX_VALUE;
            long any = Long.MIN_VALUE;
            for (Occurrence o : matches) {
                sure = o.sure ? Math.min(sure, o.hi) : sure;
                any = Math.max(any, o.hi);
            }
            return sure != Long.MAX_VALUE ? sure : any;
        }

        private static boolean hasSure(Bucket bucket) {
            return matches(bucket).stream().anyMatch(o -> o.sure);
        }

        private static List<Occurrence> matches(Bucket bucket) {
            List<Occurrence> matches = new ArrayList<>(bucket.size());
            for (int i = 0; i < bucket.size(); i++) {
                matches.add(bucket.get(i));
            }
            return matches;
        }
    }
}
