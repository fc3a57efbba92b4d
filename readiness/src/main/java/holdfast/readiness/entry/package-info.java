/** What the facts say was promised, sent and received, step by step; and what cannot be an entry of it. */
@NullMarked
package holdfast.readiness.entry;

import org.jspecify.annotations.NullMarked;
