/** What the checks are given: the text that is examined, what kinds its clauses are of, how it could end, and what was played. */
@NullMarked
package holdfast.examine.subject;

import org.jspecify.annotations.NullMarked;
