/** When a condition holds (semantics, section 5). */
@NullMarked
package holdfast.engine.monitor.condition;

import org.jspecify.annotations.NullMarked;
