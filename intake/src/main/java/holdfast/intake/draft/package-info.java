/** What becomes of a row: records as they are read, and the counts of those that become none. */
@NullMarked
package holdfast.intake.draft;

import org.jspecify.annotations.NullMarked;
