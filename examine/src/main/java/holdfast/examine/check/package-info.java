/** One class for each kind of finding. */
@NullMarked
package holdfast.examine.check;

import org.jspecify.annotations.NullMarked;
