/**
 * Examines an agreement before it is signed: what it guarantees in the worst case, and how it can fail. It plays histories through the engine's own
 * {@link holdfast.engine.monitor.Monitor} and has no second meaning of any construct. What it takes for granted is in {@code docs/examine.md}.
 */
@NullMarked
package holdfast.examine;

import org.jspecify.annotations.NullMarked;
