/** What a draft says, clause by clause, and which clause of one draft is which of the other, before anything is played. */
@NullMarked
package holdfast.examine.redline.draft;

import org.jspecify.annotations.NullMarked;
