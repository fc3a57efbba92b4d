/** One or two pages for whoever decides, as text and page. */
@NullMarked
package holdfast.report.brief;

import org.jspecify.annotations.NullMarked;
