/** Holdfast's own two forms of records, {@code docs/records.md}: read and written. */
@NullMarked
package holdfast.intake.own;

import org.jspecify.annotations.NullMarked;
