/**
 * How the {@link holdfast.engine.monitor.Monitor} works inside. An agreement is compiled, once per combination of readings, into a graph of {@link
 * holdfast.engine.monitor.graph.Node nodes}; each holds {@link holdfast.engine.monitor.graph.Cell cells}, one per key. A record that comes, late or not, changes some
 * occurrences; these touch the cells that read them, with the stretch of time concerned; and touched cells are computed again in the order of the graph.
 */
@NullMarked
package holdfast.engine.monitor;

import org.jspecify.annotations.NullMarked;
