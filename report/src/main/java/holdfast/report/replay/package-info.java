/** What a replay found, as text, page and JSON; also one verdict explained, and what became of rows. */
@NullMarked
package holdfast.report.replay;

import org.jspecify.annotations.NullMarked;
