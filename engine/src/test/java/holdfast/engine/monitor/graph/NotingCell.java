package holdfast.engine.monitor.graph;

import holdfast.engine.monitor.time.CivilTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A cell that notes when it is computed again, and from which instant on something had changed. */
final class NotingCell extends Cell {
    final List<Long> refreshed = new ArrayList<>();

    private NotingCell(Node node) {
        super(node);
    }

    static NotingCell in(Graph graph) {
        return new NotingCell(new Node(graph));
    }

    /** A graph of nothing, in which cells can stand. */
    static Graph graph() {
        return new Graph(new Symbols(), new CivilTime(ZoneOffset.UTC));
    }

    @Override
    public void refresh(long from, long to) {
        refreshed.add(from);
    }
}
