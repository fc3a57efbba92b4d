/** A text as a reader sees it, without the form in which it is kept: what stands between Word and Markdown. */
@NullMarked
package holdfast.drafting.text;

import org.jspecify.annotations.NullMarked;
