/** What several commands are asked in the same words. */
@NullMarked
package holdfast.cli.option;

import org.jspecify.annotations.NullMarked;
