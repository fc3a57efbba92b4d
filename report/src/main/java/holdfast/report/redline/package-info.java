/** What differs between two drafts, as text and JSON. */
@NullMarked
package holdfast.report.redline;

import org.jspecify.annotations.NullMarked;
