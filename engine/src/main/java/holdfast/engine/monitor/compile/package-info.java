/** Puts an agreement together, once for all its monitors, under every combination of answers (semantics, section 3). */
@NullMarked
package holdfast.engine.monitor.compile;

import org.jspecify.annotations.NullMarked;
