/** A page in the other forms in which people hand things on: PDF, Word, Markdown. The page is the one source; nothing is said here that it does not say. */
@NullMarked
package holdfast.publish;

import org.jspecify.annotations.NullMarked;
