/** Patterns made ready for the variables of a statement, and the occurrences that match them by key (semantics, section 4). */
@NullMarked
package holdfast.engine.monitor.pattern;

import org.jspecify.annotations.NullMarked;
