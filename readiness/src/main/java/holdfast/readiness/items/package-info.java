/** What things are called, what stands in for what, and which units they are counted in. */
@NullMarked
package holdfast.readiness.items;

import org.jspecify.annotations.NullMarked;
