package holdfast.engine.monitor;

import java.util.List;
import java.util.function.BiFunction;

/** The truth of one condition, kept for each key that somebody asked about. */
final class Truths extends Node {
    /** Keeps the truth for one key. */
    abstract static class Kept extends Cell {
        private final Dependents readers = new Dependents();
        private Truth truth = Truth.NEVER;

        Kept(Truths node) {
            super(node);
        }

        abstract Truth compute();

        /** Adds the occurrences that it rests on. */
        void gather(Used used, List<Occurrence> into) {}

        final Truth truth() {
            return truth;
        }

        @Override
        final void refresh(long from, long to) {
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

    Truths(Graph graph, int arity, BiFunction<Truths, long[], Kept> make) {
        super(graph);
        this.cells = new KeyMap<>(arity);
        this.make = make;
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
