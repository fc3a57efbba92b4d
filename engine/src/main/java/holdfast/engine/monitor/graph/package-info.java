/** What the graph of an agreement is made of: nodes and their cells, streams of occurrences (semantics, section 4), and who waits for what. */
@NullMarked
package holdfast.engine.monitor.graph;

import org.jspecify.annotations.NullMarked;
