/** What is written, taken by itself: values, references to clauses, variables, the other party. */
@NullMarked
package holdfast.language.check.written;

import org.jspecify.annotations.NullMarked;
