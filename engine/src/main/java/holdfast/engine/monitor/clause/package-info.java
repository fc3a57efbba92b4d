/** Clauses: in force, duties, prohibitions, breaches and what follows from them (semantics, sections 8 to 13). */
@NullMarked
package holdfast.engine.monitor.clause;

import org.jspecify.annotations.NullMarked;
