/** Two drafts of one agreement side by side: what was changed, and a history on which a change of meaning shows. */
@NullMarked
package holdfast.examine.redline;

import org.jspecify.annotations.NullMarked;
