/** A first mapping for a file, proposed from what stands in it. */
@NullMarked
package holdfast.intake.proposal;

import org.jspecify.annotations.NullMarked;
