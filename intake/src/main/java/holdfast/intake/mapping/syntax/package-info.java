/**
 * The statements of a mapping as they are written: where they stand in the document, and their words. What they mean is
 * not known here.
 */
@NullMarked
package holdfast.intake.mapping.syntax;

import org.jspecify.annotations.NullMarked;
