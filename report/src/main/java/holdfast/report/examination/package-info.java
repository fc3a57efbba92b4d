/** What an examination found: the guarantee table, findings and their stories, as text, page and JSON. */
@NullMarked
package holdfast.report.examination;

import org.jspecify.annotations.NullMarked;
