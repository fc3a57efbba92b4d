package holdfast.engine.monitor.graph;

import holdfast.engine.monitor.time.CivilTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nodes of an agreement in an order in which each stands after all that it reads, and the moment at which they look. */
public final class Graph {
    public final Symbols symbols;
    public final CivilTime civil;
    public final Timetable timetable = new Timetable();

    private final List<Node> nodes = new ArrayList<>();
    private final BitSet marked = new BitSet();

    /** What belongs to no statement: it never sleeps. */
    private final Part always = new Part();

    private Part open = always;
    private @Nullable Awake awake;
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
        open.nodes.add(node);
        return nodes.size() - 1;
    }

    /** Takes part in {@link #begin}, before the nodes: they read it. */
    public void enter(Holding table) {
        open.tables.add(table);
    }

    /** While the part that is being put together is awake, somebody of it hears of {@code source}. */
    public void link(Source source, Runnable join) {
        open.links.add(new Part.Link(source, join));
    }

    /** While the part that is being put together is awake, {@code listener} hears what comes and goes. */
    public void listen(Stream stream, Stream.Listener listener) {
        listen(stream, Stream.Concern.ALL, listener);
    }

    /** As before, of whatever can concern it; it may hear of more. */
    public void listen(Stream stream, Stream.Concern concern, Stream.Listener listener) {
        link(stream, () -> stream.listen(listener, concern));
    }

    /** Whatever {@code making} puts together belongs to a part of its own; what it puts together within another, to that. */
    public void within(Part part, Runnable making) {
        Part around = open;
        open = part;
        try {
            making.run();
        } finally {
            open = around;
        }
    }

    /** These parts, and what never sleeps. */
    public Awake awake(Collection<Part> parts) {
        List<Part> all = new ArrayList<>();
        all.add(always);
        all.addAll(parts);
        return new Awake(all);
    }

    /** As {@link #begin()}; from then on these parts are awake and no others. */
    public void begin(Awake next) {
        if (awake != next) {
            if (awake != null) {
                awake.leave();
            }
            awake = next;
            next.join();
        }
        now = Long.MIN_VALUE;
        marked.clear();
        timetable.begin();
        next.begin();
    }

    /** Forgets whatever happened. */
    public void begin() {
        begin(awake == null ? awake(List.of()) : awake);
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
