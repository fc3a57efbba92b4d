package holdfast.engine.monitor.graph;

import holdfast.engine.monitor.time.CivilTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The nodes of an agreement in an order in which each stands after all that it reads, and the moment at which they look. */
public final class Graph {
    public final Symbols symbols;
    public final CivilTime civil;
    public final Timetable timetable = new Timetable();

    private final List<Node> nodes = new ArrayList<>();
    private final List<Holding> others = new ArrayList<>();
    private final BitSet marked = new BitSet();
    private long now = Long.MIN_VALUE;

    public Graph(Symbols symbols, CivilTime civil) {
        this.symbols = symbols;
        this.civil = civil;
    }

    public long now() {
        return now;
    }

    int enter(Node node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    /** Takes part in {@link #begin}, before the nodes: they read it. */
    public void enter(Holding other) {
        others.add(other);
    }

    /** Forgets whatever happened; to be called too once all nodes are in place. */
    public void begin() {
        now = Long.MIN_VALUE;
        marked.clear();
        timetable.begin();
        nodes.forEach(Node::letGo);
        others.forEach(Holding::begin);
        nodes.forEach(Node::begin);
    }

    void mark(int place) {
        marked.set(place);
    }

    public void advanceTo(long now) {
        this.now = now;
        timetable.wakeUntil(now);
    }

    /** Refreshes what was touched, each node once, in order. */
    public void settle() {
        for (int place = marked.nextSetBit(0); place >= 0; place = marked.nextSetBit(0)) {
            marked.clear(place);
            nodes.get(place).refresh();
        }
    }
}
