/** Other people's files, read as a mapping document says, {@code docs/mapping.md}: its language, and its rules bound to an agreement and a file. */
@NullMarked
package holdfast.intake.mapping;

import org.jspecify.annotations.NullMarked;
