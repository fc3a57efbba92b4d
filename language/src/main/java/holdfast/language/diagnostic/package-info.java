/** What is wrong with a document, a file of records or a map, said so that a lawyer can mend it. */
@NullMarked
package holdfast.language.diagnostic;

import org.jspecify.annotations.NullMarked;
