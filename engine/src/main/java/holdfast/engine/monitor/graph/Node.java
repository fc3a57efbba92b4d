package holdfast.engine.monitor.graph;

import java.util.ArrayList;
import java.util.List;

/** A part of the graph: one definition, state, condition or clause under one reading. Nodes come after all that they read. */
public class Node implements Holding {
    public final Graph graph;
    private final int place;
    private final List<Cell> touched = new ArrayList<>();

    public Node(Graph graph) {
        this.graph = graph;
        this.place = graph.enter(this);
    }

    final int place() {
        return place;
    }

    /** Whoever keeps something of the history lets go of it here, and makes what is there before anything has happened. */
    @Override
    public void begin() {}

    /** What was touched in a history that is over is of no concern. */
    final void letGo() {
        touched.clear();
    }

    final void enqueue(Cell cell) {
        if (touched.isEmpty()) {
            graph.mark(place);
        }
        touched.add(cell);
    }

    public final void refresh() {
        for (int i = 0; i < touched.size(); i++) {
            touched.get(i).refreshIfTouched();
        }
        touched.clear();
    }
}
