/** A document as it was written, to be changed statement by statement; what is not changed stays as it was. */
@NullMarked
package holdfast.language.manuscript;

import org.jspecify.annotations.NullMarked;
