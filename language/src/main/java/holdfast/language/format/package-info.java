/** The canonical layout of formal blocks. */
@NullMarked
package holdfast.language.format;

import org.jspecify.annotations.NullMarked;
