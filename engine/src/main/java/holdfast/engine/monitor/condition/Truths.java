package holdfast.engine.monitor.condition;

import holdfast.engine.monitor.graph.Cell;
import holdfast.engine.monitor.graph.Dependents;
import holdfast.engine.monitor.graph.Graph;
import holdfast.engine.monitor.graph.KeyMap;
import holdfast.engine.monitor.graph.Node;
import holdfast.engine.monitor.graph.Occurrence;
import holdfast.engine.monitor.time.Truth;
import java.util.List;
import java.util.function.BiFunction;

/** The truth of one condition, kept for each key that somebody asked about. */
public final class Truths extends Node {
    /** Keeps the truth for one key. */
    public abstract static class Kept extends Cell {
        private final Dependents readers = new Dependents();
        private Truth truth = Truth.NEVER;

        public Kept(Truths node) {
            super(node);
        }

        public abstract Truth compute();

        /** Adds the occurrences that it rests on. */
        void gather(Used used, List<Occurrence> into) {}

        final Truth truth() {
            return truth;
        }

        @Override
        public final void refresh(long from, long to) {
            Truth before = truth;
            truth = compute();
            long[] sure = before.sure().difference(truth.sure());
            long[] possible = before.possible().difference(truth.possible());
            if (sure != null) {
                readers.touch(sure[0], sure[1]);
            }
            if (possible != null) {
                readers.touch(possible[0], possible[1]);
            }
            readers.touchWatchers();
        }
    }

    private final KeyMap<Kept> cells;
    private final BiFunction<Truths, long[], Kept> make;

    public Truths(Graph graph, int arity, BiFunction<Truths, long[], Kept> make) {
        super(graph);
        this.cells = new KeyMap<>(arity);
        this.make = make;
    }

    @Override
    public void begin() {
        cells.clear();
    }

    /** Counts in again those that no longer cared about the truth for one key. */
    void reopenReaders(long[] key) {
        Kept cell = cells.get(key);
        if (cell != null) {
            cell.readers.reopen();
        }
    }

    Kept read(long[] key, Cell reader) {
        Kept cell = cells.get(key);
        if (cell == null) {
            long[] own = key.clone();
            cell = make.apply(this, own);
            cells.put(own, cell);
            cell.truth = cell.compute();
        }
        cell.readers.add(reader);
        return cell;
    }
}
