/**
 * The forms of files that are read: how each is recognised, and its reader. Those that are recognised only to be
 * refused stand here with their mend.
 */
@NullMarked
package holdfast.intake.form;

import org.jspecify.annotations.NullMarked;
