/** Defined events, and what bodies decide (semantics, sections 6 and 7). */
@NullMarked
package holdfast.engine.monitor.definition;

import org.jspecify.annotations.NullMarked;
