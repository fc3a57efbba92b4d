package holdfast.engine.monitor.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * What was put together for one statement: its nodes and tables, and of what they hear. It sleeps unless a text that is told has the statement: then it hears of nothing, costs
 * nothing, and keeps what it held until it wakes, when it lets go of that.
 */
public final class Part {
    /** @param join to be run while nobody hears of {@code source}: from then on somebody does */
    record Link(Source source, Runnable join) {}

    final List<Node> nodes = new ArrayList<>();
    final List<Holding> tables = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
}
