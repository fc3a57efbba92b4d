/** What is wrong with a document, said so that a lawyer can mend it. */
@NullMarked
package holdfast.language.diagnostic;

import org.jspecify.annotations.NullMarked;
