/** Counts of a day beside those of the day before. */
@NullMarked
package holdfast.report.daily.count;

import org.jspecify.annotations.NullMarked;
