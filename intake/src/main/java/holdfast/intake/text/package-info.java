/** Bytes to text, strictly: what is not written in the letters that it should be stops the reading, and is told. */
@NullMarked
package holdfast.intake.text;

import org.jspecify.annotations.NullMarked;
