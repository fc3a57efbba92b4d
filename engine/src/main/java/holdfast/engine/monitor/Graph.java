package holdfast.engine.monitor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The nodes of an agreement in an order in which each stands after all that it reads, and the moment at which they look. */
final class Graph {
    final Symbols symbols;
    final CivilTime civil;
    final Timetable timetable = new Timetable();

    private final List<Node> nodes = new ArrayList<>();
    private final BitSet marked = new BitSet();
    private long now = Long.MIN_VALUE;

    Graph(Symbols symbols, CivilTime civil) {
        this.symbols = symbols;
        this.civil = civil;
    }

    long now() {
        return now;
    }

    int enter(Node node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    void mark(int place) {
        marked.set(place);
    }

    void advanceTo(long now) {
        this.now = now;
        timetable.wakeUntil(now);
    }

    /** Refreshes what was touched, each node once, in order. */
    void settle() {
        for (int place = marked.nextSetBit(0); place >= 0; place = marked.nextSetBit(0)) {
            marked.clear(place);
            nodes.get(place).refresh();
        }
    }
}
