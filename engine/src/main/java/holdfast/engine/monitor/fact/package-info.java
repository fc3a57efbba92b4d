/** Records to facts: who may change whose record, what counts now, what bodies found (semantics, section 2). */
@NullMarked
package holdfast.engine.monitor.fact;

import org.jspecify.annotations.NullMarked;
