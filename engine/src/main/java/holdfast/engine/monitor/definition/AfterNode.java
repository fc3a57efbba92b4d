package holdfast.engine.monitor.definition;

import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Derived;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.Node;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.graph.Stream;
import holdfast.engine.monitor.graph.Symbols;
import holdfast.engine.monitor.pattern.PatternPlan;
import holdfast.language.model.Span;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code D after p}: each match gives an occurrence once its time has come (semantics, section 6). */
public final class AfterNode extends Node implements Stream.Listener {
    private final Gathering out;
    private final PatternPlan plan;
    private final int[] outputs;
    private final Span span;
    private final boolean includingFirstDay;
    private final Map<Occurrence, Delayed> cells = new IdentityHashMap<>();

    /** @param outputs for each value of the result its position in the pattern's occurrence */
    public AfterNode(Graph graph, Stream out, PatternPlan plan, int[] outputs, Span span, boolean includingFirstDay) {
        super(graph);
        this.out = new Gathering(out);
        this.plan = plan;
        this.outputs = outputs;
        this.span = span;
        this.includingFirstDay = includingFirstDay;
        graph.listen(plan.stream(), plan.concern(), this);
    }

    @Override
    public void begin() {
        out.clear();
        cells.clear();
    }

    @Override
    public void added(Occurrence o) {
        if (plan.admits(o)) {
            Delayed cell = new Delayed(o);
            cells.put(o, cell);
            cell.touch();
        }
    }

    @Override
    public void removed(Occurrence o) {
        Delayed cell = cells.remove(o);
        if (cell != null) {
            cell.retract();
        }
    }

    private final class Delayed extends Cell {
        private final Derived later;
        private final Derived perhaps;
        private @Nullable Derived given;
        private boolean gone;

        Delayed(Occurrence o) {
            super(AfterNode.this);
            long[] values = new long[outputs.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = outputs[i] < 0 ? Symbols.MISSING : o.values[outputs[i]];
            }
            long lo = graph.civil.deadline(o.lo, span, includingFirstDay);
            long hi = graph.civil.deadline(o.hi, span, includingFirstDay);
            this.later = new Derived(lo, hi, o.sure, values, o.support());
            this.perhaps = o.sure && lo < hi ? new Derived(lo, hi, false, values, o.support()) : later;
        }

        @Override
        public void refresh(long from, long to) {
            if (gone) {
                return;
            }
            if (later.hi <= graph.now()) {
                give(later);
            } else {
                wakeAt(later.lo <= graph.now() ? later.hi : later.lo);
                give(later.lo <= graph.now() ? perhaps : null);
            }
        }

        private void give(@Nullable Derived now) {
            if (given == now) {
                return;
            }
            if (given != null) {
                out.remove(given);
            }
            given = now;
            if (now != null) {
                out.add(now);
            }
        }

        void retract() {
            gone = true;
            give(null);
        }
    }
}
