/** From statements to a checked agreement: names, types, variables, readings, calendars, circles. */
@NullMarked
package holdfast.language.check;

import org.jspecify.annotations.NullMarked;
