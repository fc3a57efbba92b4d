/** What one entry of the record says, and the bytes that say it. */
@NullMarked
package holdfast.record.entry;

import org.jspecify.annotations.NullMarked;
