/** The shared record as a whole: what is submitted becomes entries, the entries grow the tree, and what the tree is gets signed. */
@NullMarked
package holdfast.record.keep;

import org.jspecify.annotations.NullMarked;
