/** What can be wrong with a file of records or a mapping, and its problems collected. */
@NullMarked
package holdfast.intake.problem;

import org.jspecify.annotations.NullMarked;
