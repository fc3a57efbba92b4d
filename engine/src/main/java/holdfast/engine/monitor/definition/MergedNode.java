package holdfast.engine.monitor.definition;

import holdfast.engine.monitor.graph.Bucket;
import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Derived;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.KeyMap;
import holdfast.engine.monitor.graph.Node;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Stream;
import holdfast.engine.monitor.pattern.PatternPlan;
import holdfast.engine.monitor.time.Truth;
import holdfast.language.model.Span;
import java.util.ArrayList;
import java.util.List;

/** {@code p merged within D}: one occurrence for each chain (semantics, section 6). */
public final class MergedNode extends Node implements Stream.Listener {
    private final Stream out;
    private final PatternPlan plan;
    private final int[] keyPositions;
    private final Span gap;
    private final KeyMap<Merged> cells;
    private final long[] key;

    public MergedNode(Graph graph, Stream out, PatternPlan plan, int[] keyPositions, Span gap) {
        super(graph);
        this.out = out;
        this.plan = plan;
        this.keyPositions = keyPositions;
        this.gap = gap;
        this.cells = new KeyMap<>(keyPositions.length);
        this.key = new long[keyPositions.length];
        graph.listen(plan.stream(), plan.concern(), this);
    }

    @Override
    public void begin() {
        cells.clear();
    }

    @Override
    public void added(Occurrence o) {
        if (plan.admits(o)) {
            cell(o).bucket.add(o);
        }
    }

    @Override
    public void removed(Occurrence o) {
        if (plan.admits(o)) {
            cell(o).bucket.remove(o);
        }
    }

    private Merged cell(Occurrence o) {
        for (int i = 0; i < key.length; i++) {
            key[i] = o.values[keyPositions[i]];
        }
        Merged cell = cells.get(key);
        if (cell == null) {
            cell = new Merged(key.clone());
            cells.put(key, cell);
        }
        return cell;
    }

    private record Given(List<Derived> outputs) {}

    private final class Merged extends Cell implements Chains.Listener {
        private final Bucket bucket = new Bucket();
        private final long[] key;
        private final Chains chains;

        Merged(long[] key) {
            super(MergedNode.this);
            this.key = key;
            this.chains = new Chains(bucket, o -> o.sure ? Truth.TRUE : Truth.UNKNOWN, gap, graph.civil, this);
            bucket.readBy(this);
        }

        @Override
        public void refresh(long from, long to) {
            chains.refresh(from, to);
        }

        @Override
        public void formed(Chains.Chain chain) {
            List<Derived> outputs = new ArrayList<>();
            for (Episode e : chains.episodes(chain)) {
                outputs.add(new Derived(e.startLo(), e.startHi(), e.own(), key, Derived.union(e.acts())));
            }
            chain.attachment = new Given(outputs);
            outputs.forEach(out::add);
        }

        @Override
        public void grown(Chains.Chain chain) {
            dissolved(chain);
            formed(chain);
        }

        @Override
        public void dissolved(Chains.Chain chain) {
            if (chain.attachment instanceof Given(List<Derived> outputs)) {
                outputs.forEach(out::remove);
            }
        }
    }
}
