/** Renders what a replay found: for the terminal, as JSON, and as one self-contained page. */
@NullMarked
package holdfast.cli.report;

import org.jspecify.annotations.NullMarked;
