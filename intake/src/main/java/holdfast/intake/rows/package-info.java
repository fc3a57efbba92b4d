/** Files to rows, whatever their form: tables, workbooks, JSON. Nothing is known here of what a row means. */
@NullMarked
package holdfast.intake.rows;

import org.jspecify.annotations.NullMarked;
