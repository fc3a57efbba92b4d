/** What one side has to know of an examined agreement before a meeting. */
@NullMarked
package holdfast.examine.brief;

import org.jspecify.annotations.NullMarked;
