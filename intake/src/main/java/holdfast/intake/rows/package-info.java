/** Files to be read and the rows in them, whatever their form. Nothing is known here of what a row means. */
@NullMarked
package holdfast.intake.rows;

import org.jspecify.annotations.NullMarked;
