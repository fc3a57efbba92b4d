/** Watching without end: what is final behind a horizon is handed out and forgotten (semantics, section 16). */
@NullMarked
package holdfast.engine.horizon;

import org.jspecify.annotations.NullMarked;
