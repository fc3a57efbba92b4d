/** Blocks to tokens. */
@NullMarked
package holdfast.language.syntax.token;

import org.jspecify.annotations.NullMarked;
