/** What is wrong with a file of records or a mapping: a code, a place, what was found, what was expected, and the mend. */
@NullMarked
package holdfast.intake.problem;

import org.jspecify.annotations.NullMarked;
