/** A text from Word becomes a draft: its articles are found, and under each stands an empty formal block with what it is probably made of. */
@NullMarked
package holdfast.drafting.draft;

import org.jspecify.annotations.NullMarked;
