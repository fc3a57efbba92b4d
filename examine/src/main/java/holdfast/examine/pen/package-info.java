/** Writes the text that would end a finding, in the names of the document. */
@NullMarked
package holdfast.examine.pen;

import org.jspecify.annotations.NullMarked;
