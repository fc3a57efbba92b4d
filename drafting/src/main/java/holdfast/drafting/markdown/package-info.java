/** A plain text as Markdown, and back: what is written is read as the same words again. */
@NullMarked
package holdfast.drafting.markdown;

import org.jspecify.annotations.NullMarked;
