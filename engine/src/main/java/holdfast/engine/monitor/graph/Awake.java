package holdfast.engine.monitor.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The parts of a graph that are awake while one text is told. To be made once for a text, as it is told again and again. */
public final class Awake {
    private final Node[] nodes;
    private final Holding[] tables;
    private final Part.Link[] links;

    Awake(Collection<Part> parts) {
        List<Node> nodes = new ArrayList<>();
        List<Holding> tables = new ArrayList<>();
        List<Part.Link> links = new ArrayList<>();
        for (Part part : parts) {
            nodes.addAll(part.nodes);
            tables.addAll(part.tables);
            links.addAll(part.links);
        }
        nodes.sort(Comparator.comparingInt(Node::place));
        this.nodes = nodes.toArray(new Node[0]);
        this.tables = tables.toArray(new Holding[0]);
        this.links = links.toArray(new Part.Link[0]);
    }

    /** They hear of what they read. */
    void join() {
        for (Part.Link link : links) {
            link.join().run();
        }
    }

    /** They hear of nothing any more. */
    void leave() {
        for (Part.Link link : links) {
            link.source().deafen();
        }
    }

    /** They let go of a history, and are as before anything has happened. Tables go first: nodes read them. */
    void begin() {
        for (Node node : nodes) {
            node.letGo();
        }
        for (Holding table : tables) {
            table.begin();
        }
        for (Node node : nodes) {
            node.begin();
        }
    }
}
