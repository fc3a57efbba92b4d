/** What the formal clauses of a text say, read aloud. */
@NullMarked
package holdfast.report.sentence;

import org.jspecify.annotations.NullMarked;
