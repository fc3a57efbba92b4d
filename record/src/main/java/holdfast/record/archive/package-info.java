/** A record as files that outlive it: written, checked, and taken in whole. */
@NullMarked
package holdfast.record.archive;

import org.jspecify.annotations.NullMarked;
