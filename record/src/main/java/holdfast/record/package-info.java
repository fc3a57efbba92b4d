/** Stored records, knowledge time and importers. */
@NullMarked
package holdfast.record;

import org.jspecify.annotations.NullMarked;
