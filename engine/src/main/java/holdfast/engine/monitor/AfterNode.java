package holdfast.engine.monitor;

import holdfast.language.model.Span;
import java.util.IdentityHashMap;
import java.util.Map;

/** {@code D after p}: each match gives an occurrence once its time has come (semantics, section 6). */
final class AfterNode extends Node implements Stream.Listener {
    private final Gathering out;
    private final PatternPlan plan;
    private final int[] outputs;
    private final Span span;
    private final boolean includingFirstDay;
    private final Map<Occurrence, Delayed> cells = new IdentityHashMap<>();

    /** @param outputs for each value of the result its position in the pattern's occurrence */
    AfterNode(Graph graph, Stream out, PatternPlan plan, int[] outputs, Span span, boolean includingFirstDay) {
        super(graph);
        this.out = new Gathering(out);
        this.plan = plan;
        this.outputs = outputs;
        this.span = span;
        this.includingFirstDay = includingFirstDay;
        plan.stream().listen(this);
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
        private boolean given;
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
        }

        @Override
        void refresh(long from, long to) {
            if (gone || given) {
                return;
            }
            if (later.hi <= graph.now()) {
                given = true;
                out.add(later);
            } else {
                wakeAt(later.hi);
            }
        }

        void retract() {
            gone = true;
            if (given) {
                out.remove(later);
            }
        }
    }
}
