/** JSON in the one way in which RFC 8785 writes it, so that what was said has one digest. */
@NullMarked
package holdfast.record.canonical;

import org.jspecify.annotations.NullMarked;
