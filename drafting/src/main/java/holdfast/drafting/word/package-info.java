/** Word's files (Office Open XML, ISO/IEC 29500): read as a reader sees them, and written. */
@NullMarked
package holdfast.drafting.word;

import org.jspecify.annotations.NullMarked;
