/** Words and statements: from the text of a block to its syntax, names not yet resolved. */
@NullMarked
package holdfast.language.syntax;

import org.jspecify.annotations.NullMarked;
