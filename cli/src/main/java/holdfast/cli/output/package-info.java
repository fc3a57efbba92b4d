/** What the command says and writes: on a terminal, into files, and where it refuses. */
@NullMarked
package holdfast.cli.output;

import org.jspecify.annotations.NullMarked;
