/** The {@code holdfast} command. */
@NullMarked
package holdfast.cli;

import org.jspecify.annotations.NullMarked;
