/** Says the parts of an agreement, and dates, in words. */
@NullMarked
package holdfast.engine.words;

import org.jspecify.annotations.NullMarked;
