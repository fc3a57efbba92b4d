/** The report of one day, in the shape that monitors know: counts by area beside those of the day before, access, ground, what is owed, the ladder, corrections, and what changed. */
@NullMarked
package holdfast.report.daily;

import org.jspecify.annotations.NullMarked;
